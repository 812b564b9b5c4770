import Findings
import Resources
import Schema
import YAML

extension Words {
  fileprivate static let pullPolicies: Words = ["Always", "IfNotPresent", "Never"]
}

extension Report {
  /// The containers of a Pod (core.md 3.4–3.6).
  mutating func containers(_ pod: PodScope) {
    let (regular, initial) = (pod.spec["containers"], pod.spec["initContainers"])
    require(regular, .noContainers)  // POD1
    for item in regular.items {
      container(item, in: pod)
      restartRules(of: item)
      forbidRestartPolicy(of: item)
      probesAndHooks(of: item, in: pod)
    }
    expectUnique(regular, by: "name", includingEmpty: true)  // CTR3
    var names = FieldsByText(countsAbsent: true)
    for item in regular.items { names.insert(item["name"]) }
    for item in initial.items {
      container(item, in: pod)
      restartRules(of: item, isInitial: true)
      onlySidecars(item)
      if item["restartPolicy"].hasText("Always") {
        let rules = item["restartPolicyRules"]
        if !rules.isEmpty { inVersions(.withoutRestartOfAll) { $0.forbid(rules, .rulesOfSidecar) } }  // KINDS2
        inVersions(.sidecars) { $0.probesAndHooks(of: item, in: pod) }
        inVersions(.sidecarsDropped) { $0.initContainerWithoutProbes(item) }
      } else {
        initContainerWithoutProbes(item)
      }
      if let first = names[item["name"]] { addDuplicate(item["name"], of: first) }  // CTR4
    }
    expectUnique(initial, by: "name")  // CTR4
    uniqueHostPorts(Array(regular.items), in: pod)  // CTR18
    for item in initial.items { uniqueHostPorts([item], in: pod, isInitial: true) }  // CTR19
    if !pod.spec["ephemeralContainers"].isEmpty { ephemeralContainers(pod) }
  }

  /// What all kinds of containers have (core.md 3.4).
  mutating func container(_ container: Field, in pod: PodScope, isEphemeral: Bool = false) {
    let (name, image) = (container["name"], container["image"])
    require(name)  // CTR1
    expect(name, .label)  // CTR2
    require(image, .noImage(name))  // CTR5
    if !pod.isTemplate || isEphemeral, let text = image.text, !text.isEmpty, text.trimmingBlanks != text {
      let fix = image.node.map {
        Fix(
          title: Message(en: "remove the blanks", ko: "공백 지우기"),
          edits: [Fix.Edit(range: $0.range, replacement: text.trimmingBlanks)])
      }
      add(.invalid, at: image, .invalid, .blanksAroundImage, fix: fix)  // CTR6
    }
    expect(container["imagePullPolicy"], oneOf: .pullPolicies)  // CTR8
    expect(container["terminationMessagePolicy"], oneOf: ["File", "FallbackToLogsOnError"])  // CTR10
    ports(container["ports"])
    environment(of: container, in: pod)
    inVersions(.podResize) { $0.resizePolicies(container["resizePolicy"], in: pod) }
    resources(container["resources"], in: pod)
    containerSecurity(container["securityContext"], in: pod)
    volumeMounts(of: container, in: pod)
    volumeDevices(of: container, in: pod)
    if pod.hasOwnUsers, !container["volumeDevices"].isEmpty {
      inVersions(.userNamespaces) { $0.forbid(container["volumeDevices"], .devicesOfHost) }  // POD33
    }
  }

  private mutating func ports(_ ports: Field) {
    var names = FieldsByText()
    for port in ports.items {
      let (name, number) = (port["name"], port["containerPort"])
      expect(name, .portName)  // CTR11
      // What is no name repeats none.
      if name.isOf(.portName), let first = names.insert(name) { addDuplicate(name, of: first) }  // CTR12
      if number.integer ?? 0 == 0 {
        add(.portRange, at: number, .required, .noContainerPort)  // CTR13
      } else {
        expectPort(number)  // CTR14
      }
      if port["hostPort"].integer != 0 { expectPort(port["hostPort"]) }  // CTR15
      expect(port["protocol"], oneOf: .protocols)  // CTR17
    }
  }

