import Findings
import Schema
import YAML

extension Report {
  /// Annotations of a Pod or its template that the API server reads (core.md 3.1).
  mutating func podAnnotations(_ annotations: Field, of spec: Field, isTemplate: Bool) {
    guard !annotations.isEmpty else { return }
    for (key, value) in annotations.entries {
      if key.hasText("kubernetes.io/config.mirror"), spec["nodeName"].isEmpty {
        refuse(value, .mirror)  // PODMETA1
      } else if key.hasText("controller.kubernetes.io/pod-deletion-cost"), !value.isDecimalInteger {
        refuse(value, .deletionCost, as: .numberRange)  // PODMETA4
      } else if key.hasText("scheduler.alpha.kubernetes.io/tolerations") {
        tolerations(in: value, of: annotations)
      } else if key.hasText("seccomp.security.alpha.kubernetes.io/pod")
        || key.hasPrefix("container.seccomp.security.alpha.kubernetes.io/")
      {
        seccompProfile(value, named: key, of: annotations)
      }
      warnOfOldAnnotation(key)
    }
    seccompAnnotations(annotations, of: spec)
    appArmorAnnotations(annotations, of: spec, isTemplate: isTemplate)
  }

  private mutating func tolerations(in text: Field, of annotations: Field) {
    guard !text.isEmpty else { return }
    let way = "scheduler.alpha.kubernetes.io/tolerations"
    guard let root = text.embeddedJSON, root.isTolerationList else {
      return refuse(text.reported(at: annotations), .noTolerations)  // PODMETA2
    }
    inside(text, root, at: annotations, [.field(way)]) { $0.tolerations($1) }  // PODMETA3
  }

  private mutating func seccompProfile(_ value: Field, named key: Field, of annotations: Field) {
    let known: Words = ["", "runtime/default", "docker/default", "unconfined"]
    let text = value.text ?? ""
    if !text.isEmpty, known.contains(value) { return }
    if text.hasPrefix("localhost/") {
      let path = text.dropFirst("localhost/".utf8.count)
      if !path.hasPrefix("/"), !path.split(separator: "/").contains("..") { return }
    }
    refuse(value.reported(at: annotations, [.field(key.written)]), .seccompValue(value))  // PODMETA5 PODMETA6
  }

  /// An annotation and the field that replaced it say the same.
  private mutating func seccompAnnotations(_ annotations: Field, of spec: Field) {
    let ofPod = annotations["seccomp.security.alpha.kubernetes.io/pod"]
    let profile = spec["securityContext"]["seccompProfile"]
    if ofPod.isGiven {
      if profile.isGiven { profileAgrees(profile, with: ofPod, Profile.seccomp) } else { warnOfProfile(ofPod) }  // W10
    }
    let prefix: StaticString = "container.seccomp.security.alpha.kubernetes.io/"
    var ofContainers: [String: Field] = [:]
    for (key, value) in annotations.entries where key.hasPrefix(prefix) {
      ofContainers[String(key.written.dropFirst(prefix.utf8CodeUnitCount))] = value
    }
    guard !ofContainers.isEmpty else { return }
    for container in spec.allContainers {
      guard let annotation = ofContainers[container["name"].text ?? ""] else { continue }
      let profile = container["securityContext"]["seccompProfile"]
      if profile.isGiven {
        profileAgrees(profile, with: annotation, Profile.seccomp)
      } else {
        warnOfProfile(annotation)
      }
      // W11
    }
  }

