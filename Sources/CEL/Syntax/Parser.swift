/// Reads an expression by the grammar of cel-go.
///
/// Operators are read by precedence, so that a level of parentheses costs few calls. What cel-go counts of its
/// recursion is counted here: it enters a rule once more for each operator or field in a row.
struct Parser {
  let reader: LiteralReader
  let dialect: Dialect
  private let tokens: [Token]
  private var position = 0
  var expression = Expression()
  /// How many expressions are being read, and how many comparisons, sums and fields in rows within all of them.
  private var levels = 0
  private var rows = [0, 0, 0]

  /// The tree of an expression.
  static func parse(_ bytes: [UInt8], _ dialect: Dialect) throws(CompileError) -> Expression {
    var characters = 0
    for byte in bytes where byte & 0xC0 != 0x80 { characters += 1 }
    if characters > ExpressionLimits.characters {
      throw CompileError(.tooLong(ExpressionLimits.characters), at: 0)
    }
    var lexer = Lexer(bytes)
    var parser = Parser(tokens: try lexer.tokens(), reader: LiteralReader(bytes: bytes), dialect: dialect)
    try parser.limitBrackets()
    parser.expression.root = try parser.whole()
    guard parser.next.kind == .end else { throw parser.unexpected() }
    if parser.expression.depth > ExpressionLimits.depth { throw CompileError(.beyondJudgement(.depth), at: 0) }
    return parser.expression
  }

  private init(tokens: [Token], reader: LiteralReader, dialect: Dialect) {
    self.tokens = tokens
    self.reader = reader
    self.dialect = dialect
  }

  // MARK: Tokens

  var next: Token { tokens[min(position, tokens.count - 1)] }

  private func ahead(_ count: Int) -> Token.Kind { tokens[min(position + count, tokens.count - 1)].kind }

