import Findings
import Resources
import YAML

extension Access {
  /// Why a request is refused: what comes nearest to granting it, and what it lacks. At most four.
  func nearMisses(_ request: AccessRequest) -> [Step] {
    var steps: [Step] = []
    for binding in bindings where isInScope(binding, of: request.namespace) {
      guard subject(of: binding, for: request) != nil else { continue }
      switch role(of: binding) {
      case .found(let role): steps.append(lack(of: role, request))
      case .missing(let node):
        let name = binding.roleReference.map { "\($0.kind) '\($0.name)'" } ?? "role"
        steps.append(
          .nearMiss(
            Message(
              en: "the \(binding.displayName) gives the \(name), which does not exist"
                + (binding.kind == "RoleBinding" ? " in namespace '\(binding.effectiveNamespace)'" : ""),
              ko: "\(binding.displayName)이(가) 주는 \(name)이(가) 없습니다"), at: node))
      case .everything, .builtIn: break
      }
    }
    steps += outOfScope(request)
    steps += otherSubjects(request)
    if steps.isEmpty {
      steps.append(
        .nearMiss(
          Message(
            en: "no RoleBinding or ClusterRoleBinding names '\(request.user)'",
            ko: "'\(request.user)'을(를) 지정한 RoleBinding이나 ClusterRoleBinding이 없습니다")))
    }
    return Array(steps.prefix(4))
  }

  /// What the best rule of a role that the subject has does not give.
  private func lack(of role: Manifest, _ request: AccessRequest) -> Step {
    let rules = rules(of: role)
    guard let best = rules.max(by: { $0.fit(request).weight < $1.fit(request).weight }) else {
      return .nearMiss(
        Message(en: "the \(role.displayName) grants nothing", ko: "\(role.displayName)이(가) 주는 권한이 없습니다"),
        at: role.node["rules"] ?? role.node)
    }
    let fit = best.fit(request)
    let wanted = "\(request.verb) on \(request.targetText)"
    var node = best.node
    if !fit.verb { node = best.node["verbs"] ?? node }
    if !fit.name { node = best.node["resourceNames"] ?? node }
    if !fit.resource { node = best.node["resources"] ?? node }
    if !fit.group { node = best.node["apiGroups"] ?? node }
    var en = "the \(role.displayName) grants \(best.summary), not \(wanted)"
    if fit.resource, !fit.group {
      let groups = best.apiGroups.map { "'\($0.text)'" }.joined(separator: ", ")
      en = "the \(role.displayName) names the API group \(groups), which is not that of \(request.targetText)"
    }
    return .nearMiss(
      Message(en: en, ko: "\(role.displayName)은(는) \(best.summary) 권한만 주고 \(wanted)은(는) 주지 않습니다"), at: node)
  }

  /// Bindings that would grant it in another namespace.
  private func outOfScope(_ request: AccessRequest) -> [Step] {
    var steps: [Step] = []
    for binding in bindings where !isInScope(binding, of: request.namespace) {
      guard subject(of: binding, for: request) != nil, case .found(let role) = role(of: binding),
        rules(of: role).contains(where: { $0.fit(request).isWhole })
      else { continue }
      let there = binding.effectiveNamespace
      let place = request.namespace.isEmpty ? "in the whole cluster" : "in namespace '\(request.namespace)'"
      steps.append(
        .nearMiss(
          Message(
            en: "the \(binding.displayName) grants it in namespace '\(there)', not \(place)",
            ko: "\(binding.displayName)은(는) 네임스페이스 '\(there)'에서만 그것을 허용합니다"),
          at: binding.metadata?["namespace"] ?? binding.metadata ?? binding.node))
    }
    return steps
  }

  /// Bindings in scope that would grant it, but name somebody almost the same.
  private func otherSubjects(_ request: AccessRequest) -> [Step] {
    let account = AccessRequest.serviceAccount(request.user)
    let name = account?.name ?? request.user
    var steps: [Step] = []
    for binding in bindings where isInScope(binding, of: request.namespace) {
      guard subject(of: binding, for: request) == nil, case .found(let role) = role(of: binding),
        rules(of: role).contains(where: { $0.fit(request).isWhole })
      else { continue }
      for subject in binding.bindingSubjects where subject.name == name {
        let home = subject.namespace.map { " of namespace '\($0)'" } ?? ""
        steps.append(
          .nearMiss(
            Message(
              en: "the \(binding.displayName) names the \(subject.kind) '\(name)'\(home), not '\(request.user)'",
              ko: "\(binding.displayName)은(는) '\(request.user)'이(가) 아니라 \(subject.kind) '\(name)'\(home)을(를) 지정합니다"),
            at: subject.node))
      }
    }
    return steps
  }
}
