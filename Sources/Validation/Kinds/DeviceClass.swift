import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17
  static let deviceClass = KindValidation(
    "resource.k8s.io/v1", "DeviceClass", earlier: .deviceBetas, scope: .cluster, metadata: .commonWithoutPrefix,
    examples: [
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu.example.com}
        spec:
          selectors:
          - cel: {expression: "device.driver == 'gpu.example.com'"}
          config:
          - opaque:
              driver: gpu.example.com
              parameters: {mode: shared}
          extendedResourceName: example.com/gpu
        """),
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: DeviceClass
        metadata: {name: gpu.example.com}
        spec:
          selectors:
          - cel: {expression: ""} # ←
          config:
          - opaque:
              driver: gpu_example # ←
              parameters: shared # ←
          extendedResourceName: gpu # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.deviceSelectors(spec["selectors"])
    if report.hasAtMost(32, spec["config"]) {
      for item in spec["config"].items { report.opaqueParameters(item["opaque"]) }
    }
    let name = spec["extendedResourceName"]
    report.inVersions(.newDeviceFields) { report in
      if name.isGiven, !name.isExtendedResource { report.refuse(name, .notExtended(name), as: .resourceName) }
    }
  }
}

extension Message {
  fileprivate static func notExtended(_ name: Field) -> Message {
    Message(
      en:
        "'\(name.written)' cannot stand for devices in 'resources': write a name with a domain, as in 'example.com/gpu'",
      ko: "'\(name.written)'은(는) 'resources'에서 장치를 나타낼 수 없습니다: 'example.com/gpu'처럼 도메인이 있는 이름을 쓰십시오")
  }
}
