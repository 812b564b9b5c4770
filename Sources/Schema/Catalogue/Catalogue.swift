internal import CCatalogue
import Findings
import YAML

/// Facts about every built-in kind in every version, read from the embedded text as they are asked for: what the API
/// server serves, and the configuration that programs read from files.
///
/// One instance serves one thread: types are parsed on first use and kept.
public final class Catalogue {
  let kinds: SortedText
  let typeTexts: SortedText
  let removed: SortedText
  /// Shapes, by number. Like types they are asked for at every value of an object, and only grow between two looks, so
  /// that it need not be checked each time that nobody writes them meanwhile.
  @exclusivity(unchecked)
  private(set) var shapes: [Shape] = []
  /// Types that something referred to, by number; parsed when they are asked for.
  @exclusivity(unchecked)
  private var types: [(offset: Int, facts: TypeFacts?)] = []
  private var numberByOffset: [Int: Int32] = [:]
  private var kindsByOffset: [Int: KindFacts] = [:]
  /// Kinds that were asked for, by the hash of their keys.
  private var kindsByHash: [UInt32: KindFacts] = [:]
  /// The one that was asked for last, and the last that there is not.
  private var lastKind: KindFacts?
  private var lastAbsent: [UInt8] = []
  /// What was found out about kinds that are not in the catalogue, by `apiVersion kind`; few, in real texts.
  var strangers: [String: Stranger] = [:]
  /// All that can be applied, of every version.
  private(set) lazy var objectKinds = allKinds.filter { $0.scope != .list }
  /// The first kind of each group whose kinds are read from files.
  private(set) lazy var fileKinds = firstFileKinds()
  /// The versions of Kubernetes that serve a group and version without being told to.
  private(set) lazy var servedVersions = versionsServing()
  /// Texts that the catalogue owns, where it does not read the embedded ones.
  private let owned: [Bytes]

  /// The embedded catalogue.
  public init() {
    var (count, second): (UInt, UInt) = (0, 0)
    let kinds = Bytes(start: drydock_kinds(&count, &second), count: Int(count))
    self.kinds = SortedText(bytes: kinds, keyWords: 2, second: Int(second))
    let types = Bytes(start: drydock_types(&count, &second), count: Int(count))
    typeTexts = SortedText(bytes: types, keyWords: 1, second: Int(second))
    let removed = Bytes(start: drydock_removed(&count), count: Int(count))
    self.removed = SortedText(bytes: removed, keyWords: 2)
    owned = []
  }

  /// A catalogue of other facts, in the form that catalogue-compiler writes.
  public init(kinds: String, types: String, removed: String = "") {
    owned = [kinds, types, removed].map { text in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
      _ = copy.initialize(from: text.utf8)
      return Bytes(copy)
    }
    self.kinds = SortedText(bytes: owned[0], keyWords: 2)
    typeTexts = SortedText(bytes: owned[1], keyWords: 1)
    self.removed = SortedText(bytes: owned[2], keyWords: 2)
  }

  private func versionsServing() -> [String: VersionSet] {
    var serving: [String: VersionSet] = [:]
    for kind in objectKinds where kind.isServedByDefault {
      serving[kind.apiVersion, default: []].formUnion(kind.versions)
    }
    return serving
  }

  private func firstFileKinds() -> [String: KindFacts] {
    var first: [String: KindFacts] = [:]
    for kind in objectKinds where kind.scope == .file && first[kind.group] == nil { first[kind.group] = kind }
    return first
  }

  deinit {
    for text in owned { text.deallocate() }
  }

  // MARK: Types

  @inline(__always)
  func shape(_ number: Int32) -> Shape { shapes[Int(number)] }

  /// The facts of a type by its number.
  @inline(__always)
  func type(_ number: Int32) -> TypeFacts {
    if let facts = types[Int(number)].facts { return facts }
    return parseType(number)
  }

  private func parseType(_ number: Int32) -> TypeFacts {
    let offset = types[Int(number)].offset
    guard offset >= 0 else { return TypeFacts(name: Bytes(start: nil, count: 0), fields: []) }
    let end = typeTexts.recordEnd(offset)
    var words = Words(typeTexts.line(at: offset))
    let name = words.next() ?? typeTexts.key(at: offset)
    let versions = words.next().map { VersionSet(facts: $0.part(from: 1)) } ?? .all
    var fields: [FieldFacts] = []
    var start = typeTexts.lineEnd(offset) + 1
    while start < end {
      if let field = parseField(typeTexts.line(at: start), typeVersions: versions) { fields.append(field) }
      start = typeTexts.lineEnd(start) + 1
    }
    let facts = TypeFacts(name: name, fields: fields)
    types[Int(number)].facts = facts
    return facts
  }

