import Findings
import Schema
import YAML

extension Words {
  /// The sources of a Pod's volume, in the order in which the API server looks for them.
  fileprivate static let podSources: Words = [
    "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi",
    "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte", "downwardAPI", "fc",
    "flexVolume", "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk",
    "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
  ]
}

extension Field {
  /// Whether a volume is an `emptyDir`, as one without a source is by default.
  var isEmptyDirectory: Bool {
    self["emptyDir"].isGiven || !Words.podSources.words.contains { has($0) }
  }
}

extension Report {
  /// The volumes of a Pod (core.md 3.14); answers with those that have no findings. `podName` is absent in templates;
  /// `claims` take the place of volumes with their names.
  mutating func volumes(
    _ volumes: Field, podName: Field?, claims: [MountableVolume]
  ) -> [String: MountableVolume] {
    var ofClaims: [String: MountableVolume] = [:]
    for claim in claims { ofClaims[claim.name.text ?? ""] = claim }
    var valid = ofClaims.filter { $0.value.name.isOf(.label) }
    let ephemeral = claimsOfEphemeral(volumes, podName: podName)
    var index = ofClaims.count
    for written in volumes.items {
      let before = findings.count
      let text = written["name"].text ?? ""
      if ofClaims[text] != nil { continue }
      // The volumes of claims come first, and shift the others.
      let volume = claims.isEmpty ? written : written.reported(at: volumes, [.index(index)])
      index += 1
      let name = volume["name"]
      require(name)  // VOL1
      expect(name, .label)  // VOL2
      longInitiator(of: volume)
      for source in onlySource(of: volume, among: .podSources) { podSource(source, of: volume, podName: podName) }
      if let first = valid[text], !text.isEmpty { addDuplicate(name, of: first.name) }  // VOL3
      if findings.count == before { valid[text] = MountableVolume(name: name, volume: volume) }
      // A claim that is taken is there to be mounted all the same.
      let claim = volume["persistentVolumeClaim"]["claimName"]
      if let other = claim.text.flatMap({ ephemeral[$0] }) { refuse(claim, .claimTaken(other)) }  // VOL6
    }
    return valid
  }

  /// Looked at wherever the field is given, be it one source too many.
  private mutating func longInitiator(of volume: Field) {
    let source = volume["iscsi"]
    guard source["initiatorName"].isGiven else { return }
    let bytes = (volume["name"].text ?? "").utf8.count + 1 + (source["targetPortal"].text ?? "").utf8.count
    if bytes > 64 { refuse(volume["name"], .longInitiator) }  // VOL31
  }

  /// The names of the claims that ephemeral volumes of a Pod will make, with the volumes' own.
  private func claimsOfEphemeral(_ volumes: Field, podName: Field?) -> [String: String] {
    guard let pod = podName?.text else { return [:] }
    var claims: [String: String] = [:]
    for volume in volumes.items where volume.has("ephemeral") {
      if let name = volume["name"].text { claims["\(pod)-\(name)"] = name }
    }
    return claims
  }

  /// The first source of a volume, as a list of one or none; further ones are forbidden.
  mutating func onlySource(of volume: Field, among names: Words, neverExtra: StaticString = "") -> [Field] {
    var first: Field?
    for name in names.words where volume.has(name) {
      let source = volume[name]
      if let first {
        if "\(name)" == "\(neverExtra)" { continue }
        forbid(  // VOL5 PV14
          source.calledAsExtra(in: volume), .twoSources(first, source), as: .severalVolumeSources,
          related: [Related(range: first.range, message: Message(en: "the first is here", ko: "첫 번째입니다"))])
      } else {
        first = source
      }
    }
    return first.map { [$0] } ?? []
  }

