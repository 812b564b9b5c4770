import Markdown

extension LanguagePages {
  /// The lessons of the language, in the order in which they are read.
  var readingOrder: [PageReference] {
    content.chapters.flatMap { chapter in
      chapter.lessons.compactMap { lesson in
        lesson.texts[language].map {
          PageReference(title: $0.title, path: PagePath.lesson(lesson.id, in: chapter.id, language))
        }
      }
    }
  }

  /// A page for each chapter, with its lessons.
  func chapters() -> [SiteFile] {
    let chapters = chaptersShown
    return chapters.enumerated().map { index, chapter in
      func reference(_ chapter: ChapterView) -> PageReference {
        PageReference(title: chapter.title.text(in: language), path: PagePath.chapter(chapter.id, language))
      }
      let title = chapter.title.text(in: language)
      let summaries = chapter.lessons.compactMap { $0.texts[language]?.title }
      let frame = Frame(
        path: PagePath.chapter(chapter.id, language), kind: "chapter", title: title,
        summary: summaries.joined(separator: " · "),
        pathInLanguage: { chapter.isWritten(in: $0) ? PagePath.chapter(chapter.id, $0) : nil },
        previous: index > 0 ? reference(chapters[index - 1]) : nil,
        next: index + 1 < chapters.count ? reference(chapters[index + 1]) : nil)
      return page("chapter", frame, ["number": index + 1, "lessons": lessonList(of: chapter, from: frame)])
    }
  }

  /// A page for each lesson that is written in the language, and the files that its snippets offer.
  func lessons() -> [SiteFile] {
    let order = readingOrder
    var files: [SiteFile] = []
    var place = -1
    for chapter in chaptersShown {
      let navigation = navigation(beside: PagePath.chapter(chapter.id, language))
      for lesson in chapter.lessons {
        guard let text = lesson.texts[language] else { continue }
        let path = PagePath.lesson(lesson.id, in: chapter.id, language)
        place += 1
        let frame = Frame(
          path: path, kind: "lesson", title: text.title, summary: text.summary,
          pathInLanguage: { lesson.texts[$0] == nil ? nil : PagePath.lesson(lesson.id, in: chapter.id, $0) },
          headings: contentsEntries(of: text.page, shift: 0),
          previous: place > 0 ? order[place - 1] : nil, next: place + 1 < order.count ? order[place + 1] : nil,
          navigation: navigation)
        files += lessonPage(text, chapter, frame)
      }
    }
    return files
  }

  private func lessonPage(_ text: LessonText, _ chapter: ChapterView, _ frame: Frame) -> [SiteFile] {
    var snippets = PageSnippets(pages: self, frame: frame)
    let body = markdown(text.page, frame, shift: 0, &snippets)
    var proven = ProofCounts()
    proven.add(text.page)
    let labs = text.labs.compactMap { id in content.labs.first { $0.id == id } }
    var parts: [String: Any] = [
      "chapterTitle": chapter.title.text(in: language),
      "chapterHref": href(PagePath.chapter(chapter.id, language), from: frame),
      "versions": versions(text.versions ?? content.versions), "proven": words.count("proven-count", proven.proven),
      "hasObjectives": !text.objectives.isEmpty, "objectives": text.objectives.map { Sentence.html($0).text },
      "body": body,
      "hasLabs": !labs.isEmpty, "labs": labList(labs, from: frame),
    ]
    parts["minutes"] = minutes(text.minutes)
    return [page("lesson", frame, parts)] + snippets.files
  }

  /// The lessons of a chapter for a list.
  func lessonList(of chapter: ChapterView, from frame: Frame) -> [[String: Any]] {
    chapter.lessons.compactMap { lesson in
      guard let text = lesson.texts[language] else { return nil }
      var proven = ProofCounts()
      proven.add(text.page)
      var data: [String: Any] = [
        "title": text.title, "summary": Sentence.html(text.summary).text,
        "href": href(PagePath.lesson(lesson.id, in: chapter.id, language), from: frame),
        "proven": words.count("proven-count", proven.proven),
      ]
      data["minutes"] = minutes(text.minutes)
      return data
    }
  }

  /// A document as HTML, with its snippets as figures.
  func markdown(_ page: MarkdownPage, _ frame: Frame, shift: Int, _ snippets: inout PageSnippets) -> String {
    let links = LinkResolution(map: map, file: page.path, page: frame.path, language: language)
    var found = snippets
    let body = MarkdownHTML(page: page, words: words, links: links, headingShift: shift) { snippet, index in
      found.figure(snippet, anchor: SiteMap.snippetAnchor(snippet, index: index))
    }
    let text = body.html.text
    snippets = found
    return text
  }

  /// The headings that the table of contents of a page shows.
  func contentsEntries(of page: MarkdownPage, shift: Int) -> [ContentsEntry] {
    page.document.headings.compactMap { heading in
      let level = max(2, heading.level) + shift
      return level > 3 ? nil : ContentsEntry(level: level, title: heading.text, anchor: heading.anchor)
    }
  }
}
