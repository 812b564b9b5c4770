import Findings

/// Why no site could be made.
public enum SiteError: Error, Sendable, Equatable {
  /// A template of the course cannot be read; the name is its path in `templates/`.
  case template(String, line: Int, column: Int, problem: String)
  /// A file of the course's `templates/` cannot be opened; its path.
  case unreadableTemplate(String)
  /// Two pages would have one address: a chapter called `labs`, two lessons of one name.
  case sameAddress(String)
  /// An id would lead out of the site's folder.
  case unsafeAddress(String)

  /// The sentence for a reader.
  public var message: Message {
    switch self {
    case .template(let name, let line, let column, let problem):
      Message(
        en: "the template 'templates/\(name)' cannot be read at line \(line), column \(column): \(problem)",
        ko: "템플릿 'templates/\(name)'을(를) \(line)행 \(column)열에서 읽을 수 없습니다: \(problem)")
    case .unreadableTemplate(let path):
      Message(
        en: "'\(path)' cannot be read: check that it is a file and that reading it is permitted",
        ko: "'\(path)'을(를) 읽을 수 없습니다: 파일인지, 읽을 권한이 있는지 확인하세요")
    case .sameAddress(let path):
      Message(
        en: "two pages would be '\(path)': rename the chapter, lesson or lab",
        ko: "두 페이지의 주소가 '\(path)'(으)로 같습니다: 장, 강의 또는 실습의 이름을 바꾸세요")
    case .unsafeAddress(let path):
      Message(
        en: "'\(path)' is no address for a page: use letters, digits and hyphens in ids",
        ko: "'\(path)'은(는) 페이지 주소가 될 수 없습니다: id에는 글자, 숫자, 붙임표를 쓰세요")
    }
  }
}
