import YAML

/// One schema of a custom resource, as far as it can be judged by itself; the schemas in it are numbers in its arena.
///
/// What the API server ignores of a structural schema (descriptions, examples, external documentation) is not kept.
final class StructuralSchema {
  enum ValueType {
    case object, array, string, integer, number, boolean
  }

  enum ListType {
    case atomic, set, map
  }

  /// What the schema says of keys that are not among its properties.
  enum Additional {
    case unmentioned, allowed, refused
    case schema(Int32)
  }

  /// A bound of a number.
  struct Bound {
    let value: Double
    var isExclusive: Bool
    /// As the definition writes it.
    let text: String
  }

  /// The value of a property that is not given.
  struct Default {
    let name: String
    let schema: Int32
    let value: Node
  }

  var type: ValueType?
  var isNullable = false
  var isIntOrString = false
  /// Whether unknown fields directly in its values are kept.
  var preservesUnknownFields = false
  var isEmbeddedResource = false
  /// Whether rules in CEL judge its values (`x-kubernetes-validations`).
  var hasRules = false

  /// Names in the order of the definition.
  var propertyNames: [String] = []
  var properties: [String: Int32] = [:]
  var defaults: [Default] = []
  var additional = Additional.unmentioned
  var required: [String] = []
  var minProperties: Int64?
  var maxProperties: Int64?

  /// The schema of a list's items; -1 where there is none.
  var items: Int32 = -1
  var listType = ListType.atomic
  var listMapKeys: [String] = []
  var minItems: Int64?
  var maxItems: Int64?
  var hasUniqueItems = false

  var allowed: [Node] = []
  var minimum: Bound?
  var maximum: Bound?
  var multipleOf: Bound?
  var minLength: Int64?
  var maxLength: Int64?
  var pattern: String?
  var format: ValueFormat?
  /// `int32` or `int64`, `float` or `double`.
  var isInt32 = false

  var defaultValue: Node?

  var allOf: [Int32] = []
  var anyOf: [Int32] = []
  var oneOf: [Int32] = []
  var not: Int32 = -1

  var hasJunctors: Bool { !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty || not >= 0 }

  /// The schema of a property; -1 where there is none of that name.
  func property(_ name: String) -> Int32 { properties[name] ?? -1 }
}
