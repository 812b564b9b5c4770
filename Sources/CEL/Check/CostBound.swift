/// How large a value can be, as far as its schema says.
public struct Extent: Sendable {
  /// Characters of a text, entries of a list or map.
  let size: UInt64
  let field: @Sendable (String) -> Extent?
  /// Items of a list, values of a map.
  let entry: @Sendable () -> Extent?
  /// How long the keys of a map are at most.
  let keySize: UInt64

  public init(
    size: UInt64, keySize: UInt64 = .max, field: @escaping @Sendable (String) -> Extent? = { _ in nil },
    entry: @escaping @Sendable () -> Extent? = { nil }
  ) {
    self.size = size
    self.keySize = keySize
    self.field = field
    self.entry = entry
  }
}

/// What an expression costs at most, by the units of cel-go's and Kubernetes' estimates.
///
/// It is never lower than theirs, and may be higher: what lies below a limit here is not refused there.
public struct CostBound {
  private let checked: CheckedExpression
  private let functions: FunctionTable
  private var extents: [Extent?]
  /// Sizes that follow from how a value is made.
  private var sizes: [UInt64?]
  private var locals: [(name: String, extent: Extent?)]
  /// What is taken for the extent of values of which nothing is known.
  private let fallback: Extent?

  /// The greatest cost of an expression whose variables are no larger than these.
  ///
  /// The API server takes items of lists that an expression makes for as large as `fallback`, where it has one.
  public static func cost(
    of checked: CheckedExpression, in environment: Environment, variables: [(name: String, extent: Extent)],
    fallback: Extent? = nil
  ) -> UInt64 {
    var bound = CostBound(checked, environment, variables, fallback)
    return bound.cost(checked.expression.root)
  }

  private init(
    _ checked: CheckedExpression, _ environment: Environment, _ variables: [(name: String, extent: Extent)],
    _ fallback: Extent?
  ) {
    self.checked = checked
    self.fallback = fallback
    functions = environment.functions
    extents = Array(repeating: nil, count: checked.expression.nodes.count)
    sizes = Array(repeating: nil, count: checked.expression.nodes.count)
    locals = []
    for variable in variables { locals.append((variable.name, variable.extent)) }
  }

  private var expression: Expression { checked.expression }

  private func size(_ index: Expression.Index) -> UInt64 {
    if let size = sizes[Int(index)] { return size }
    if let extent = extents[Int(index)] { return extent.size }
    switch checked.types[Int(index)] {
    case .bool, .int, .uint, .double, .duration, .timestamp, .null, .type: return 1
    default: return .max
    }
  }

  // MARK: Nodes

  private mutating func cost(_ index: Expression.Index) -> UInt64 {
    switch expression[index] {
    case .literal(let literal):
      switch literal {
      case .string(let text): sizes[Int(index)] = UInt64(text.unicodeScalars.count)
      case .bytes(let bytes): sizes[Int(index)] = UInt64(bytes.count)
      default: sizes[Int(index)] = 1
      }
      return 0
    case .name(let name):
      extents[Int(index)] = locals.last(where: { $0.name == name })?.extent
      return 1
    case .select(let operand, let field, let isTest):
      let below = cost(operand)
      guard !isTest else { return below }
      let extent = extents[Int(operand)]
      extents[Int(index)] = extent.flatMap { $0.field(field) ?? $0.entry() }
      return below.plus(1)
    case .call(let function, let target, let run): return call(index, function, target, run)
    case .list(let run):
      sizes[Int(index)] = UInt64(run.count)
      return expression.operands(run).reduce(10) { $0.plus(cost($1)) }
    case .map(let run):
      sizes[Int(index)] = UInt64(run.count / 2)
      return expression.operands(run).reduce(30) { $0.plus(cost($1)) }
    case .object(_, let run): return expression.operands(run).reduce(40) { $0.plus(cost($1)) }
    case .comprehension(let loop): return comprehension(index, expression.comprehensions[Int(loop)])
    }
  }

  private mutating func comprehension(_ index: Expression.Index, _ loop: Expression.Comprehension) -> UInt64 {
    var total = cost(loop.range).plus(cost(loop.start))
    let count = size(loop.range)
    let extent = extents[Int(loop.range)]
    let outside = locals.count
    locals.append((loop.accumulator, fallback))
    let keys = extent.map { Extent(size: $0.keySize) } ?? fallback
    let entries = extent == nil ? fallback : extent?.entry()
    if case .map = checked.types[Int(loop.range)] {
      locals.append((loop.variable, keys))
    } else {
      locals.append((loop.variable, loop.second.isEmpty ? entries : Extent(size: 1)))
    }
    if !loop.second.isEmpty { locals.append((loop.second, entries)) }
    let step = cost(loop.condition).plus(cost(loop.step))
    locals.removeLast(locals.count - outside - 1)
    total = total.plus(cost(loop.result)).plus(count.times(step))
    locals.removeLast()
    switch checked.types[Int(index)] {
    case .list, .map: sizes[Int(index)] = count
    default: break
    }
    return total
  }

  // MARK: Calls

