import Findings

/// Why a site could not be published. The old site is still there.
public struct PublicationError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Something stands there that is no folder.
    case notAFolder
    /// The folder holds files, and none of them says that Drydock wrote it.
    case notASite
    /// A hidden folder, such as `.git`, would be lost.
    case hiddenFolder
    case noSpace
    case notPermitted
    case readOnly
    /// Anything else, in the system's own words.
    case system(String)
  }

  public var reason: Reason
  public var path: String

  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// The sentence for a reader.
  public var message: Message {
    switch reason {
    case .notAFolder:
      Message(en: "'\(path)' is no folder for a site: name another", ko: "'\(path)'은(는) 사이트를 둘 폴더가 아닙니다: 다른 이름을 쓰세요")
    case .notASite:
      Message(
        en: "'\(path)' holds files that Drydock did not write: name an empty folder, or empty this one",
        ko: "'\(path)'에 Drydock이 쓰지 않은 파일이 있습니다: 빈 폴더를 지정하거나 이 폴더를 비우세요")
    case .hiddenFolder:
      Message(
        en: "'\(path)' would be lost when the site is replaced: move it elsewhere",
        ko: "사이트를 바꾸면 '\(path)'이(가) 사라집니다: 다른 곳으로 옮기세요")
    case .noSpace:
      Message(
        en: "no space is left to write '\(path)': the old site is kept",
        ko: "'\(path)'을(를) 쓸 공간이 없습니다: 이전 사이트는 그대로입니다")
    case .notPermitted:
      Message(
        en: "writing '\(path)' is not permitted: the old site is kept",
        ko: "'\(path)'을(를) 쓸 권한이 없습니다: 이전 사이트는 그대로입니다")
    case .readOnly:
      Message(
        en: "'\(path)' lies on a read-only file system: the old site is kept",
        ko: "'\(path)'은(는) 읽기 전용 파일 시스템에 있습니다: 이전 사이트는 그대로입니다")
    case .system(let words):
      Message(
        en: "'\(path)' cannot be written (\(words)): the old site is kept",
        ko: "'\(path)'을(를) 쓸 수 없습니다(\(words)): 이전 사이트는 그대로입니다")
    }
  }
}
