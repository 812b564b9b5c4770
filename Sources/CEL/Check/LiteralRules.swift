import Schema

/// What the API server finds in literals before it evaluates anything: it works out what is constant when it plans an
/// expression, and has rules of its own since 1.29.
struct LiteralRules {
  let checked: CheckedExpression
  let environment: Environment

  init(_ checked: CheckedExpression, _ environment: Environment) {
    self.checked = checked
    self.environment = environment
  }

  private var expression: Expression { checked.expression }

  private func fail(_ fault: CompileError.Fault, _ index: Expression.Index) -> CompileError {
    CompileError(fault, at: expression.offset(of: index))
  }

  func check() throws(CompileError) {
    var constants: [Expression.Index: Literal] = [:]
    for (position, node) in expression.nodes.enumerated() {
      let index = Expression.Index(position)
      switch node {
      case .literal(let literal): constants[index] = literal
      case .call(let function, let target, let run):
        try checkCall(index, function, target, run, &constants)
      default: break
      }
    }
    if environment.isStrict || environment.mayBeStrict, !environment.mixesTypes { try checkTypes() }
  }

  private func checkCall(
    _ index: Expression.Index, _ function: String, _ target: Expression.Index, _ run: Expression.Operands,
    _ constants: inout [Expression.Index: Literal]
  ) throws(CompileError) {
    let arguments = expression.operands(run)
    guard let first = arguments.first else { return }
    switch function {
    case "matches", "find", "findAll":
      // The pattern of a method is its first argument, that of the function the second.
      guard let pattern = target >= 0 ? first : arguments.dropFirst().first,
        case .literal(.string(let text)) = expression[pattern]
      else { return }
      if RegularExpression(text) == nil { throw fail(.badPattern(text), pattern) }
    case "format":
      guard environment.isStrict, target >= 0, case .literal(.string(let text)) = expression[target],
        case .list(let items) = expression[first]
      else { return }
      let types = expression.operands(items).map { checked.types[Int($0)] }
      switch FormatString.judge(text, types) {
      case .fits: break
      case .wrong: throw fail(.badFormat(text), target)
      case .unclear: throw fail(.beyondJudgement(.function("format")), target)
      }
    case "bool", "bytes", "double", "duration", "int", "string", "timestamp", "uint":
      guard target < 0, arguments.count == 1, let constant = constants[first] else { return }
      switch ConstantConversion.convert(constant, by: function) {
      case .value(let value): constants[index] = value
      case .unknown: break
      case .fails: throw fail(.badConversion(function, constant.written), first)
      }
    default: break
    }
  }

  // MARK: One type

  /// The entries of a list or map are of one type, even where one is `dyn`; those that are formatted may differ.
  private func checkTypes() throws(CompileError) {
    var isExempt = Array(repeating: false, count: expression.nodes.count)
    for position in expression.nodes.indices.reversed() {
      let isFormat =
        if case .call("format", _, _) = expression.nodes[position] { true } else { false }
      guard isExempt[position] || isFormat else { continue }
      for child in children(of: expression.nodes[position]) where child >= 0 { isExempt[Int(child)] = true }
    }
    for (position, node) in expression.nodes.enumerated() where !isExempt[position] {
      switch node {
      case .list(let run): try checkTypes(run, from: 0, by: 1)
      case .map(let run):
        try checkTypes(run, from: 0, by: 2)
        try checkTypes(run, from: 1, by: 2)
      default: break
      }
    }
  }

  private func children(of node: Expression.Node) -> [Expression.Index] {
    switch node {
    case .literal, .name: return []
    case .select(let operand, _, _): return [operand]
    case .call(_, let target, let run): return [target] + expression.operands(run)
    case .list(let run), .map(let run), .object(_, let run): return Array(expression.operands(run))
    case .comprehension(let index):
      let loop = expression.comprehensions[Int(index)]
      return [loop.range, loop.start, loop.condition, loop.step, loop.result]
    }
  }

  private func checkTypes(_ run: Expression.Operands, from start: Int, by stride: Int) throws(CompileError) {
    var common: CELType?
    let operands = Array(expression.operands(run))
    var position = start
    while position < operands.count {
      var type = checked.types[Int(operands[position])]
      // What is optional in a map is marked at its key.
      let mark = stride == 2 ? position - 1 : position
      if stride == 1 || start == 1, expression.isOptional(mark, in: run), let unwrapped = type.unwrapped {
        type = unwrapped
      }
      if let common, !common.isSame(type, ignoringParameters: true) {
        if !environment.isStrict { throw fail(.beyondJudgement(.type), operands[position]) }
        throw fail(.mixedTypes(common.description, type.description), operands[position])
      }
      if common == nil { common = type }
      position += stride
    }
  }
}

/// A text for `format`, and the arguments it is given.
enum FormatString {
  enum Judgement { case fits, wrong, unclear }

  static func judge(_ text: String, _ types: [CELType]) -> Judgement {
    let bytes = Array(text.utf8)
    var index = 0
    var asked = 0
    var isClear = true
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      index += 1
      guard index < bytes.count else { return .wrong }
      if bytes[index] == UInt8(ascii: "%") {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: ".") {
        index += 1
        let start = index
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        guard index < bytes.count, index > start else { return .wrong }
      }
      guard asked < types.count else { return .wrong }
      switch fits(types[asked], bytes[index]) {
      case .fits: break
      case .wrong: return .wrong
      case .unclear: isClear = false
      }
      asked += 1
      index += 1
    }
    if asked < types.count { return .wrong }
    return isClear ? .fits : .unclear
  }

  /// Whether a value may be written by a letter. What differs between releases is left open.
  private static func fits(_ type: CELType, _ letter: UInt8) -> Judgement {
    guard "sdfebxXo".utf8.contains(letter) else { return .wrong }
    if type.isDyn { return .fits }
    switch (letter, type) {
    case (UInt8(ascii: "s"), .string), (UInt8(ascii: "s"), .bool), (UInt8(ascii: "s"), .int),
      (UInt8(ascii: "s"), .uint), (UInt8(ascii: "s"), .double), (UInt8(ascii: "s"), .bytes),
      (UInt8(ascii: "s"), .duration), (UInt8(ascii: "s"), .timestamp), (UInt8(ascii: "s"), .list),
      (UInt8(ascii: "s"), .map), (UInt8(ascii: "s"), .null), (UInt8(ascii: "s"), .type):
      return .fits
    case (UInt8(ascii: "d"), .int), (UInt8(ascii: "d"), .uint): return .fits
    case (UInt8(ascii: "f"), .double), (UInt8(ascii: "e"), .double): return .fits
    case (UInt8(ascii: "b"), .int), (UInt8(ascii: "b"), .uint), (UInt8(ascii: "b"), .bool): return .fits
    case (UInt8(ascii: "o"), .int), (UInt8(ascii: "o"), .uint): return .fits
    case (UInt8(ascii: "x"), .int), (UInt8(ascii: "x"), .uint), (UInt8(ascii: "x"), .string),
      (UInt8(ascii: "x"), .bytes), (UInt8(ascii: "X"), .int), (UInt8(ascii: "X"), .uint),
      (UInt8(ascii: "X"), .string), (UInt8(ascii: "X"), .bytes):
      return .fits
    case (UInt8(ascii: "d"), .string), (UInt8(ascii: "d"), .bool), (UInt8(ascii: "f"), .string),
      (UInt8(ascii: "f"), .bool), (UInt8(ascii: "e"), .string), (UInt8(ascii: "e"), .bool):
      return .wrong
    default: return .unclear
    }
  }
}
