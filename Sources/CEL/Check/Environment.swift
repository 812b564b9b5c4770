public import Findings

/// What an expression can name, in one version of Kubernetes.
public struct Environment: Sendable {
  public var dialect: Dialect
  public var functions: FunctionTable
  public var variables: [String: CELType] = [:]
  /// Types with fields by their name.
  public var objects: @Sendable (String) -> ObjectType? = { _ in nil }
  /// Names are looked for in it, and in what it lies in.
  public var container = ""
  /// Whether a list or map may hold values of any type.
  public var mixesTypes = false
  /// The version, as a set of one.
  public let version: VersionSet

  /// What all expressions of Kubernetes have in common: those that are written in `version`, rather than stored before.
  public init(_ functions: FunctionTable, version: KubernetesVersion) {
    self.functions = functions
    self.version = VersionSet(version)
    var dialect = Dialect()
    // A version reads what the one before reads, so that it can be rolled back.
    dialect.optionals = version.minor >= 29
    dialect.twoVariables = version.minor >= 33
    dialect.sorts = version.minor >= 35
    self.dialect = dialect
    isStrict = version.minor >= 30
    mayBeStrict = version.minor == 29
  }

  /// Whether literals are looked at by the rules that Kubernetes has since 1.29: then the values of a list or map are of
  /// one type, and `dyn` is another, except where they are formatted.
  public var isStrict: Bool
  /// Whether this is not certain, as in the version whose libraries changed first.
  let mayBeStrict: Bool

  /// Reads and checks an expression, and looks at what in it is constant.
  public func compile(_ text: String) throws(CompileError) -> CheckedExpression {
    let expression = try Parser.parse(Array(text.utf8), dialect)
    var checker = Checker(expression, self)
    let checked = try checker.check()
    try LiteralRules(checked, self).check()
    return checked
  }

  /// The same without looking for types.
  public func parse(_ text: String) throws(CompileError) -> Expression {
    try Parser.parse(Array(text.utf8), dialect)
  }

  /// Declares a function; for environments of which this module knows nothing. Parameters are numbered from -1 down.
  public mutating func declare(
    _ function: String, _ arguments: [CELType], _ result: CELType, isMethod: Bool = false, parameters: Int32 = 0
  ) {
    functions.add(
      Overload(
        function: function, isMethod: isMethod, arguments: arguments, result: result, parameters: parameters,
        versions: .all, doubtful: []))
  }

  /// The names that a name may be short for, the longest first.
  func candidates(_ name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    guard !container.isEmpty else { return [name] }
    var candidates: [String] = []
    var prefix = container[...]
    while !prefix.isEmpty {
      candidates.append(prefix + "." + name)
      guard let dot = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<dot]
    }
    return candidates + [name]
  }
}

/// An expression with the types of all its parts.
public struct CheckedExpression: Sendable {
  public let expression: Expression
  /// By node.
  let types: [CELType]
  /// The forms of functions that a call may mean, by node.
  let overloads: [Expression.Index: [Int32]]
  /// The full names of variables, types and functions, by node; a node that is not here is none.
  let names: [Expression.Index: String]

  public var result: CELType { types[Int(expression.root)] }

  /// Whether the result is exactly of one of some types.
  public func answers(oneOf types: [CELType]) -> Bool {
    let result = result
    return types.contains { $0.isSame(result) }
  }

  /// What is wrong where it is not.
  public func otherAnswer(than types: [CELType]) -> CompileError {
    CompileError(.result(types.map { $0.description }, result.description), at: expression.start)
  }

  /// Whether a variable is used.
  public func uses(_ variable: String) -> Bool {
    for (_, name) in names where name == variable { return true }
    return false
  }
}

extension Environment {
  /// What the conformance suite of CEL takes for granted: everything this module knows, values of any type side by side.
  public static var suite: Environment {
    var environment = Environment(.suite, version: .newest)
    environment.dialect.bindings = true
    environment.dialect.escapedNames = true
    environment.mixesTypes = true
    environment.isStrict = false
    return environment
  }
}
