import Findings
import Schema

extension KindValidation {
  /// groups.md 3.7
  static let volumeAttributesClass = KindValidation(
    "storage.k8s.io/v1", "VolumeAttributesClass", earlier: ["storage.k8s.io/v1beta1"], scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttributesClass
        metadata: {name: quick}
        driverName: disks.example.com
        parameters: {iops: "4000"}
        """),
      Example(
        """
        apiVersion: storage.k8s.io/v1
        kind: VolumeAttributesClass
        metadata: {name: quick}
        driverName: disks example # ←
        parameters: {} # ←
        """),
    ]
  ) { report, object in
    report.require(object["driverName"])
    report.expect(object["driverName"], .annotationKey, as: .nameFormat)
    report.storageParameters(object["parameters"])
    report.require(object["parameters"], .noParameters)
  }
}

extension Message {
  fileprivate static var noParameters: Message {
    Message(
      en: "the class sets nothing: add 'parameters' with at least one that the driver knows",
      ko: "클래스가 정하는 값이 없습니다: 'parameters'에 드라이버가 아는 값을 하나 이상 쓰십시오")
  }
}
