import Findings
import YAML

/// Reads the conditions of `lab.yaml`.
struct ConditionReader {
  let findings: LabFindings

  static let names = [
    "all", "any", "not", "exists", "field", "valid", "lintClean", "selects", "startup", "ready", "can", "cannot",
    "binds", "mounts",
  ]

  /// Nesting is bounded by the YAML reader's own limit.
  func condition(_ node: Node) -> Condition? {
    guard node.isMapping, node.count == 1, let entry = node.entries.first(where: { _ in true }) else {
      findings.add(
        "lab/bad-condition", node,
        Message(
          en: "a condition is a mapping with exactly one key, such as 'exists: Deployment/web'",
          ko: "조건은 키가 정확히 하나인 매핑입니다. 예: 'exists: Deployment/web'"))
      return nil
    }
    let (name, value) = (entry.key.text, entry.value)
    switch name {
    case "all": return conditions(value, name).map { .all($0) }
    case "any": return conditions(value, name).map { .any($0) }
    case "not": return condition(value).map { .not($0) }
    case "exists": return object(value).map { .exists($0) }
    case "field": return field(value)
    case "valid": return valid(value)
    case "lintClean": return lintClean(value)
    case "selects":
      var mapping = LabMapping(value, "'selects'", findings)
      let service = object(&mapping, "service", assumed: "Service")
      let workload = object(&mapping, "workload")
      mapping.finish()
      guard let service, let workload else { return nil }
      return .selects(service: service, workload: workload)
    case "startup":
      var mapping = LabMapping(value, "'startup'", findings)
      let workload = object(&mapping, "workload")
      let seconds = mapping.integer("startsAfter", in: 0...86_400)
      mapping.finish()
      guard let workload, let seconds else { return nil }
      return .startup(workload: workload, startsAfter: Int64(seconds))
    case "ready":
      var mapping = LabMapping(value, "'ready'", findings)
      let workload = object(&mapping, "workload")
      mapping.finish()
      return workload.map { .ready(workload: $0) }
    case "can": return access(value, name).map { .can($0) }
    case "cannot": return access(value, name).map { .cannot($0) }
    case "binds":
      var mapping = LabMapping(value, "'binds'", findings)
      let claim = mapping.text("claim")
      let volume = mapping.optionalText("volume")
      let namespace = mapping.optionalText("namespace")
      mapping.finish()
      return claim.map { .binds(claim: $0, volume: volume, namespace: namespace) }
    case "mounts":
      var mapping = LabMapping(value, "'mounts'", findings)
      let workload = object(&mapping, "workload")
      let claim = mapping.text("claim")
      let path = mapping.text("path")
      mapping.finish()
      guard let workload, let claim, let path else { return nil }
      return .mounts(workload: workload, claim: claim, path: path)
    default:
      let hint = Nearest.word(to: name, among: ConditionReader.names)
      let all = ConditionReader.names.joined(separator: ", ")
      findings.add(
        "lab/unknown-condition", entry.key,
        Message(
          en: "there is no condition '\(name)': " + (hint.map { "did you mean '\($0)'?" } ?? "there are \(all)"),
          ko: "'\(name)'라는 조건은 없습니다: " + (hint.map { "'\($0)'인가요?" } ?? "조건은 \(all)")))
      return nil
    }
  }

  private func conditions(_ node: Node, _ name: String) -> [Condition]? {
    guard node.isSequence, node.count > 0 else {
      findings.add(
        "lab/bad-condition", node,
        Message(en: "'\(name)' takes a list of conditions", ko: "'\(name)'에는 조건의 목록을 씁니다"))
      return nil
    }
    var conditions: [Condition] = []
    var isWhole = true
    for item in node.items {
      if let condition = condition(item) { conditions.append(condition) } else { isWhole = false }
    }
    return isWhole ? conditions : nil
  }

  private func valid(_ node: Node) -> Condition? {
    guard node.bool == true else {
      findings.add("lab/bad-condition", node, Message(en: "write 'valid: true'", ko: "'valid: true'로 쓰세요"))
      return nil
    }
    return .valid
  }

