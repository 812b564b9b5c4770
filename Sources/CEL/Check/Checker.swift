import Findings

/// Finds the types in an expression, as cel-go's checker does.
struct Checker {
  let expression: Expression
  let environment: Environment
  private var substitution = TypeSubstitution()
  private var types: [CELType]
  private var overloads: [Expression.Index: [Int32]] = [:]
  private var names: [Expression.Index: String] = [:]
  /// The variables of the loops around, the innermost last.
  private var locals: [(name: String, type: CELType)] = []

  init(_ expression: Expression, _ environment: Environment) {
    self.expression = expression
    self.environment = environment
    types = Array(repeating: .error, count: expression.nodes.count)
  }

  mutating func check() throws(CompileError) -> CheckedExpression {
    try check(expression.root)
    for index in types.indices { types[index] = substitution.apply(to: types[index], isFinal: true) }
    if substitution.isExhausted { throw CompileError(.beyondJudgement(.type), at: 0) }
    return CheckedExpression(expression: expression, types: types, overloads: overloads, names: names)
  }

  private func fail(_ fault: CompileError.Fault, _ index: Expression.Index) -> CompileError {
    CompileError(fault, at: expression.offset(of: index))
  }

  private func type(of index: Expression.Index) -> CELType { types[Int(index)] }

  private mutating func set(_ index: Expression.Index, _ type: CELType) { types[Int(index)] = type }

  private mutating func check(_ index: Expression.Index) throws(CompileError) {
    if substitution.isExhausted { throw fail(.beyondJudgement(.type), index) }
    switch expression[index] {
    case .literal(let literal): set(index, literal.type)
    case .name(let name): try checkName(name, index)
    case .select(let operand, let field, let isTest): try select(index, operand, field, isTest)
    case .call(let function, let target, let run): try call(index, function, target, run)
    case .list(let run): try list(index, run)
    case .map(let run): try map(index, run)
    case .object(let name, let run): try object(index, name, run)
    case .comprehension(let loop): try comprehension(index, expression.comprehensions[Int(loop)])
    }
  }

  // MARK: Names

  private func find(_ name: String) -> (name: String, type: CELType)? {
    if let local = locals.last(where: { $0.name == name }) { return (name, local.type) }
    for candidate in environment.candidates(name) {
      if let type = environment.variables[candidate] { return (candidate, type) }
      if let object = environment.objects(candidate) { return (candidate, .type(.object(object))) }
      if let type = CELType(standardName: candidate, hasOptionals: environment.dialect.optionals) {
        return (candidate, .type(type))
      }
    }
    return nil
  }

  private mutating func checkName(_ name: String, _ index: Expression.Index) throws(CompileError) {
    guard let (full, type) = find(name) else {
      // The libraries of addresses and of devices name types of their own, which are not declared here.
      let isLibrary = name == "net" || name == "kubernetes"
      throw fail(isLibrary ? .beyondJudgement(.type) : .undeclared(name), index)
    }
    set(index, type)
    names[index] = full
  }

  /// Names with dots between them; a local variable is never part of a longer name.
  private func qualifiedName(_ index: Expression.Index) -> String? {
    var names: [String] = []
    var current = index
    while true {
      switch expression[current] {
      case .name(let name):
        if names.count > 0, locals.contains(where: { $0.name == name }) { return nil }
        names.append(name)
        return names.reversed().joined(separator: ".")
      case .select(let operand, let field, isTest: false):
        names.append(field)
        current = operand
      default: return nil
      }
    }
  }

  // MARK: Fields

  private mutating func select(
    _ index: Expression.Index, _ operand: Expression.Index, _ field: String, _ isTest: Bool
  ) throws(CompileError) {
    if !isTest, let qualified = qualifiedName(index), let (full, type) = find(qualified) {
      set(index, type)
      names[index] = full
      return
    }
    let type = try self.field(field, of: operand, index, isOptional: false)
    set(index, isTest ? .bool : substitution.apply(to: type))
  }

  private mutating func field(
    _ field: String, of operand: Expression.Index, _ index: Expression.Index, isOptional: Bool
  ) throws(CompileError) -> CELType {
    try check(operand)
    let operandType = substitution.apply(to: type(of: operand))
    let target = operandType.unwrapped ?? operandType
    let result: CELType
    switch target {
    case .map(_, let value): result = value
    case .object(let object):
      guard let type = object.field(field) else { throw fail(.noField(field, object.title), index) }
      if case .error = type { throw fail(.beyondJudgement(.type), index) }
      result = type
    case .parameter:
      _ = substitution.assign(.dyn, target)
      result = .dyn
    default:
      guard target.isDynOrError else { throw fail(.noFields(target.description), index) }
      result = .dyn
    }
    return isOptional || operandType.unwrapped != nil ? .optional(result) : result
  }

