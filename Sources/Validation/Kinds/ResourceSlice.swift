import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17
  static let resourceSlice = KindValidation(
    "resource.k8s.io/v1", "ResourceSlice", earlier: .deviceBetas, scope: .cluster,
    examples: [
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: node-1-gpus}
        spec:
          driver: gpu.example.com
          nodeName: node-1
          pool: {name: node-1, generation: 1, resourceSliceCount: 1}
          devices:
          - name: gpu-0
            attributes:
              model: {string: A100}
              driverVersion: {version: 1.2.3}
            capacity:
              memory: {value: 40Gi}
        """),
      Example(
        """
        apiVersion: resource.k8s.io/v1
        kind: ResourceSlice
        metadata: {name: node-1-gpus}
        spec:
          driver: gpu.example.com
          nodeName: node-1
          allNodes: false # ←
          pool: {name: node-1, resourceSliceCount: 0} # ←
          devices:
          - name: GPU-0 # ←
            attributes:
              model: {} # ←
              driverVersion: {version: "1.2"} # ←
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.driver(spec["driver"])
    if let name = spec["driver"].text, name != name.lowercased() {
      report.warn(.nameFormat, at: spec["driver"], .driverCase)
    }
    report.expectPoolName(spec["pool"]["name"])
    report.positive(spec["pool"]["resourceSliceCount"])
    report.expect(spec["pool"]["generation"], in: 0...)
    if spec["perDeviceNodeSelection"].isGiven {
      report.inVersions(.newDeviceFields) { $0.nodes(of: spec, flags: ["allNodes", "perDeviceNodeSelection"]) }
      report.inVersions(.oldDeviceFields) { $0.nodes(of: spec, flags: ["allNodes"]) }
    } else {
      report.nodes(of: spec, flags: ["allNodes"])
    }
    report.devices(of: spec, isFirstBeta: object.isOfFirstDeviceBeta)
    report.inVersions(.newDeviceFields) { $0.sharedCounters(spec) }
  }
}

extension [String] {
  /// Versions of the group of devices before v1; the first has other fields.
  static var deviceBetas: [String] { ["resource.k8s.io/v1beta1", "resource.k8s.io/v1beta2"] }
}

extension Field {
  /// Whether an object is of v1beta1, where requests and devices are a level shallower or deeper than in later versions.
  var isOfFirstDeviceBeta: Bool { self["apiVersion"].hasText("resource.k8s.io/v1beta1") }
}

extension Report {
  /// A count that is at least 1; an absent one counts as 0.
  fileprivate mutating func positive(_ count: Field) {
    if count.isGiven { return expect(count, in: 1...) }
    add(.numberRange, at: count, .invalid, .noCount)
  }

  /// Exactly one way to say on which nodes devices are: a name, a selector, or one of some flags that are true or absent.
  mutating func nodes(of holder: Field, flags: [StaticString], needsOneTerm: Bool = true) {
    var ways = 0
    let (name, selector) = (holder["nodeName"], holder["nodeSelector"])
    if name.isGiven {
      if !name.isEmpty { ways += 1 }
      expect(given: name, .subdomain)
    }
    if selector.isGiven {
      ways += 1
      nodeSelector(selector)
      let terms = selector["nodeSelectorTerms"]
      if needsOneTerm, terms.count != 1 { refuse(terms, .oneTerm) }
    }
    for flag in flags where holder[flag].isGiven {
      if holder[flag].isTrue { ways += 1 } else { refuse(holder[flag], .onlyTrue(holder[flag].name)) }
    }
    if ways == 0 { add(.required, at: holder, .required, .noNodes) }
    if ways > 1 { refuse(holder, .nodesTwice) }
  }
}

extension Message {
  fileprivate static var driverCase: Message {
    Message(
      en: "names of drivers are compared without case: write it in lower case",
      ko: "드라이버 이름은 대소문자를 구분하지 않고 비교합니다: 소문자로 쓰십시오")
  }

  fileprivate static var noCount: Message {
    Message(
      en: "'resourceSliceCount' is missing: add how many slices the pool has",
      ko: "'resourceSliceCount'가 없습니다: 풀의 슬라이스 개수를 쓰십시오")
  }

  fileprivate static var oneTerm: Message {
    Message(en: "the selector has exactly one term here: keep one", ko: "여기서는 셀렉터에 항목이 하나만 있어야 합니다: 하나만 두십시오")
  }

  fileprivate static func onlyTrue(_ name: String) -> Message {
    Message(en: "'\(name)' is true or absent: remove it", ko: "'\(name)'은(는) true이거나 없어야 합니다: 지우십시오")
  }

  fileprivate static var noNodes: Message {
    Message(
      en: "nothing says on which nodes the devices are: add 'nodeName', 'nodeSelector' or 'allNodes: true'",
      ko: "장치가 있는 노드를 알 수 없습니다: 'nodeName', 'nodeSelector', 'allNodes: true' 가운데 하나를 추가하십시오")
  }

  fileprivate static var nodesTwice: Message {
    Message(
      en: "the nodes are given in several ways: keep one", ko: "노드를 여러 방법으로 정했습니다: 하나만 두십시오")
  }
}
