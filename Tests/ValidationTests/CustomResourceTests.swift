import Findings
import Testing
import Validation

/// A definition with one version whose `spec` has this schema, in YAML's flow style.
private func definition(spec: String, version: String = "", root: String = "") -> String {
  """
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: lessons.course.example}
  spec:
    group: course.example
    scope: Namespaced
    names: {plural: lessons, kind: Lesson}
    versions:
    - {name: v1, served: true, storage: true\(version), schema: {openAPIV3Schema:
        {type: object\(root), properties: {spec: \(spec)}}}}
  """
}

/// What the server would say of the fields in a manifest: `Required items`.
private func faults(in manifest: String) throws -> [String] {
  let prefix = "spec.validation.openAPIV3Schema.properties[spec]"
  return try findings(in: manifest, versions: .since(.newest)).compactMap { finding in
    guard let server = finding.server else { return nil }
    let field = server.field.description
    let short = field.hasPrefix(prefix) ? "~" + field.dropFirst(prefix.count) : field
    return server.kind.rawValue.replacing("FieldValue", with: "") + " " + short
  }.sorted()
}

@Test(
  arguments: [
    ("{type: object}", []),
    ("{}", ["Required ~.type"]),
    ("~", ["Required ~.type"]),
    ("{x-kubernetes-preserve-unknown-fields: true}", []),
    ("{x-kubernetes-preserve-unknown-fields: false}", ["Invalid ~.x-kubernetes-preserve-unknown-fields"]),
    ("{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", []),
    (
      "{x-kubernetes-int-or-string: true, anyOf: [{type: string}, {type: integer}]}",
      ["Forbidden ~.anyOf[0].type", "Forbidden ~.anyOf[1].type"]
    ),
    ("{x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}]}", []),
    ("{type: array}", ["Required ~.items"]),
    ("{type: array, items: [{type: string}]}", ["Forbidden ~.items"]),
    ("{type: array, items: []}", ["Required ~.items"]),
    ("{type: array, items: text}", ["Required ~.items"]),
    ("{type: array, items: {}}", ["Required ~.items.type"]),
    ("{type: object, uniqueItems: true}", ["Forbidden ~.uniqueItems"]),
    ("{type: object, uniqueItems: false}", []),
    ("{type: 'null'}", ["Forbidden ~.type", "NotSupported ~.type"]),
    ("{type: object, $ref: '#/a'}", ["Forbidden ~.$ref"]),
    ("{type: object, properties: {a: {type: string}}, additionalProperties: true}", []),
    (
      "{type: object, properties: {a: {type: string}}, additionalProperties: false}",
      ["Forbidden ~.additionalProperties"]
    ),
    (
      "{type: object, anyOf: [{properties: {a: {type: string, minLength: 1}}}]}",
      ["Forbidden ~.anyOf[0].properties[a].type"]
    ),
    (
      "{type: object, not: {default: 1, nullable: true, description: a}}",
      ["Forbidden ~.not.default", "Forbidden ~.not.description", "Forbidden ~.not.nullable"]
    ),
    ("{type: object, not: {x-kubernetes-list-map-keys: [], x-kubernetes-validations: [], title: ''}}", []),
    ("{type: string, not: {default: ''}}", ["Forbidden ~.not.default"]),
    (
      "{type: object, not: {x-kubernetes-map-type: ''}}",
      [
        "Forbidden ~.not.x-kubernetes-map-type", "NotSupported ~.not.x-kubernetes-map-type", "Required ~.not.type",
      ]
    ),
    ("{type: string, pattern: '^(?!a)'}", ["Invalid ~.pattern"]),
    ("{type: object, x-kubernetes-embedded-resource: true}", ["Required ~.properties"]),
    ("{type: string, x-kubernetes-embedded-resource: true}", ["Invalid ~.type", "Required ~.properties"]),
    ("{type: object, x-kubernetes-map-type: whole}", ["NotSupported ~.x-kubernetes-map-type"]),
    ("{type: object, x-kubernetes-list-type: set}", ["Invalid ~.type"]),
    (
      "{type: array, x-kubernetes-list-type: set, items: {type: object, nullable: true}}",
      ["Forbidden ~.items.nullable", "Invalid ~.items.x-kubernetes-map-type"]
    ),
    (
      "{type: array, x-kubernetes-list-map-keys: [a], items: {type: object, properties: {a: {type: string}}}}",
      ["Required ~.x-kubernetes-list-type"]
    ),
    (
      "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a, b], "
        + "items: {type: object, properties: {a: {type: object}}}}",
      [
        "Invalid ~.items.properties[a].type", "Invalid ~.x-kubernetes-list-map-keys",
        "Required ~.items.properties[a].default",
      ]
    ),
    (
      "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a], "
        + "items: {type: string, properties: {a: {type: string, nullable: true}}}}",
      [
        "Forbidden ~.items.properties[a].nullable", "Invalid ~.items.type", "Required ~.items.properties[a].default",
      ]
    ),
    (
      "{type: array, items: {type: string}, not: {items: {type: array, x-kubernetes-list-type: map, "
        + "x-kubernetes-list-map-keys: [a]}}}",
      [
        "Forbidden ~.not.items.type", "Forbidden ~.not.items.x-kubernetes-list-map-keys",
        "Forbidden ~.not.items.x-kubernetes-list-type", "Required ~.not.items.items",
      ]
    ),
    ("{type: object, x-kubernetes-validations: [{rule: ' '}]}", ["Required ~.x-kubernetes-validations[0].rule"]),
    (
      "{type: string, x-kubernetes-validations: [{rule: self.a, optionalOldSelf: true}]}",
      ["Invalid ~.x-kubernetes-validations[0].optionalOldSelf", "Invalid ~.x-kubernetes-validations[0].rule"]
    ),
    (
      "{type: object, x-kubernetes-map-type: atomic, "
        + "properties: {a: {type: string, x-kubernetes-validations: [{rule: self == oldSelf}]}}}", []
    ),
    (
      "{type: object, properties: {a: {type: string, id: x}, b: {type: object, x-kubernetes-validations: "
        + "[{rule: 'true', fieldPath: .c}]}}}",
      ["Forbidden ~.properties[a].id", "Invalid ~.properties[b].x-kubernetes-validations[0].fieldPath"]
    ),
    (
      "{type: object, properties: {\"a'b\": {type: string}}, x-kubernetes-validations: [{rule: 'true', "
        + "fieldPath: \"['a\\\\'b']\"}, {rule: 'true', fieldPath: \"['a\\\\zb']\"}]}",
      ["Invalid ~.x-kubernetes-validations[1].fieldPath"]
    ),
    (
      "{type: object, properties: {a: {type: string}}, x-kubernetes-validations: [{rule: 'true', fieldPath: .a}, "
        + "{rule: 'true', fieldPath: .b, reason: Bad}]}",
      ["Invalid ~.x-kubernetes-validations[1].fieldPath", "NotSupported ~.x-kubernetes-validations[1].reason"]
    ),
    ("{type: integer, default: one}", ["TypeInvalid ~.default"]),
    ("{type: number, default: 1}", []),
    ("{type: string, default: 1, enum: [a]}", ["NotSupported ~.default", "TypeInvalid ~.default"]),
    ("{type: string, default: b, pattern: '^a'}", ["Invalid ~.default"]),
    ("{type: string, default: now, format: date-time}", ["TypeInvalid ~.default"]),
    ("{type: number, default: 0.7, multipleOf: 0.5}", ["Invalid ~.default"]),
    ("{type: integer, default: 1, anyOf: [{minimum: 5}, {maximum: 0}]}", ["Invalid ~.default", "Invalid ~.default"]),
    ("{x-kubernetes-int-or-string: true, default: true}", []),
    (
      "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}], default: true}",
      ["Invalid ~.default", "TypeInvalid ~.default"]
    ),
    (
      "{type: object, default: {}, properties: {a: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}",
      ["Invalid ~.default", "Required ~.default.a"]
    ),
    ("{type: object, default: {a: ~}, properties: {a: {type: string, nullable: true, not: {minLength: 9}}}}", []),
    ("{type: integer, default: 7, not: {minimum: 5}}", ["Invalid ~.default"]),
    ("{type: object, default: {a: ~}, properties: {a: {type: string}}}", ["TypeInvalid ~.default.a"]),
    ("{type: object, default: {a: ~}, properties: {a: {type: string, nullable: true}}}", []),
    ("{type: object, default: {a: {b: 1}}, additionalProperties: true}", ["Invalid ~.default"]),
    ("{type: object, default: {a: 1}, additionalProperties: true}", []),
    (
      "{type: object, default: {}, required: [a], properties: {a: {type: string, default: x}}}",
      ["Required ~.default.a"]
    ),
    ("{type: string, default: a, enum: [b, c], minLength: 2}", ["Invalid ~.default", "NotSupported ~.default"]),
    (
      "{type: object, default: {b: 1}, required: [a], properties: {a: {type: string}}}",
      ["Invalid ~.default", "Required ~.default.a"]
    ),
    (
      "{type: object, default: {a: {b: [1, x]}}, "
        + "properties: {a: {type: object, properties: {b: {type: array, items: {type: integer}}}}}}",
      ["TypeInvalid ~.default.a.b[1]"]
    ),
  ] as [(String, [String])])
