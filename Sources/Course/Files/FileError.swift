public import Findings

/// Why a file or folder cannot be used, in words for its reader.
public struct FileError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case missing, unreadable, isDirectory, isNoDirectory, noSpace
    case tooLarge(limit: Int)
    /// What the system said.
    case other(String)
  }

  /// As the caller gave it.
  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var message: Message {
    switch reason {
    case .missing: Message(en: "'\(path)' does not exist: check the path", ko: "'\(path)'가 없습니다: 경로를 확인하세요")
    case .unreadable:
      Message(en: "'\(path)' may not be read: check its permissions", ko: "'\(path)'를 읽을 권한이 없습니다: 권한을 확인하세요")
    case .isDirectory:
      Message(en: "'\(path)' is a folder where a file is meant", ko: "'\(path)'는 파일이어야 하지만 폴더입니다")
    case .isNoDirectory:
      Message(en: "'\(path)' is a file where a folder is meant", ko: "'\(path)'는 폴더여야 하지만 파일입니다")
    case .noSpace: Message(en: "no space is left to write '\(path)'", ko: "'\(path)'를 쓸 공간이 없습니다")
    case .tooLarge(let limit):
      Message(
        en: "'\(path)' has more than \(limit >> 20) MiB: split it", ko: "'\(path)'가 \(limit >> 20) MiB를 넘습니다: 나누세요")
    case .other(let text): Message(en: "'\(path)': \(text)")
    }
  }

  /// The same as a finding at the beginning of the file.
  public var finding: LocatedFinding {
    let id =
      switch reason {
      case .missing: "course/missing-file"
      case .unreadable: "course/unreadable-file"
      default: "course/bad-file"
      }
    return LocatedFinding(
      Finding(id: id, range: SourceRange(0, 0), message: message), in: SourceText(name: path, bytes: []))
  }
}
