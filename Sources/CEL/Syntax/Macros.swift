/// Macros: what is written as a call, and read as something else.
extension Parser {
  typealias Index = Expression.Index

  /// What a macro makes of a call; `nil` where the call is none.
  mutating func expand(
    _ name: String, on target: Index?, _ arguments: [Index], at offset: Int32
  ) throws(CompileError) -> Index? {
    guard dialect.macros else { return nil }
    guard let target else { return name == "has" && arguments.count == 1 ? try has(arguments[0], offset) : nil }
    if name == "bind", dialect.bindings, arguments.count == 3, case .name("cel") = expression[target] {
      return try bind(arguments, offset)
    }
    if name == "existsOne", arguments.count == 2 {
      // A second spelling of 'exists_one', which came with some release of cel-go.
      throw CompileError(.beyondJudgement(.function(name)), at: offset)
    }
    if let loop = try oneVariable(name, target, arguments, offset) { return loop }
    if dialect.optionals, arguments.count == 2, name == "optMap" || name == "optFlatMap" {
      return try optional(target, arguments, isFlat: name == "optFlatMap", offset)
    }
    if dialect.sorts, name == "sortBy", arguments.count == 2 { return try sortBy(target, arguments, offset) }
    return dialect.twoVariables ? try twoVariables(name, target, arguments, offset) : nil
  }

  private mutating func has(_ argument: Index, _ offset: Int32) throws(CompileError) -> Index {
    guard case .select(let operand, let field, isTest: false) = expression[argument] else {
      throw CompileError(.macroArgument("has"), at: expression.offset(of: argument))
    }
    return expression.add(.select(operand, field, isTest: true), at: offset)
  }

  private func variable(_ argument: Index, of macro: String) throws(CompileError) -> String {
    guard case .name(let name) = expression[argument], name != Parser.accumulator, !name.hasPrefix(".") else {
      throw CompileError(.macroArgument(macro), at: expression.offset(of: argument))
    }
    return name
  }

  /// The variable in which a loop gathers its result; no expression can write it.
  static let accumulator = "@result"

  // MARK: Parts of loops

  private mutating func literal(_ literal: Literal, _ offset: Int32) -> Index {
    expression.add(.literal(literal), at: offset)
  }

  private mutating func gathered(_ offset: Int32) -> Index { expression.add(.name(Parser.accumulator), at: offset) }

  private mutating func list(of items: [Index], _ offset: Int32) -> Index {
    let run = expression.addOperands(items)
    return expression.add(.list(run), at: offset)
  }

  private mutating func emptyMap(_ offset: Int32) -> Index {
    let run = expression.addOperands([])
    return expression.add(.map(run), at: offset)
  }

  private mutating func loop(
    _ variables: [String], over range: Index, from start: Index, while condition: Index, _ step: Index,
    _ result: Index, _ offset: Int32
  ) -> Index {
    expression.comprehensions.append(
      Expression.Comprehension(
        variable: variables.first ?? "", second: variables.count > 1 ? variables[1] : "", range: range,
        accumulator: Parser.accumulator, start: start, condition: condition, step: step, result: result))
    return expression.add(.comprehension(Int32(expression.comprehensions.count - 1)), at: offset)
  }

  private mutating func all(_ variables: [String], _ range: Index, _ test: Index, _ offset: Int32) -> Index {
    let condition = expression.addCall("@not_strictly_false", [gathered(offset)], at: offset)
    let step = expression.addCall("_&&_", [gathered(offset), test], at: offset)
    return loop(
      variables, over: range, from: literal(.bool(true), offset), while: condition, step, gathered(offset), offset)
  }

  private mutating func exists(_ variables: [String], _ range: Index, _ test: Index, _ offset: Int32) -> Index {
    let none = expression.addCall("!_", [gathered(offset)], at: offset)
    let condition = expression.addCall("@not_strictly_false", [none], at: offset)
    let step = expression.addCall("_||_", [gathered(offset), test], at: offset)
    return loop(
      variables, over: range, from: literal(.bool(false), offset), while: condition, step, gathered(offset), offset)
  }

  private mutating func existsOne(_ variables: [String], _ range: Index, _ test: Index, _ offset: Int32) -> Index {
    let next = expression.addCall("_+_", [gathered(offset), literal(.int(1), offset)], at: offset)
    let step = expression.addCall("_?_:_", [test, next, gathered(offset)], at: offset)
    let result = expression.addCall("_==_", [gathered(offset), literal(.int(1), offset)], at: offset)
    return loop(
      variables, over: range, from: literal(.int(0), offset), while: literal(.bool(true), offset), step, result, offset)
  }

  /// A loop that gathers items into a list, those that pass a test if there is one.
  private mutating func gather(
    _ variables: [String], _ range: Index, _ item: Index, where test: Index?, _ offset: Int32
  ) -> Index {
    var step = expression.addCall("_+_", [gathered(offset), list(of: [item], offset)], at: offset)
    if let test { step = expression.addCall("_?_:_", [test, step, gathered(offset)], at: offset) }
    return loop(
      variables, over: range, from: list(of: [], offset), while: literal(.bool(true), offset), step, gathered(offset),
      offset)
  }