  private mutating func appArmorAnnotations(_ annotations: Field, of spec: Field, isTemplate: Bool) {
    let prefix: StaticString = "container.apparmor.security.beta.kubernetes.io/"
    var containers: [String: Field] = [:]
    for (key, value) in annotations.entries where key.hasPrefix(prefix) {
      if containers.isEmpty {
        for container in spec.allContainers.reversed() { containers[container["name"].text ?? ""] = container }
      }
      // An annotation without a profile is known, and says nothing that could be copied.
      let isKnown = value.isAppArmorProfile
      let isCopied = isKnown && !value.isEmpty && !value.hasText("localhost/")
      if !isKnown { refuse(value, .appArmorValue(value)) }  // PODMETA8
      guard let container = containers[String(key.written.dropFirst(prefix.utf8CodeUnitCount))] else {
        refuse(value, .noContainer(key))  // PODMETA7
        continue
      }
      guard !spec["os"]["name"].hasText("windows") else { continue }
      let (own, ofPod) = (
        container["securityContext"]["appArmorProfile"], spec["securityContext"]["appArmorProfile"]
      )
      if !own.isGiven, isTemplate ? !ofPod.isGiven : !isCopied || !value.isProfile(ofPod) {
        inVersions(.warnsOfAppArmor) { $0.warnOfProfile(value) }  // W12
      }
      // A Pod's annotation is copied to the container's field where that is missing.
      guard own.isGiven || ofPod.isGiven && (isTemplate || !isCopied) else { continue }
      inVersions(.appArmorFields) { report in
        let place = own.isGiven ? own : ofPod
        report.profileAgrees(place, with: value, Profile.appArmor, reportedAt: own)  // PODMETA12 PODMETA13
      }
    }
  }

  private mutating func profileAgrees(
    _ profile: Field, with annotation: Field, _ words: Profile, reportedAt own: Field? = nil
  ) {
    let (type, path) = (profile["type"], profile["localhostProfile"])
    let text = annotation.text ?? ""
    func place(_ field: Field, _ name: StaticString) -> Field {
      own.map { field.reported(at: $0, name) } ?? field
    }
    let agrees =
      switch type.text {
      case "Unconfined": text == "unconfined"
      case "RuntimeDefault": words.runtimeDefault.contains(annotation)
      case "Localhost": text.hasPrefix("localhost/")
      default: true
      }
    let related = [
      Related(range: annotation.range, message: Message(en: "the annotation is here", ko: "어노테이션이 있는 곳입니다"))
    ]
    if !agrees {
      forbid(place(type, "type"), .otherProfile(annotation), related: related)  // PODMETA9 PODMETA11 PODMETA12
    } else if type.hasText("Localhost"), !path.isGiven || text.dropFirst("localhost/".utf8.count) != path.text ?? "" {
      add(
        .forbidden, at: place(path, "localhostProfile"), .forbidden, .otherProfile(annotation),
        related: related)  // PODMETA10 PODMETA11 PODMETA13
    }
  }

  private mutating func warnOfOldAnnotation(_ key: Field) {
    let old: Words = [
      "scheduler.alpha.kubernetes.io/critical-pod", "security.alpha.kubernetes.io/sysctls",
      "security.alpha.kubernetes.io/unsafe-sysctls",
    ]
    if old.contains(key) { warn(.deprecated, at: key, .oldAnnotation(key)) }  // W9
  }

  private mutating func warnOfProfile(_ annotation: Field) {
    warn(.deprecated, at: annotation, .profileAnnotation(annotation))
  }
}

/// What annotations and fields call the same profile.
private struct Profile {
  let runtimeDefault: Words

  static let seccomp = Profile(runtimeDefault: ["runtime/default", "docker/default"])
  static let appArmor = Profile(runtimeDefault: ["runtime/default"])
}

extension Node {
  /// Whether JSON can be decoded as tolerations, or is null.
  fileprivate var isTolerationList: Bool {
    guard isSequence else { return isNull }
    for item in items {
      guard item.isMapping || item.isNull else { return false }
      for name in ["key", "operator", "value", "effect"] as [StaticString] {
        if let value = item[name], value.string == nil { return false }
      }
      if let seconds = item["tolerationSeconds"], seconds.integer == nil { return false }
    }
    return true
  }
}

extension Field {
  /// Init, regular and ephemeral containers, in this order.
  var allContainers: [Field] {
    Array(self["initContainers"].items) + Array(self["containers"].items) + Array(self["ephemeralContainers"].items)
  }