  // MARK: Calls

  private mutating func call(
    _ index: Expression.Index, _ function: String, _ target: Expression.Index, _ run: Expression.Operands
  ) throws(CompileError) {
    let arguments = expression.operands(run)
    if function == "_?._", arguments.count == 2, let operand = arguments.first, let key = arguments.last,
      case .literal(.string(let name)) = expression[key]
    {
      set(key, .string)
      set(index, substitution.apply(to: try field(name, of: operand, index, isOptional: true)))
      return
    }
    for argument in arguments { try check(argument) }
    if target < 0 {
      for name in environment.candidates(function) where isKnown(name) {
        return try resolve(index, name, nil, arguments)
      }
      throw unknownFunction(function, index)
    }
    if let prefix = qualifiedName(target) {
      for name in environment.candidates(prefix + "." + function) where isKnown(name) {
        return try resolve(index, name, nil, arguments)
      }
    }
    try check(target)
    guard isKnown(function) else { throw unknownFunction(function, index) }
    try resolve(index, function, target, arguments)
  }

  private func isKnown(_ function: String) -> Bool {
    for number in environment.functions.forms(of: function) {
      if !environment.functions[number].versions.isDisjoint(with: environment.version) { return true }
    }
    return false
  }

  /// A function that is not there; or one of which this is not certain.
  private func unknownFunction(_ function: String, _ index: Expression.Index) -> CompileError {
    for number in environment.functions.forms(of: function) {
      if !environment.functions[number].doubtful.isDisjoint(with: environment.version) {
        return fail(.beyondJudgement(.function(function)), index)
      }
    }
    return fail(.undeclaredFunction(function), index)
  }

  private mutating func resolve(
    _ index: Expression.Index, _ function: String, _ target: Expression.Index?,
    _ arguments: ArraySlice<Expression.Index>
  ) throws(CompileError) {
    var given: [CELType] = []
    if let target { given.append(type(of: target)) }
    for argument in arguments { given.append(type(of: argument)) }
    var result: CELType?
    var forms: [Int32] = []
    var isDoubtful = false
    for number in environment.functions.forms(of: function) {
      let overload = environment.functions[number]
      guard overload.isMethod == (target != nil), overload.arguments.count == given.count else { continue }
      if overload.versions.isDisjoint(with: environment.version) {
        if !overload.doubtful.isDisjoint(with: environment.version) { isDoubtful = true }
        continue
      }
      let (wanted, answer) = instantiate(overload)
      guard substitution.assign(given, wanted) else { continue }
      forms.append(number)
      let type = substitution.apply(to: answer)
      guard let before = result else {
        result = type
        continue
      }
      if !before.isDyn, !type.isSame(before) { result = .dyn }
    }
    guard let result else {
      if isDoubtful { throw fail(.beyondJudgement(.function(function)), index) }
      var shown: [String] = []
      for type in given { shown.append(substitution.apply(to: type, isFinal: true).description) }
      throw fail(.noOverload(function, shown), index)
    }
    set(index, result)
    overloads[index] = forms
    names[index] = function
  }

  /// The types of an overload with variables of their own for its parameters.
  private mutating func instantiate(_ overload: Overload) -> ([CELType], CELType) {
    guard overload.parameters > 0 else { return (overload.arguments, overload.result) }
    var variables: [CELType] = []
    for _ in 0..<overload.parameters { variables.append(substitution.newVariable()) }
    var arguments: [CELType] = []
    for argument in overload.arguments { arguments.append(argument.instantiated(variables)) }
    return (arguments, overload.result.instantiated(variables))
  }

  // MARK: Lists, maps and objects

  /// The type of two values that stand side by side.
  private mutating func join(
    _ before: CELType?, _ type: CELType, _ index: Expression.Index
  ) throws(CompileError) -> CELType {
    guard let before else { return type }
    if substitution.assign(before, type) { return CELType.mostGeneral(before, type) }
    if environment.mixesTypes || environment.isStrict { return .dyn }
    throw fail(
      .mixedTypes(
        substitution.apply(to: before, isFinal: true).description,
        substitution.apply(to: type, isFinal: true).description), index)
  }

  /// The type of an entry, without what makes it optional.
  private mutating func entry(_ index: Expression.Index, isOptional: Bool) throws(CompileError) -> CELType {
    try check(index)
    let type = type(of: index)
    guard isOptional else { return type }
    let known = substitution.apply(to: type)
    if let unwrapped = known.unwrapped { return unwrapped }
    if known.isDynOrError { return type }
    throw fail(.notOptional(known.description), index)
  }

  private mutating func list(_ index: Expression.Index, _ run: Expression.Operands) throws(CompileError) {
    var item: CELType?
    for (position, element) in expression.operands(run).enumerated() {
      let type = try entry(element, isOptional: expression.isOptional(position, in: run))
      item = try join(item, type, element)
    }
    set(index, .list(item ?? substitution.newVariable()))
  }

