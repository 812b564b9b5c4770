import Findings
import Schema
import YAML

/// Devices of a ResourceSlice (groups.md 3.17).
extension Report {
  mutating func devices(of spec: Field, isFirstBeta: Bool) {
    let devices = spec["devices"]
    // v1beta1 describes a device in its field 'basic', of which the API server does not speak.
    let contents = { (device: Field) in isFirstBeta ? device["basic"].reported(at: device) : device }
    let isHeavy = devices.items.contains {
      !contents($0)["taints"].isEmpty || !contents($0)["consumesCounters"].isEmpty
    }
    guard hasAtMost(isHeavy ? 64 : 128, devices) else { return }
    let isPerDevice = spec["perDeviceNodeSelection"].isTrue
    for device in devices.items {
      expect(always: device["name"], .label)
      let device = contents(device)
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
      inVersions(.newDeviceFields) { $0.requestPolicy(entry["requestPolicy"], of: entry, sharing: device) }
    }
  }

  private mutating func attribute(_ value: Field) {
    var kinds = 0
    for name in ["bool", "int", "string", "version"] as [StaticString] where value[name].isGiven { kinds += 1 }
    if kinds != 1 { refuse(value, .oneValue) }
    expect(value["string"], atMostBytes: 64)
    expect(value["version"], atMostBytes: 64)
    if let version = value["version"].text, SemanticVersion(version) == nil {
      refuse(value["version"], .noVersion(version))
    }
  }

  private mutating func taints(_ taints: Field) {
    guard hasAtMost(16, taints) else { return }
    for taint in taints.items { deviceTaint(taint) }
  }

  /// A taint of devices, also of those that a DeviceTaintRule selects.
  mutating func deviceTaint(_ taint: Field) {
    expect(always: taint["key"], .qualifiedName)
    expect(taint["value"], .labelValue)
    require(taint["effect"])
    expect(taint["effect"], oneOf: ["NoExecute", "NoSchedule", "None"])
  }

  private mutating func deviceNodes(_ device: Field, isPerDevice: Bool) {
    if isPerDevice { return nodes(of: device, flags: ["allNodes"], needsOneTerm: false) }
    for name in ["nodeName", "nodeSelector", "allNodes"] as [StaticString] where device[name].isGiven {
      return refuse(device[name].reported(at: device), .nodesOfDevice(device[name].name))
    }
  }

  private mutating func bindingConditions(of device: Field) {
    let (met, failed) = (device["bindingConditions"], device["bindingFailureConditions"])
    for list in [met, failed] {
      if hasAtMost(4, list) { for name in list.items { expect(always: name, .qualifiedName) } }
      expectUniqueItems(list)
    }
    let wanted = Set(met.items.map { $0.text ?? "" })
    for name in failed.items where wanted.contains(name.text ?? "") { refuse(name, .opposedConditions(name)) }
    if met.isEmpty != failed.isEmpty { refuse(met.isEmpty ? met : failed, .oneCondition) }
  }
}

extension Message {
  fileprivate static var tooManyAttributes: Message {
    Message(
      en: "attributes and capacities are more than 32 together: keep fewer", ko: "속성과 용량이 합쳐 32개를 넘습니다: 줄이십시오")
  }

  fileprivate static var oneValue: Message {
    Message(
      en: "an attribute has one value: write one of 'bool', 'int', 'string' and 'version'",
      ko: "속성의 값은 하나입니다: 'bool', 'int', 'string', 'version' 가운데 하나를 쓰십시오")
  }

  static func noVersion(_ text: String) -> Message {
    Message(
      en: "'\(text)' is no semantic version: write three numbers such as '1.2.3'",
      ko: "'\(text)'은(는) 시맨틱 버전이 아닙니다: '1.2.3'처럼 수 세 개를 쓰십시오")
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
