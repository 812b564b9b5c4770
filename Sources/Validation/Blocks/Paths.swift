import Findings

extension Report {
  /// A path that stays below the place it counts from: not absolute, without `..`.
  mutating func expectRelativePath(_ path: Field) {
    guard let text = path.text, !text.isEmpty else { return }
    if text.hasPrefix("/") {
      refuse(path, .absolutePath(path), as: .pathFormat)
    } else {
      expectNoBacksteps(path)
    }
  }

  /// A relative path that does not begin with `..` either, as files of a volume are named.
  mutating func expectFilePath(_ path: Field) {
    guard let text = path.text, !text.isEmpty else { return }
    if text.hasPrefix("..") && !text.hasPrefix("../") && text != ".." {
      refuse(path, .reservedPath(path), as: .pathFormat)
    } else {
      expectRelativePath(path)
    }
  }

  /// A path without `..` as an element.
  mutating func expectNoBacksteps(_ path: Field) {
    guard let text = path.text, text.split(separator: "/").contains("..") else { return }
    refuse(path, .backsteps(path), as: .pathFormat)
  }
}

extension Message {
  fileprivate static func absolutePath(_ path: Field) -> Message {
    Message(
      en: "\(path.name) '\(path.written)' begins with '/': write a path relative to the volume",
      ko: "\(path.name) '\(path.written)'이(가) '/'로 시작합니다: 볼륨을 기준으로 한 상대 경로를 쓰십시오")
  }

  fileprivate static func reservedPath(_ path: Field) -> Message {
    Message(
      en: "\(path.name) '\(path.written)' begins with '..', which is kept for the kubelet: use another name",
      ko: "\(path.name) '\(path.written)'이(가) kubelet용으로 예약된 '..'로 시작합니다: 다른 이름을 쓰십시오")
  }

  fileprivate static func backsteps(_ path: Field) -> Message {
    Message(
      en: "\(path.name) '\(path.written)' steps back with '..': write the path without it",
      ko: "\(path.name) '\(path.written)'에 '..'가 있습니다: '..' 없이 쓰십시오")
  }
}
