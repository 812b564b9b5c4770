/// What form a value has. A shape is a number in its catalogue's table, so that following one costs nothing.
struct Shape {
  enum Kind: UInt8 {
    case string, bool, int32, int64, double
    /// Base64 text.
    case bytes
    case time, microTime, quantity, intOrString
    /// A span of time as Go writes it.
    case duration
    /// Any JSON value.
    case any
    /// Values inside CustomResourceDefinitions that are a schema or something else.
    case schemaOrList, schemaOrBool, schemaOrStrings
    /// Fields of a type.
    case object
    /// An object of a kind of its own, inside a configuration file.
    case embedded
    case list, map
  }

  let kind: Kind
  /// Of an object its type's number; of lists and maps the shape of what they hold; of schemas their type's number.
  let operand: Int32

  init(_ kind: Kind, _ operand: Int32 = -1) {
    self.kind = kind
    self.operand = operand
  }

  /// The words of the facts for shapes without parts.
  static func simple(_ word: Bytes) -> Kind? {
    if word.hasBytes(of: "string") { return .string }
    if word.hasBytes(of: "bool") { return .bool }
    if word.hasBytes(of: "int32") { return .int32 }
    if word.hasBytes(of: "int64") { return .int64 }
    if word.hasBytes(of: "double") { return .double }
    if word.hasBytes(of: "bytes") { return .bytes }
    if word.hasBytes(of: "time") { return .time }
    if word.hasBytes(of: "micro-time") { return .microTime }
    if word.hasBytes(of: "quantity") { return .quantity }
    if word.hasBytes(of: "int-or-string") { return .intOrString }
    if word.hasBytes(of: "duration") { return .duration }
    if word.hasBytes(of: "any") { return .any }
    if word.hasBytes(of: "object") { return .embedded }
    if word.hasBytes(of: "schema-or-list") { return .schemaOrList }
    if word.hasBytes(of: "schema-or-bool") { return .schemaOrBool }
    if word.hasBytes(of: "schema-or-strings") { return .schemaOrStrings }
    return nil
  }
}
