extension LanguagePages {
  /// The course at a glance: what it teaches, and what was proven of it.
  func home() -> [SiteFile] {
    let first = content.languages.first ?? language
    let frame = Frame(
      path: PagePath.home(language, default: first), kind: "home", title: content.title.text(in: language),
      summary: content.description.text(in: language),
      pathInLanguage: { PagePath.home($0, default: first) }, hasSidebar: false)
    let chapters = chaptersShown.enumerated().map { number, chapter -> [String: Any] in
      [
        "number": number + 1, "title": chapter.title.text(in: language),
        "href": href(PagePath.chapter(chapter.id, language), from: frame),
        "lessons": lessonList(of: chapter, from: frame),
      ]
    }
    var snippets = PageSnippets(pages: self, frame: frame)
    let welcome = content.welcomes[language].map { markdown($0.page, frame, shift: 0, &snippets) }
    var parts: [String: Any] = [
      "chapters": chapters, "hasLabs": !content.labs.isEmpty, "labs": labList(content.labs, from: frame),
      "ledger": ledger,
      "ledgerNote": words["ledger-note", ["versions": content.versions.description]],
    ]
    if let start = readingOrder.first { parts["start"] = ["href": href(start.path, from: frame)] }
    if !content.rules.isEmpty { parts["rulesHref"] = href(PagePath.rules(language), from: frame) }
    if let welcome { parts["welcome"] = welcome }
    return [page("home", frame, parts)] + snippets.files
  }

  /// How many snippets of the language's lessons were proven, and how.
  private var ledger: [[String: Any]] {
    var proven = ProofCounts()
    for chapter in content.chapters {
      for lesson in chapter.lessons {
        if let text = lesson.texts[language] { proven.add(text.page) }
      }
    }
    let rows: [(kind: String, count: Int)] = [
      ("accepted", proven.accepted), ("fragment", proven.fragments), ("refused", proven.refused),
      ("labs", content.labs.count), ("ignored", proven.ignored),
    ]
    return rows.filter { $0.count > 0 }.map {
      ["kind": $0.kind, "label": words["ledger-\($0.kind)"], "count": $0.count]
    }
  }
}

/// How many snippets were proven, and how.
struct ProofCounts {
  var accepted = 0
  var fragments = 0
  var refused = 0
  var ignored = 0

  var proven: Int { accepted + fragments + refused }

  mutating func add(_ page: MarkdownPage) {
    for snippet in page.snippets.values {
      switch snippet.proof {
      case .accepted: accepted += 1
      case .fragment: fragments += 1
      case .refused: refused += 1
      case .ignored: ignored += 1
      case .none: break
      }
    }
  }
}
