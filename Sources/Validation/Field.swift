import Findings
import Schema
import YAML

/// A field of an object as a rule sees it: its value where one is given, and its place either way.
///
/// Null counts as absent. A field of an absent field is absent too, so a rule may ask for
/// `object["spec"]["template"]["spec"]` without caring which of them is missing.
///
/// Rules make thousands of fields, so a field is a plain value: it keeps alive neither its tree nor its detours, which
/// `reading(_:_:)` does.
struct Field: Sendable {
  private let tree: Unmanaged<Tree>
  private let detours: Unmanaged<FieldDetours>
  /// The value; where it is absent, the nearest value around it.
  private let index: Int32
  /// The number of its detour; -1 for most.
  private var detour: Int32 = -1
  let isGiven: Bool
  /// The value of a map or its key, which the API server prints in brackets.
  private var isMapEntry = false
  /// A key of a map, rather than a value.
  private(set) var isKey = false
  /// The last of the names that are missing below `index`.
  private var missingName: StaticString = ""

  /// Gives the field of a value. It and the fields made of it may be used in `body` only.
  static func reading<Result>(_ node: Node, _ body: (Field) -> Result) -> Result {
    let detours = FieldDetours()
    return withExtendedLifetime((node.tree, detours)) {
      body(Field(Unmanaged.passUnretained(node.tree), Unmanaged.passUnretained(detours), node.index))
    }
  }

  /// The field of another value of the same tree.
  func field(of node: Node) -> Field { Field(tree, detours, node.index) }

  /// The field of a value; a null one is absent.
  private init(_ tree: Unmanaged<Tree>, _ detours: Unmanaged<FieldDetours>, _ index: Int32) {
    self.init(tree, detours, index, isGiven: tree._withUnsafeGuaranteedRef { !$0.isNull(index) })
  }

  private init(_ tree: Unmanaged<Tree>, _ detours: Unmanaged<FieldDetours>, _ index: Int32, isGiven: Bool) {
    self.tree = tree
    self.detours = detours
    self.index = index
    self.isGiven = isGiven
  }

  /// The index of the value of a key that is not null.
  private func value(_ name: StaticString) -> Int32? {
    guard isGiven else { return nil }
    return tree._withUnsafeGuaranteedRef { $0.value(name, of: index) }
  }

  /// The value, or the nearest one around it, as it lies in the tree.
  private var raw: RawNode { raw(index) }

  private func raw(_ index: Int32) -> RawNode { tree._withUnsafeGuaranteedRef { $0.nodes[Int(index)] } }

  private func node(_ index: Int32) -> Node { Node(tree: tree.takeUnretainedValue(), index: index) }

  /// The value, or the nearest one around it.
  private var nearest: Node { node(index) }

  /// The value.
  var node: Node? { isGiven ? nearest : nil }

  // MARK: Fields of it

  subscript(name: StaticString) -> Field {
    @inline(never) get { field(name) }
  }

  @inline(__always)
  private func field(_ name: StaticString) -> Field {
    guard isGiven else { return missing(name) }
    var field: Field
    if let value = value(name) {
      field = Field(tree, detours, value, isGiven: true)
    } else {
      field = Field(tree, detours, index, isGiven: false)
      field.missingName = name
    }
    field.detour = detour
    return field
  }

  /// A field of this absent one.
  private func missing(_ name: StaticString) -> Field {
    var field = self
    if !missingName.isEmpty {
      field.detour = add(FieldDetours.Detour(missingName: missingName, above: detour, renaming: renaming))
    }
    field.missingName = name
    return field
  }

  /// Whether it has a field, without making one.
  func has(_ name: StaticString) -> Bool { value(name) != nil }

  /// The value of a map under a key, printed in brackets.
  func entry(_ key: StaticString) -> Field {
    var field = self[key]
    field.isMapEntry = true
    return field
  }

  /// The items of a list; a null item is an empty one.
  var items: FieldItems { FieldItems(list: self) }

  /// The keys and values of a map, in the order of the text.
  var entries: FieldEntries { FieldEntries(map: self) }

