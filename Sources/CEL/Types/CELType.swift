/// A type of CEL, as cel-go's checker knows them.
public indirect enum CELType: Sendable {
  /// Whatever is wrong already, so that one fault is told once.
  case error
  case dyn
  /// A value of which the type is only known when it is there; refused or taken like `dyn`, and yet another type.
  case any
  case null, bool, int, uint, double, string, bytes, duration, timestamp
  case list(CELType)
  case map(CELType, CELType)
  /// The type of a type.
  case type(CELType)
  /// A type of a library's own, such as `optional_type(int)`.
  case opaque(StaticName, [CELType])
  /// One with fields.
  case object(ObjectType)
  /// A variable that the checker has still to find, or a parameter of an overload.
  case parameter(Int32)

  public static func optional(_ type: CELType) -> CELType { .opaque(.optional, [type]) }

  var isDyn: Bool {
    switch self {
    case .dyn, .any: true
    default: false
    }
  }

  var isDynOrError: Bool {
    if case .error = self { return true }
    return isDyn
  }

  var isParameter: Bool {
    if case .parameter = self { return true }
    return false
  }

  /// What an optional type holds.
  var unwrapped: CELType? {
    if case .opaque(.optional, let parameters) = self { return parameters.first }
    return nil
  }

  /// Whether both are exactly one type; `ignoringParameters` takes any two parameters for equal.
  func isSame(_ other: CELType, ignoringParameters: Bool = false) -> Bool {
    switch (self, other) {
    case (.error, .error), (.dyn, .dyn), (.any, .any), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
      (.double, .double), (.string, .string), (.bytes, .bytes), (.duration, .duration), (.timestamp, .timestamp):
      return true
    case (.list(let left), .list(let right)), (.type(let left), .type(let right)):
      return left.isSame(right, ignoringParameters: ignoringParameters)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return key.isSame(otherKey, ignoringParameters: ignoringParameters)
        && value.isSame(otherValue, ignoringParameters: ignoringParameters)
    case (.opaque(let name, let parameters), .opaque(let otherName, let others)):
      guard name == otherName, parameters.count == others.count else { return false }
      for (index, parameter) in parameters.enumerated() {
        if !parameter.isSame(others[index], ignoringParameters: ignoringParameters) { return false }
      }
      return true
    case (.object(let left), .object(let right)): return left.name == right.name
    case (.parameter(let left), .parameter(let right)): return ignoringParameters || left == right
    default: return false
    }
  }

  /// The types of which it is made.
  var parameters: [CELType] {
    switch self {
    case .list(let item), .type(let item): [item]
    case .map(let key, let value): [key, value]
    case .opaque(_, let parameters): parameters
    default: []
    }
  }

  /// The same of other types.
  func with(_ types: [CELType]) -> CELType {
    switch self {
    case .list: types.count == 1 ? .list(types[0]) : self
    case .type: types.count == 1 ? .type(types[0]) : self
    case .map: types.count == 2 ? .map(types[0], types[1]) : self
    case .opaque(let name, _): .opaque(name, types)
    default: self
    }
  }
}

/// The name of a type that a library brings.
public enum StaticName: Sendable, Equatable {
  case optional, url, ip, cidr, quantity, semver, namedFormat
  case authorizer, pathCheck, groupCheck, resourceCheck, decision
  /// Types that a caller declares, by number.
  case declared(Int32)

  var text: String {
    switch self {
    case .optional: "optional_type"
    case .url: "kubernetes.URL"
    case .ip: "net.IP"
    case .cidr: "net.CIDR"
    case .quantity: "kubernetes.Quantity"
    case .semver: "kubernetes.Semver"
    case .namedFormat: "kubernetes.NamedFormat"
    case .authorizer: "kubernetes.authorization.Authorizer"
    case .pathCheck: "kubernetes.authorization.PathCheck"
    case .groupCheck: "kubernetes.authorization.GroupCheck"
    case .resourceCheck: "kubernetes.authorization.ResourceCheck"
    case .decision: "kubernetes.authorization.Decision"
    case .declared(let number): "type \(number)"
    }
  }
}

extension CELType: CustomStringConvertible {
  /// As cel-go prints it.
  public var description: String {
    switch self {
    case .error: return "error"
    case .dyn: return "dyn"
    case .any: return "any"
    case .null: return "null_type"
    case .bool: return "bool"
    case .int: return "int"
    case .uint: return "uint"
    case .double: return "double"
    case .string: return "string"
    case .bytes: return "bytes"
    case .duration: return "duration"
    case .timestamp: return "timestamp"
    case .list(let item): return "list(\(item.description))"
    case .map(let key, let value): return "map(\(key.description), \(value.description))"
    case .type(let type): return "type(\(type.description))"
    case .object(let object): return object.title
    case .parameter: return "dyn"
    case .opaque(let name, let parameters):
      if parameters.isEmpty { return name.text }
      var text = name.text + "("
      for (index, parameter) in parameters.enumerated() { text += (index == 0 ? "" : ", ") + parameter.description }
      return text + ")"
    }
  }
}