  mutating func take(_ kind: Token.Kind) -> Bool {
    guard next.kind == kind else { return false }
    position += 1
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(CompileError) {
    if !take(kind) { throw unexpected() }
  }

  func unexpected() -> CompileError {
    next.kind == .end
      ? CompileError(.unexpectedEnd, at: next.start) : CompileError(.unexpected(text(next)), at: next.start)
  }

  func text(_ token: Token) -> String {
    String(decoding: reader.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  // MARK: Limits

  /// Counts one more operator or field in a row.
  private mutating func lengthen(_ row: Int) throws(CompileError) {
    rows[row] += 1
    if levels + rows[row] > ExpressionLimits.recursion {
      throw CompileError(.tooNested(ExpressionLimits.recursion), at: next.start)
    }
  }

  /// What is in more brackets than cel-go reads need not be read.
  private func limitBrackets() throws(CompileError) {
    var depth = 0
    for token in tokens {
      switch token.kind {
      case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
      default: continue
      }
      if depth >= ExpressionLimits.recursion {
        throw CompileError(.tooNested(ExpressionLimits.recursion), at: token.start)
      }
    }
  }

  // MARK: Operators

  /// `a ? b : c`, or what stands below it.
  mutating func whole() throws(CompileError) -> Expression.Index {
    levels += 1
    defer { levels -= 1 }
    if levels > ExpressionLimits.levels { throw CompileError(.beyondJudgement(.depth), at: next.start) }
    let condition = try operation(0)
    let offset = next.start
    guard take(.question) else { return condition }
    let first = try operation(0)
    try expect(.colon)
    let second = try whole()
    return expression.addCall("_?_:_", [condition, first, second], at: offset)
  }

  /// Operators of at least a precedence: `||`, `&&`, relations, sums, products.
  private mutating func operation(_ precedence: Int) throws(CompileError) -> Expression.Index {
    let before = rows
    defer { rows = before }
    var left = try unary()
    while let (level, function) = binary(next.kind), level >= precedence {
      let offset = next.start
      position += 1
      if level < 2 {
        left = try logical(left, level, function, offset)
        continue
      }
      try lengthen(level == 2 ? 0 : 1)
      let right = try operation(level + 1)
      left = expression.addCall(function, [left, right], at: offset)
    }
    return left
  }

  /// A row of `&&` or `||`, which is read into a balanced tree.
  private mutating func logical(
    _ first: Expression.Index, _ level: Int, _ function: String, _ offset: Int32
  ) throws(CompileError) -> Expression.Index {
    var terms = [first, try operation(level + 1)]
    var offsets = [offset]
    while let (other, _) = binary(next.kind), other == level {
      offsets.append(next.start)
      position += 1
      terms.append(try operation(level + 1))
    }
    return balanced(function, terms[...], offsets[...])
  }

  private mutating func balanced(
    _ function: String, _ terms: ArraySlice<Expression.Index>, _ offsets: ArraySlice<Int32>
  ) -> Expression.Index {
    guard terms.count > 1 else { return terms[terms.startIndex] }
    let middle = terms.startIndex + (terms.count + 1) / 2
    let cut = offsets.startIndex + (middle - terms.startIndex) - 1
    let left = balanced(function, terms[..<middle], offsets[..<cut])
    let right = balanced(function, terms[middle...], offsets[(cut + 1)...])
    return expression.addCall(function, [left, right], at: offsets[cut])
  }

  private func binary(_ kind: Token.Kind) -> (Int, String)? {
    switch kind {
    case .or: (0, "_||_")
    case .and: (1, "_&&_")
    case .equal: (2, "_==_")
    case .notEqual: (2, "_!=_")
    case .less: (2, "_<_")
    case .lessOrEqual: (2, "_<=_")
    case .greater: (2, "_>_")
    case .greaterOrEqual: (2, "_>=_")
    case .in: (2, "@in")
    case .plus: (3, "_+_")
    case .minus: (3, "_-_")
    case .star: (4, "_*_")
    case .slash: (4, "_/_")
    case .percent: (4, "_%_")
    default: nil
    }
  }

  private mutating func unary() throws(CompileError) -> Expression.Index {
    let offset = next.start
    var isOdd = false
    let sign = next.kind
    guard sign == .not || sign == .minus else { return try member() }
    if sign == .minus, ahead(1) == .integer || ahead(1) == .double { return try member() }
    while next.kind == sign {
      position += 1
      isOdd.toggle()
    }
    let operand = try member()
    return isOdd ? expression.addCall(sign == .not ? "!_" : "-_", [operand], at: offset) : operand
  }

  // MARK: Members

  private mutating func member() throws(CompileError) -> Expression.Index {
    var value = try primary()
    let before = rows
    defer { rows = before }
    while next.kind == .dot || next.kind == .leftBracket || next.kind == .leftBrace {
      try lengthen(2)
      let offset = next.start
      if take(.leftBracket) {
        let isOptional = try optionalMark("[?")
        let index = try whole()
        try expect(.rightBracket)
        value = expression.addCall(isOptional ? "_[?_]" : "_[_]", [value, index], at: offset)
      } else if take(.dot) {
        value = try field(of: value, offset)
      } else {
        guard let name = qualifiedName(value) else { throw unexpected() }
        value = try object(name, offset)
      }
    }
    return value
  }

  private mutating func field(of value: Expression.Index, _ offset: Int32) throws(CompileError) -> Expression.Index {
    let isOptional = try optionalMark(".?")
    let name = next
    guard name.kind == .identifier || name.kind == .escapedIdentifier else { throw unexpected() }
    position += 1
    if !isOptional, name.kind == .identifier, next.kind == .leftParenthesis {
      return try call(text(name), on: value, at: name.start)
    }
    let field = try fieldName(name)
    guard isOptional else { return expression.add(.select(value, field, isTest: false), at: offset) }
    let key = expression.add(.literal(.string(field)), at: name.start)
    return expression.addCall("_?._", [value, key], at: offset)
  }

  private func fieldName(_ token: Token) throws(CompileError) -> String {
    guard token.kind == .escapedIdentifier else { return text(token) }
    guard dialect.escapedNames else { throw CompileError(.unexpected(text(token)), at: token.start) }
    return String(text(token).dropFirst().dropLast())
  }

  private mutating func optionalMark(_ syntax: String) throws(CompileError) -> Bool {
    let offset = next.start
    guard take(.question) else { return false }
    guard dialect.optionals else { throw CompileError(.optionalSyntax(syntax), at: offset) }
    return true
  }

  /// The name of a type, where a value is nothing but names with dots between them.
  private func qualifiedName(_ index: Expression.Index) -> String? {
    switch expression[index] {
    case .name(let name): return name
    case .select(let operand, let field, isTest: false): return qualifiedName(operand).map { $0 + "." + field }
    default: return nil
    }
  }

  // MARK: Primaries

  private mutating func primary() throws(CompileError) -> Expression.Index {
    let token = next
    position += 1
    switch token.kind {
    case .leftParenthesis:
      let value = try whole()
      try expect(.rightParenthesis)
      return value
    case .leftBracket: return try list(token.start)
    case .leftBrace: return try map(token.start)
    case .minus where next.kind == .integer || next.kind == .double:
      let literal = try reader.literal(next, isNegative: true)
      position += 1
      return expression.add(.literal(literal), at: token.start)
    case .integer, .unsigned, .double, .string, .bytes, .true, .false, .null:
      return expression.add(.literal(try reader.literal(token)), at: token.start)
    case .dot where next.kind == .identifier:
      position += 1
      return try name(tokens[position - 1], prefix: ".")
    case .identifier: return try name(token, prefix: "")
    default:
      position -= 1
      throw unexpected()
    }
  }

  private mutating func name(_ token: Token, prefix: String) throws(CompileError) -> Expression.Index {
    let name = text(token)
    if Parser.reserved.contains(name) { throw CompileError(.reserved(name), at: token.start) }
    if next.kind == .leftParenthesis { return try call(prefix + name, on: nil, at: token.start) }
    return expression.add(.name(prefix + name), at: token.start)
  }

  /// A function with its arguments, or what a macro of this name makes of them.
  private mutating func call(
    _ name: String, on target: Expression.Index?, at offset: Int32
  ) throws(CompileError) -> Expression.Index {
    try expect(.leftParenthesis)
    var arguments: [Expression.Index] = []
    if next.kind != .rightParenthesis {
      repeat { arguments.append(try whole()) } while take(.comma)
    }
    try expect(.rightParenthesis)
    if let expanded = try expand(name, on: target, arguments, at: offset) { return expanded }
    return expression.addCall(name, arguments, target: target ?? -1, at: offset)
  }

  private mutating func list(_ offset: Int32) throws(CompileError) -> Expression.Index {
    var items: [Expression.Index] = []
    var optional: [Int] = []
    while next.kind != .rightBracket, next.kind != .comma {
      if try optionalMark("[?") { optional.append(items.count) }
      items.append(try whole())
      if next.kind != .comma || ahead(1) == .rightBracket { break }
      position += 1
      if next.kind == .comma { throw unexpected() }
    }
    _ = take(.comma)
    try expect(.rightBracket)
    let run = expression.addOperands(items)
    for item in optional { expression.optionals.insert(run.start + Int32(item)) }
    return expression.add(.list(run), at: offset)
  }

  private mutating func map(_ offset: Int32) throws(CompileError) -> Expression.Index {
    var entries: [Expression.Index] = []
    var optional: [Int] = []
    while next.kind != .rightBrace, next.kind != .comma {
      if try optionalMark("{?") { optional.append(entries.count) }
      entries.append(try whole())
      try expect(.colon)
      entries.append(try whole())
      if next.kind != .comma || ahead(1) == .rightBrace { break }
      position += 1
      if next.kind == .comma { throw unexpected() }
    }
    _ = take(.comma)
    try expect(.rightBrace)
    let run = expression.addOperands(entries)
    for entry in optional { expression.optionals.insert(run.start + Int32(entry)) }
    return expression.add(.map(run), at: offset)
  }

  private mutating func object(_ name: String, _ offset: Int32) throws(CompileError) -> Expression.Index {
    try expect(.leftBrace)
    var entries: [Expression.Index] = []
    var optional: [Int] = []
    while next.kind != .rightBrace, next.kind != .comma {
      if try optionalMark("{?") { optional.append(entries.count) }
      let field = next
      guard field.kind == .identifier || field.kind == .escapedIdentifier else { throw unexpected() }
      position += 1
      entries.append(expression.add(.literal(.string(try fieldName(field))), at: field.start))
      try expect(.colon)
      entries.append(try whole())
      if next.kind != .comma || ahead(1) == .rightBrace { break }
      position += 1
      if next.kind == .comma { throw unexpected() }
    }
    _ = take(.comma)
    try expect(.rightBrace)
    let run = expression.addOperands(entries)
    for entry in optional { expression.optionals.insert(run.start + Int32(entry)) }
    return expression.add(.object(name, run), at: offset)
  }

  /// Words that no variable or function may be called.
  static let reserved = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
    "package", "namespace", "null", "return", "true", "var", "void", "while",
  ]
}