  private mutating func podSource(_ source: Field, of volume: Field, podName: Field?) {
    switch source.name {
    case "emptyDir":
      if let size = source["sizeLimit"].quantity, size.sign < 0 { forbid(source["sizeLimit"], .negativeSize) }  // VOL7
    case "secret":
      require(source["secretName"])  // VOL17
      items(of: source)
    case "configMap":
      require(source["name"])  // VOL19
      items(of: source)
    case "persistentVolumeClaim": require(source["claimName"])  // VOL36
    case "downwardAPI":
      expectMode(source["defaultMode"])  // VOL18
      downwardItems(of: source)
    case "gitRepo":
      require(source["repository"])  // VOL11
      expectRelativePath(source["directory"])  // VOL12
    case "glusterfs":
      require(source["endpoints"])  // VOL32
      require(source["path"])  // VOL32
    case "iscsi": iscsi(source)
    case "cinder":
      require(source["volumeID"])  // VOL38
      referenceName(of: source["secretRef"])  // VOL39
    case "azureFile":
      require(source["secretName"])  // VOL57
      require(source["shareName"])  // VOL57
    case "storageos":
      storageOS(source)
      referenceName(of: source["secretRef"])  // VOL68
    case "csi":
      driver(source["driver"])
      let secret = source["nodePublishSecretRef"]
      referenceName(of: secret)  // VOL73
      expect(secret["name"].reported(at: source, "name"), .subdomain)  // VOL74
    case "ephemeral": ephemeral(source, of: volume, podName: podName)
    case "image":
      inVersions(.imageVolumes) { report in
        if podName != nil { report.require(source["reference"]) }  // VOL80
        report.expect(source["pullPolicy"], oneOf: ["Always", "IfNotPresent", "Never"])  // VOL82
      }
    case "projected": projected(source)
    default: sharedSource(source, of: volume)
    }
  }

  /// Keys of a ConfigMap or a Secret as files.
  mutating func items(of source: Field) {
    expectMode(source["defaultMode"])  // VOL18
    for item in source["items"].items {
      require(item["key"])  // VOL20
      require(item["path"])  // VOL21
      expectFilePath(item["path"])  // VOL22
      expectMode(item["mode"])  // VOL23
    }
  }

  mutating func expectMode(_ mode: Field) {
    expect(mode, in: 0...511, as: .fileMode)
  }

  /// Fields of the Pod as files; the API server names no item.
  mutating func downwardItems(of source: Field) {
    for item in source["items"].items {
      let item = item.reported(at: source)
      require(item["path"])  // VOL45
      expectFilePath(item["path"])  // VOL46
      fieldAndResource(item, inVolume: true)  // VOL47
      switch (item["fieldRef"].isGiven, item["resourceFieldRef"].isGiven) {
      case (true, true): refuse(item, .downwardSource("one of them"))  // VOL48
      case (false, false): add(.required, at: item, .required, .downwardSource("one"))  // VOL49
      default: break
      }
      expectMode(item["mode"])  // VOL50
    }
  }

  private mutating func ephemeral(_ source: Field, of volume: Field, podName: Field?) {
    let template = source["volumeClaimTemplate"]
    if !template.isGiven { return add(.required, at: template, .required, .noClaimTemplate) }  // VOL75
    templateMetadata(template["metadata"])  // VOL76 VOL77
    claimSpec(template["spec"], isTemplateOfVolume: true)  // VOL78
    if let pod = podName?.text, let name = volume["name"].text, !Grammar.subdomain.matches("\(pod)-\(name)") {
      refuse(volume["name"], .claimName("\(pod)-\(name)"), as: .nameFormat)  // VOL79
    }
  }

