/// What the API server answers: the type of error, the field, and its detail.
///
/// Types are those of `k8s.io/apimachinery/pkg/util/validation/field`, and those by which decoding fails.
public struct ServerError: Sendable, Equatable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    case required = "FieldValueRequired"
    case invalid = "FieldValueInvalid"
    case notSupported = "FieldValueNotSupported"
    case duplicate = "FieldValueDuplicate"
    case forbidden = "FieldValueForbidden"
    case tooLong = "FieldValueTooLong"
    case tooMany = "FieldValueTooMany"
    case typeInvalid = "FieldValueTypeInvalid"
    case notFound = "FieldValueNotFound"
    case internalError = "InternalError"
    // Decoding.
    case unknownField = "UnknownField"
    case duplicateField = "DuplicateField"
    case quantityFormat = "QuantityFormat"
    case timeFormat = "TimeFormat"
    case base64Format = "Base64Format"
    case yamlSyntax = "YAMLSyntax"
    case badRequest = "BadRequest"
    case noSuchKind = "NoSuchKind"
    /// An admission plugin answers 403, for the whole object.
    case denied = "Forbidden"

    /// The words with which the server's message begins, after the field.
    public var head: String {
      switch self {
      case .required: "Required value"
      case .invalid, .typeInvalid: "Invalid value"
      case .notSupported: "Unsupported value"
      case .duplicate: "Duplicate value"
      case .forbidden: "Forbidden"
      case .tooLong: "Too long"
      case .tooMany: "Too many"
      case .notFound: "Not found"
      case .internalError: "Internal error"
      case .unknownField: "unknown field"
      case .duplicateField: "duplicate field"
      case .yamlSyntax: "error converting YAML to JSON"
      case .quantityFormat, .timeFormat, .base64Format, .badRequest: "bad request"
      case .noSuchKind: "no matches for kind"
      case .denied: "forbidden"
      }
    }
  }

  public var kind: Kind
  public var field: FieldPath
  /// The offending value as the server prints it (strings quoted), where it prints one.
  public var value: String?
  public var detail: String
  /// Who says it, where that is not the API server: the program that reads the file.
  public var program: String?

  @inline(never)
  public init(_ kind: Kind, _ field: FieldPath, value: String? = nil, detail: String = "") {
    self.kind = kind
    self.field = field
    self.value = value
    self.detail = detail
  }

  /// `spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive`.
  public var description: String {
    var text = field.elements.isEmpty ? kind.head : field.description + ": " + kind.head
    if let value { text += ": " + value }
    if !detail.isEmpty { text += ": " + detail }
    return text
  }
}
