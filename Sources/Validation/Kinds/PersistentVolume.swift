import Findings
import Schema
import YAML

extension KindValidation {
  /// core.md 4.8
  static let persistentVolume = KindValidation(
    "v1", "PersistentVolume", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk-1}
        spec:
          capacity: {storage: 10Gi}
          accessModes: [ReadWriteOnce]
          hostPath: {path: /srv/disk-1}
        """),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk-1}
        spec: # ←
          capacity: {storage: 10Gi}
          volumeMode: block # ←
          nfs: {server: files, path: /disk-1}
          local: {path: /srv/disk-1} # ←
        """),
      Example(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: disk-1
          annotations:
            volume.beta.kubernetes.io/mount-options: ro # ←
            volume.beta.kubernetes.io/storage-class: slow # ←
        spec:
          capacity: {storage: 10Gi}
          accessModes: [ReadWriteOnce]
          persistentVolumeReclaimPolicy: Recycle # ←
          nodeAffinity:
            required:
              nodeSelectorTerms:
              - matchExpressions:
                - key: beta.kubernetes.io/os # ←
                  operator: In
                  values: [linux]
          glusterfs: {endpoints: files, path: disk-1} # ←
        """),
    ]
  ) { report, object in
    report.persistentVolume(object["spec"], of: object)
    report.dropped(object["spec"]["volumeAttributesClassName"], .volumeAttributesDropped)
    report.warnOfPersistentVolume(object["spec"], of: object)
  }
}

extension Words {
  fileprivate static let sources: Words = [
    "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "glusterfs", "flocker", "nfs", "rbd", "quobyte", "cephfs",
    "iscsi", "cinder", "fc", "flexVolume", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume",
    "azureDisk", "scaleIO", "local", "storageos", "csi",
  ]
  /// Sources whose driver takes no mount options.
  fileprivate static let withoutMountOptions: Words = [
    "hostPath", "local", "csi", "fc", "flexVolume", "flocker", "portworxVolume", "scaleIO", "storageos",
  ]
}

extension Report {
  fileprivate mutating func persistentVolume(_ spec: Field, of object: Field) {
    accessModes(spec["accessModes"])  // PV1–PV3
    capacity(spec["capacity"])
    expect(spec["persistentVolumeReclaimPolicy"], oneOf: ["Delete", "Recycle", "Retain"])  // PV8
    if spec["persistentVolumeReclaimPolicy"].hasText("Recycle"), spec["hostPath"]["path"].isRootPath {
      forbid(spec["persistentVolumeReclaimPolicy"], .recycledRoot)  // PV9
    }
    nodeAffinity(of: spec)
    persistentVolumeSource(of: spec, name: object["metadata"]["name"], hasNodes: spec["nodeAffinity"].isGiven)
    expect(spec["storageClassName"], .subdomain)  // PV32
    expect(given: spec["volumeMode"], oneOf: .volumeModes)  // PV33
    if spec.has("volumeAttributesClassName") { inVersions(.volumeAttributes) { $0.attributesClass(of: spec) } }
    mountOptions(of: object)
  }

  private mutating func attributesClass(of spec: Field) {
    let name = spec["volumeAttributesClassName"]
    require(name)  // PV34
    expect(name, .subdomain)  // PV35
    if !spec["csi"].isGiven { add(.required, at: spec["csi"], .required, .attributesWithoutDriver) }  // PV36
  }

  fileprivate mutating func warnOfPersistentVolume(_ spec: Field, of object: Field) {
    warnOfStorageAnnotation("volume.beta.kubernetes.io/storage-class", of: object, field: "storageClassName")  // W39
    warnOfStorageAnnotation("volume.beta.kubernetes.io/mount-options", of: object, field: "mountOptions")  // W40
    let policy = spec["persistentVolumeReclaimPolicy"]
    if policy.hasText("Recycle") { warn(.deprecated, at: policy, .recycling) }  // W41
    for term in spec["nodeAffinity"]["required"]["nodeSelectorTerms"].items {
      warnOfDeprecatedLabels(ofTerm: term)  // W42
    }
    for name in ["photonPersistentDisk", "scaleIO", "storageos", "glusterfs"] as [StaticString] where spec.has(name) {
      warnOfOldSource(spec[name])  // W43
    }
    warnOfCeph(spec)  // W43
  }

  private mutating func capacity(_ capacity: Field) {
    require(capacity, .noCapacity)  // PV4
    if capacity.count != 1 || capacity.node?.member("storage") == nil {
      let known: Words = ["storage"]
      add(.notSupported, at: capacity, .notSupported, .storageAlone, detail: known.detail)  // PV5
    }
    for (_, value) in capacity.entries { expectPositive(value) }  // PV6 PV7
  }

  private mutating func nodeAffinity(of spec: Field) {
    guard spec["nodeAffinity"].isGiven else { return }
    let required = spec["nodeAffinity"]["required"]
    if required.isGiven { nodeSelector(required) } else { require(required) }  // PV10 PV11
  }

  /// Where a volume lies, also one that a VolumeAttachment holds.
  mutating func persistentVolumeSource(of spec: Field, name: Field, hasNodes: Bool) {
    let sources = onlySource(of: spec, among: .sources, neverExtra: "flexVolume")  // PV14
    if sources.isEmpty { add(.required, at: spec, .required, .noSource) }  // PV13
    for source in sources {
      volumeSource(source, of: spec, name: name)
      if source.name == "local", !hasNodes {
        add(.required, at: spec["nodeAffinity"], .required, .localWithoutNode)  // PV12
      }
      if source.name != "flexVolume", spec.has("flexVolume") { sharedSource(spec["flexVolume"], of: spec) }
    }
  }

  private mutating func volumeSource(_ source: Field, of spec: Field, name: Field) {
    switch source.name {
    case "glusterfs":
      require(source["endpoints"])  // PV16
      require(source["path"])  // PV16
      if source["endpointsNamespace"].isGiven { expect(given: source["endpointsNamespace"], .label) }  // PV17
    case "iscsi":
      iscsi(source)  // PV18
      if source["initiatorName"].isGiven,
        (name.text ?? "").utf8.count + 1 + (source["targetPortal"].text ?? "").utf8.count > 64
      {
        refuse(source["targetPortal"].reported(at: source, "targetportal"), .longPortal)  // PV19
      }
      referenceName(of: source["secretRef"])  // PV20
    case "cinder":
      require(source["volumeID"])  // PV21
      referenceNames(of: source["secretRef"])  // PV21
    case "storageos":
      storageOS(source)
      referenceNames(of: source["secretRef"])  // PV22
    case "azureFile":
      require(source["secretName"])  // PV23
      require(source["shareName"])  // PV23
      if source["secretNamespace"].isGiven { require(source["secretNamespace"]) }  // PV23
    case "local":
      require(source["path"])  // PV24
      expectNoBacksteps(source["path"])  // PV25
    case "csi": driverVolume(source)
    default: sharedSource(source, of: spec)  // PV15
    }
  }

  private mutating func driverVolume(_ source: Field) {
    driver(source["driver"])  // PV26
    require(source["volumeHandle"])  // PV27
    for name in [
      "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef",
    ] as [StaticString] {
      let secret = source[name]
      referenceNames(of: secret)  // PV28 PV30
      expect(secret["name"], .subdomain)  // PV29
      expect(secret["namespace"], .label)  // PV31
    }
  }

  /// A reference to an object of another namespace names both.
  private mutating func referenceNames(of reference: Field) {
    guard reference.isGiven else { return }
    require(reference["name"])
    require(reference["namespace"])
  }

  private mutating func mountOptions(of object: Field) {
    let annotations = object["metadata"]["annotations"]
    let options = annotations["volume.beta.kubernetes.io/mount-options"]
    guard options.isGiven else { return }
    let sources = Words.sources.words.filter { object["spec"].has($0) }
    let without = Words.withoutMountOptions.words.filter { object["spec"].has($0) }
    // One source that takes options is enough.
    if sources.count == without.count { forbid(options, .mountOptions(without.first.map { "\($0)" })) }  // PV37
  }
}

extension Field {
  /// `/`, also written as `//` or `/./`.
  fileprivate var isRootPath: Bool {
    guard let text, text.hasPrefix("/") else { return false }
    var depth = 0
    for part in text.split(separator: "/") where part != "." { depth = part == ".." ? max(0, depth - 1) : depth + 1 }
    return depth == 0
  }
}

extension Message {
  fileprivate static var recycledRoot: Message {
    Message(
      en: "recycling would empty the node's whole disk: write 'Retain', or a path below '/'",
      ko: "재활용하면 노드의 디스크 전체가 비워집니다: 'Retain'을 쓰거나 '/' 아래의 경로를 쓰십시오")
  }

  fileprivate static var recycling: Message {
    Message(
      en: "recycling is deprecated: write 'Retain', or let a StorageClass provision volumes",
      ko: "재활용은 더는 쓰지 않습니다: 'Retain'을 쓰거나 StorageClass로 볼륨을 프로비저닝하십시오")
  }

  fileprivate static var noSource: Message {
    Message(
      en: "the volume lies nowhere: add one source such as 'csi', 'nfs' or 'hostPath'",
      ko: "볼륨의 위치가 없습니다: 'csi', 'nfs', 'hostPath' 같은 출처를 하나 쓰십시오")
  }

  fileprivate static var attributesWithoutDriver: Message {
    Message(
      en: "only a CSI driver knows attribute classes: use a 'csi' source, or remove 'volumeAttributesClassName'",
      ko: "속성 클래스는 CSI 드라이버만 압니다: 'csi'를 쓰거나 'volumeAttributesClassName'을 지우십시오")
  }

  fileprivate static var noCapacity: Message {
    Message(en: "the volume says no size: add 'capacity.storage'", ko: "볼륨의 크기가 없습니다: 'capacity.storage'를 추가하십시오")
  }

  fileprivate static var storageAlone: Message {
    Message(
      en: "a volume's capacity is its 'storage' and nothing else: write that alone",
      ko: "볼륨의 용량은 'storage'뿐입니다: 그것만 쓰십시오")
  }

  fileprivate static var localWithoutNode: Message {
    Message(
      en: "a local volume lies on certain nodes: name them in 'nodeAffinity.required'",
      ko: "로컬 볼륨은 특정 노드에 있습니다: 'nodeAffinity.required'에 노드를 쓰십시오")
  }

  fileprivate static var longPortal: Message {
    Message(
      en: "the volume's name and its 'targetPortal' are longer than 64 bytes together: shorten the name",
      ko: "볼륨 이름과 'targetPortal'을 합친 길이가 64바이트를 넘습니다: 이름을 줄이십시오")
  }

  fileprivate static func mountOptions(_ source: String?) -> Message {
    guard let source else {
      return Message(
        en: "a volume without a source takes no mount options: remove the annotation",
        ko: "소스가 없는 볼륨에는 마운트 옵션을 쓸 수 없습니다: 어노테이션을 지우십시오")
    }
    return Message(
      en: "a '\(source)' volume takes no mount options: remove the annotation",
      ko: "'\(source)' 볼륨에는 마운트 옵션을 쓸 수 없습니다: 어노테이션을 지우십시오")
  }
}
