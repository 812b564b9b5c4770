import Findings
import Resources
import Schema
import Simulation
import YAML

extension Evaluator {
  /// A value at the end of a path: written, or filled in by the API server.
  private struct Found {
    var text: String
    var node: Node?
    var place: Node
  }

  func evaluate(_ field: FieldCondition) -> Evaluation {
    guard let manifest = object(field.object) else {
      let steps = missing(field.object)
      if case .exists(false) = field.test { return Evaluation(.holds, steps) }
      return Evaluation(.fails, steps)
    }
    let hits = field.path.hits(in: manifest.node)
    let found = hits.compactMap { value($0, field.path, manifest) }
    if case .exists(let wanted) = field.test { return exists(wanted, found, hits, field, manifest) }
    var steps: [Step] = []
    for value in found {
      let (isMet, words) = test(field.test, value)
      let message = Message(
        en: "\(field.path.text) is '\(value.text)'" + (isMet ? "" : ", not \(words)"),
        ko: "\(field.path.text)의 값은 '\(value.text)'" + (isMet ? "입니다" : "이며 조건(\(words))에 맞지 않습니다"))
      if isMet { return Evaluation(.holds, [Step(message, at: value.node ?? value.place)]) }
      if steps.count < 4 { steps.append(.nearMiss(message, at: value.node ?? value.place)) }
    }
    if steps.isEmpty { steps = broken(hits, field, manifest) }
    return Evaluation(.fails, steps)
  }

  private func exists(
    _ wanted: Bool, _ found: [Found], _ hits: [FieldQuery.Hit], _ field: FieldCondition, _ manifest: Manifest
  ) -> Evaluation {
    let steps =
      found.first.map { value in
        [
          Step(
            Message(
              en: "the \(manifest.displayName) has \(field.path.text)",
              ko: "\(manifest.displayName)에 \(field.path.text)이(가) 있습니다"), at: value.node ?? value.place)
        ]
      } ?? broken(hits, field, manifest)
    let evaluation = Evaluation(found.isEmpty ? .fails : .holds, steps)
    return wanted ? evaluation : evaluation.negated
  }

  /// Where the branches of a path broke off: what is there, and what is not.
  private func broken(_ hits: [FieldQuery.Hit], _ field: FieldCondition, _ manifest: Manifest) -> [Step] {
    guard let deepest = hits.max(by: { $0.depth < $1.depth }), deepest.depth < field.path.steps.count else { return [] }
    let missing = FieldQuery.text(of: field.path.steps[deepest.depth], isFirst: true)
    let there = field.path.text(ofFirst: deepest.depth)
    let owner = there.isEmpty ? "the \(manifest.displayName)" : "\(there) of the \(manifest.displayName)"
    return [
      .nearMiss(
        Message(
          en: "\(owner) has no '\(missing)'",
          ko: "\(manifest.displayName)\(there.isEmpty ? "" : "의 \(there)")에 '\(missing)'이(가) 없습니다"),
        at: deepest.nearest)
    ]
  }

  private func value(_ hit: FieldQuery.Hit, _ path: FieldQuery, _ manifest: Manifest) -> Found? {
    if let node = hit.node { return Found(text: text(of: node), node: node, place: node) }
    let hasParent = hit.depth == path.steps.count - 1
    if let request = requestFromLimit(hit, path) { return request }
    let names = path.fieldNames.joined(separator: ".")
    guard let text = EffectiveDefaults.value(of: names, in: manifest, hasParent: hasParent) else { return nil }
    return Found(text: text, node: nil, place: hit.nearest)
  }

  /// Requests that are not written are the limits, where those are.
  private func requestFromLimit(_ hit: FieldQuery.Hit, _ path: FieldQuery) -> Found? {
    let steps = path.steps
    guard steps.count >= 3, steps[steps.count - 3] == .field("resources"), steps[steps.count - 2] == .field("requests"),
      case .field(let resource)? = steps.last, hit.depth >= steps.count - 2
    else { return nil }
    let resources = hit.depth == steps.count - 1 ? hit.nearest.parent : hit.nearest
    guard let limit = resources?["limits"]?[named: resource] else { return nil }
    return Found(text: limit.text, node: limit, place: limit)
  }

  private func text(of node: Node) -> String {
    switch node.kind {
    case .scalar: node.text
    case .sequence: "[" + node.items.map { $0.text }.joined(separator: ", ") + "]"
    case .mapping: "{" + node.entries.map { $0.key.text }.joined(separator: ", ") + "}"
    }
  }

  /// Whether a value passes, and what was wanted in words.
  private func test(_ test: FieldCondition.Test, _ value: Found) -> (Bool, String) {
    switch test {
    case .equals(let node): return (equal(value, node), "'\(text(of: node))'")
    case .oneOf(let nodes):
      return (
        nodes.contains { equal(value, $0) }, "one of " + nodes.map { "'\(text(of: $0))'" }.joined(separator: ", ")
      )
    case .atLeast(let bound):
      let order = compare(value.text, bound.text)
      return (order.map { $0 >= 0 } ?? false, "at least '\(bound.text)'")
    case .atMost(let bound):
      let order = compare(value.text, bound.text)
      return (order.map { $0 <= 0 } ?? false, "at most '\(bound.text)'")
    case .matches(let glob): return (Glob.matches(Array(value.text.utf8), Array(glob.utf8)), "like '\(glob)'")
    case .exists(let wanted): return (wanted, "present")
    }
  }

  private func equal(_ value: Found, _ wanted: Node) -> Bool {
    guard let node = value.node else { return wanted.isScalar && equalScalars(value.text, nil, wanted) }
    return equal(node, wanted)
  }

  /// Depth is bounded by the YAML reader.
  private func equal(_ left: Node, _ right: Node) -> Bool {
    switch (left.kind, right.kind) {
    case (.scalar, .scalar): return equalScalars(left.text, left, right)
    case (.sequence, .sequence):
      guard left.count == right.count else { return false }
      for (one, other) in zip(left.items, right.items) where !equal(one, other) { return false }
      return true
    case (.mapping, .mapping):
      guard left.count == right.count else { return false }
      for entry in right.entries {
        guard let mine = left.member(named: entry.key.text), equal(mine, entry.value) else { return false }
      }
      return true
    default: return false
    }
  }

  private func equalScalars(_ text: String, _ node: Node?, _ wanted: Node) -> Bool {
    if let mine = node?.bool, let other = wanted.bool { return mine == other }
    return text == wanted.text || compare(text, wanted.text) == 0
  }

  /// -1, 0 or 1 by amount; `nil` where one of them is none.
  private func compare(_ left: String, _ right: String) -> Int? {
    // The server reads `Mi` as 0; nobody who writes a word means that.
    guard let one = left.hasDigit ? Quantity(left) : nil, let other = right.hasDigit ? Quantity(right) : nil else {
      return nil
    }
    return one < other ? -1 : one == other ? 0 : 1
  }
}

extension String {
  fileprivate var hasDigit: Bool { utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }
}

/// Patterns with `*` and `?`.
enum Glob {
  /// Linear in the product of both lengths at worst; never recursive.
  static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, place) = (0, 0)
    var star: (place: Int, at: Int)?
    while at < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, at)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == text[at] {
        at += 1
        place += 1
      } else if let last = star {
        place = last.place + 1
        at = last.at + 1
        star = (last.place, at)
      } else {
        return false
      }
    }
    while place < pattern.count, pattern[place] == UInt8(ascii: "*") { place += 1 }
    return place == pattern.count
  }
}