  private func parseField(_ line: Bytes, typeVersions: VersionSet) -> FieldFacts? {
    var words = Words(line)
    guard let name = words.next(), let type = words.next() else { return nil }
    var field = FieldFacts(
      name: name, hash: TypeFacts.hash(name), shape: shapeNumber(type), typeText: type, versions: typeVersions)
    var required: VersionSet?
    while let word = words.next() {
      if word.isByte(0, "@") {
        field.versions = VersionSet(facts: word.part(from: 1))
      } else if word.part(0, 8).hasBytes(of: "required") {
        required = word.count > 9 ? VersionSet(facts: word.part(from: 9)) : .all
      } else if word.part(0, 5).hasBytes(of: "enum(") {
        field.allowed = Catalogue.allowedValues(word.part(5, word.count - 1))
      } else if word.part(0, 8).hasBytes(of: "default=") {
        field.defaultText = word.part(from: 8)
      } else if word.part(0, 6).hasBytes(of: "merge(") {
        field.mergeKey = word.part(6, word.count - 1)
      } else {
        field.listType = word
      }
    }
    if let required { field.required = required.intersection(field.versions) }
    return field
  }

  private static func allowedValues(_ text: Bytes) -> [AllowedValue] {
    var values: [AllowedValue] = []
    var start = 0
    while start < text.count {
      let end = text.firstIndex(of: "|", from: start) ?? text.count
      let part = text.part(start, end)
      let at = part.firstIndex(of: "@")
      values.append(
        AllowedValue(
          text: part.part(0, at ?? part.count),
          versions: at.map { VersionSet(facts: part.part(from: $0 + 1)) } ?? .all))
      start = end + 1
    }
    return values
  }

  /// The number of the shape that a word of the facts names.
  func shapeNumber(_ word: Bytes) -> Int32 {
    if word.isByte(0, "["), word.isByte(1, "]") { return add(Shape(.list, shapeNumber(word.part(from: 2)))) }
    if word.isByte(0, "{"), word.isByte(1, "}") { return add(Shape(.map, shapeNumber(word.part(from: 2)))) }
    switch Shape.simple(word) {
    case nil: return add(Shape(.object, typeNumber(word)))
    case .schemaOrBool: return add(Shape(.schemaOrBool, schemaShape))
    case .schemaOrList: return add(Shape(.schemaOrList, schemaShape))
    case .schemaOrStrings: return add(Shape(.schemaOrStrings, schemaShape))
    case let kind?: return add(Shape(kind))
    }
  }

  /// The shape of a schema inside a CustomResourceDefinition.
  private var schemaShape: Int32 { "apiextensions.v1.JSONSchemaProps".withBytes { shapeNumber($0) } }

  private func add(_ shape: Shape) -> Int32 {
    shapes.append(shape)
    return Int32(shapes.count - 1)
  }

  private func typeNumber(_ name: Bytes) -> Int32 {
    let offset = typeTexts.find(name) ?? -1
    if let number = numberByOffset[offset] { return number }
    let number = Int32(types.count)
    types.append((offset, nil))
    numberByOffset[offset] = number
    return number
  }

  // MARK: Kinds

  /// The facts of a kind; `key` is `apps/v1 Deployment`.
  func kind(_ key: Bytes) -> KindFacts? {
    // An object's kind is asked for again and again while it is judged.
    if let last = lastKind, last.key.isEqual(to: key) { return last }
    let hash = Catalogue.hash(key)
    if let known = kindsByHash[hash], known.key.isEqual(to: key) {
      lastKind = known
      return known
    }
    guard !lastAbsent.elementsEqual(key) else { return nil }
    guard let offset = kinds.find(key), let facts = kind(at: offset) else {
      lastAbsent = Array(key)
      return nil
    }
    kindsByHash[hash] = facts
    return facts
  }

  /// FNV-1a.
  private static func hash(_ key: Bytes) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  func kind(at offset: Int) -> KindFacts? {
    if let known = kindsByOffset[offset] { return known }
    guard let facts = KindFacts(line: kinds.line(at: offset), shape: { self.shapeNumber($0) }) else { return nil }
    kindsByOffset[offset] = facts
    return facts
  }
}
