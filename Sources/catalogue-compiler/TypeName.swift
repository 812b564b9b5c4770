/// How types are called in the catalogue.
enum TypeName {
  /// Types that are not objects with fields.
  static let special = [
    "resource.Quantity": "quantity",
    "intstr.IntOrString": "int-or-string",
    "meta.v1.Time": "time",
    "meta.v1.MicroTime": "micro-time",
    "meta.v1.FieldsV1": "any",
    "meta.v1.Patch": "any",
    "runtime.RawExtension": "any",
    "apiextensions.v1.JSON": "any",
    // Go types that decode themselves, of which reflection sees too little.
    "resource.QuantityValue": "quantity",
    "bootstraptoken.v1.BootstrapTokenString": "string",
    "api.v1.TimeOrMetaDuration": "any",
    "apiextensions.v1.JSONSchemaPropsOrArray": "schema-or-list",
    "apiextensions.v1.JSONSchemaPropsOrBool": "schema-or-bool",
    "apiextensions.v1.JSONSchemaPropsOrStringArray": "schema-or-strings",
  ]

  /// `io.k8s.api.apps.v1.Deployment` is `apps.v1.Deployment`.
  static func short(_ name: String) -> String {
    let parts = name.split(separator: ".")
    guard let last = parts.last else { return name }
    let head = parts.dropLast()
    // Group and version, where there is a version.
    guard let version = head.last else { return String(last) }
    let isVersion = version.first == "v" && version.dropFirst().first?.isNumber == true
    guard isVersion, let group = head.dropLast().last else { return "\(version).\(last)" }
    return "\(group).\(version).\(last)"
  }

  private static let formats = ["byte": "bytes", "date-time": "time", "duration": "duration"]

  /// `int32`, `[]core.v1.Container`, `{}string`; `nil` for a schema of unknown form.
  static func of(_ schema: [String: Any]) -> String? {
    if let reference = schema["$ref"] as? String {
      let name = short(String(reference.split(separator: "/").last ?? ""))
      return special[name] ?? name
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    let format = schema["format"] as? String
    switch types.first(where: { $0 != "null" }) {
    case "string": return formats[format ?? ""] ?? "string"
    case "boolean": return "bool"
    case "integer": return format == "int32" ? "int32" : "int64"
    case "number": return "double"
    case "array":
      guard let items = schema["items"] as? [String: Any] else { return nil }
      return of(items).map { "[]" + $0 }
    // What a program hands on undecoded is an object of a kind of its own.
    case "object" where schema["x-kubernetes-preserve-unknown-fields"] as? Bool == true: return "object"
    case "object":
      guard let values = schema["additionalProperties"] as? [String: Any] else { return "{}any" }
      return of(values).map { "{}" + $0 }
    case nil where types.isEmpty: return format == "quantity" ? "quantity" : "any"
    default: return nil
    }
  }
}