  private mutating func map(_ index: Expression.Index, _ run: Expression.Operands) throws(CompileError) {
    var key: CELType?
    var value: CELType?
    let operands = Array(expression.operands(run))
    var position = 0
    while position + 1 < operands.count {
      let (keyNode, valueNode) = (operands[position], operands[position + 1])
      try check(keyNode)
      key = try join(key, type(of: keyNode), keyNode)
      let type = try entry(valueNode, isOptional: expression.isOptional(position, in: run))
      value = try join(value, type, valueNode)
      position += 2
    }
    set(index, .map(key ?? substitution.newVariable(), value ?? substitution.newVariable()))
  }

  private mutating func object(
    _ index: Expression.Index, _ name: String, _ run: Expression.Operands
  ) throws(CompileError) {
    guard let (full, type) = find(name) else {
      if name.hasPrefix("google.") || name.hasPrefix("kubernetes.") { throw fail(.beyondJudgement(.type), index) }
      throw fail(.undeclared(name), index)
    }
    guard case .type(.object(let object)) = type else { throw fail(.noType(name), index) }
    set(index, .object(object))
    names[index] = full
    let operands = Array(expression.operands(run))
    var position = 0
    while position + 1 < operands.count {
      let (fieldNode, valueNode) = (operands[position], operands[position + 1])
      let given = try entry(valueNode, isOptional: expression.isOptional(position, in: run))
      if case .literal(.string(let field)) = expression[fieldNode] {
        set(fieldNode, .string)
        guard let wanted = object.field(field) else { throw fail(.noField(field, object.title), fieldNode) }
        guard substitution.assign(wanted, given) else {
          let known = substitution.apply(to: given, isFinal: true)
          throw fail(.fieldType(field, wanted.description, known.description), valueNode)
        }
      }
      position += 2
    }
  }

  // MARK: Loops

  private mutating func comprehension(
    _ index: Expression.Index, _ loop: Expression.Comprehension
  ) throws(CompileError) {
    try check(loop.range)
    try check(loop.start)
    let range = substitution.apply(to: type(of: loop.range))
    let gathered = type(of: loop.start)
    let outside = locals.count
    defer { locals.removeLast(locals.count - outside) }
    locals.append((loop.accumulator, gathered))
    let hasTwo = !loop.second.isEmpty
    switch range {
    case .list(let item):
      locals.append((loop.variable, hasTwo ? .int : item))
      if hasTwo { locals.append((loop.second, item)) }
    case .map(let key, let value):
      locals.append((loop.variable, key))
      if hasTwo { locals.append((loop.second, value)) }
    default:
      guard range.isDynOrError || range.isParameter else { throw fail(.noRange(range.description), loop.range) }
      _ = substitution.assign(.dyn, range)
      locals.append((loop.variable, .dyn))
      if hasTwo { locals.append((loop.second, .dyn)) }
    }
    try check(loop.condition)
    try expect(loop.condition, .bool)
    try check(loop.step)
    try expect(loop.step, gathered)
    locals.removeLast(locals.count - outside - 1)
    try check(loop.result)
    set(index, substitution.apply(to: type(of: loop.result)))
  }

  private mutating func expect(_ index: Expression.Index, _ wanted: CELType) throws(CompileError) {
    let given = type(of: index)
    guard !substitution.assign(wanted, given) else { return }
    throw fail(
      .stepType(
        substitution.apply(to: wanted, isFinal: true).description,
        substitution.apply(to: given, isFinal: true).description), index)
  }
}

extension CELType {
  /// The same with variables in the place of an overload's parameters.
  fileprivate func instantiated(_ variables: [CELType]) -> CELType {
    if case .parameter(let number) = self {
      let position = Int(-1 - number)
      return variables.indices.contains(position) ? variables[position] : self
    }
    let parameters = parameters
    return parameters.isEmpty ? self : with(parameters.map { $0.instantiated(variables) })
  }

  /// The types that have a name in every expression.
  fileprivate init?(standardName name: String, hasOptionals: Bool) {
    switch name {
    case "bool": self = .bool
    case "bytes": self = .bytes
    case "double": self = .double
    case "dyn": self = .dyn
    case "int": self = .int
    case "list": self = .list(.dyn)
    case "map": self = .map(.dyn, .dyn)
    case "null_type": self = .null
    case "string": self = .string
    case "type": self = .type(.dyn)
    case "uint": self = .uint
    case "google.protobuf.Duration": self = .duration
    case "google.protobuf.Timestamp": self = .timestamp
    case "optional_type" where hasOptionals: self = .optional(.dyn)
    default: return nil
    }
  }
}

extension Literal {
  var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
