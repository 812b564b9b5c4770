import Findings
import Schema

extension KindValidation {
  /// groups.md 3.17
  static let resourceSlice = KindValidation(
    "resource.k8s.io/v1", "ResourceSlice", scope: .cluster,
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
    let isPerDevice = spec["perDeviceNodeSelection"].isTrue
    report.nodes(of: spec, isSlice: true)
    report.devices(spec, isPerDevice: isPerDevice)
    report.inVersions(.newDeviceFields) { $0.sharedCounters(spec) }
  }
}

extension Report {
  /// A count that is at least 1; an absent one counts as 0.
  fileprivate mutating func positive(_ count: Field) {
    if count.isGiven { return expect(count, in: 1...) }
    add(.numberRange, at: count, .invalid, .noCount)
  }

  /// Exactly one way to say on which nodes devices are.
  fileprivate mutating func nodes(of holder: Field, isSlice: Bool) {
    var ways = 0
    let (name, selector) = (holder["nodeName"], holder["nodeSelector"])
    if name.isGiven {
      ways += 1
      expect(always: name, .subdomain)
    }
    if selector.isGiven {
      ways += 1
      nodeSelector(selector)
      let terms = selector["nodeSelectorTerms"]
      if terms.count != 1 { refuse(terms, .oneTerm) }
    }
    for flag in isSlice ? [holder["allNodes"], holder["perDeviceNodeSelection"]] : [holder["allNodes"]]
    where flag.isGiven {
      if flag.isTrue { ways += 1 } else { refuse(flag, .onlyTrue(flag.name)) }
    }
    if ways == 0 { add(.required, at: holder, .required, .noNodes) }
    if ways > 1 { refuse(holder, .nodesTwice) }
  }

  // MARK: Devices

  fileprivate mutating func devices(_ spec: Field, isPerDevice: Bool) {
    let devices = spec["devices"]
    let isHeavy = devices.items.contains { !$0["taints"].isEmpty || !$0["consumesCounters"].isEmpty }
    guard hasAtMost(isHeavy ? 64 : 128, devices) else { return }
    for device in devices.items {
      expect(always: device["name"], .label)
      attributes(of: device)
      inVersions(.newDeviceFields) { report in
        report.taints(device["taints"])
        report.consumedCounters(device["consumesCounters"])
        report.deviceNodes(device, isPerDevice: isPerDevice)
        report.bindingConditions(of: device)
      }
    }
    expectUniqueNames(devices, by: "name")
  }

  private mutating func attributes(of device: Field) {
    let (attributes, capacity) = (device["attributes"], device["capacity"])
    if attributes.count + capacity.count > 32 { refuse(device, .tooManyAttributes, as: .tooMany) }
    for (key, value) in attributes.entries {
      expectAttributeName(key.reported(at: attributes), needsDomain: false)
      attribute(value.reported(at: attributes, [.key(key.written)]))
    }
    for (key, value) in capacity.entries {
      expectAttributeName(key.reported(at: capacity), needsDomain: false)
      let entry = value.reported(at: capacity, [.key(key.written)])
      inVersions(.newDeviceFields) { $0.requestPolicy(entry["requestPolicy"], of: device) }
    }
  }

  private mutating func attribute(_ value: Field) {
    var kinds = 0
    for name in ["bool", "int", "string", "version"] as [StaticString] where value[name].isGiven { kinds += 1 }
    if kinds != 1 { refuse(value, .oneValue) }
    expect(value["string"], atMostBytes: 64)
    expect(value["version"], atMostBytes: 64)
    if let version = value["version"].text, !SemanticVersion.isValid(version) {
      refuse(value["version"], .noVersion(version))
    }
  }

  /// In which portions a capacity is given away, where several claims share the device.
  private mutating func requestPolicy(_ policy: Field, of device: Field) {
    guard policy.isGiven else { return }
    let (values, range) = (policy["validValues"], policy["validRange"])
    if !device["allowMultipleAllocations"].isTrue {
      forbid(policy, .policyOfUnshared)
    } else if !values.isEmpty, range.isGiven {
      forbid(policy, .twoPolicies)
    }
  }

  private mutating func taints(_ taints: Field) {
    guard hasAtMost(16, taints) else { return }
    for taint in taints.items {
      expect(always: taint["key"], .qualifiedName)
      expect(taint["value"], .labelValue)
      require(taint["effect"])
      expect(taint["effect"], oneOf: ["NoExecute", "NoSchedule", "None"])
    }
  }

  private mutating func deviceNodes(_ device: Field, isPerDevice: Bool) {
    if isPerDevice { return nodes(of: device, isSlice: false) }
    for name in ["nodeName", "nodeSelector", "allNodes"] as [StaticString] where device[name].isGiven {
      refuse(device[name], .nodesOfDevice(device[name].name))
    }
  }

  private mutating func bindingConditions(of device: Field) {
    let (met, failed) = (device["bindingConditions"], device["bindingFailureConditions"])
    for list in [met, failed] where hasAtMost(4, list) {
      for name in list.items { expect(always: name, .qualifiedName) }
      expectUniqueItems(list)
    }
    for name in failed.items where met.items.contains(where: { $0.hasTextOf(name) }) {
      refuse(name, .opposedConditions(name))
    }
    if met.isEmpty != failed.isEmpty { refuse(met.isEmpty ? met : failed, .oneCondition) }
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

  fileprivate static var tooManyAttributes: Message {
    Message(
      en: "attributes and capacities are more than 32 together: keep fewer", ko: "속성과 용량이 합쳐 32개를 넘습니다: 줄이십시오")
  }

  fileprivate static var oneValue: Message {
    Message(
      en: "an attribute has one value: write one of 'bool', 'int', 'string' and 'version'",
      ko: "속성의 값은 하나입니다: 'bool', 'int', 'string', 'version' 가운데 하나를 쓰십시오")
  }

  fileprivate static func noVersion(_ text: String) -> Message {
    Message(
      en: "'\(text)' is no semantic version: write three numbers such as '1.2.3'",
      ko: "'\(text)'은(는) 시맨틱 버전이 아닙니다: '1.2.3'처럼 수 세 개를 쓰십시오")
  }

  fileprivate static var policyOfUnshared: Message {
    Message(
      en: "one claim takes the whole device: remove the policy, or write 'allowMultipleAllocations: true'",
      ko: "클레임 하나가 장치 전체를 가져갑니다: 정책을 지우거나 'allowMultipleAllocations: true'를 쓰십시오")
  }

  fileprivate static var twoPolicies: Message {
    Message(
      en: "portions are listed or lie in a range: keep 'validValues' or 'validRange'",
      ko: "나누는 양은 목록이나 범위로 정합니다: 'validValues'나 'validRange'만 두십시오")
  }

  fileprivate static func nodesOfDevice(_ name: String) -> Message {
    Message(
      en: "all devices of the slice are on the same nodes: remove '\(name)', or use 'perDeviceNodeSelection: true'",
      ko: "슬라이스의 장치는 모두 같은 노드에 있습니다: '\(name)'을(를) 지우거나 'perDeviceNodeSelection: true'를 쓰십시오")
  }

  fileprivate static func opposedConditions(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' means success as well: keep it in one of the two lists",
      ko: "'\(name.written)'은(는) 성공 조건이기도 합니다: 두 목록 가운데 하나에만 두십시오")
  }

  fileprivate static var oneCondition: Message {
    Message(
      en: "conditions of success and of failure go together: give both lists or none",
      ko: "성공 조건과 실패 조건은 함께 씁니다: 두 목록을 모두 쓰거나 모두 지우십시오")
  }
}
