import Findings
import YAML

/// Lists, and how many of something there may be.
extension CustomResourceCheck {
  enum Counted {
    case characters, items, properties
  }

  mutating func judgeList(_ value: SchemaValue, _ schema: StructuralSchema, _ mode: Mode) -> Bool {
    var fits = judgeCount(value.node, Int64(value.node.count), .items, schema.minItems, schema.maxItems, mode)
    if !fits, !mode.reports { return false }
    let keepsUnknown = mode.keepsUnknown || schema.preservesUnknownFields
    if schema.items >= 0 {
      let inner: Mode = mode.isWhole ? .whole(keepsUnknown: keepsUnknown) : mode
      for item in value.items(in: arena) {
        if isFull { return fits }
        fits = judge(item, schema.items, inner) && fits
        if !fits, !mode.reports { return false }
      }
    } else if mode.isWhole, !keepsUnknown {
      for item in value.node.items { refuseAllFields(in: item) }
    }
    if schema.hasUniqueItems { fits = judgeUnique(value.node, mode) && fits }
    if mode.isWhole { fits = judgeListType(value, schema) && fits }
    return fits
  }

  /// How many characters, items or members there may be. A count is that of the server, after defaults.
  mutating func judgeCount(
    _ node: Node, _ count: Int64, _ counted: Counted, _ least: Int64?, _ most: Int64?, _ mode: Mode
  ) -> Bool {
    var fits = true
    if let most, count > most {
      if mode.reports { tooMany(node, counted, most, count) }
      fits = false
    }
    // A text that is too long is not said to be too short as well, by limits that no text can meet.
    if let least, count < least, fits || counted != .characters {
      if mode.reports { tooFew(node, counted, least, count) }
      fits = false
    }
    return fits
  }

  private mutating func judgeUnique(_ node: Node, _ mode: Mode) -> Bool {
    var seen: Set<String> = []
    for item in node.items where !seen.insert(item.canonicalText).inserted {
      if mode.reports { repeated(item, of: node, server: .invalid, at: path(node)) }
      return false
    }
    return true
  }

  /// Items of a set differ, and so do the keys of a list that stands for a map.
  private mutating func judgeListType(_ value: SchemaValue, _ schema: StructuralSchema) -> Bool {
    guard schema.listType != .atomic else { return true }
    let items = value.items(in: arena)
    if schema.listType == .map, let other = items.first(where: { !$0.node.isNull && !$0.node.isMapping }) {
      // What is no object is of the wrong type already where the schema says so.
      return other.node.isNull
    }
    var times: [String: Int] = [:]
    var fits = true
    for item in items where !isFull {
      let key = schema.listType == .set ? item.node.canonicalText : self.key(of: item, schema.listMapKeys)
      let before = times[key] ?? 0
      times[key] = before + 1
      guard before == 1 else { continue }
      fits = false
      if schema.listType == .set {
        repeated(item.node, of: value.node, server: .duplicate, at: path(item.node))
      } else {
        repeatedKey(item, schema.listMapKeys)
      }
    }
    return fits
  }

  private func key(of item: SchemaValue, _ names: [String]) -> String {
    var key = ""
    let members = item.members(in: arena)
    for name in names {
      let member = members.first { $0.name == name }
      key += (member?.value.node.canonicalText ?? "-") + "\n"
    }
    return key
  }
}