  /// Two containers of a Pod cannot listen on one port of the node. Init containers are looked at one by one, and the
  /// API server calls each of them the first.
  private mutating func uniqueHostPorts(_ containers: [Field], in pod: PodScope, isInitial: Bool = false) {
    var seen: [String: Field] = [:]
    for container in containers {
      for (index, port) in container["ports"].items.enumerated() {
        // On the node's own network a Pod's port is the node's port where none is given.
        let isDefaulted = pod.effective.isHostNetwork && !pod.isTemplate
        let written = port["hostPort"].integer ?? 0
        let number = written == 0 && isDefaulted ? port["containerPort"].integer ?? 0 : written
        guard number != 0 else { continue }
        let transport = port["protocol"].isEmpty ? "TCP" : port["protocol"].written
        let key = "\(transport)/\(port["hostIP"].text ?? "")/\(number)"
        guard let first = seen[key] else {
          seen[key] = port["hostPort"]
          continue
        }
        let way: [FieldPath.Element] = [
          .field("initContainers"), .index(0), .field("ports"), .index(index), .field("hostPort"),
        ]
        addDuplicate(isInitial ? port["hostPort"].reported(at: pod.spec, way) : port["hostPort"], of: first)
      }
    }
  }

  private mutating func resizePolicies(_ policies: Field, in pod: PodScope) {
    var names = FieldsByText(countsAbsent: true)
    for policy in policies.items {
      let (name, restart) = (policy["resourceName"], policy["restartPolicy"])
      if let first = names.insert(name) { addDuplicate(policy, of: first) }  // CTR42
      require(name.reported(at: policies))  // CTR43
      expect(name.reported(at: policies), oneOf: ["cpu", "memory"])  // CTR44
      require(restart.reported(at: policies))  // CTR45
      expect(restart.reported(at: policies), oneOf: ["NotRequired", "RestartContainer"])  // CTR46
      if pod.spec["restartPolicy"].hasText("Never"), !restart.hasText("NotRequired") {
        refuse(restart.reported(at: policies), .resizeRestarts)  // CTR47
      }
    }
  }

  private mutating func restartRules(of container: Field, isInitial: Bool = false) {
    guard container["restartPolicy"].isGiven || container["restartPolicyRules"].isGiven else { return }
    inVersions(.containerRestartRules) { report in
      let (policy, rules) = (container["restartPolicy"], container["restartPolicyRules"])
      report.expect(given: policy, oneOf: ["Always", "Never", "OnFailure"])  // KINDS1
      if !rules.isEmpty, !policy.isGiven {
        report.add(.required, at: policy, .required, .rulesWithoutPolicy)  // KINDS2
        // Of an init container the API server then looks at no rule.
        if isInitial { return }
      }
      report.expect(rules, atMostItems: 20)  // KINDS3
      for rule in rules.items { report.restartRule(rule) }
    }
  }

  private mutating func restartRule(_ rule: Field) {
    let action = rule["action"]
    expect(always: action, oneOf: ["Restart", "RestartAllContainers"])  // KINDS4
    if action.hasText("RestartAllContainers") {
      inVersions(.withoutRestartOfAll) { $0.expect(given: action, oneOf: ["Restart"]) }  // KINDS4
    }
    let codes = rule["exitCodes"]
    guard codes.isGiven else { return add(.required, at: codes, .required, .noExitCodes) }  // KINDS5
    expect(always: codes["operator"], oneOf: ["In", "NotIn"])  // KINDS6
    expect(codes["values"], atMostItems: 255)  // KINDS7
  }

  /// Once only init containers had a policy of their own, and only one that made them sidecars.
  private mutating func forbidRestartPolicy(of container: Field) {
    let policy = container["restartPolicy"]
    if policy.isGiven { inVersions(.onlySidecarsRestart) { $0.forbid(policy, .policyOfContainer) } }  // KINDS1
  }

  private mutating func onlySidecars(_ container: Field) {
    let policy = container["restartPolicy"]
    if policy.isGiven {
      inVersions(VersionSet.sidecars.intersection(.onlySidecarsRestart)) {
        $0.expect(given: policy, oneOf: ["Always"])  // KINDS1
      }
    }
  }

