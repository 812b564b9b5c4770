/// What somebody wants to do: the attributes that the API server hands to its authorizers.
public struct AccessRequest: Sendable, Equatable {
  public enum Target: Sendable, Equatable {
    /// An empty namespace is the whole cluster, an empty name no object in particular.
    case resource(group: String, resource: String, subresource: String, name: String, namespace: String)
    /// A path such as `/metrics`, without query.
    case path(String)
  }

  public var user: String
  public var groups: [String]
  public var verb: String
  public var target: Target

  public init(user: String, groups: [String], verb: String, target: Target) {
    self.user = user
    self.groups = groups
    self.verb = verb
    self.target = target
  }

  /// The groups that the API server's authenticators give a user: a service account belongs to its namespace's.
  public static func groups(of user: String) -> [String] {
    if user == "system:anonymous" { return ["system:unauthenticated"] }
    if let account = serviceAccount(user) {
      return ["system:serviceaccounts", "system:serviceaccounts:" + account.namespace, "system:authenticated"]
    }
    return ["system:authenticated"]
  }

  /// The parts of `system:serviceaccount:NAMESPACE:NAME`.
  public static func serviceAccount(_ user: String) -> (namespace: String, name: String)? {
    let parts = user.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "system", parts[1] == "serviceaccount", !parts[2].isEmpty, !parts[3].isEmpty
    else { return nil }
    return (String(parts[2]), String(parts[3]))
  }

  /// Reads a resource as kubectl writes it: `pods`, `pods/log`, `deployments.apps`, `deployments.apps/scale`.
  public static func resource(_ text: String, name: String = "", namespace: String = "") -> Target {
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let words = (halves.first ?? "").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return .resource(
      group: words.count > 1 ? String(words[1]) : "", resource: words.first.map { String($0) } ?? "",
      subresource: halves.count > 1 ? String(halves[1]) : "", name: name, namespace: namespace)
  }

  /// `deployments.apps/scale`, `/metrics`.
  public var targetText: String {
    switch target {
    case .path(let path): path
    case .resource(let group, let resource, let subresource, let name, _):
      resource + (group.isEmpty ? "" : "." + group) + (subresource.isEmpty ? "" : "/" + subresource)
        + (name.isEmpty ? "" : " '\(name)'")
    }
  }

  /// The namespace asked for; empty for the whole cluster and for paths.
  public var namespace: String {
    switch target {
    case .path: ""
    case .resource(_, _, _, _, let namespace): namespace
    }
  }
}
