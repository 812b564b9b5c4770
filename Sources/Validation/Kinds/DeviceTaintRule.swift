import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17: a taint, and the devices that get it. Without a selector these are all.
  static let deviceTaintRule = KindValidation(
    "resource.k8s.io/v1", "DeviceTaintRule", earlier: ["resource.k8s.io/v1beta2"], scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: DeviceTaintRule
        metadata: {name: broken-gpu}
        spec:
          deviceSelector: {driver: gpu.example.com, pool: node-1, device: gpu-0}
          taint: {key: example.com/broken, effect: NoExecute}
        """),
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: DeviceTaintRule
        metadata: {name: broken-gpu}
        spec:
          deviceSelector:
            driver: gpu_example # ←
            pool: Node-1 # ←
            device: gpu.0 # ←
          taint:
            key: example.com/broken
            effect: Evict # ←
        """),
    ]
  ) { report, object in
    let (selector, taint) = (object["spec"]["deviceSelector"], object["spec"]["taint"])
    if selector["driver"].isGiven { report.driver(selector["driver"]) }
    if selector["pool"].isGiven { report.expectPoolName(selector["pool"]) }
    report.expect(given: selector["device"], .label)
    report.deviceTaint(taint)
  }
}
