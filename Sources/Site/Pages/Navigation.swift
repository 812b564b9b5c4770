/// The course's contents as the pages of one folder show them.
///
/// It is rendered once a folder, because the links of its pages are the same; the place of the page itself is a gap.
struct Navigation {
  /// The text between the gaps.
  private var pieces: [Substring] = []
  /// The pages that the gaps stand for.
  private var gaps: [String] = []

  // Private characters, which no text has: a gap is the number of its page between them.
  private static let open: Character = "\u{F0000}"
  private static let close: Character = "\u{F0001}"

  /// What a template writes where a link may be that of the page itself.
  static func gap(_ number: Int) -> String { "\(open)\(number)\(close)" }

  /// - Parameters:
  ///   - text: the rendered template.
  ///   - pages: the pages by the numbers of their gaps.
  init(_ text: String, pages: [String]) {
    for part in text.split(separator: Navigation.open, omittingEmptySubsequences: false) {
      guard !pieces.isEmpty, let end = part.firstIndex(of: Navigation.close), let number = Int(part[..<end]),
        pages.indices.contains(number)
      else {
        pieces.append(part)
        gaps.append("")
        continue
      }
      pieces.append(part[part.index(after: end)...])
      gaps.append(pages[number])
    }
  }

  /// The text with the link to a page marked.
  func text(at page: String) -> String {
    var text = ""
    for (piece, gap) in zip(pieces, gaps) {
      if gap == page { text += " aria-current=\"page\"" }
      text += piece
    }
    return text
  }
}

extension LanguagePages {
  /// With more lessons than these a page lists those of its own chapter only.
  private static let mostLessonsShown = 60

  /// The course's contents for the pages beside a page.
  func navigation(beside path: String) -> Navigation {
    let lessonCount = content.chapters.reduce(0) { $0 + $1.lessons.count }
    let showsAll = lessonCount <= LanguagePages.mostLessonsShown
    var pages: [String] = []
    func link(_ title: String, _ target: String) -> [String: Any] {
      pages.append(target)
      let href = PagePath.relative(from: path, to: target)
      return ["title": title, "href": href, "current": Navigation.gap(pages.count - 1)]
    }
    let chapters = chaptersShown.map { chapter -> [String: Any] in
      var data = link(chapter.title.text(in: language), PagePath.chapter(chapter.id, language))
      let isOwn = path.hasPrefix("\(language)/\(chapter.id)/")
      let lessons = chapter.lessons.compactMap { lesson -> [String: Any]? in
        guard showsAll || isOwn, let text = lesson.texts[language] else { return nil }
        return link(text.title, PagePath.lesson(lesson.id, in: chapter.id, language))
      }
      data["hasLessons"] = !lessons.isEmpty
      data["lessons"] = lessons
      return data
    }
    var data: [String: Any] = ["chapters": chapters]
    if !content.labs.isEmpty {
      var labs = link(words["labs"], PagePath.labs(language))
      labs["items"] = content.labs.map { link($0.title.text(in: language), PagePath.lab($0.id, language)) }
      data["labs"] = labs
    }
    return Navigation(library.render(data, withTemplate: "navigation") ?? "", pages: pages)
  }
}
