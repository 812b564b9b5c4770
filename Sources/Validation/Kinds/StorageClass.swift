import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let storageClass = KindValidation(
    "storage.k8s.io/v1", "StorageClass", scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: ebs.csi.aws.com
        parameters: {type: gp3}
        volumeBindingMode: WaitForFirstConsumer
        allowedTopologies:
        - matchLabelExpressions:
          - {key: topology.kubernetes.io/zone, values: [zone-a, zone-b]}
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: "" # ←
        reclaimPolicy: Recycle # ←
        volumeBindingMode: WaitForConsumer # ←
        allowedTopologies:
        - matchLabelExpressions:
          - {key: topology.kubernetes.io/zone, values: [zone-a, zone-a]} # ←
        """),
    ]
  ) { report, object in
    report.require(object["provisioner"], .noProvisioner)
    report.expect(object["provisioner"], .annotationKey, as: .nameFormat)
    report.storageParameters(object["parameters"])
    report.expect(object["reclaimPolicy"], oneOf: ["Delete", "Retain"])
    report.expect(given: object["volumeBindingMode"], oneOf: ["Immediate", "WaitForFirstConsumer"])
    report.allowedTopologies(object["allowedTopologies"])
  }
}

extension Message {
  fileprivate static var noProvisioner: Message {
    Message(
      en: "nobody makes the volumes: add 'provisioner' with the name of a CSI driver",
      ko: "볼륨을 만들 주체가 없습니다: 'provisioner'에 CSI 드라이버 이름을 쓰십시오")
  }
}
