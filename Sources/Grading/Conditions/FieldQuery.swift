public import YAML

/// A path into an object that may lead to several values: `spec.containers[name=web].ports[*].containerPort`.
public struct FieldQuery: Sendable, Equatable {
  public enum Step: Sendable, Equatable {
    case field(String)
    case index(Int)
    /// `[name=web]`: the items of a list whose field has this text.
    case matching(key: String, value: String)
    /// `[*]`.
    case any
  }

  public let text: String
  public let steps: [Step]

  /// `nil` for a text that is no path. Keys with dots stand in brackets with quotes: `labels["app.kubernetes.io/name"]`.
  public init?(_ text: String) {
    var parser = FieldQueryParser(text)
    guard let steps = parser.parse() else { return nil }
    self.text = text
    self.steps = steps
  }

  /// Where one branch of a path ended.
  public struct Hit: Sendable {
    /// The value; `nil` where the branch broke off.
    public var node: Node?
    /// The last value that is there.
    public var nearest: Node
    /// How many steps led there.
    public var depth: Int
  }

  /// Every value the path leads to, and every branch that breaks off.
  public func hits(in root: Node) -> [Hit] {
    var hits = [Hit(node: root, nearest: root, depth: 0)]
    for (depth, step) in steps.enumerated() {
      var next: [Hit] = []
      for hit in hits {
        guard let node = hit.node else {
          next.append(hit)
          continue
        }
        let found = FieldQuery.values(step, in: node)
        if found.isEmpty { next.append(Hit(node: nil, nearest: node, depth: depth)) }
        for value in found { next.append(Hit(node: value, nearest: value, depth: depth + 1)) }
      }
      hits = next
    }
    return hits
  }

  private static func values(_ step: Step, in node: Node) -> [Node] {
    switch step {
    case .field(let name): return node[named: name].map { [$0] } ?? []
    case .index(let index):
      var position = 0
      for item in node.items {
        if position == index { return [item] }
        position += 1
      }
      return []
    case .matching(let key, let value): return node.items.filter { $0[named: key]?.text == value }
    case .any: return Array(node.items)
    }
  }

  /// The path from its first to its n-th step, for a reader.
  func text(ofFirst count: Int) -> String {
    var text = ""
    for step in steps.prefix(count) { text += FieldQuery.text(of: step, isFirst: text.isEmpty) }
    return text
  }

  static func text(of step: Step, isFirst: Bool) -> String {
    switch step {
    case .field(let name):
      name.contains(".") || name.contains("/") ? "[\"" + name + "\"]" : (isFirst ? "" : ".") + name
    case .index(let index): "[\(index)]"
    case .matching(let key, let value): "[" + key + "=" + value + "]"
    case .any: "[*]"
    }
  }

  /// The names of its fields, joined by dots, without what stands in brackets for lists.
  var fieldNames: [String] {
    steps.compactMap { step in
      if case .field(let name) = step { return name }
      return nil
    }
  }
}

/// Reads the text of a field path.
struct FieldQueryParser {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func parse() -> [FieldQuery.Step]? {
    var steps: [FieldQuery.Step] = []
    guard !bytes.isEmpty, bytes.count <= 1000 else { return nil }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "[") {
        guard let step = bracket() else { return nil }
        steps.append(step)
      } else {
        if !steps.isEmpty {
          guard bytes[index] == UInt8(ascii: ".") else { return nil }
          index += 1
        }
        guard let name = word(until: [UInt8(ascii: "."), UInt8(ascii: "[")]) else { return nil }
        steps.append(.field(name))
      }
    }
    return steps
  }

  private mutating func bracket() -> FieldQuery.Step? {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      index += 1
      guard let name = word(until: [quote]) else { return nil }
      index += 1
      return close() ? .field(name) : nil
    }
    guard let content = word(until: [UInt8(ascii: "]")]), close() else { return nil }
    if content == "*" { return .any }
    if let number = Int(content) { return number >= 0 ? .index(number) : nil }
    let halves = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty else { return nil }
    return .matching(key: String(halves[0]), value: String(halves[1]))
  }

  private mutating func close() -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "]") else { return false }
    index += 1
    return true
  }

  private mutating func word(until ends: [UInt8]) -> String? {
    let start = index
    while index < bytes.count, !ends.contains(bytes[index]) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }
}
