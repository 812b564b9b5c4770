import Findings
import Markdown

/// Findings about one file of the course.
public struct PageFindings: Sendable, Equatable {
  /// Relative to the course folder.
  public var path: String
  public var findings: [Finding]

  public init(path: String, findings: [Finding]) {
    self.path = path
    self.findings = findings
  }
}

extension Site {
  /// The links of all pages that lead nowhere, by page; pages without any are left out. In order of path.
  public static func brokenLinks(in content: SiteContent) -> [PageFindings] {
    let map = SiteMap(content)
    var pages: [PageFindings] = []
    func check(_ page: MarkdownPage, at path: String, _ language: String) {
      let resolution = LinkResolution(map: map, file: page.path, page: path, language: language)
      let findings = page.document.links.compactMap { link -> Finding? in
        guard case .broken(let reason) = resolution.target(of: link.destination, isImage: link.isImage) else {
          return nil
        }
        return .brokenLink(reason, at: link.range, isImage: link.isImage)
      }
      if !findings.isEmpty { pages.append(PageFindings(path: page.path, findings: findings)) }
    }
    let first = content.languages.first ?? ""
    for (language, welcome) in content.welcomes {
      check(welcome.page, at: PagePath.home(language, default: first), language)
    }
    for chapter in content.chapters {
      for lesson in chapter.lessons {
        for (language, text) in lesson.texts {
          check(text.page, at: PagePath.lesson(lesson.id, in: chapter.id, language), language)
        }
      }
    }
    for lab in content.labs {
      for (language, task) in lab.task { check(task, at: PagePath.lab(lab.id, language), language) }
    }
    return pages.sorted { $0.path < $1.path }
  }
}

extension Finding {
  fileprivate static func brokenLink(_ link: BrokenLink, at range: SourceRange, isImage: Bool) -> Finding {
    let isAnchor = if case .anchor = link { true } else { false }
    return Finding(
      id: isAnchor ? "course/broken-anchor" : "course/broken-link", range: range,
      message: message(for: link, isImage: isImage),
      reason: Message(
        en: "a reader who follows it would find nothing", ko: "독자가 따라가면 아무것도 찾지 못합니다"))
  }

  private static func message(for link: BrokenLink, isImage: Bool) -> Message {
    switch link {
    case .page(let path, let nearest) where isImage:
      meant(nearest, Message(en: "there is no picture '\(path)'", ko: "그림 '\(path)'이(가) 없습니다"))
    case .page(let path, let nearest):
      meant(nearest, Message(en: "there is no page '\(path)'", ko: "페이지 '\(path)'이(가) 없습니다"))
    case .anchor(let anchor, let page, let nearest):
      meant(
        nearest.map { "#\($0)" },
        Message(en: "'\(page)' has no anchor '#\(anchor)'", ko: "'\(page)'에 앵커 '#\(anchor)'이(가) 없습니다"))
    case .lab(let id, let nearest):
      meant(
        nearest.map { "lab:\($0)" },
        Message(en: "there is no lab '\(id)' in this language", ko: "이 언어로 된 실습 '\(id)'이(가) 없습니다"))
    case .rule(let id, let nearest):
      meant(nearest.map { "rule:\($0)" }, Message(en: "there is no rule '\(id)'", ko: "규칙 '\(id)'이(가) 없습니다"))
    case .scheme(let scheme):
      Message(
        en: "links of the scheme '\(scheme):' are not published: use 'https:', 'mailto:', 'lab:', 'rule:' or a path",
        ko: "'\(scheme):' 링크는 게시하지 않습니다: 'https:', 'mailto:', 'lab:', 'rule:'이나 경로를 쓰세요")
    case .outside(let path):
      Message(
        en: "'\(path)' leads out of the course: write a path relative to this file",
        ko: "'\(path)'은(는) 과정 밖을 가리킵니다: 이 파일에서 시작하는 상대 경로를 쓰세요")
    case .empty:
      Message(en: "the link has no destination: write where it leads", ko: "링크에 목적지가 없습니다: 가리킬 곳을 쓰세요")
    }
  }

  private static func meant(_ nearest: String?, _ message: Message) -> Message {
    guard let nearest else { return message }
    return Message(
      en: "\(message.en): did you mean '\(nearest)'?",
      ko: "\(message.text(in: "ko")): '\(nearest)'을(를) 뜻했나요?")
  }
}