func judgesSchemasAsTheServerDoes(spec: String, expected: [String]) throws {
  #expect(try faults(in: definition(spec: spec)) == expected)
}

@Test(
  arguments: [
    (", oneOf: [{required: [spec]}]", "", []),
    (", subresources: {status: {}}", ", oneOf: [{required: [spec]}]", ["Invalid spec.validation.openAPIV3Schema"]),
    (
      "", ", anyOf: [{properties: {other: {minLength: 1}}}]",
      ["Required spec.validation.openAPIV3Schema.properties[other]"]
    ),
    (
      "", ", additionalProperties: false",
      [
        "Forbidden spec.validation.openAPIV3Schema.additionalProperties",
        "Forbidden spec.validation.openAPIV3Schema.additionalProperties",
      ]
    ),
    (
      ", subresources: {status: {}}", ", default: false",
      ["Invalid spec.validation.openAPIV3Schema", "TypeInvalid spec.validation.openAPIV3Schema.default"]
    ),
    ("", ", $schema: a", ["Invalid spec.validation.openAPIV3Schema"]),
    (
      ", selectableFields: [{jsonPath: .spec.a}, {jsonPath: .spec.o}, {jsonPath: '.spec[''a'']'}]", "",
      [
        "Invalid spec.selectableFields[1].jsonPath", "Invalid spec.selectableFields[2].jsonPath",
      ]
    ),
    (
      ", selectableFields: [{jsonPath: .spec.a}, {jsonPath: .spec.a}]", "",
      [
        "Duplicate spec.selectableFields[1].jsonPath"
      ]
    ),
    (
      ", additionalPrinterColumns: [{name: A, type: text, jsonPath: spec.a}]", "",
      [
        "Invalid spec.additionalPrinterColumns[0].JSONPath", "Invalid spec.additionalPrinterColumns[0].type",
      ]
    ),
    (
      ", subresources: {scale: {specReplicasPath: .status.a}}", "",
      [
        "Invalid spec.subresources.scale.specReplicasPath", "Required spec.subresources.scale.statusReplicasPath",
      ]
    ),
    (", deprecationWarning: old", "", ["Invalid spec.versions[0].deprecationWarning"]),
    (", deprecated: true, deprecationWarning: 더 이상", "", []),
    (", deprecated: true, deprecationWarning: \"a\\u200Bb\"", "", ["Invalid spec.versions[0].deprecationWarning"]),
    (", deprecated: true, deprecationWarning: \"a\\u00A0b\"", "", ["Invalid spec.versions[0].deprecationWarning"]),
  ] as [(String, String, [String])])
