/// What of the language an environment has switched on.
public struct Dialect: Sendable {
  /// `has`, `all`, `exists`, `exists_one`, `map`, `filter`.
  public var macros = true
  /// `a.?b`, `a[?b]`, `[?a]`, `{?k: v}`, and the macros `optMap` and `optFlatMap`.
  public var optionals = false
  /// Macros with two variables, `transformList` and its kin.
  public var twoVariables = false
  /// `cel.bind`.
  public var bindings = false
  /// `sortBy`.
  public var sorts = false
  /// Names between back-ticks.
  public var escapedNames = false

  public init() {}
}

/// How large an expression may be.
enum ExpressionLimits {
  /// What cel-go reads, in characters.
  static let characters = 100_000
  /// How often cel-go enters one rule of its grammar.
  static let recursion = 250
  /// How many expressions may lie within each other, and how deep the tree may be, for the compiler, which walks it by
  /// recursion on a stack that is small in a page. cel-go goes further, so what is deeper is not judged.
  static let levels = 100
  static let depth: Int32 = 400
}