  private mutating func call(
    _ index: Expression.Index, _ function: String, _ target: Expression.Index, _ run: Expression.Operands
  ) -> UInt64 {
    var arguments = Array(expression.operands(run))
    if target >= 0, !(checked.names[index]?.utf8.contains(UInt8(ascii: ".")) ?? false) {
      arguments.insert(target, at: 0)
    }
    var costs: [UInt64] = []
    for argument in arguments { costs.append(cost(argument)) }
    let below = costs.reduce(UInt64(0)) { $0.plus($1) }
    if function == "_?_:_", costs.count == 3 {
      sizes[Int(index)] = max(size(arguments[1]), size(arguments[2]))
      return costs[0].plus(max(costs[1], costs[2]))
    }
    if function == "_&&_" || function == "_||_" { return below }
    if let first = arguments.first {
      switch function {
      case "_[_]", "_[?_]": extents[Int(index)] = extents[Int(first)]?.entry()
      case "_?._":
        if let key = arguments.last, case .literal(.string(let field)) = expression[key] {
          extents[Int(index)] = extents[Int(first)].flatMap { $0.field(field) ?? $0.entry() }
        }
      case "orValue", "or", "value", "dyn": sizes[Int(index)] = arguments.reduce(UInt64(0)) { max($0, size($1)) }
      default: break
      }
    }
    return below.plus(ownCost(index, function, arguments))
  }

  /// What a function costs beside its arguments.
  private mutating func ownCost(
    _ index: Expression.Index, _ function: String, _ arguments: [Expression.Index]
  ) -> UInt64 {
    let all = arguments.map { size($0) }
    let (first, second) = (all.first ?? 1, all.count > 1 ? all[1] : 1)
    switch function {
    case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_": return min(first, second).tenth
    case "_+_":
      sizes[Int(index)] = first.plus(second)
      switch checked.types[Int(index)] {
      case .list, .int, .uint, .double, .duration, .timestamp: return 1
      default: return first.plus(second).tenth
      }
    case "@in":
      if case .map = checked.types[Int(arguments.last ?? index)] { return 1 }
      return second
    case "startsWith", "endsWith": return second.tenth
    case "contains": return first.tenth.times(second.tenth)
    case "matches", "find", "findAll":
      sizes[Int(index)] = first
      return first.plus(1).tenth.times(second.quarter)
    case "lowerAscii", "upperAscii", "substring", "trim", "charAt", "url", "isURL", "split", "string", "reverse",
      "quantity", "isQuantity":
      sizes[Int(index)] = first
      return max(1, first.tenth)
    case "bytes", "quote":
      sizes[Int(index)] = first.times(4)
      return max(1, first.tenth)
    case "replace":
      sizes[Int(index)] = first.plus(1).times(max(1, all.count > 2 ? all[2] : 1))
      return first.tenth
    case "isSorted", "sum", "min", "max", "indexOf", "lastIndexOf", "join":
      let item = extents[Int(arguments.first ?? index)]?.entry()?.size ?? itemSize(arguments.first)
      sizes[Int(index)] = first.times(item.plus(second))
      return first.times(item.plus(second)).plus(1)
    case "size", "type", "dyn", "@not_strictly_false", "!_", "-_", "_-_", "_*_", "_/_", "_%_", "_[_]", "_[?_]", "_?._",
      "duration", "timestamp", "getScheme", "getHost", "getHostname", "getPort", "getEscapedPath", "getQuery",
      "hasValue", "value", "orValue", "or", "optional.none", "optional.of", "optional.ofNonZeroValue",
      "getHours", "getMinutes", "getSeconds", "getMilliseconds", "getFullYear", "getMonth", "getDate", "getDayOfWeek",
      "getDayOfMonth", "getDayOfYear", "bool", "int", "uint", "double",
      "isLessThan", "isGreaterThan", "compareTo", "sign", "asInteger", "isInteger", "asApproximateFloat", "add", "sub",
      "family", "isUnspecified", "isLoopback", "isLinkLocalMulticast", "isLinkLocalUnicast", "isGlobalUnicast",
      "masked",
      "prefixLength", "major", "minor", "patch":
      return 1
    case "ip", "cidr", "isIP", "isCIDR", "ip.isCanonical", "semver", "isSemver":
      return textCost(arguments.first).times(2)
    case "containsIP", "containsCIDR":
      // Two addresses of 16 bytes, one of them twice, beside reading the other.
      return textCost(arguments.last).plus(8)
    case "validate":
      // A pattern of 128 characters at most.
      return textCost(arguments.last).times(32)
    case _ where function.hasPrefix("format."): return 1
    default:
      // What is not known in detail is taken to compare everything with everything.
      return all.reduce(UInt64(1)) { $0.times(max(1, $1)) }.plus(1)
    }
  }

  /// What it costs to read a text; little for what is read already.
  private func textCost(_ index: Expression.Index?) -> UInt64 {
    guard let index else { return 1 }
    if case .opaque = checked.types[Int(index)] { return 1 }
    return max(1, size(index).tenth)
  }

  /// How large the items of a list are of which only the type is known.
  private func itemSize(_ list: Expression.Index?) -> UInt64 {
    guard let list else { return .max }
    switch checked.types[Int(list)] {
    case .list(.int), .list(.uint), .list(.double), .list(.bool), .list(.duration), .list(.timestamp): return 1
    case .string: return 1
    default: return .max
    }
  }
}

/// Arithmetic that stays at the largest number rather than overflow.
extension UInt64 {
  func plus(_ other: UInt64) -> UInt64 {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }

  public func times(_ other: UInt64) -> UInt64 {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }

  /// A tenth, rounded up.
  var tenth: UInt64 { self / 10 + (self % 10 > 0 ? 1 : 0) }

  var quarter: UInt64 { self / 4 + (self % 4 > 0 ? 1 : 0) }
}