func judgesVersionsAsTheServerDoes(version: String, root: String, expected: [String]) throws {
  let isRootRule = version.contains("oneOf")
  let manifest = definition(
    spec: "{type: object, properties: {a: {type: string}, o: {type: object}}}", version: isRootRule ? "" : version,
    root: isRootRule ? version : root)
  #expect(try faults(in: manifest) == expected)
}

/// What a schema says of its resource's metadata, which the server knows itself.
@Test(
  arguments: [
    ("{type: object, properties: {name: {type: string}}}", true), ("{type: object, enum: [], title: ''}", true),
    ("{type: object, patternProperties: {}, definitions: {}}", true),
    ("{type: object, additionalProperties: false}", false), ("{type: object, required: []}", false),
    ("{type: object, minProperties: 0}", false),
  ])
func judgesWhatIsSaidOfMetadataAsTheServerDoes(metadata: String, isTaken: Bool) throws {
  let manifest = definition(spec: "{type: object}").replacing(
    "properties: {", with: "properties: {metadata: \(metadata), ")
  let expected = isTaken ? [] : ["Forbidden spec.validation.openAPIV3Schema.properties[metadata]"]
  #expect(try faults(in: manifest) == expected)
}

/// Versions that differ are called by their own place; of what they share the server speaks once.
@Test func namesThePartsOfSeveralVersionsAsTheServerDoes() throws {
  let head = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: lessons.course.example}
    spec:
      group: course.example
      scope: Namespaced
      names: {plural: lessons, kind: Lesson}
      versions:

    """
  let one = "{openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {a: {type: string}}}}}}"
  let bad = "{openAPIV3Schema: {type: object, properties: {spec: {}}}}"
  let fields = "selectableFields: [{jsonPath: .spec.a}]"
  let differing = head + "  - {name: v1, storage: true, schema: \(one)}\n  - {name: v2, schema: \(bad)}\n"
  #expect(try faults(in: differing) == ["Required spec.versions[1].schema.openAPIV3Schema.properties[spec].type"])
  let shared = head + "  - {name: v1, storage: true, schema: \(bad)}\n  - {name: v2, schema: \(bad)}\n"
  #expect(try faults(in: shared) == ["Required ~.type"])
  let half =
    head + "  - {name: v1, storage: true, schema: \(one), \(fields)}\n"
    + "  - {name: v2, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}, \(fields)}\n"
  #expect(try faults(in: half) == ["Invalid spec.selectableFields"])
  let twice = head + "  - {name: v1, storage: true, schema: \(one)}\n  - {name: v1, storage: true, schema: \(one)}\n"
  #expect(
    try faults(in: twice) == ["Invalid spec.versions", "Invalid spec.versions", "Invalid status.storedVersions"])
  let least = "{openAPIV3Schema: {type: object, minProperties: 1}}, subresources: {status: {}}"
  let same = head + "  - {name: v1, storage: true, schema: \(one)}\n  - {name: v1, schema: \(least)}\n"
  #expect(try faults(in: same) == ["Invalid spec.versions"])
  let second = head + "  - {name: v1, schema: \(one)}\n  - {name: v1, storage: true, schema: \(one)}\n"
  #expect(try faults(in: second) == ["Invalid spec.versions", "Invalid status.storedVersions"])
}

/// Conversion is spoken of as v1beta1 had it.
@Test(
  arguments: [
    ("{}", ["Required spec.conversion.strategy"]),
    ("{strategy: none}", ["NotSupported spec.conversion.strategy"]),
    (
      "{strategy: None, webhook: {clientConfig: {}, conversionReviewVersions: [v1]}}",
      ["Forbidden spec.conversion.conversionReviewVersions", "Forbidden spec.conversion.webhookClientConfig"]
    ),
    (
      "{strategy: Webhook}",
      ["Required spec.conversion.conversionReviewVersions", "Required spec.conversion.webhookClientConfig"]
    ),
    (
      "{strategy: Webhook, webhook: {clientConfig: {service: {name: a, port: 0}}, conversionReviewVersions: [v1, V]}}",
      [
        "Invalid spec.conversion.conversionReviewVersions[1]",
        "Invalid spec.conversion.webhookClientConfig.service.port",
        "Required spec.conversion.webhookClientConfig.service.name",
      ]
    ),
  ] as [(String, [String])])
func judgesConversionAsTheServerDoes(conversion: String, expected: [String]) throws {
  #expect(try faults(in: definition(spec: "{type: object}") + "\n  conversion: \(conversion)\n") == expected)
}

/// RE2's syntax as Go reads it.
@Test(
  arguments: [
    ("", true), ("a*?", true), ("a**", false), ("*a", false), ("(a|b)+", true), ("(|*)", false), ("a{2,3}", true),
    ("a{3,2}", false), ("a{1001}", false), ("(a{100}){100}", false), ("a{x}", true), ("{2}", false), ("(a", false),
    ("a)", false), ("[a-z]", true), ("[z-a]", false), ("[]a]", true), ("[]", false), ("[a", false),
    ("[[:alpha:]]", true), ("[[:letter:]]", false), ("[\\\\d-]", true), ("\\\\1", false), ("\\\\12", true),
    ("\\\\pL", true), ("\\\\p{Greek}", true), ("\\\\pX", false), ("\\\\Z", false), ("\\\\z", true), ("\\\\x{41}", true),
    ("\\\\x4", false), ("(?i)a", true), ("(?=a)", false), ("(?P<n>a)(?P<n>b)", true), ("(?<n>a)", true),
    ("(?i:a)b", true), ("(?-)", false), ("^$", true), ("a\\\\", false), ("\\\\Q*\\\\E", true),
  ] as [(String, Bool)])
func readsPatternsAsGoDoes(pattern: String, isValid: Bool) throws {
  let found = try findings(
    in: definition(spec: "{type: string, pattern: \"\(pattern)\"}"), versions: .since(.newest))
  #expect(found.isEmpty == isValid, "\(found.map { $0.message.en })")
}

@Test func warnsOfFormatsThatTheServerDoesNotKnow() throws {
  let manifest = definition(
    spec: "{type: object, properties: {a: {type: string, format: mail}, b: {type: integer, format: int32}}}")
  let found = try findings(in: manifest, versions: .since(.newest))
  #expect(found.map { $0.severity } == [.warning])
  #expect(
    found.first?.path.description == "spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.a.format")
}
