import Findings
import Resources

/// A kind that another has replaced, and of which the API server warns in some versions.
private struct DeprecatedKind {
  let apiVersion: StaticString
  let kind: StaticString
  let versions: VersionSet
  let replacement: StaticString

  /// Those of the core group; the last is only read from a server.
  static let all = [
    DeprecatedKind(
      apiVersion: "v1", kind: "Endpoints", versions: .minors(33...37),
      replacement: "EndpointSlice of discovery.k8s.io/v1"),
    DeprecatedKind(
      apiVersion: "v1", kind: "ComponentStatus", versions: .all, replacement: "the health endpoints of the components"),
  ]
}

extension Report {
  mutating func warnOfDeprecatedKind(_ object: Field) {
    for old in DeprecatedKind.all
    where object["kind"].hasText(old.kind) && object["apiVersion"].hasText(old.apiVersion) {
      inVersions(old.versions) {
        $0.warn(.deprecatedKind, at: object, .deprecatedKind("\(old.kind)", "\(old.replacement)"))
      }
    }
  }
}

extension Message {
  fileprivate static func deprecatedKind(_ kind: String, _ replacement: String) -> Message {
    Message(
      en: "\(kind) is deprecated: use \(replacement)", ko: "\(kind)은(는) 더는 쓰지 않습니다: \(replacement)을(를) 쓰십시오")
  }
}
