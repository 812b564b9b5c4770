/// What the checker has found for its type variables so far.
struct TypeSubstitution {
  private var found: [CELType?] = []
  /// What was found before, for each change: to take back what did not lead anywhere.
  private var changes: [(variable: Int, before: CELType?)] = []
  /// Types can be made that are far larger than their expression; so many steps are gone through, and no more.
  private var steps = 0

  private static let limit = 500_000

  /// Whether types became too large to go on.
  var isExhausted: Bool { steps > TypeSubstitution.limit }

  mutating func newVariable() -> CELType {
    found.append(nil)
    return .parameter(Int32(found.count - 1))
  }

  private func value(_ variable: Int32) -> CELType? {
    variable >= 0 && Int(variable) < found.count ? found[Int(variable)] : nil
  }

  private mutating func set(_ variable: Int32, _ type: CELType) {
    guard variable >= 0, Int(variable) < found.count else { return }
    changes.append((Int(variable), found[Int(variable)]))
    found[Int(variable)] = type
  }

  /// A type with everything put in that is found; `isFinal` makes `dyn` of what is not.
  mutating func apply(to type: CELType, isFinal: Bool = false) -> CELType {
    steps += 1
    if isExhausted { return .dyn }
    if case .parameter(let number) = type {
      if let other = value(number) { return apply(to: other, isFinal: isFinal) }
      return isFinal ? .dyn : type
    }
    let parameters = type.parameters
    if parameters.isEmpty { return type }
    var applied: [CELType] = []
    for parameter in parameters { applied.append(apply(to: parameter, isFinal: isFinal)) }
    return type.with(applied)
  }

  /// Whether a value of the second type may stand where the first is wanted, which may settle variables of both.
  mutating func assign(_ wanted: CELType, _ given: CELType) -> Bool { assign([wanted], [given]) }

  mutating func assign(_ wanted: [CELType], _ given: [CELType]) -> Bool {
    guard wanted.count == given.count else { return false }
    changes.removeAll(keepingCapacity: true)
    for (index, type) in wanted.enumerated() where !isAssignable(type, given[index]) {
      for change in changes.reversed() { found[change.variable] = change.before }
      return false
    }
    return true
  }

  private mutating func isAssignable(_ first: CELType, _ second: CELType) -> Bool {
    steps += 1
    if isExhausted { return true }
    if case .parameter(let number) = second {
      let (isValid, isKnown) = substitute(first, for: number)
      if isValid { return true }
      if isKnown { return false }
    }
    if case .parameter(let number) = first { return substitute(second, for: number).isValid }
    if first.isDynOrError || second.isDynOrError { return true }
    if case .null = first { return second.isNullable }
    if case .null = second { return first.isNullable }
    switch (first, second) {
    case (.type, .type): return true
    case (.list, .list), (.map, .map): break
    case (.opaque(let name, _), .opaque(let other, _)): if name != other { return false }
    default: return first.isSame(second)
    }
    let (parameters, others) = (first.parameters, second.parameters)
    guard parameters.count == others.count else { return false }
    for (index, parameter) in parameters.enumerated() {
      if !isAssignable(parameter, others[index]) { return false }
    }
    return true
  }

  /// Whether a type may stand for a variable, and whether something did before.
  private mutating func substitute(_ type: CELType, for number: Int32) -> (isValid: Bool, isKnown: Bool) {
    if case .parameter(number) = type { return (true, true) }
    guard let before = value(number) else {
      guard isFree(of: number, type) else { return (false, false) }
      set(number, type)
      return (true, false)
    }
    if type.isSame(before) { return (true, true) }
    guard isAssignable(type, before) else { return (false, true) }
    let general = CELType.mostGeneral(type, before)
    if isFree(of: number, general) { set(number, general) }
    return (true, true)
  }

  private mutating func isFree(of variable: Int32, _ type: CELType) -> Bool {
    steps += 1
    if isExhausted { return true }
    if case .parameter(let number) = type {
      if number == variable { return false }
      guard let other = value(number) else { return true }
      return isFree(of: variable, other)
    }
    for parameter in type.parameters where !isFree(of: variable, parameter) { return false }
    return true
  }
}

extension CELType {
  /// Whether null may stand for a value: kept from the first checker of cel-go.
  fileprivate var isNullable: Bool {
    switch self {
    case .null, .opaque, .duration, .timestamp, .object, .any, .dyn: true
    default: false
    }
  }

  /// The one of two types that says less.
  static func mostGeneral(_ first: CELType, _ second: CELType) -> CELType {
    first.saysNoMore(than: second) ? first : second
  }

  private func saysNoMore(than other: CELType) -> Bool {
    if isDyn || isParameter { return true }
    if other.isDyn || other.isParameter { return false }
    switch (self, other) {
    case (.type, .type): return true
    case (.list, .list), (.map, .map): break
    case (.opaque(let name, _), .opaque(let otherName, _)): if name != otherName { return false }
    default: return isSame(other)
    }
    let others = other.parameters
    guard others.count == parameters.count else { return false }
    for (index, parameter) in parameters.enumerated() {
      if !parameter.saysNoMore(than: others[index]) { return false }
    }
    return true
  }

  /// How many types it is made of, counted up to a limit.
  func isLarger(than limit: Int) -> Bool {
    var count = 0
    var pending = [self]
    while let type = pending.popLast() {
      count += 1
      if count > limit { return true }
      pending.append(contentsOf: type.parameters)
    }
    return false
  }
}
