extension LanguagePages {
  /// The areas in the order of the walk; others follow by name.
  private static let areas = ["yaml", "schema", "validation", "lint", "markdown", "snippet", "course", "lab"]

  /// The list of rules, and a page for each finding id.
  func rules() -> [SiteFile] {
    guard !content.rules.isEmpty else { return [] }
    let sorted = content.rules.sorted { $0.id < $1.id }
    let known = LanguagePages.areas
    let others = Set(sorted.map(\.area)).subtracting(known).sorted()
    let areas = (known + others).filter { area in sorted.contains { $0.area == area } }
    let frame = Frame(
      path: PagePath.rules(language), kind: "rules", title: words["rules"], summary: words["rules-lead"],
      pathInLanguage: { PagePath.rules($0) },
      headings: areas.map { ContentsEntry(level: 2, title: areaTitle($0), anchor: $0) })
    let data = areas.map { area -> [String: Any] in
      [
        "area": area, "title": areaTitle(area),
        "lead": known.contains(area) ? words["area-\(area)-lead"] : words["area-other-lead"],
        "rules": sorted.filter { $0.area == area }.map { rule -> [String: Any] in
          var data = ruleFacts(rule)
          data["href"] = href(PagePath.rule(rule.id, language), from: frame)
          return data
        },
      ]
    }
    return [page("rules", frame, ["areas": data])]
      + areas.flatMap { area -> [SiteFile] in
        let own = sorted.filter { $0.area == area }
        guard let first = own.first else { return [] }
        let navigation = navigation(beside: PagePath.rule(first.id, language))
        return own.flatMap { rulePage($0, navigation) }
      }
  }

  private func rulePage(_ rule: RuleView, _ navigation: Navigation) -> [SiteFile] {
    let bad = rule.examples.filter { !$0.isGood }
    let good = rule.examples.filter(\.isGood)
    let why = rule.why.text(in: language)
    let sections: [(String, String, Bool)] = [
      ("why", "why", !why.isEmpty), ("bad-example", "found", !bad.isEmpty),
      ("good-example", "passes", !good.isEmpty), ("configure", "configure", true),
    ]
    let frame = Frame(
      path: PagePath.rule(rule.id, language), kind: "rule", title: rule.id, summary: rule.what.text(in: language),
      pathInLanguage: { PagePath.rule(rule.id, $0) },
      headings: sections.filter(\.2).map { ContentsEntry(level: 2, title: words[$0.0], anchor: $0.1) },
      navigation: navigation)
    var snippets = PageSnippets(pages: self, frame: frame)
    var parts = ruleFacts(rule)
    parts["areaTitle"] = areaTitle(rule.area)
    parts["rulesHref"] = href(PagePath.rules(language), from: frame)
    parts["hasWhy"] = !why.isEmpty
    parts["why"] = Sentence.html(why).text
    parts["hasBad"] = !bad.isEmpty
    parts["bad"] = figures(bad, named: "bad", &snippets)
    parts["hasGood"] = !good.isEmpty
    parts["good"] = figures(good, named: "good", &snippets)
    parts["configure"] = configure(rule, &snippets)
    return [page("rule", frame, parts)] + snippets.files
  }

  private func ruleFacts(_ rule: RuleView) -> [String: Any] {
    [
      "id": rule.id, "severity": rule.severity.rawValue, "severityName": words["finding-\(rule.severity.rawValue)"],
      "what": Sentence.html(rule.what.text(in: language)).text,
    ]
  }

  private func areaTitle(_ area: String) -> String {
    LanguagePages.areas.contains(area) ? words["area-\(area)"] : area
  }

  private func figures(_ examples: [RuleView.Example], named name: String, _ snippets: inout PageSnippets) -> String {
    var text = ""
    for (number, example) in examples.enumerated() {
      text += snippets.figure(example.snippet, anchor: "snippet.\(name).\(number + 1)").text
    }
    return text
  }

  /// How a course switches the rule off, or shows its finding on purpose.
  private func configure(_ rule: RuleView, _ snippets: inout PageSnippets) -> String {
    var html = HTML()
    if rule.canBeDisabled {
      html.element("p", words["configure-disable"])
      let setting = SnippetView(
        title: "drydock.yaml", language: "yaml", text: "lint:\n  disable: [\(rule.id)]\n", offersCopy: true)
      html.markup(snippets.figure(setting, anchor: "snippet.disable").text)
      return html.text
    }
    let isServers = ["yaml", "schema", "validation"].contains(rule.area)
    html.element("p", words[isServers ? "configure-always" : "configure-course"])
    if isServers {
      html.element("p", words["configure-show"])
      let fence = SnippetView(language: "markdown", text: "```yaml invalid=\"\(rule.id)@/spec\"\n")
      html.markup(snippets.figure(fence, anchor: "snippet.show").text)
    }
    return html.text
  }
}