  private mutating func projected(_ volume: Field) {
    expectMode(volume["defaultMode"])  // VOL18
    var paths: [String: Field] = [:]
    for source in volume["sources"].items {
      var count = 0
      // Bundles of trust and certificates are dropped, as their gates are off (VOL92, VOL93).
      for name in ["secret", "configMap", "downwardAPI", "serviceAccountToken"] as [StaticString]
      where source.has(name) { count += 1 }
      if count > 1 { forbid(source, .twoProjections, as: .severalVolumeSources) }  // VOL83
      for part in [source["secret"], source["configMap"]] where part.isGiven {
        require(part["name"])  // VOL84
        items(of: part)  // VOL85
        projectedPaths(part, seen: &paths, in: volume)
      }
      if source["downwardAPI"].isGiven {
        downwardItems(of: source["downwardAPI"])  // VOL87
        projectedPaths(source["downwardAPI"], seen: &paths, in: volume)
      }
      let token = source["serviceAccountToken"]
      guard token.isGiven else { continue }
      expect(token["expirationSeconds"], in: 600...4_294_967_296)  // VOL88 VOL89
      require(token["path"].reported(at: volume, "path"))  // VOL90
      expectFilePath(token["path"].reported(at: volume, "path"))  // VOL91
    }
  }

  private mutating func projectedPaths(_ part: Field, seen: inout [String: Field], in volume: Field) {
    for item in part["items"].items where !item["path"].isEmpty {
      if let first = seen.updateFirst(item["path"]) {
        refuse(item["path"].reported(at: volume), .projectedTwice(first), as: .mountPathTwice)  // VOL86
      }
    }
  }
}

extension Field {
  /// Some sources have other names when the API server calls them one too many.
  fileprivate func calledAsExtra(in volume: Field) -> Field {
    switch name {
    case "cephfs": reported(at: volume, "cephFS")
    case "downwardAPI": reported(at: volume, "downwarAPI")
    default: self
    }
  }
}

extension Message {
  fileprivate static func twoSources(_ first: Field, _ second: Field) -> Message {
    Message(
      en: "the volume is a '\(first.name)' already: remove '\(second.name)', or make it a volume of its own",
      ko: "이 볼륨은 이미 '\(first.name)'입니다: '\(second.name)'을(를) 지우거나 따로 볼륨을 만드십시오")
  }

  fileprivate static var negativeSize: Message {
    Message(en: "the size is negative: write 0 or more", ko: "크기가 음수입니다: 0 이상을 쓰십시오")
  }

  fileprivate static var longInitiator: Message {
    Message(
      en: "the volume's name and its 'targetPortal' are longer than 64 bytes together: shorten the name",
      ko: "볼륨 이름과 'targetPortal'을 합친 길이가 64바이트를 넘습니다: 이름을 줄이십시오")
  }

  fileprivate static func downwardSource(_ count: String) -> Message {
    Message(
      en: "a file shows a 'fieldRef' or a 'resourceFieldRef': give \(count)",
      ko: "파일에는 'fieldRef'나 'resourceFieldRef' 가운데 하나를 쓰십시오")
  }

  fileprivate static var noClaimTemplate: Message {
    Message(
      en: "an ephemeral volume makes its claim from a template: add 'volumeClaimTemplate'",
      ko: "임시 볼륨은 템플릿으로 클레임을 만듭니다: 'volumeClaimTemplate'을 추가하십시오")
  }

  fileprivate static func claimName(_ name: String) -> Message {
    Message(
      en: "the claim of this volume would be called '\(name)', which is no name: rename the volume or the Pod",
      ko: "이 볼륨의 클레임 이름은 '\(name)'이(가) 되는데 쓸 수 없는 이름입니다: 볼륨이나 Pod의 이름을 바꾸십시오")
  }

  fileprivate static func claimTaken(_ name: String) -> Message {
    Message(
      en: "the ephemeral volume '\(name)' makes a claim of this name: use another",
      ko: "임시 볼륨 '\(name)'이(가) 같은 이름의 클레임을 만듭니다: 다른 이름을 쓰십시오")
  }

  fileprivate static var twoProjections: Message {
    Message(
      en: "one entry projects one source: write an entry for each", ko: "항목 하나는 출처 하나만 담습니다: 출처마다 항목을 따로 쓰십시오")
  }

  fileprivate static func projectedTwice(_ first: Field) -> Message {
    Message(
      en: "two sources write the file '\(first.written)': give one another path",
      ko: "두 출처가 파일 '\(first.written)'을(를) 씁니다: 하나의 경로를 바꾸십시오")
  }
}