  /// The children of a collection of a kind begin after it, and end here.
  fileprivate func children(of kind: RawNode.Kind) -> Range<Int32> {
    let raw = raw
    return isGiven && raw.kind == kind ? index + 1..<raw.next : index..<index
  }

  fileprivate func sibling(of index: Int32) -> Int32 { raw(index).next }

  fileprivate func below(_ index: Int32, isMapEntry: Bool = false, isKey: Bool = false) -> Field {
    var field = Field(tree, detours, index)
    field.detour = detour
    field.isMapEntry = isMapEntry
    field.isKey = isKey
    return field
  }

  // MARK: Its value

  /// The text of a string, the empty one included.
  var text: String? {
    let raw = raw
    guard isGiven, raw.kind == .scalar, raw.type == .string else { return nil }
    return withText { String(decoding: $0, as: UTF8.self) }
  }

  var integer: Int64? {
    let raw = raw
    return isGiven && raw.kind == .scalar && raw.type != .string ? nearest.integer : nil
  }

  /// Whether it is written as `true`.
  var isTrue: Bool { isGiven && raw.kind == .scalar && raw.type == .bool && nearest.bool == true }
  var isList: Bool { isGiven && raw.kind == .sequence }

  /// Whether it is absent, an empty text, or a list or map without anything in it.
  var isEmpty: Bool {
    guard isGiven else { return true }
    let raw = raw
    return raw.kind == .scalar ? withText { $0.isEmpty } : raw.count == 0
  }

  /// Items of a list, keys of a map.
  var count: Int { isGiven ? Int(raw.count) : 0 }

  func hasText(_ word: StaticString) -> Bool {
    isGiven && tree._withUnsafeGuaranteedRef { $0.hasText(word, at: index) }
  }

  /// Gives the bytes of the value, or of the nearest one around it; none of a collection.
  private func withText<Result>(_ body: (Bytes) -> Result) -> Result {
    tree._withUnsafeGuaranteedRef { $0.withText(of: index, body) }
  }

  /// Whether it is given as a text of a grammar.
  func isOf(_ grammar: Grammar) -> Bool {
    guard let node, node.isScalar else { return false }
    return node.withText { grammar.matches($0) }
  }

  /// Whether both are given as texts and the texts are equal.
  func hasTextOf(_ other: Field) -> Bool {
    guard isGiven, other.isGiven, raw.kind == .scalar, other.raw.kind == .scalar else { return false }
    return withText { text in other.withText { text.isEqual(to: $0) } }
  }

  var quantity: Quantity? {
    guard let node, node.isScalar else { return nil }
    // Numbers such as 0x10 and 1_000 reach the API server in decimal.
    if node.scalarType == .integer { return node.integer.map { Quantity($0) } }
    return node.withText { Quantity($0) }
  }

  var intOrString: IntOrString? { node.flatMap { IntOrString($0) } }

  // MARK: Its place

  /// The name as a reader knows it: the last key of the path; for a key of a map the map's.
  var name: String {
    if !missingName.isEmpty { return "\(missingName)" }
    var current = isKey ? nearest.parent ?? nearest : nearest
    while let parent = current.parent {
      if parent.isMapping { return (current.key ?? current).text }
      current = parent
    }
    return current["kind"]?.text ?? ""
  }

  /// The same field, of which the API server speaks as if it were its ancestor, or a field of the ancestor.
  @inline(never)
  func reported(at ancestor: Field, _ name: StaticString = "") -> Field {
    guard name.isEmpty else { return reported(at: ancestor, [.field("\(name)")]) }
    guard var inherited = ancestor.renaming, inherited.index == ancestor.index else {
      return reported(at: ancestor, [])
    }
    inherited.index = index
    inherited.missing = missingNames.count
    return renamed(inherited)
  }

  /// The same field, of which the API server speaks by another way from an ancestor.
  @inline(never)
  func reported(at ancestor: Field, _ elements: [FieldPath.Element]) -> Field {
    var renaming = FieldDetours.Renaming(
      index: index, missing: missingNames.count, ancestor: ancestor.index,
      elements: ancestor.missingNames.map { .field("\($0)") } + elements)
    if ancestor.renaming != nil {
      // The ancestor too is called by another path, so the way is told from the root.
      renaming.ancestor = ancestor.root.index
      renaming.elements = ancestor.serverPath.elements + elements
    }
    var field = renamed(renaming)
    field.isMapEntry = false
    return field
  }

