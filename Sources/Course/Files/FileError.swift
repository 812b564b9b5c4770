public import Findings

/// Why a file or folder cannot be used, in words for its reader.
public struct FileError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case missing, unreadable, isDirectory, isNoDirectory, noSpace
    /// A pipe, a socket or a device where a file is meant: reading it may never end.
    case isNoFile
    /// A link, or a row of them, that leads back to itself.
    case linkLoop
    /// A link that leads out of the course.
    case outside
    case unwritable
    /// There is no folder to write into.
    case noFolder
    case tooLarge(limit: Int)
    /// A folder with more in it, or deeper, than any course or documentation has.
    case tooManyFiles(limit: Int)
    case tooDeep(limit: Int)
    /// Nothing in it defines a custom resource.
    case noDefinition
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
    case .isNoFile:
      Message(
        en: "'\(path)' is a pipe or a device where a file is meant", ko: "'\(path)'는 파일이어야 하지만 파이프나 장치입니다")
    case .linkLoop:
      Message(en: "'\(path)' is a link that leads in a circle: remove it", ko: "'\(path)'는 제자리로 돌아오는 링크입니다: 지우세요")
    case .outside:
      Message(
        en: "'\(path)' is a link that leads outside the course: put the file itself there",
        ko: "'\(path)'는 코스 밖을 가리키는 링크입니다: 파일 자체를 두세요")
    case .unwritable:
      Message(en: "'\(path)' may not be written: check its permissions", ko: "'\(path)'를 쓸 권한이 없습니다: 권한을 확인하세요")
    case .noFolder:
      Message(en: "the folder of '\(path)' does not exist: make it first", ko: "'\(path)'의 폴더가 없습니다: 먼저 만드세요")
    case .noSpace: Message(en: "no space is left to write '\(path)'", ko: "'\(path)'를 쓸 공간이 없습니다")
    case .tooLarge(let limit):
      Message(
        en: "'\(path)' has more than \(limit >> 20) MiB: split it", ko: "'\(path)'가 \(limit >> 20) MiB를 넘습니다: 나누세요")
    case .tooManyFiles(let limit):
      Message(
        en: "'\(path)' holds more than \(limit) files and folders: name fewer of them",
        ko: "'\(path)'에 파일과 폴더가 \(limit)개 넘게 있습니다: 더 적게 지정하세요")
    case .tooDeep(let limit):
      Message(
        en: "'\(path)' lies more than \(limit) folders deep: it is not read",
        ko: "'\(path)'는 폴더가 \(limit)단계를 넘습니다: 읽지 않습니다")
    case .noDefinition:
      Message(
        en: "'\(path)' holds no CustomResourceDefinition of 'apiextensions.k8s.io/v1': name a file or folder that does",
        ko: "'\(path)'에 'apiextensions.k8s.io/v1'의 CustomResourceDefinition이 없습니다: 다른 파일이나 폴더를 지정하세요")
    case .other(let text): Message(en: "'\(path)': \(text)")
    }
  }

  /// The same as a finding at the beginning of the file.
  public var finding: LocatedFinding {
    let id =
      switch reason {
      case .missing: "course/missing-file"
      case .unreadable: "course/unreadable-file"
      case .outside: "course/outside"
      default: "course/bad-file"
      }
    return LocatedFinding(
      Finding(id: id, range: SourceRange(0, 0), message: message), in: SourceText(name: path, bytes: []))
  }
}
