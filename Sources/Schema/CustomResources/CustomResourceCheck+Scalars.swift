import Findings
import YAML

/// Types, and values without parts.
extension CustomResourceCheck {
  mutating func judgeType(_ node: Node, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    // In a definition the server knows integers and strings by `anyOf` only.
    if isDefault, schema.isIntOrString, schema.type == nil { return true }
    guard !CustomResourceCheck.fits(node, schema) else { return true }
    if mode.reports { wrongType(node, schema) }
    return false
  }

  private static func fits(_ node: Node, _ schema: StructuralSchema) -> Bool {
    // A format without a type is one of texts.
    if schema.type == nil, schema.format != nil, !node.isNull,
      node.isMapping || node.isScalar && node.scalarType != .string
    {
      return false
    }
    guard let type = schema.type else {
      guard schema.isIntOrString else { return true }
      if node.isNull { return schema.isNullable }
      return node.isScalar && (node.scalarType == .string || node.integer != nil)
    }
    if node.isNull { return schema.isNullable }
    switch type {
    case .object: return node.isMapping
    case .array: return node.isSequence
    case .string: return node.isScalar && node.scalarType == .string
    case .boolean: return node.isScalar && node.scalarType == .bool
    case .integer: return isWhole(node)
    case .number: return node.isScalar && (node.scalarType == .integer || node.scalarType == .float)
    }
  }

  /// A number without a fraction, however large.
  private static func isWhole(_ node: Node) -> Bool {
    switch node.scalar {
    case .integer: true
    // Beyond this a server takes none for whole.
    case .float(let value): value == value.rounded(.towardZero) && value.magnitude <= 9_007_199_254_740_991
    default: false
    }
  }

  mutating func judgeAllowed(_ node: Node, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    if !node.isNull {
      let written = node.isScalar && node.scalarType == .string ? nil : node.canonicalText
      for value in schema.allowed {
        if let written {
          if written == value.canonicalText { return true }
        } else if value.isScalar, value.scalarType == .string,
          node.withText({ text in value.withText { text.elementsEqual($0) } })
        {
          return true
        }
      }
    }
    if mode.reports { notAllowed(node, schema) }
    return false
  }

  mutating func judgeScalar(_ node: Node, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    switch node.scalarType {
    case .string: return judgeText(node, schema, mode)
    case .integer, .float: return judgeNumber(node, schema, mode)
    case .bool, .null: return true
    }
  }

  // MARK: Texts

  private mutating func judgeText(_ node: Node, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    var fits = true
    if schema.minLength != nil || schema.maxLength != nil {
      let count = node.withText { text in
        var count: Int64 = 0
        for byte in text where byte & 0xC0 != 0x80 { count += 1 }
        return count
      }
      fits = judgeCount(node, count, .characters, schema.minLength, schema.maxLength, mode)
    }
    if fits, let pattern = schema.pattern { fits = judgePattern(node, pattern, mode) }
    if let format = schema.format { fits = judgeFormat(node, format, mode) && fits }
    return fits
  }

  private mutating func judgePattern(_ node: Node, _ pattern: String, _ mode: Mode) -> Bool {
    guard let fits = node.withText({ arena.pattern(pattern).verdict(on: $0) }) else {
      leave { .patternNotRead(at: $0.path(node)) }
      return true
    }
    if fits { return true }
    if mode.reports { doesNotMatch(node, pattern) }
    return false
  }

  private mutating func judgeFormat(_ node: Node, _ format: ValueFormat, _ mode: Mode) -> Bool {
    switch node.withText({ format.answer($0) }) {
    case .yes: return true
    case .unknown:
      leave { .formatNotRead(at: $0.path(node)) }
      return true
    case .no:
      if format.isRecent {
        guard let since = KubernetesVersion(minor: 34), !asked.isDisjoint(with: VersionSet(since...(.newest))) else {
          return true
        }
        if !mode.reports { leave { .formatNotRead(at: $0.path(node)) } }
      }
      if mode.reports { badFormat(node, format) }
      return false
    }
  }

  // MARK: Numbers

  /// JSON has no infinity and no not-a-number, wherever they stand.
  mutating func judgeNumbers() {
    let nodes = origin.tree.nodes
    for index in origin.index..<nodes[Int(origin.index)].next where nodes[Int(index)].type == .float {
      let node = Node(tree: origin.tree, index: index)
      if case .float(let value)? = node.scalar, !value.isFinite { notFinite(node) }
    }
  }

  private mutating func judgeNumber(_ node: Node, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    // Said once for the whole object.
    if case .float(let value)? = node.scalar, !value.isFinite { return true }
    if schema.isInt32, let value = node.integer, Int32(exactly: value) == nil { leave { .wide(at: $0.path(node)) } }
    var fits = true
    if let minimum = schema.minimum, CustomResourceCheck.isBelow(node, minimum) {
      if mode.reports { outOfRange(node, schema) }
      fits = false
    } else if let maximum = schema.maximum, CustomResourceCheck.isAbove(node, maximum) {
      if mode.reports { outOfRange(node, schema) }
      fits = false
    }
    if let factor = schema.multipleOf, !CustomResourceCheck.isMultiple(node, factor.value) {
      if mode.reports { noMultiple(node, factor) }
      fits = false
    }
    return fits
  }

  /// The server compares a whole number with what is whole of the bound.
  private static func isBelow(_ node: Node, _ bound: StructuralSchema.Bound) -> Bool {
    if let value = node.integer {
      let least = whole(bound.value)
      return bound.isExclusive ? value <= least : value < least
    }
    guard let value = node.number else { return false }
    return bound.isExclusive ? value <= bound.value : value < bound.value
  }

  private static func isAbove(_ node: Node, _ bound: StructuralSchema.Bound) -> Bool {
    if let value = node.integer {
      let most = whole(bound.value)
      return bound.isExclusive ? value >= most : value > most
    }
    guard let value = node.number else { return false }
    return bound.isExclusive ? value >= bound.value : value > bound.value
  }

  private static func isMultiple(_ node: Node, _ factor: Double) -> Bool {
    if let value = node.integer {
      let whole = whole(factor)
      if whole < 0 { return false }
      return whole == 0 || value % whole == 0
    }
    guard let value = node.number, factor > 0 else { return factor == 0 }
    let quotient = factor < 1 ? 1 / factor * value : value / factor
    return quotient == quotient.rounded(.towardZero)
  }

  private static func whole(_ value: Double) -> Int64 {
    if let exact = Int64(exactly: value.rounded(.towardZero)) { return exact }
    return value < 0 ? .min : .max
  }
}

extension Message {
  fileprivate static func patternNotRead(at path: FieldPath) -> Message {
    Message(
      en: "whether '\(path.description)' matches the pattern of its definition is not known",
      ko: "'\(path.description)'이(가) 정의의 패턴에 맞는지 알 수 없습니다")
  }

  fileprivate static func formatNotRead(at path: FieldPath) -> Message {
    Message(
      en: "whether '\(path.description)' has the format that its definition asks for is not known",
      ko: "'\(path.description)'이(가) 정의가 요구하는 형식인지 알 수 없습니다")
  }

  fileprivate static func wide(at path: FieldPath) -> Message {
    Message(
      en: "'\(path.description)' does not fit 32 bits, which not every server refuses",
      ko: "'\(path.description)'이(가) 32비트에 들어가지 않는데, 거부하지 않는 서버도 있습니다")
  }
}