  /// The whole object.
  var root: Node {
    var node = nearest
    while let parent = node.parent { node = parent }
    return node
  }

  private func renamed(_ renaming: FieldDetours.Renaming) -> Field {
    var field = self
    let known = detour < 0 ? nil : detours._withUnsafeGuaranteedRef { $0[detour] }
    field.detour = add(
      FieldDetours.Detour(missingName: known?.missingName ?? "", above: known?.above ?? -1, renaming: renaming))
    return field
  }

  private func add(_ detour: FieldDetours.Detour) -> Int32 { detours._withUnsafeGuaranteedRef { $0.add(detour) } }

  private var renaming: FieldDetours.Renaming? {
    detour < 0 ? nil : detours._withUnsafeGuaranteedRef { $0[detour].renaming }
  }

  private var missingNames: [StaticString] {
    if missingName.isEmpty { return [] }
    return detours._withUnsafeGuaranteedRef { $0.missingNames(above: detour) } + [missingName]
  }

  /// The path in the manifest.
  var path: FieldPath {
    FieldPath(nearest.path.elements + missingNames.map { .field("\($0)") })
  }

  /// The path by which the API server calls it.
  var serverPath: FieldPath { serverPath(insteadOf: path) }

  /// The same, where the path in the manifest is known.
  func serverPath(insteadOf path: FieldPath) -> FieldPath {
    guard let renaming else { return isMapEntry ? path.withLastAsKey : path }
    let isRenamed = renaming.index == index
    var elements = node(renaming.ancestor).path.elements
    elements += renaming.elements
    elements += nearest.path.elements.dropFirst(node(renaming.index).path.elements.count)
    elements += missingNames.dropFirst(isRenamed ? renaming.missing : 0).map { .field("\($0)") }
    let path = FieldPath(elements)
    return isMapEntry && !isRenamed ? path.withLastAsKey : path
  }

  /// The exact token: the value, or for a collection or an absent field the key of what should be otherwise.
  var range: SourceRange {
    let node = nearest
    if node.isScalar, isGiven { return node.range }
    if let key = node.key { return key.range }
    if node.parent == nil, let kind = node["kind"] { return kind.range }
    return node.entries.first(where: { _ in true })?.key.range ?? node.range
  }

  /// The value as the API server prints it: texts quoted; `nil` for collections, which it prints as Go values.
  var serverValue: String? {
    guard let node, node.isScalar else { return nil }
    return node.scalarType == .string ? JSON.string(node.text).text : node.text
  }

  /// The value as it was written, to be quoted in a message.
  var written: String { node.map { $0.isScalar ? $0.text : name } ?? name }
}

/// The items of a list.
struct FieldItems: Sequence {
  let list: Field

  struct Iterator: IteratorProtocol {
    let list: Field
    var rest: Range<Int32>

    mutating func next() -> Field? {
      guard let item = rest.first else { return nil }
      rest = list.sibling(of: item)..<rest.upperBound
      return list.below(item)
    }
  }

  func makeIterator() -> Iterator { Iterator(list: list, rest: list.children(of: .sequence)) }
}

/// The keys and values of a map.
struct FieldEntries: Sequence {
  let map: Field

  struct Iterator: IteratorProtocol {
    let map: Field
    var rest: Range<Int32>

    mutating func next() -> (key: Field, value: Field)? {
      guard let key = rest.first else { return nil }
      let value = map.sibling(of: key)
      rest = map.sibling(of: value)..<rest.upperBound
      return (map.below(key, isMapEntry: true, isKey: true), map.below(value, isMapEntry: true))
    }
  }

  func makeIterator() -> Iterator { Iterator(map: map, rest: map.children(of: .mapping)) }
}

extension StaticString {
  var isEmpty: Bool { utf8CodeUnitCount == 0 }
}
