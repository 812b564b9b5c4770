import Findings
import YAML

/// One walk over a document against its type, in all asked versions at once.
///
/// The walk goes over indices and allocates only for findings.
struct StructureCheck {
  let catalogue: Catalogue
  let tree: Tree
  let nodes: UnsafeBufferPointer<RawNode>
  /// Those that the caller asked for; findings that hold in all of them carry none.
  let asked: VersionSet
  /// Where the walk began, to tell a value's type by its path again.
  let origin: (index: Int32, shape: Int32)
  /// How paths of the server begin: a fragment's own place.
  let prefix: FieldPath
  /// Whether required fields and enumerations are somebody else's to look at.
  let isDecoder: Bool
  var findings: [Finding] = []
  /// Findings after which the walk stops: the server, too, lists no more, and each one costs a search for its path.
  static let limit = 100

  init(
    catalogue: Catalogue, node: Node, shape: Int32, asked: VersionSet, prefix: FieldPath = .root,
    isDecoder: Bool = false
  ) {
    self.catalogue = catalogue
    tree = node.tree
    nodes = node.tree.nodes
    self.asked = asked
    origin = (node.index, shape)
    self.prefix = prefix
    self.isDecoder = isDecoder
  }

  /// The part of some versions to put in a finding.
  func stated(_ versions: VersionSet) -> VersionSet? { versions == asked ? nil : versions }

  func node(_ index: Int32) -> Node { Node(tree: tree, index: index) }

  @inline(__always)
  var isFull: Bool { findings.count >= StructureCheck.limit }

  @inline(__always)
  func isNull(_ index: Int32) -> Bool {
    let raw = nodes[Int(index)]
    return raw.kind == .scalar && raw.type == .null
  }

  /// Null counts as absent for every form, as in the server's decoder.
  mutating func walk(_ index: Int32, _ number: Int32, _ versions: VersionSet, isLenient: Bool = false) {
    if isNull(index) || isFull { return }
    let shape = catalogue.shape(number)
    switch shape.kind {
    case .object:
      walkObject(index, shape.operand, versions, isLenient: isLenient)
    case .list:
      guard nodes[Int(index)].kind == .sequence else { return wrongForm(index, number, versions) }
      var item = index + 1
      let end = nodes[Int(index)].next
      while item < end, !isFull {
        walk(item, shape.operand, versions, isLenient: isLenient)
        item = nodes[Int(item)].next
      }
    case .map:
      guard nodes[Int(index)].kind == .mapping else { return wrongForm(index, number, versions) }
      var key = index + 1
      let end = nodes[Int(index)].next
      while key < end, !isFull {
        let value = nodes[Int(key)].next
        defer { key = nodes[Int(value)].next }
        if nodes[Int(key)].isSuperseded { continue }
        if nodes[Int(key)].kind != .scalar || nodes[Int(key)].type == .null { badKey(key, versions) }
        if nodes[Int(key)].type != .string { readKey(key, versions) }
        walk(value, shape.operand, versions, isLenient: isLenient)
      }
    case .any:
      checkAllFinite(index, versions)
    case .embedded:
      walkEmbedded(index, versions)
    // The server decodes what lies inside these three without looking for unknown fields.
    case .schemaOrBool:
      if nodes[Int(index)].kind == .scalar, nodes[Int(index)].type == .bool { return }
      guard nodes[Int(index)].kind == .mapping else { return wrongForm(index, number, versions) }
      walk(index, shape.operand, versions, isLenient: true)
    case .schemaOrList, .schemaOrStrings:
      // It takes anything else for a schema that is not there.
      if nodes[Int(index)].kind == .scalar { return checkAllFinite(index, versions) }
      guard nodes[Int(index)].kind == .sequence else {
        return walk(index, shape.operand, versions, isLenient: true)
      }
      var item = index + 1
      let end = nodes[Int(index)].next
      while item < end, !isFull {
        if shape.kind == .schemaOrList { walk(item, shape.operand, versions, isLenient: true) }
        item = nodes[Int(item)].next
      }
    default:
      if shape.kind == .bytes, isByteList(index) { return }
      guard nodes[Int(index)].kind == .scalar else { return wrongForm(index, number, versions) }
      checkScalar(index, number, shape.kind, versions)
    }
  }

  private mutating func walkObject(_ index: Int32, _ type: Int32, _ versions: VersionSet, isLenient: Bool) {
    guard nodes[Int(index)].kind == .mapping else { return wrongForm(index, nil, versions) }
    let facts = catalogue.type(type)
    var seen: UInt64 = 0
    var key = index + 1
    let end = nodes[Int(index)].next
    while key < end, !isFull {
      let value = nodes[Int(key)].next
      defer { key = nodes[Int(value)].next }
      if nodes[Int(key)].isSuperseded { continue }
      var number = tree.withText(of: key) { facts.index(of: $0) }
      if number < 0 {
        if nodes[Int(key)].kind != .scalar || nodes[Int(key)].type == .null {
          badKey(key, versions)
        } else {
          unknownField(key, value, in: facts, versions, isLenient: isLenient)
        }
      } else if facts.fields[number].otherType < 0, versions.isSubset(of: facts.fields[number].versions) {
        if !isNull(value) {
          seen |= facts.fields[number].requiredBit
          checkField(value, facts, number, versions, isLenient: isLenient)
        }
      } else {
        // The type differs between the versions, or some of them lack the field.
        var missing = versions
        let mark = findings.count
        while number >= 0 {
          let field = facts.fields[number]
          missing.subtract(field.versions)
          let active = versions.intersection(field.versions)
          if !active.isEmpty, !isNull(value) {
            seen |= field.requiredBit
            checkField(value, facts, number, active, isLenient: isLenient)
          }
          number = Int(field.otherType)
        }
        joinEqualFindings(from: mark)
        if !missing.isEmpty { unknownField(key, value, in: facts, missing, isLenient: isLenient) }
      }
    }
    if seen != facts.requiredMask, !isDecoder, !isFull { missingFields(of: index, facts, seen, versions) }
  }

  @inline(__always)
  private mutating func checkField(
    _ value: Int32, _ facts: TypeFacts, _ number: Int, _ versions: VersionSet, isLenient: Bool
  ) {
    walk(value, facts.fields[number].shape, versions, isLenient: isLenient)
    if !isDecoder, !facts.fields[number].allowed.isEmpty { checkAllowed(value, facts.fields[number], versions) }
  }

  /// Makes one finding of those that two types of a field gave alike.
  private mutating func joinEqualFindings(from mark: Int) {
    guard findings.count > mark + 1 else { return }
    var joined: [Finding] = []
    for finding in findings[mark...] {
      let same = joined.firstIndex {
        $0.id == finding.id && $0.path == finding.path && $0.message == finding.message && $0.range == finding.range
      }
      guard let same, let one = joined[same].versions, let other = finding.versions else {
        joined.append(finding)
        continue
      }
      joined[same].versions = stated(one.union(other))
    }
    findings.replaceSubrange(mark..., with: joined)
  }

  private mutating func missingFields(
    of index: Int32, _ facts: TypeFacts, _ seen: UInt64, _ versions: VersionSet
  ) {
    for field in facts.fields where field.requiredBit != 0 && seen & field.requiredBit == 0 {
      let missing = field.required.intersection(versions)
      if !missing.isEmpty { missingField(field, in: index, missing) }
    }
  }
}
