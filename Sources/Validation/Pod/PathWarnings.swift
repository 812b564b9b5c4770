import Findings
import YAML

/// Files of one volume that lie in each other's way: accepted, and warned of (core.md 6).
extension Report {
  mutating func warnOfPaths(_ volumes: Field) {
    for volume in volumes.items {
      for name in ["configMap", "secret", "downwardAPI"] as [StaticString] where volume.has(name) {
        var files = VolumeFiles()
        for item in volume[name]["items"].items { warnOfOverlap(item["path"], among: &files) }  // W15
      }
      var files = VolumeFiles()
      for source in volume["projected"]["sources"].items {
        // Bundles of trust and certificates are dropped before.
        if !source.hasProjection {
          inVersions(.warnsOfPaths) { $0.warn(.required, at: source, .nothingProjected) }  // W16
        }
        for name in ["configMap", "secret", "downwardAPI"] as [StaticString] {
          for item in source[name]["items"].items { warnOfOverlap(item["path"], among: &files) }  // W15
        }
        warnOfOverlap(source["serviceAccountToken"]["path"], among: &files)  // W15
      }
    }
  }

  private mutating func warnOfOverlap(_ path: Field, among files: inout VolumeFiles) {
    guard let other = files.overlap(adding: path) else { return }
    inVersions(.warnsOfPaths) {
      $0.warn(.mountPathTwice, at: path, .overlap(path, other), related: [.earlier(other)])
    }
  }
}

/// The files of a volume, and the folders in which they lie.
private struct VolumeFiles {
  private var files: [String: Field] = [:]
  private var folders: [String: Field] = [:]

  /// A file that is the same, a folder above or a file below; then the path counts among them.
  mutating func overlap(adding path: Field) -> Field? {
    var parts = (path.text ?? "").split(separator: "/", omittingEmptySubsequences: false)
    while parts.last?.isEmpty ?? false { parts.removeLast() }
    // Deeper ones are no names of files any more.
    guard !parts.isEmpty, parts.count <= 100 else { return nil }
    let name = parts.joined(separator: "/")
    var found = files[name] ?? folders[name]
    var folder = ""
    for part in parts.dropLast() {
      folder += folder.isEmpty ? String(part) : "/" + String(part)
      found = found ?? files[folder]
      if folders[folder] == nil { folders[folder] = path }
    }
    if files[name] == nil { files[name] = path }
    return found
  }
}

extension Field {
  /// Whether a source of a projected volume names something to project.
  fileprivate var hasProjection: Bool {
    for name in ["secret", "configMap", "downwardAPI", "serviceAccountToken"] as [StaticString] where has(name) {
      return true
    }
    return false
  }
}

extension Message {
  fileprivate static func overlap(_ path: Field, _ other: Field) -> Message {
    Message(
      en: "'\(path.written)' and '\(other.written)' cannot both lie in the volume: change one of the paths",
      ko: "'\(path.written)'과(와) '\(other.written)'은(는) 한 볼륨에 함께 둘 수 없습니다: 경로 하나를 바꾸십시오")
  }

  fileprivate static var nothingProjected: Message {
    Message(
      en: "the entry projects nothing: add a source such as 'configMap', or remove it",
      ko: "항목에 담을 것이 없습니다: 'configMap' 같은 출처를 추가하거나 지우십시오")
  }
}
