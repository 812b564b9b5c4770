import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let volumeAttachment = KindValidation(
    "storage.k8s.io/v1", "VolumeAttachment", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttachment
        metadata: {name: attach-1}
        spec:
          attacher: disks.example.com
          nodeName: node-1
          source: {persistentVolumeName: disk-1}
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttachment
        metadata: {name: attach-1}
        spec: # ←
          attacher: disks_example # ←
          nodeName: Node-1 # ←
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttachment
        metadata: {name: attach-1}
        spec:
          attacher: disks.example.com
          nodeName: node-1
          source:
            inlineVolumeSpec: # ←
              accessModes: [ReadWriteOnce]
              capacity: {storage: 1Gi} # ←
              hostPath: {path: /srv}
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    let (name, inline) = (spec["source"]["persistentVolumeName"], spec["source"]["inlineVolumeSpec"])
    report.driver(spec["attacher"])
    switch (name.isGiven, inline.isGiven) {
    case (false, false): report.add(.required, at: spec["source"], .required, .noVolume)
    case (true, true): report.forbid(spec["source"], .twoVolumes)
    case (true, false): report.require(name)
    case (false, true): report.inlineVolume(inline)
    }
    if name.isGiven { report.expect(given: name, .subdomain) }
    report.expect(always: spec["nodeName"], .subdomain)
  }
}

extension Report {
  /// The spec of a volume that is attached without being an object: only a CSI source, and what attaching needs.
  fileprivate mutating func inlineVolume(_ spec: Field) {
    accessModes(spec["accessModes"])
    for name in ["claimRef", "nodeAffinity"] as [StaticString] {
      forbid(spec[name], .notInline(spec[name].name))
    }
    for name in ["capacity", "storageClassName"] as [StaticString] where !spec[name].isEmpty {
      forbid(spec[name], .notInline(spec[name].name))
    }
    require(spec["csi"], .noDriverInline)
    if !spec["persistentVolumeReclaimPolicy"].isEmpty, !spec["persistentVolumeReclaimPolicy"].hasText("Retain") {
      forbid(spec["persistentVolumeReclaimPolicy"], .onlyInline("Retain"))
    }
    if spec["volumeMode"].isGiven, !spec["volumeMode"].hasText("Filesystem") {
      forbid(spec["volumeMode"], .onlyInline("Filesystem"))
    }
    persistentVolumeSource(of: spec, name: spec["metadata"]["name"], hasNodes: false)
  }
}

extension Message {
  fileprivate static var noVolume: Message {
    Message(
      en: "nothing is attached: add 'source.persistentVolumeName'",
      ko: "연결할 볼륨이 없습니다: 'source.persistentVolumeName'을 추가하십시오")
  }

  fileprivate static var twoVolumes: Message {
    Message(
      en: "an attachment is of one volume: keep 'persistentVolumeName' or 'inlineVolumeSpec'",
      ko: "연결은 볼륨 하나에 대한 것입니다: 'persistentVolumeName'과 'inlineVolumeSpec' 가운데 하나만 두십시오")
  }

  fileprivate static func notInline(_ name: String) -> Message {
    Message(
      en: "a volume without an object of its own has no '\(name)': remove it",
      ko: "객체가 따로 없는 볼륨에는 '\(name)'이(가) 없습니다: 지우십시오")
  }

  fileprivate static func onlyInline(_ word: String) -> Message {
    Message(
      en: "a volume without an object of its own allows only '\(word)' here: write that",
      ko: "객체가 따로 없는 볼륨에는 '\(word)'만 쓸 수 있습니다: 그것을 쓰십시오")
  }

  fileprivate static var noDriverInline: Message {
    Message(
      en: "a volume without an object of its own comes from a CSI driver: add 'csi'",
      ko: "객체가 따로 없는 볼륨은 CSI 드라이버의 것입니다: 'csi'를 추가하십시오")
  }
}
