/// An expression as it was read: nodes in one array, each after the nodes it is made of.
///
/// Macros are expanded while reading, so that what follows knows comprehensions only. Where a node stands in the text
/// is in a table beside the nodes, which keeps them small.
public struct Expression: Sendable {
  public typealias Index = Int32

  /// A run of operands.
  struct Operands: Sendable {
    var start: Int32
    var count: Int32
  }

  enum Node: Sendable {
    case literal(Literal)
    case name(String)
    /// `operand.field`, or `has(operand.field)`.
    case select(Index, String, isTest: Bool)
    /// A function, an operator among them by the name that cel-go gives it; the target is -1 where there is none.
    case call(String, target: Index, Operands)
    case list(Operands)
    /// Keys and values in turn.
    case map(Operands)
    /// The type's name; the names of fields as literals and their values in turn.
    case object(String, Operands)
    /// A place in `comprehensions`.
    case comprehension(Int32)
  }

  /// A loop over a list or the keys of a map.
  struct Comprehension: Sendable {
    var variable: String
    /// The second variable, empty where there is one only.
    var second: String
    var range: Index
    var accumulator: String
    var start: Index
    var condition: Index
    var step: Index
    var result: Index
  }

  var nodes: [Node] = []
  /// Where each node stands, in bytes.
  var offsets: [Int32] = []
  /// How deep the tree below each node is.
  private var depths: [Int32] = []
  var operands: [Index] = []
  /// The operands that are written with `?`, as `[?a]` and `{?k: v}`.
  var optionals: Set<Int32> = []
  var comprehensions: [Comprehension] = []
  var root: Index = 0

  /// How deep the whole tree is.
  var depth: Int32 { root < depths.count ? depths[Int(root)] : 0 }

  /// Where the first of its nodes stands.
  var start: Int32 { offsets.min() ?? 0 }

  subscript(index: Index) -> Node { nodes[Int(index)] }

  func offset(of index: Index) -> Int32 { offsets[Int(index)] }

  func operands(_ run: Operands) -> ArraySlice<Index> {
    operands[Int(run.start)..<Int(run.start + run.count)]
  }

  func isOptional(_ position: Int, in run: Operands) -> Bool {
    !optionals.isEmpty && optionals.contains(run.start + Int32(position))
  }

  // MARK: Building

  mutating func add(_ node: Node, at offset: Int32) -> Index {
    var below: Int32 = 0
    func include(_ child: Index) { if child >= 0 { below = max(below, depths[Int(child)]) } }
    switch node {
    case .literal, .name: break
    case .select(let operand, _, _): include(operand)
    case .call(_, let target, let run):
      include(target)
      for child in operands(run) { include(child) }
    case .list(let run), .map(let run), .object(_, let run):
      for child in operands(run) { include(child) }
    case .comprehension(let index):
      let loop = comprehensions[Int(index)]
      for child in [loop.range, loop.start, loop.condition, loop.step, loop.result] { include(child) }
    }
    nodes.append(node)
    offsets.append(offset)
    depths.append(below + 1)
    return Index(nodes.count - 1)
  }

  mutating func addCall(_ function: String, _ arguments: [Index], target: Index = -1, at offset: Int32) -> Index {
    let run = addOperands(arguments)
    return add(.call(function, target: target, run), at: offset)
  }

  mutating func addOperands(_ indices: [Index]) -> Operands {
    operands.append(contentsOf: indices)
    return Operands(start: Int32(operands.count - indices.count), count: Int32(indices.count))
  }
}

/// A value as it is written.
public enum Literal: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
}