  /// An init container ends before the Pod starts, so nothing probes it (core.md 3.5).
  private mutating func initContainerWithoutProbes(_ container: Field) {
    // A stop signal is dropped, and a lifecycle of nothing else with it (PROBE14).
    let lifecycle = container["lifecycle"]
    if !lifecycle.has("stopSignal") || lifecycle.has("preStop") || lifecycle.has("postStart") {
      forbid(lifecycle, .initContainer("lifecycle"), as: .initContainerProbe)  // KINDS8
    }
    forbid(container["livenessProbe"], .initContainer("livenessProbe"), as: .initContainerProbe)  // KINDS9
    forbid(container["readinessProbe"], .initContainer("readinessProbe"), as: .initContainerProbe)  // KINDS9
    forbid(container["startupProbe"], .initContainer("startupProbe"), as: .initContainerProbe)  // KINDS9
    for policy in container["resizePolicy"].items where policy["restartPolicy"].hasText("RestartContainer") {
      inVersions(.podResize) { $0.refuse(policy["restartPolicy"], .resizeRestarts) }  // KINDS10
    }
  }
}

extension Message {
  fileprivate static var noContainers: Message {
    Message(
      en: "a Pod needs a container: add 'containers' with at least one",
      ko: "Pod에는 컨테이너가 필요합니다: 'containers'에 하나 이상 추가하십시오")
  }

  fileprivate static func noImage(_ name: Field) -> Message {
    let name = name.text ?? ""
    return Message(
      en: "container '\(name)' has no image: add 'image' with a name and a version",
      ko: "컨테이너 '\(name)'에 이미지가 없습니다: 'image'에 이름과 버전을 쓰십시오")
  }

  fileprivate static var blanksAroundImage: Message {
    Message(en: "the image has blanks around it: remove them", ko: "이미지 이름 앞뒤에 공백이 있습니다: 지우십시오")
  }

  fileprivate static var noContainerPort: Message {
    Message(
      en: "the port has no number: write 'containerPort' from 1 to 65535",
      ko: "포트 번호가 없습니다: 'containerPort'에 1부터 65535까지의 번호를 쓰십시오")
  }

  fileprivate static var devicesOfHost: Message {
    Message(
      en: "a Pod with users of its own ('hostUsers: false') cannot use raw devices: mount a file system instead",
      ko: "자기 사용자 네임스페이스를 쓰는 Pod('hostUsers: false')는 블록 장치를 쓸 수 없습니다: 파일 시스템으로 마운트하십시오")
  }

  fileprivate static var resizeRestarts: Message {
    Message(
      en: "this container is never restarted: write 'restartPolicy: NotRequired'",
      ko: "이 컨테이너는 다시 시작되지 않습니다: 'restartPolicy: NotRequired'를 쓰십시오")
  }

  fileprivate static var policyOfContainer: Message {
    Message(
      en: "older servers let only init containers have a 'restartPolicy' of their own: remove it",
      ko: "이전 서버에서는 초기화 컨테이너만 자기 'restartPolicy'를 가질 수 있습니다: 지우십시오")
  }

  fileprivate static var rulesWithoutPolicy: Message {
    Message(
      en: "restart rules need the container's own 'restartPolicy' beside them: add it",
      ko: "재시작 규칙에는 컨테이너의 'restartPolicy'가 함께 있어야 합니다: 추가하십시오")
  }

  fileprivate static var rulesOfSidecar: Message {
    Message(
      en: "older servers take no restart rules of a sidecar: remove 'restartPolicyRules'",
      ko: "이전 서버에서는 사이드카에 재시작 규칙을 쓸 수 없습니다: 'restartPolicyRules'를 지우십시오")
  }

  fileprivate static var noExitCodes: Message {
    Message(en: "the rule looks at no exit codes: add 'exitCodes'", ko: "규칙에 종료 코드가 없습니다: 'exitCodes'를 추가하십시오")
  }

  fileprivate static func initContainer(_ field: String) -> Message {
    Message(
      en: "an init container ends before the Pod starts: remove '\(field)', or make it a sidecar with 'restartPolicy: "
        + "Always'",
      ko: "초기화 컨테이너는 Pod가 시작되기 전에 끝납니다: '\(field)'를 지우거나 'restartPolicy: Always'로 사이드카를 만드십시오")
  }
}