  /// A text that is a whole number of 32 bits, without plus sign; only after a minus sign may it begin with zeros.
  fileprivate var isDecimalInteger: Bool {
    guard let text, Int32(text) != nil else { return false }
    return text == "0" || !text.hasPrefix("0") && !text.hasPrefix("+")
  }

  fileprivate var isAppArmorProfile: Bool {
    let known: Words = ["runtime/default", "unconfined"]
    return isEmpty || known.contains(self) || (text ?? "").hasPrefix("localhost/")
  }

  /// Whether an annotation says what a profile does.
  fileprivate func isProfile(_ profile: Field) -> Bool {
    switch profile["type"].text {
    case "Unconfined": hasText("unconfined")
    case "RuntimeDefault": hasText("runtime/default")
    case "Localhost": text == "localhost/" + (profile["localhostProfile"].text ?? "")
    default: false
    }
  }
}

extension Message {
  fileprivate static var mirror: Message {
    Message(
      en: "a mirror Pod stands for one that runs on a node already: remove the annotation, or name the node",
      ko: "미러 Pod는 이미 노드에서 실행 중인 Pod를 나타냅니다: 어노테이션을 지우거나 노드 이름을 쓰십시오")
  }

  fileprivate static var deletionCost: Message {
    Message(en: "the cost is a whole number: write one such as '-5' or '100'", ko: "비용은 정수입니다: '-5'나 '100'처럼 쓰십시오")
  }

  fileprivate static var noTolerations: Message {
    Message(
      en: "the annotation is no JSON list of tolerations: write them in 'tolerations' instead",
      ko: "어노테이션이 톨러레이션의 JSON 목록이 아닙니다: 대신 'tolerations'에 쓰십시오")
  }

  fileprivate static func seccompValue(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is no seccomp profile: write 'seccompProfile' in a 'securityContext' instead",
      ko: "'\(value.written)'은(는) seccomp 프로필이 아닙니다: 대신 'securityContext'에 'seccompProfile'을 쓰십시오")
  }

  fileprivate static func appArmorValue(_ value: Field) -> Message {
    Message(
      en: "'\(value.written)' is no AppArmor profile: write 'runtime/default', 'unconfined' or 'localhost/…'",
      ko: "'\(value.written)'은(는) AppArmor 프로필이 아닙니다: 'runtime/default', 'unconfined', 'localhost/…'를 쓰십시오")
  }

  fileprivate static func noContainer(_ key: Field) -> Message {
    Message(
      en: "the Pod has no container of the name after '/': name one of its containers",
      ko: "'/' 뒤의 이름을 가진 컨테이너가 Pod에 없습니다: Pod의 컨테이너 이름을 쓰십시오")
  }

  fileprivate static func otherProfile(_ annotation: Field) -> Message {
    Message(
      en: "an annotation names another profile, '\(annotation.written)': remove the annotation",
      ko: "어노테이션은 다른 프로필 '\(annotation.written)'을(를) 정합니다: 어노테이션을 지우십시오")
  }

  fileprivate static func oldAnnotation(_ key: Field) -> Message {
    let field = key.written.hasSuffix("critical-pod") ? "priorityClassName" : "securityContext.sysctls"
    return Message(
      en: "'\(key.written)' does nothing any more: write '\(field)' instead",
      ko: "'\(key.written)'은(는) 더 이상 쓰이지 않습니다: 대신 '\(field)'를 쓰십시오")
  }

  fileprivate static func profileAnnotation(_ annotation: Field) -> Message {
    let field = annotation.name.hasPrefix("container.apparmor") ? "appArmorProfile" : "seccompProfile"
    return Message(
      en: "profiles are no longer named by annotations: write '\(field)' in a 'securityContext'",
      ko: "프로필은 더 이상 어노테이션으로 정하지 않습니다: 'securityContext'에 '\(field)'을 쓰십시오")
  }
}
