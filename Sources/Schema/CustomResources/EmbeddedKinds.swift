internal import CCatalogue
import YAML

/// The custom kinds of the embedded catalogue, read from its texts as they are asked for.
final class EmbeddedKinds {
  private let kinds: SortedText
  private let schemas: SortedText
  private var resources: [String: CustomResource] = [:]
  private let arena: SchemaArena

  init() {
    var count: UInt = 0
    kinds = SortedText(bytes: Bytes(start: drydock_custom_kinds(&count), count: Int(count)), keyWords: 2)
    let schemas = SortedText(bytes: Bytes(start: drydock_custom_schemas(&count), count: Int(count)), keyWords: 1)
    self.schemas = schemas
    arena = SchemaArena { key in EmbeddedKinds.record(key, in: schemas) }
  }

  /// A record is a schema in JSON, which is YAML.
  private static func record(_ key: String, in schemas: SortedText) -> Node? {
    guard let offset = key.withBytes({ schemas.find($0) }) else { return nil }
    let line = schemas.line(at: offset).part(from: key.utf8.count + 1)
    return YAMLStream(parsing: Array(line)).documents.first?.root
  }

  /// The kind in one version.
  func resource(apiVersion: String, kind: String) -> CustomResource? {
    let key = apiVersion + " " + kind
    if let known = resources[key] { return known }
    guard let offset = key.withBytes({ kinds.find($0) }) else { return nil }
    var words = Words(kinds.line(at: offset))
    guard words.next() != nil, words.next() != nil, let scope = words.next(), let root = words.next() else {
      return nil
    }
    let resource = CustomResource(
      apiVersion: apiVersion, kind: kind, isNamespaced: scope.hasBytes(of: "N"), definition: nil,
      hasStatus: words.next()?.hasBytes(of: "status") ?? false, arena: arena, root: arena.add(record: root.string))
    resources[key] = resource
    return resource
  }

  var all: [(apiVersion: String, kind: String)] {
    kinds.records.compactMap { offset in
      var words = Words(kinds.line(at: offset))
      guard let apiVersion = words.next(), let kind = words.next() else { return nil }
      return (apiVersion.string, kind.string)
    }
  }
}
