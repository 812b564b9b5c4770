extension LanguagePages {
  /// The list of labs, and a page for each; the answers are on none of them.
  func labs() -> [SiteFile] {
    guard !content.labs.isEmpty else { return [] }
    let frame = Frame(
      path: PagePath.labs(language), kind: "labs", title: words["labs"], summary: words["labs-lead"],
      pathInLanguage: { PagePath.labs($0) })
    var files = [page("labs", frame, ["labs": labList(content.labs, from: frame)])]
    let order = content.labs.map {
      PageReference(title: $0.title.text(in: language), path: PagePath.lab($0.id, language))
    }
    for (index, lab) in content.labs.enumerated() {
      files += labPage(
        lab, previous: index > 0 ? order[index - 1] : nil, next: index + 1 < order.count ? order[index + 1] : nil)
    }
    return files
  }

  private func labPage(_ lab: LabView, previous: PageReference?, next: PageReference?) -> [SiteFile] {
    let task = lab.task[language] ?? lab.task[content.languages.first ?? language]
    var headings = [ContentsEntry(level: 2, title: words["task"], anchor: "lab.task")]
    if let task { headings += contentsEntries(of: task, shift: 1) }
    let sections: [(String, String, Bool)] = [
      ("requirements", "lab.requirements", true), ("starter", "lab.starter", true),
      ("given", "lab.given", !lab.given.isEmpty), ("check-title", "lab.checking", true),
      ("hints", "lab.hints", !lab.hints.isEmpty),
    ]
    headings += sections.filter(\.2).map { ContentsEntry(level: 2, title: words[$0.0], anchor: $0.1) }
    let frame = Frame(
      path: PagePath.lab(lab.id, language), kind: "lab", title: lab.title.text(in: language),
      summary: lab.summary.text(in: language), pathInLanguage: { PagePath.lab(lab.id, $0) }, headings: headings,
      previous: previous, next: next)

    var snippets = PageSnippets(pages: self, frame: frame)
    var parts = labFacts(lab, from: frame)
    parts["labsHref"] = href(PagePath.labs(language), from: frame)
    parts["versions"] = versions(lab.versions)
    parts["body"] = task.map { markdown($0, frame, shift: 1, &snippets) }
    parts["starter"] = figures(lab.starter, named: "starter", &snippets)
    parts["hasGiven"] = !lab.given.isEmpty
    parts["given"] = figures(lab.given, named: "given", &snippets)
    parts["commands"] = snippets.figure(commands(for: lab), anchor: "snippet.commands").text
    parts["totalPoints"] = lab.points
    parts["requirements"] = lab.requirements.map { requirement -> [String: Any] in
      [
        "id": requirement.id, "title": Sentence.html(requirement.title.text(in: language)).text,
        "points": requirement.points,
        "needs": requirement.needs,
      ]
    }
    parts["hasHints"] = !lab.hints.isEmpty
    parts["hints"] = lab.hints.enumerated().map { number, hint -> [String: Any] in
      [
        "label": words["hint-number", ["count": "\(number + 1)"]],
        "text": Sentence.html(hint.text(in: language)).text,
      ]
    }
    let prerequisites = prerequisites(of: lab, from: frame)
    parts["hasPrerequisites"] = !prerequisites.isEmpty
    parts["prerequisites"] = prerequisites
    return [page("lab", frame, parts)] + snippets.files
  }

  /// Labs for a list.
  func labList(_ labs: [LabView], from frame: Frame) -> [[String: Any]] {
    labs.map { lab in
      var data = labFacts(lab, from: frame)
      data["title"] = lab.title.text(in: language)
      data["summary"] = Sentence.html(lab.summary.text(in: language)).text
      data["href"] = href(PagePath.lab(lab.id, language), from: frame)
      return data
    }
  }

  private func labFacts(_ lab: LabView, from frame: Frame) -> [String: Any] {
    [
      "difficulty": lab.difficulty.rawValue, "difficultyName": words["difficulty-\(lab.difficulty.rawValue)"],
      "minutes": words["minutes", ["count": "\(lab.minutes)"]], "points": words.count("point-count", lab.points),
    ]
  }

  private func prerequisites(of lab: LabView, from frame: Frame) -> [[String: Any]] {
    lab.prerequisites.compactMap { name in
      for chapter in content.chapters {
        for lesson in chapter.lessons where "\(chapter.id)/\(lesson.id)" == name {
          guard let text = lesson.texts[language] else { return nil }
          let path = PagePath.lesson(lesson.id, in: chapter.id, language)
          return ["title": text.title, "href": href(path, from: frame)]
        }
      }
      return nil
    }
  }

  private func figures(_ files: [SnippetView], named name: String, _ snippets: inout PageSnippets) -> String {
    var text = ""
    for (number, file) in files.enumerated() {
      text += snippets.figure(file, anchor: "snippet.\(name).\(number + 1)").text
    }
    return text
  }

  private func commands(for lab: LabView) -> SnippetView {
    SnippetView(
      language: "sh",
      text: """
        # \(words["check-comment-start"])
        drydock lab start \(lab.id)

        # \(words["check-comment-check"])
        drydock lab check \(lab.id)

        # \(words["check-comment-hint"])
        drydock lab hint \(lab.id)

        """)
  }
}
