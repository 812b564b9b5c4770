import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17
  static let resourceClaim = KindValidation(
    "resource.k8s.io/v1", "ResourceClaim", earlier: .deviceBetas,
    examples: [
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: gpus}
        spec:
          devices:
            requests:
            - name: main
              exactly: {deviceClassName: gpu.example.com, count: 2}
            - name: link
              firstAvailable:
              - {name: fast, deviceClassName: nic.example.com}
              - {name: any, deviceClassName: net.example.com}
            constraints:
            - {requests: [main, link/fast], matchAttribute: example.com/numaNode}
        """),
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceClaim
        metadata: {name: gpus}
        spec:
          devices:
            requests:
            - name: main
              exactly:
                deviceClassName: GPU # ←
                allocationMode: All
                count: 2 # ←
            - name: main # ←
              exactly: {deviceClassName: gpu.example.com, count: -1} # ←
            constraints:
            - {requests: [other], matchAttribute: numaNode} # ←
        """),
    ]
  ) { report, object in
    report.deviceClaim(object["spec"]["devices"], isFirstBeta: object.isOfFirstDeviceBeta)
  }
}