  private func lintClean(_ node: Node) -> Condition? {
    if node.bool == true { return .lintClean(rules: []) }
    var mapping = LabMapping(node, "'lintClean'", findings)
    let rules = mapping.references("rules")
    mapping.finish()
    return node.isMapping ? .lintClean(rules: rules?.map { $0.name } ?? []) : nil
  }

  // MARK: Parts

  private func object(_ mapping: inout LabMapping, _ key: String, assumed kind: String? = nil) -> ObjectReference? {
    mapping.required(key).flatMap { object($0, assumed: kind) }
  }

  /// `Kind/name`, `Kind/namespace/name`, a mapping of the three, or the name alone where the kind is clear.
  private func object(_ node: Node, assumed kind: String? = nil) -> ObjectReference? {
    if node.isMapping {
      var mapping = LabMapping(node, "an object", findings)
      let kind = mapping.text("kind")
      let name = mapping.text("name")
      let namespace = mapping.optionalText("namespace")
      mapping.finish()
      guard let kind, let name else { return nil }
      return ObjectReference(kind: kind, namespace: namespace, name: name)
    }
    if let reference = ObjectReference(node.text) { return reference }
    if let kind, node.isScalar, !node.text.isEmpty, !node.text.contains("/") {
      return ObjectReference(kind: kind, name: node.text)
    }
    findings.add(
      "lab/bad-object", node,
      Message(
        en: "an object is written 'Kind/name' or 'Kind/namespace/name', such as 'Deployment/web'",
        ko: "오브젝트는 'Kind/name'이나 'Kind/namespace/name'으로 씁니다. 예: 'Deployment/web'"))
    return nil
  }

  private func access(_ node: Node, _ name: String) -> AccessQuestion? {
    var mapping = LabMapping(node, "'\(name)'", findings)
    let user = mapping.text("as")
    let verb = mapping.text("verb")
    let resource = mapping.text("resource")
    let namespace = mapping.optionalText("namespace")
    let object = mapping.optionalText("name")
    mapping.finish()
    guard let user, let verb, let resource else { return nil }
    return AccessQuestion(user: user, verb: verb, resource: resource, namespace: namespace, name: object)
  }

  private func field(_ node: Node) -> Condition? {
    var mapping = LabMapping(node, "'field'", findings)
    let reference = object(&mapping, "of")
    let place = mapping.required("at")
    var path: FieldQuery?
    if let place {
      path = place.isScalar ? FieldQuery(place.text) : nil
      if path == nil {
        findings.add(
          "lab/bad-path", place,
          Message(
            en: "'\(place.text)' is no field path: write one like 'spec.containers[name=web].ports[0]'",
            ko: "'\(place.text)'는 필드 경로가 아닙니다: 'spec.containers[name=web].ports[0]'처럼 쓰세요"))
      }
    }
    let test = test(&mapping)
    mapping.finish()
    guard let reference, let path, let test else { return nil }
    return .field(FieldCondition(object: reference, path: path, test: test))
  }

  private func test(_ mapping: inout LabMapping) -> FieldCondition.Test? {
    var tests: [FieldCondition.Test] = []
    if let value = mapping.value("equals") { tests.append(.equals(value)) }
    let choices = mapping.items("oneOf")
    if !choices.isEmpty { tests.append(.oneOf(choices)) }
    if let value = mapping.value("atLeast") { tests.append(.atLeast(value)) }
    if let value = mapping.value("atMost") { tests.append(.atMost(value)) }
    if let value = mapping.value("exists") {
      if let exists = value.bool {
        tests.append(.exists(exists))
      } else {
        mapping.wrongType(value, "exists", Message(en: "true or false", ko: "true 또는 false"))
        return nil
      }
    }
    if let glob = mapping.optionalText("matches") { tests.append(.matches(glob)) }
    guard tests.count == 1 else {
      findings.add(
        "lab/bad-condition", mapping.node,
        Message(
          en: "'field' takes one of equals, oneOf, atLeast, atMost, exists, matches",
          ko: "'field'에는 equals, oneOf, atLeast, atMost, exists, matches 가운데 하나를 씁니다"))
      return nil
    }
    return tests.first
  }
}
