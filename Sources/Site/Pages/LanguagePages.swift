import Findings
import Mustache

/// The pages of one language, and what they have in common.
///
/// Each kind of page adds its own in a file of its own: `HomePage`, `LessonPages`, `LabPages`, `RulePages`.
struct LanguagePages {
  let content: SiteContent
  let language: String
  let words: InterfaceWords
  /// The words of every language, to name each in itself.
  let languageWords: [String: InterfaceWords]
  let map: SiteMap
  let library: MustacheLibrary

  /// The chapters that have lessons in the language, in reading order.
  var chaptersShown: [ChapterView] { content.chapters.filter { $0.isWritten(in: language) } }

  /// What the frame of a page needs to know of it.
  struct Frame {
    var path: String
    /// The class of the body: `home`, `lesson`, `lab`.
    var kind: String
    var title: String
    var summary: String
    /// The page in another language; `nil` where it has none.
    var pathInLanguage: (String) -> String?
    var headings: [ContentsEntry] = []
    var hasSidebar = true
    var previous: PageReference?
    var next: PageReference?
    /// That of the pages beside it, where these are many; `nil` to make one for this page.
    var navigation: Navigation?
  }

  struct ContentsEntry {
    var level: Int
    var title: String
    var anchor: String
  }

  /// A page by its title and its place in the site.
  struct PageReference {
    var title: String
    var path: String
  }

  /// Puts the parts of a page into its template.
  func page(_ template: String, _ frame: Frame, _ parts: [String: Any]) -> SiteFile {
    var data = frameData(frame)
    data.merge(parts) { _, part in part }
    let text = library.render(data, withTemplate: template) ?? ""
    return SiteFile(path: frame.path, bytes: Array(text.utf8))
  }

  func href(_ target: String, from frame: Frame) -> String { PagePath.relative(from: frame.path, to: target) }

  func versions(_ versions: VersionSet) -> String {
    words["versions", ["versions": versions.description]]
  }

  func minutes(_ minutes: Int?) -> String? { minutes.map { words["minutes", ["count": "\($0)"]] } }

  private func frameData(_ frame: Frame) -> [String: Any] {
    let first = content.languages.first ?? language
    let home = PagePath.home(language, default: first)
    let others = content.languages.filter { $0 != language }
    var data: [String: Any] = [
      "language": language, "kind": frame.kind, "title": frame.title, "lead": Sentence.html(frame.summary).text,
      "summary": frame.summary.filter { $0 != "`" }, "t": words.all,
      "courseTitle": content.title.text(in: language), "root": PagePath.root(from: frame.path),
      "home": href(home, from: frame), "isHome": frame.kind == "home", "mark": Drawing.mark,
      "plimsoll": Drawing.plimsoll, "sections": sections(frame, home: home),
      "navigation": (frame.navigation ?? navigation(beside: frame.path)).text(at: frame.path),
      "hasSidebar": frame.hasSidebar, "hasContents": frame.headings.count > 1,
      "contents": contents(frame.headings), "hasTurning": frame.previous != nil || frame.next != nil,
      "alternates": others.compactMap { other in
        frame.pathInLanguage(other).map { ["language": other, "href": href($0, from: frame)] }
      },
      "otherLanguages": others.map { other in
        let path = frame.pathInLanguage(other) ?? PagePath.home(other, default: first)
        let theirs = languageWords[other] ?? words
        return [
          "language": other, "href": href(path, from: frame), "name": theirs["language-name"],
          "label": theirs["in-this-language"],
        ]
      },
    ]
    if let previous = frame.previous {
      data["previous"] = ["title": previous.title, "href": href(previous.path, from: frame)]
    }
    if let next = frame.next { data["next"] = ["title": next.title, "href": href(next.path, from: frame)] }
    return data
  }

  private func sections(_ frame: Frame, home: String) -> [[String: Any]] {
    let lessonKinds = ["lesson", "chapter"]
    var sections: [[String: Any]] = [
      [
        "title": words["lessons"], "href": href(home, from: frame) + "#lessons",
        "isCurrent": lessonKinds.contains(frame.kind),
      ]
    ]
    if !content.labs.isEmpty {
      let isCurrent = frame.kind == "lab" || frame.kind == "labs"
      sections.append([
        "title": words["labs"], "href": href(PagePath.labs(language), from: frame), "isCurrent": isCurrent,
      ])
    }
    if !content.rules.isEmpty {
      let isCurrent = frame.kind == "rule" || frame.kind == "rules"
      sections.append([
        "title": words["rules"], "href": href(PagePath.rules(language), from: frame), "isCurrent": isCurrent,
      ])
    }
    return sections
  }

  private func contents(_ headings: [ContentsEntry]) -> String {
    let data = headings.map { ["level": $0.level, "title": $0.title, "anchor": $0.anchor] as [String: Any] }
    return library.render(["headings": data], withTemplate: "contents") ?? ""
  }
}
