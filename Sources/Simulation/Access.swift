import Findings
public import Resources
import YAML

/// Role-based access: who may do what, by the Roles, ClusterRoles and bindings of a cluster.
public struct Access: Sendable {
  public enum Outcome: Sendable, Equatable {
    case allowed, denied
    /// A role of Kubernetes' own would decide, whose rules are not among the objects.
    case unknown
  }

  public struct Decision: Sendable {
    public var outcome: Outcome
    /// What grants it, or what comes near.
    public var steps: [Step]
  }

  /// A rule that a subject has, and the binding it has it by.
  public struct Grant: Sendable {
    public let rule: PolicyRule
    public let role: Manifest
    public let binding: Manifest
  }

  private let roles: [String: Manifest]
  private let clusterRoles: [String: Manifest]
  private let aggregated: [Manifest]
  let bindings: [Manifest]

  public init(_ state: ClusterState) {
    var roles: [String: Manifest] = [:]
    var clusterRoles: [String: Manifest] = [:]
    var bindings: [Manifest] = []
    for manifest in state.manifests where manifest.isAccessObject {
      switch manifest.kind {
      case "Role": roles[manifest.effectiveNamespace + "/" + (manifest.name ?? "")] = manifest
      case "ClusterRole": clusterRoles[manifest.name ?? ""] = manifest
      case "RoleBinding", "ClusterRoleBinding": bindings.append(manifest)
      default: break
      }
    }
    self.roles = roles
    self.clusterRoles = clusterRoles
    self.bindings = bindings
    aggregated = state.manifests.filter { $0.isAccessObject && $0.kind == "ClusterRole" }
  }

  /// Decides a request as the RBAC authorizer does: allowed where one rule of one role in scope fits as a whole.
  public func decision(_ request: AccessRequest) -> Decision {
    if request.groups.contains("system:masters") {
      return Decision(
        outcome: .allowed,
        steps: [
          Step(Message(en: "members of 'system:masters' may do everything", ko: "'system:masters'의 구성원은 무엇이든 할 수 있습니다"))
        ])
    }
    var unknown: [Step] = []
    for binding in bindings {
      guard isInScope(binding, of: request.namespace), let subject = subject(of: binding, for: request) else {
        continue
      }
      switch role(of: binding) {
      case .found(let role):
        for rule in rules(of: role) where rule.fit(request).isWhole {
          return Decision(outcome: .allowed, steps: [grantStep(request, rule, role, binding, subject)])
        }
      case .everything(let node):
        return Decision(
          outcome: .allowed,
          steps: [
            Step(
              Message(
                en: "the \(binding.displayName) gives 'cluster-admin', which may do everything",
                ko: "\(binding.displayName)이(가) 무엇이든 할 수 있는 'cluster-admin'을 줍니다"), at: node)
          ])
      case .builtIn(let name, let node):
        unknown.append(
          Step(
            Message(
              en: "the \(binding.displayName) gives Kubernetes' own ClusterRole '\(name)', whose rules are not here",
              ko: "\(binding.displayName)이(가) Kubernetes의 내장 ClusterRole '\(name)'을 주는데, 그 규칙은 여기에 없습니다"), at: node))
      case .missing: break
      }
    }
    if BuiltInAccess.allows(request) {
      return Decision(
        outcome: .allowed,
        steps: [Step(Message(en: "everybody who is signed in may do this", ko: "인증된 사용자는 누구나 할 수 있습니다"))])
    }
    if !unknown.isEmpty { return Decision(outcome: .unknown, steps: unknown) }
    return Decision(outcome: .denied, steps: nearMisses(request))
  }

  /// All rules that somebody has in a namespace; an empty namespace is the whole cluster.
  public func grants(user: String, groups: [String], namespace: String) -> [Grant] {
    let request = AccessRequest(user: user, groups: groups, verb: "", target: .path(""))
    var grants: [Grant] = []
    for binding in bindings where isInScope(binding, of: namespace) && subject(of: binding, for: request) != nil {
      guard case .found(let role) = role(of: binding) else { continue }
      for rule in rules(of: role) { grants.append(Grant(rule: rule, role: role, binding: binding)) }
    }
    return grants
  }

  // MARK: Roles

  enum RoleLookup {
    case found(Manifest)
    case missing(Node?)
    /// `cluster-admin`.
    case everything(Node)
    case builtIn(String, Node)
  }

  func role(of binding: Manifest) -> RoleLookup {
    guard let reference = binding.roleReference else { return .missing(nil) }
    if reference.kind == "ClusterRole" {
      if let role = clusterRoles[reference.name] { return .found(role) }
      if reference.name == "cluster-admin" { return .everything(reference.node) }
      if BuiltInAccess.isRole(reference.name) { return .builtIn(reference.name, reference.node) }
      return .missing(reference.node)
    }
    guard reference.kind == "Role", binding.kind == "RoleBinding",
      let role = roles[binding.effectiveNamespace + "/" + reference.name]
    else { return .missing(reference.node) }
    return .found(role)
  }

  func role(kind: String, name: String, namespace: String) -> Manifest? {
    kind == "ClusterRole" ? clusterRoles[name] : roles[namespace + "/" + name]
  }

  /// The rules of a role; of an aggregated one those of all roles that it reaches through its selectors.
  ///
  /// The aggregation controller overwrites the rules that are written beside an aggregationRule.
  func rules(of role: Manifest) -> [PolicyRule] {
    guard role.kind == "ClusterRole", let own = role.aggregationSelectors else { return role.policyRules }
    var seen: Set<String> = [role.name ?? ""]
    var waiting = [own]
    var rules: [PolicyRule] = []
    while let selectors = waiting.popLast() {
      for candidate in aggregated {
        let name = candidate.name ?? ""
        guard !seen.contains(name), selectors.contains(where: { $0.matches(candidate.labels) }) else { continue }
        seen.insert(name)
        if let further = candidate.aggregationSelectors {
          waiting.append(further)
        } else {
          rules += candidate.policyRules
        }
      }
    }
    return rules
  }

  // MARK: Bindings

  /// A ClusterRoleBinding counts everywhere, a RoleBinding in its own namespace.
  func isInScope(_ binding: Manifest, of namespace: String) -> Bool {
    binding.kind == "ClusterRoleBinding" || !namespace.isEmpty && binding.effectiveNamespace == namespace
  }

  func subject(of binding: Manifest, for request: AccessRequest) -> BindingSubject? {
    binding.bindingSubjects.first { subject in
      switch subject.kind {
      case "User": return subject.name == request.user
      case "Group": return request.groups.contains(subject.name)
      case "ServiceAccount":
        let home = subject.namespace ?? (binding.kind == "RoleBinding" ? binding.effectiveNamespace : "")
        return !home.isEmpty && request.user == "system:serviceaccount:" + home + ":" + subject.name
      default: return false
      }
    }
  }

  private func grantStep(
    _ request: AccessRequest, _ rule: PolicyRule, _ role: Manifest, _ binding: Manifest, _ subject: BindingSubject
  ) -> Step {
    Step(
      Message(
        en: "the \(role.displayName) grants \(rule.summary), and the \(binding.displayName) gives it to "
          + "\(subject.kind) '\(subject.name)'",
        ko: "\(role.displayName)이(가) \(rule.summary) 권한을 주고, \(binding.displayName)이(가) 그것을 "
          + "\(subject.kind) '\(subject.name)'에게 줍니다"), at: rule.node)
  }
}
