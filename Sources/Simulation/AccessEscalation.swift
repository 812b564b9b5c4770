import Findings
public import Resources
import YAML

/// The RBAC registry's guard: nobody gives rights that they do not have themselves (`pkg/registry/rbac`).
extension Access {
  public enum Writing: Sendable, Equatable {
    case allowed
    case forbidden
    /// A binding to a role that does not exist, by somebody who may not bind it by name.
    case roleNotFound
  }

  /// Whether somebody may create or update an RBAC object.
  public func writing(_ object: Manifest, isUpdate: Bool, user: String, groups: [String]) -> Writing {
    if groups.contains("system:masters") { return .allowed }
    let namespace = object.kind == "Role" || object.kind == "RoleBinding" ? object.effectiveNamespace : ""
    func may(_ verb: String, _ resource: String, _ name: String) -> Bool {
      let target = AccessRequest.Target.resource(
        group: object.group, resource: resource, subresource: "", name: name, namespace: namespace)
      let request = AccessRequest(user: user, groups: groups, verb: verb, target: target)
      return decision(request).outcome == .allowed
    }
    let resource = object.kind.lowercased() + "s"
    // A request to create names no object.
    let name = isUpdate ? object.name ?? "" : ""
    guard may(isUpdate ? "update" : "create", resource, name) else { return .forbidden }
    let owned = grants(user: user, groups: groups, namespace: namespace).map { $0.rule }
    guard let reference = object.roleReference else {
      if may("escalate", resource, name) { return .allowed }
      let isCovered =
        object.policyRules.allSatisfy { covers(owned, $0) }
        && (object.aggregationSelectors == nil || ownsEverything(owned))
      return isCovered ? .allowed : .forbidden
    }
    if may("bind", reference.kind == "ClusterRole" ? "clusterroles" : "roles", reference.name) { return .allowed }
    switch role(of: object) {
    case .missing: return .roleNotFound
    case .everything, .builtIn: return ownsEverything(owned) ? .allowed : .forbidden
    case .found(let role): return rules(of: role).allSatisfy { covers(owned, $0) } ? .allowed : .forbidden
    }
  }

  /// Every verb on every resource, and on every path.
  private func ownsEverything(_ rules: [PolicyRule]) -> Bool {
    let resources = rules.contains { rule in
      rule.verbs.has("*") && rule.apiGroups.has("*") && rule.resources.has("*") && rule.resourceNames.isEmpty
    }
    return resources && rules.contains { $0.verbs.has("*") && $0.nonResourceURLs.has("*") }
  }

  /// Whether rules give all that one rule would give, taken apart into single rights.
  private func covers(_ owned: [PolicyRule], _ rule: PolicyRule) -> Bool {
    for verb in rule.verbs {
      let able = owned.filter { $0.verbs.has("*") || $0.verbs.has(verb.text) }
      for path in rule.nonResourceURLs where !able.contains(where: { $0.coversPath(path.text) }) { return false }
      for group in rule.apiGroups {
        let inGroup = able.filter { $0.apiGroups.has("*") || $0.apiGroups.has(group.text) }
        for resource in rule.resources {
          let onResource = inGroup.filter { $0.coversResource(resource.text) }
          if rule.resourceNames.isEmpty {
            guard onResource.contains(where: { $0.resourceNames.isEmpty }) else { return false }
          }
          for name in rule.resourceNames {
            guard onResource.contains(where: { $0.resourceNames.isEmpty || $0.resourceNames.has(name.text) }) else {
              return false
            }
          }
        }
      }
    }
    return true
  }
}

extension PolicyRule {
  fileprivate func coversResource(_ resource: String) -> Bool {
    if resources.has("*") || resources.has(resource) { return true }
    let parts = resource.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && resources.has("*/" + parts[1])
  }

  fileprivate func coversPath(_ path: String) -> Bool {
    nonResourceURLs.contains { node in
      let own = node.text
      if own == path { return true }
      guard own.hasSuffix("*") else { return false }
      var prefix = Substring(own)
      while prefix.hasSuffix("*") { prefix = prefix.dropLast() }
      return path.hasPrefix(prefix)
    }
  }
}

extension [Node] {
  fileprivate func has(_ word: String) -> Bool { contains { $0.text == word } }
}
