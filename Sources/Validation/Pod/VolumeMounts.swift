import Findings
import Schema
import YAML

extension Report {
  /// `volumeMounts` of a container (core.md 3.8). A volume that failed its own checks counts as missing.
  mutating func volumeMounts(of container: Field, in pod: PodScope) {
    let (mounts, devices) = (container["volumeMounts"], container["volumeDevices"])
    let isPrivileged = container["securityContext"]["privileged"].isTrue
    let used = PathsByName(devices, "devicePath")
    var mounted: [String: Field] = [:]
    for mount in mounts.items {
      let (name, path) = (mount["name"], mount["mountPath"])
      require(name)  // MNT1
      expectVolume(name, in: pod)  // MNT2
      require(path)  // MNT3
      if let first = mounted.updateFirst(path) {
        refuse(path, .pathTwice(path), as: .mountPathTwice, related: [.earlier(first)])  // MNT4
      }
      if used.hasName(name) { refuse(name, .mountedAndDevice(name)) }  // MNT5
      if used.hasPath(path) { refuse(path, .pathTwice(path), as: .mountPathTwice) }  // MNT6
      if mount["subPath"].isGiven { expectRelativePath(mount["subPath"].reported(at: mounts, "subPath")) }  // MNT7
      if !mount["subPath"].isEmpty, !mount["subPathExpr"].isEmpty {
        refuse(mount["subPathExpr"], .twoSubPaths)  // MNT8
      }
      if mount["subPathExpr"].isGiven {
        expectRelativePath(mount["subPathExpr"].reported(at: mounts, "subPathExpr"))  // MNT9
      }
      propagation(of: mount, in: mounts, isPrivileged: isPrivileged)
      if mount.has("recursiveReadOnly") {
        inVersions(.recursiveReadOnly) { $0.recursiveReadOnly(of: mount, in: mounts) }
      }
    }
  }

  private mutating func propagation(of mount: Field, in mounts: Field, isPrivileged: Bool) {
    guard mount["mountPropagation"].isGiven else { return }
    let propagation = mount["mountPropagation"].reported(at: mounts, "mountPropagation")
    expect(given: propagation, oneOf: ["Bidirectional", "HostToContainer", "None"])  // MNT10
    if propagation.hasText("Bidirectional"), !isPrivileged { forbid(propagation, .unprivilegedPropagation) }  // MNT11
  }

  private mutating func recursiveReadOnly(of mount: Field, in mounts: Field) {
    let recursive = mount["recursiveReadOnly"].reported(at: mounts, "recursiveReadOnly")
    expect(given: recursive, oneOf: ["Disabled", "IfPossible", "Enabled"])  // MNT12
    guard recursive.hasText("IfPossible") || recursive.hasText("Enabled") else { return }
    if !mount["readOnly"].isTrue { forbid(recursive, .recursiveWithoutReadOnly) }  // MNT13
    let propagation = mount["mountPropagation"]
    if propagation.isGiven, !propagation.hasText("None") { forbid(recursive, .recursiveWithPropagation) }  // MNT14
  }

  /// `volumeDevices` of a container.
  mutating func volumeDevices(of container: Field, in pod: PodScope) {
    let (mounts, devices) = (container["volumeMounts"], container["volumeDevices"])
    guard !devices.isEmpty else { return }
    let used = PathsByName(mounts, "mountPath")
    var (names, paths): ([String: Field], [String: Field]) = ([:], [:])
    for device in devices.items {
      let (name, path) = (device["name"], device["devicePath"])
      require(name)  // MNT15
      if !name.isEmpty, names.updateFirst(name) != nil { refuse(name, .deviceTwice(name)) }  // MNT16
      if let volume = pod.volume(named: name) {
        if !volume.isClaim { refuse(name, .noClaim(name)) }  // MNT17
      } else {
        expectVolume(name, in: pod)  // MNT18
      }
      require(path)  // MNT19
      if let first = paths.updateFirst(path) {
        refuse(path, .pathTwice(path), as: .mountPathTwice, related: [.earlier(first)])  // MNT20
      }
      expectNoBacksteps(path)  // MNT21
      if used.hasName(name) { refuse(name, .mountedAndDevice(name)) }  // MNT22
      if used.hasPath(path) { refuse(path, .pathTwice(path), as: .mountPathTwice) }  // MNT23
    }
  }

  private mutating func expectVolume(_ name: Field, in pod: PodScope) {
    if pod.volume(named: name) != nil { return }
    let list = pod.spec["volumes"]
    var names: [String] = []
    for volume in list.items { if let name = volume["name"].text { names.append(name) } }
    // Each costs a comparison, and mounts may be as many.
    let near = names.count > 64 ? nil : name.text.flatMap { Nearest.word(to: $0, among: names) }
    let meant = near.flatMap { near in list.items.first { $0["name"].text == near }?["name"] }
    var fix: Fix?
    // Nothing outside of the Pod knows its volumes by these names.
    if let near, near != name.text, let node = name.node, !node.isAliased {
      fix = Fix(
        title: Message(en: "write '\(near)'", ko: "'\(near)'(으)로 쓰기"),
        edits: [Fix.Edit(range: node.range, replacement: near)])
    }
    add(
      .mountWithoutVolume, at: name, .notFound, .noVolume(name, in: pod), fix: fix,
      related: list.isGiven
        ? [
          Related(
            range: (meant ?? list).range, message: Message(en: "the Pod's volumes are here", ko: "Pod의 볼륨 목록입니다"))
        ] : [])
  }
}

