public import YAML

/// What a requirement asks, over the learner's objects and what is given. A closed set.
public indirect enum Condition: Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case exists(ObjectReference)
  case field(FieldCondition)
  /// Every object of the learner is accepted by the API server in all versions of the lab.
  case valid
  /// None of these lint rules finds anything; without rules: none finds an error.
  case lintClean(rules: [String])
  case selects(service: ObjectReference, workload: ObjectReference)
  /// With an application that answers only after that many seconds, no container is killed before it is up.
  case startup(workload: ObjectReference, startsAfter: Int64)
  /// A readiness probe gates traffic on a port that its container declares.
  case ready(workload: ObjectReference)
  case can(AccessQuestion)
  case cannot(AccessQuestion)
  /// A claim binds statically, to a named volume where one is asked for.
  case binds(claim: String, volume: String?, namespace: String?)
  case mounts(workload: ObjectReference, claim: String, path: String)
}

/// An object by kind and name; any namespace where none is named.
public struct ObjectReference: Sendable, Equatable {
  public var kind: String
  public var namespace: String?
  public var name: String

  public init(kind: String, namespace: String? = nil, name: String) {
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }

  /// Reads `Kind/name` and `Kind/namespace/name`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    kind = parts[0]
    name = parts[parts.count - 1]
    namespace = parts.count == 3 ? parts[1] : nil
  }

  /// `Deployment/web`, `Deployment/shop/web`.
  public var text: String { kind + "/" + (namespace.map { $0 + "/" } ?? "") + name }
}

/// What is asked of the values at a place of an object.
public struct FieldCondition: Sendable {
  public enum Test: Sendable {
    case equals(Node)
    case oneOf([Node])
    case atLeast(Node)
    case atMost(Node)
    case exists(Bool)
    /// `*` is any text, `?` any character.
    case matches(String)
  }

  public var object: ObjectReference
  public var path: FieldQuery
  public var test: Test
}

/// May somebody do something? Decided by RBAC.
public struct AccessQuestion: Sendable, Equatable {
  public var user: String
  public var verb: String
  /// As kubectl writes it: `deployments.apps`, `pods/log`.
  public var resource: String
  /// `nil`: the whole cluster.
  public var namespace: String?
  public var name: String?
}
