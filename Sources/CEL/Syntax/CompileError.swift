/// Why an expression does not compile, and where.
public struct CompileError: Error, Sendable, Equatable {
  public let fault: Fault
  /// Bytes from the start of the expression.
  public let offset: Int32

  public init(_ fault: Fault, at offset: Int32) {
    self.fault = fault
    self.offset = offset
  }

  public enum Fault: Sendable, Equatable {
    case unexpected(String)
    case unexpectedEnd
    case openText
    case badLiteral(String)
    case reserved(String)
    case tooLong(Int)
    case tooNested(Int)
    case optionalSyntax(String)
    case macroArgument(String)

    case undeclared(String)
    case undeclaredFunction(String)
    case noOverload(String, [String])
    case noField(String, String)
    case noFields(String)
    case mixedTypes(String, String)
    case fieldType(String, String, String)
    case noRange(String)
    case noType(String)
    case notOptional(String)
    case stepType(String, String)
    case result([String], String)

    case badPattern(String)
    case badConversion(String, String)
    case badFormat(String)

    case oldSelfUnknown
    case oldSelfUnused

    /// Not a fault: what is written here the compiler cannot judge.
    case beyondJudgement(Reason)
  }

  /// Why the compiler does not judge.
  public enum Reason: Sendable, Equatable {
    /// The tree is deeper than the stack allows.
    case depth
    /// Whether a version has this function is not known.
    case function(String)
    /// The type of a variable is not known.
    case type
    /// What it costs may be too much, by an estimate that is coarser than the API server's.
    case cost
  }

  /// Whether the API server refuses the expression, rather than that we do not know.
  public var isRefusal: Bool {
    if case .beyondJudgement = fault { return false }
    return true
  }
}
