import Findings
import Schema

extension KindValidation {
  /// groups.md 3.1
  static let statefulSet = KindValidation(
    "apps/v1", "StatefulSet", names: .label,
    formerNames: FormerNames(grammar: .subdomain, versions: .freeStatefulNames),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector:
            matchLabels: {app: db}
          template:
            metadata:
              labels: {app: db}
            spec:
              containers:
              - name: db
                image: postgres:17
                volumeMounts:
                - {name: data, mountPath: /var/lib/postgresql}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              resources:
                requests: {storage: 10Gi}
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db.shop} # ←
        spec:
          podManagementPolicy: Together # ←
          selector:
            matchLabels: {app: db}
          template:
            metadata:
              labels: {app: db}
            spec:
              containers:
              - {name: db, image: "postgres:17"}
          volumeClaimTemplates:
          - metadata: {name: data}
            spec: # ←
              resources:
                requests: {storage: 10Gi}
        """),
    ]
  ) { report, object in
    let (spec, template) = (object["spec"], object["spec"]["template"])
    report.podManagement(spec["podManagementPolicy"])
    report.statefulUpdate(spec["updateStrategy"])
    let retention = spec["persistentVolumeClaimRetentionPolicy"]
    report.inVersions(.claimRetention) { report in
      report.expect(retention["whenDeleted"], oneOf: ["Retain", "Delete"])
      report.expect(retention["whenScaled"], oneOf: ["Retain", "Delete"])
    }
    for claim in spec["volumeClaimTemplates"].items {
      report.claimSpec(claim["spec"])
      report.warnOfPartsOfBytes(claim["spec"]["resources"])
    }
    report.expect(spec["replicas"], in: 0...)
    report.expect(spec["minReadySeconds"], in: 0...)
    report.inVersions(.ordinals) { $0.expect(spec["ordinals"]["start"], in: 0...) }
    report.inVersions(.governingService) { $0.expect(spec["serviceName"], .label) }
    if let limit = spec["revisionHistoryLimit"].integer, limit < 0 {
      report.warn(.numberRange, at: spec["revisionHistoryLimit"], .endlessHistory)
    }
    report.longRunning(template)
    guard report.selector(spec["selector"], selects: template) else { return }
    report.statefulTemplate(template, claims: spec["volumeClaimTemplates"])
  }
}

extension Report {
  fileprivate mutating func podManagement(_ policy: Field) {
    let known: Words = ["OrderedReady", "Parallel"]
    if !policy.isEmpty, !known.contains(policy) {
      refuse(
        policy,
        Message(
          en: "\(policy.name) '\(policy.written)' is not known: use \(known.list)",
          ko: "\(policy.name) '\(policy.written)'은(는) 알 수 없는 값입니다: \(known.list) 가운데 하나를 쓰십시오"),
        as: .notSupported)
    }
  }

  fileprivate mutating func statefulUpdate(_ strategy: Field) {
    let (type, rolling) = (strategy["type"], strategy["rollingUpdate"])
    let known: Words = ["RollingUpdate", "OnDelete"]
    if !type.isEmpty, !known.contains(type) {
      refuse(
        type.reported(at: strategy),
        Message(
          en: "update strategy '\(type.written)' is not known: use \(known.list)",
          ko: "업데이트 전략 '\(type.written)'은(는) 알 수 없는 값입니다: \(known.list) 가운데 하나를 쓰십시오"),
        as: .notSupported)
    } else if type.hasText("OnDelete") {
      if rolling.isGiven { refuse(rolling, .rollingOnDelete) }
    } else {
      expect(rolling["partition"], in: 0...)
      let unavailable = rolling["maxUnavailable"]
      inVersions(.unavailableInOrder) { report in
        report.expectShare(unavailable)
        report.expectAtMostAll(unavailable)
        if unavailable.isZeroShare { report.refuse(unavailable, .noneUnavailable, as: .stuckUpdate) }
      }
    }
  }

  /// Claims become volumes of the same name before the template is judged.
  fileprivate mutating func statefulTemplate(_ template: Field, claims: Field) {
    var volumes: [MountableVolume] = []
    for (index, claim) in claims.items.enumerated() {
      let name = claim["metadata"]["name"]
      let volume: [FieldPath.Element] = [.field("volumes"), .index(index)]
      let asVolume = name.reported(at: template["spec"], volume + [.field("name")])
      require(asVolume)
      require(
        name.reported(at: template["spec"], volume + [.field("persistentVolumeClaim"), .field("claimName")]))
      expect(asVolume, .label)
      volumes.append(MountableVolume(name: name, volume: nil))
    }
    podTemplate(template, claims: volumes)
    // Pods get both from the StatefulSet.
    withdraw(at: template["spec"]["hostname"])
    withdraw(at: template["spec"]["subdomain"])
  }
}

extension Report {
  /// A disk has whole bytes; the API server warns of amounts in thousandths of them.
  fileprivate mutating func warnOfPartsOfBytes(_ resources: Field) {
    for list in ["requests", "limits"] as [StaticString] {
      let storage = resources[list]["storage"]
      if let amount = storage.quantity, !amount.isWhole { warn(.quantity, at: storage, .partsOfBytes(storage)) }
    }
  }
}

extension Message {
  fileprivate static func partsOfBytes(_ storage: Field) -> Message {
    Message(
      en: "'\(storage.written)' is no whole number of bytes: write one such as '10Gi'",
      ko: "'\(storage.written)'은(는) 바이트의 정수가 아닙니다: '10Gi'처럼 쓰십시오")
  }

  fileprivate static var endlessHistory: Message {
    Message(
      en: "a negative limit keeps all revisions for ever: write how many to keep",
      ko: "음수로 쓰면 모든 리비전을 계속 보관합니다: 보관할 개수를 쓰십시오")
  }

  fileprivate static var noneUnavailable: Message {
    Message(
      en: "an update replaces Pods one after the other or several at a time: let 'maxUnavailable' be 1 or more",
      ko: "업데이트는 Pod를 하나씩 또는 여럿씩 교체합니다: 'maxUnavailable'을 1 이상으로 쓰십시오")
  }

  fileprivate static var rollingOnDelete: Message {
    Message(
      en: "with 'OnDelete' nothing rolls: remove 'rollingUpdate', or change the type",
      ko: "'OnDelete'에서는 롤링 업데이트가 없습니다: 'rollingUpdate'를 지우거나 종류를 바꾸십시오")
  }
}