  // MARK: Macros

  private mutating func oneVariable(
    _ name: String, _ range: Index, _ arguments: [Index], _ offset: Int32
  ) throws(CompileError) -> Index? {
    switch (name, arguments.count) {
    case ("all", 2): return all([try variable(arguments[0], of: name)], range, arguments[1], offset)
    case ("exists", 2): return exists([try variable(arguments[0], of: name)], range, arguments[1], offset)
    case ("exists_one", 2): return existsOne([try variable(arguments[0], of: name)], range, arguments[1], offset)
    case ("map", 2): return gather([try variable(arguments[0], of: name)], range, arguments[1], where: nil, offset)
    case ("map", 3):
      return gather([try variable(arguments[0], of: name)], range, arguments[2], where: arguments[1], offset)
    case ("filter", 2):
      let variable = try variable(arguments[0], of: name)
      let item = expression.add(.name(variable), at: offset)
      return gather([variable], range, item, where: arguments[1], offset)
    default: return nil
    }
  }

  /// A name for a value: a loop over nothing that starts with it.
  private mutating func bind(_ arguments: [Index], _ offset: Int32) throws(CompileError) -> Index {
    let name = try variable(arguments[0], of: "cel.bind")
    return bound(name, to: arguments[1], in: arguments[2], offset)
  }

  private mutating func bound(_ name: String, to value: Index, in body: Index, _ offset: Int32) -> Index {
    let unchanged = expression.add(.name(name), at: offset)
    expression.comprehensions.append(
      Expression.Comprehension(
        variable: "#unused", second: "", range: list(of: [], offset), accumulator: name, start: value,
        condition: literal(.bool(false), offset), step: unchanged, result: body))
    return expression.add(.comprehension(Int32(expression.comprehensions.count - 1)), at: offset)
  }

  private mutating func optional(
    _ target: Index, _ arguments: [Index], isFlat: Bool, _ offset: Int32
  ) throws(CompileError) -> Index {
    let name = try variable(arguments[0], of: isFlat ? "optFlatMap" : "optMap")
    let isThere = expression.addCall("hasValue", [], target: target, at: offset)
    let value = expression.addCall("value", [], target: target, at: offset)
    var mapped = bound(name, to: value, in: arguments[1], offset)
    if !isFlat { mapped = expression.addCall("optional.of", [mapped], at: offset) }
    let none = expression.addCall("optional.none", [], at: offset)
    return expression.addCall("_?_:_", [isThere, mapped, none], at: offset)
  }

  /// A list in the order of keys that are made of its items.
  private mutating func sortBy(
    _ target: Index, _ arguments: [Index], _ offset: Int32
  ) throws(CompileError) -> Index {
    let variable = try variable(arguments[0], of: "sortBy")
    let input = "@sorted"
    let list = expression.add(.name(input), at: offset)
    let keys = gather([variable], list, arguments[1], where: nil, offset)
    let sorted = expression.addCall("@sortByAssociatedKeys", [keys], target: list, at: offset)
    return bound(input, to: target, in: sorted, offset)
  }

  private mutating func twoVariables(
    _ name: String, _ range: Index, _ arguments: [Index], _ offset: Int32
  ) throws(CompileError) -> Index? {
    let isTransform = name == "transformList" || name == "transformMap" || name == "transformMapEntry"
    let isQuantifier = name == "all" || name == "exists" || name == "existsOne" || name == "exists_one"
    guard isTransform && (arguments.count == 3 || arguments.count == 4) || isQuantifier && arguments.count == 3 else {
      return nil
    }
    let variables = [try variable(arguments[0], of: name), try variable(arguments[1], of: name)]
    if variables[0] == variables[1] {
      throw CompileError(.macroArgument(name), at: expression.offset(of: arguments[1]))
    }
    switch name {
    case "all": return all(variables, range, arguments[2], offset)
    case "exists": return exists(variables, range, arguments[2], offset)
    case "existsOne", "exists_one": return existsOne(variables, range, arguments[2], offset)
    default: break
    }
    let test = arguments.count == 4 ? arguments[2] : nil
    let item = arguments[arguments.count - 1]
    if name == "transformList" { return gather(variables, range, item, where: test, offset) }
    var inserted = [gathered(offset)]
    if name == "transformMap" { inserted.append(expression.add(.name(variables[0]), at: offset)) }
    inserted.append(item)
    var step = expression.addCall("cel.@mapInsert", inserted, at: offset)
    if let test { step = expression.addCall("_?_:_", [test, step, gathered(offset)], at: offset) }
    return loop(
      variables, over: range, from: emptyMap(offset), while: literal(.bool(true), offset), step, gathered(offset),
      offset)
  }
}