/// The paths of a container's mounts or devices by the names of their volumes, as the API server keeps them: of those
/// with one name only the last, and of what is absent an empty text.
private struct PathsByName {
  private var names: [String: String] = [:]
  private var paths: Set<String> = []

  init(_ list: Field, _ path: StaticString) {
    for item in list.items { names[item["name"].textOrEmpty] = item[path].textOrEmpty }
    paths = Set(names.values)
  }

  func hasName(_ field: Field) -> Bool { !names.isEmpty && names[field.textOrEmpty] != nil }
  func hasPath(_ field: Field) -> Bool { !paths.isEmpty && paths.contains(field.textOrEmpty) }
}

extension Field {
  fileprivate var textOrEmpty: String { node.map { $0.isScalar ? $0.text : "" } ?? "" }
}

extension [String: Field] {
  /// The field that came first with the same text; otherwise the field is the first. Absent ones have the empty text.
  mutating func updateFirst(_ field: Field) -> Field? {
    let text = field.textOrEmpty
    if let first = self[text] { return first }
    self[text] = field
    return nil
  }
}

extension Message {
  /// A name of a volume that the Pod does not have, or whose own mistakes keep it from counting.
  static func noVolume(_ name: Field, in pod: PodScope) -> Message {
    let written = name.text ?? ""
    // Only the wording hangs on it, so of very many volumes not all are asked.
    if pod.spec["volumes"].items.prefix(100).contains(where: { $0["name"].hasTextOf(name) }) {
      return Message(
        en: "volume '\(written)' has mistakes of its own: mend these first",
        ko: "볼륨 '\(written)'에 다른 오류가 있습니다: 그것부터 고치십시오")
    }
    var known: [String] = []
    for volume in pod.spec["volumes"].items {
      // Nobody reads more of them.
      if known.count == 8 { break }
      if let name = volume["name"].text { known.append("'\(name)'") }
    }
    return known.isEmpty
      ? Message(
        en: "the Pod has no volume '\(written)': add it to 'volumes'",
        ko: "Pod에 볼륨 '\(written)'이(가) 없습니다: 'volumes'에 추가하십시오")
      : Message(
        en: "the Pod has no volume '\(written)': add it, or use one of \(known.joined(separator: ", "))",
        ko: "Pod에 볼륨 '\(written)'이(가) 없습니다: 추가하거나 \(known.joined(separator: ", ")) 가운데 하나를 쓰십시오")
  }

  fileprivate static func pathTwice(_ path: Field) -> Message {
    if path.isEmpty {
      return Message(
        en: "another entry of this container has no path either: give each its own",
        ko: "이 컨테이너의 다른 항목에도 경로가 없습니다: 각각 경로를 쓰십시오")
    }
    return Message(
      en: "'\(path.written)' is used twice in this container: mount one of them elsewhere",
      ko: "이 컨테이너에서 '\(path.written)'이(가) 두 번 쓰였습니다: 하나는 다른 곳에 마운트하십시오")
  }

  fileprivate static func mountedAndDevice(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' is mounted and used as a device: keep one",
      ko: "'\(name.written)'이(가) 마운트와 장치로 함께 쓰였습니다: 하나만 두십시오")
  }

  fileprivate static func deviceTwice(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' is used as a device twice: keep one", ko: "'\(name.written)'이(가) 장치로 두 번 쓰였습니다: 하나만 두십시오")
  }

  fileprivate static func noClaim(_ name: Field) -> Message {
    Message(
      en: "only a claim's volume can be a raw device: make '\(name.written)' a 'persistentVolumeClaim', or mount it",
      ko: "클레임의 볼륨만 블록 장치가 될 수 있습니다: '\(name.written)'을(를) 'persistentVolumeClaim'으로 만들거나 마운트하십시오")
  }

  fileprivate static var twoSubPaths: Message {
    Message(en: "'subPath' is given too: keep one of the two", ko: "'subPath'도 쓰였습니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var unprivilegedPropagation: Message {
    Message(
      en: "only a privileged container may mount back to the node: use 'HostToContainer' or 'None'",
      ko: "특권 컨테이너만 노드로 마운트를 되돌릴 수 있습니다: 'HostToContainer'나 'None'을 쓰십시오")
  }

  fileprivate static var recursiveWithoutReadOnly: Message {
    Message(
      en: "'recursiveReadOnly' needs 'readOnly: true' beside it: add it",
      ko: "'recursiveReadOnly'에는 'readOnly: true'가 함께 있어야 합니다: 추가하십시오")
  }

  fileprivate static var recursiveWithPropagation: Message {
    Message(
      en: "'recursiveReadOnly' needs 'mountPropagation: None': change it or leave it out",
      ko: "'recursiveReadOnly'에는 'mountPropagation: None'이 필요합니다: 바꾸거나 지우십시오")
  }
}
