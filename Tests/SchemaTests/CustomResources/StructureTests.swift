import Findings
import Schema
import Testing
import YAML

@Suite struct StructureTests {
  @Test func refusesFieldsThatTheSchemaDoesNotHave() throws {
    let definition = definition(
      """
      type: object
      properties:
        kept: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {a: {type: object}}}
        any: {type: object, additionalProperties: true}
        map: {type: object, additionalProperties: {type: object, properties: {length: {type: integer}}}}
        list: {type: array, items: {type: object, properties: {length: {type: integer}}}}
      """)
    let outcome = try Outcome(
      definition,
      """
      apiVersion: harbour.example.org/v1
      kind: Berth
      metadata: {name: north, colour: red}
      extra: 1
      spec:
        kept: {anything: {at: all}, a: {b: 1}}
        any: {a: 1, b: {c: 1}}
        map: {a: {lenght: 1}}
        list: [{length: 1}, {lenght: 1}]
      """)
    #expect(
      outcome.lines == [
        "metadata.colour unknown-field unknownField@metadata.colour: unknown field 'colour'",
        "extra unknown-field unknownField@extra: unknown field 'extra'",
        "spec.kept.a.b unknown-field unknownField@spec.kept.a.b: unknown field 'b'",
        "spec.any.b.c unknown-field unknownField@spec.any.b.c: unknown field 'c'",
        "spec.map.a.lenght unknown-field unknownField@spec.map.a.lenght: unknown field 'lenght'; did you mean 'length'?",
        "spec.list[1].lenght unknown-field unknownField@spec.list[1].lenght: unknown field 'lenght'; did you mean 'length'?",
      ])
    #expect(outcome.fixes == ["length", "length"])
  }

  @Test func decodesMetadataAsThatOfEveryObject() throws {
    let outcome = try Outcome(
      definition("{type: object}"),
      "apiVersion: harbour.example.org/v1\nkind: Berth\nmetadata: {name: north, labels: {pier: 3}}")
    #expect(
      outcome.lines == [
        "metadata.labels.pier wrong-type typeInvalid@metadata.labels: 'pier' must be a string, here it is the number '3'; quote it"
      ])
  }

  @Test func fillsInDefaultsBeforeItJudges() throws {
    let definition = definition(
      """
      type: object
      required: [depth]
      minProperties: 2
      oneOf: [{required: [depth]}, {required: [width]}]
      properties:
        depth: {type: integer, default: 10}
        width: {type: integer}
        length: {type: integer}
        list:
          type: array
          x-kubernetes-list-type: map
          x-kubernetes-list-map-keys: [port, protocol]
          items:
            type: object
            required: [port]
            properties: {port: {type: integer}, protocol: {type: string, default: TCP}}
      """)
    #expect(try Outcome(definition, berth("{length: 5}")).lines == [])
    // Null counts as not given, and then the default counts.
    #expect(try Outcome(definition, berth("{length: 5, depth: null}")).lines == [])
    #expect(
      try Outcome(definition, berth("{width: 5}")).lines == [
        "spec alternatives invalid@: 'spec' takes only one of 'depth', 'width'; keep one"
      ])
    #expect(
      try Outcome(definition, berth("{}")).lines == ["spec length invalid@spec: 'spec' has 1 field; 2 is the least"])
    #expect(
      try Outcome(definition, berth("{length: 5, list: [{port: 1}, {port: 1, protocol: TCP}]}")).lines == [
        "spec.list[1] duplicate-item duplicate@spec.list[1]: this list has an item with 'port: 1, protocol: TCP' already; change one"
      ])
  }

  @Test func tellsNullsApart() throws {
    let definition = definition(
      """
      type: object
      required: [plain]
      properties:
        plain: {type: string}
        open: {type: string, nullable: true}
        word: {type: string, nullable: true, enum: [a]}
        list: {type: array, items: {type: string}}
        map: {type: object, additionalProperties: {type: string}}
      """)
    #expect(
      try Outcome(definition, berth("{plain: null, open: null, list: [null], map: {a: null}}")).lines == [
        "spec.plain missing-required required@spec.plain: 'plain' is required here; add it",
        "spec.list[0] wrong-type typeInvalid@spec.list[0]: this must be a string, here it is null",
      ])
    #expect(
      try Outcome(definition, berth("{plain: a, word: null}")).lines == [
        "spec.word unsupported-value notSupported@spec.word: 'null' is not supported; write one of 'a'"
      ])
  }

  @Test func dropsTheStatusOfKindsThatHaveOne() throws {
    let root = "required: [status]"
    let text = "apiVersion: harbour.example.org/v1\nkind: Berth\nmetadata: {name: north}\nstatus: {a: 1}"
    let whole = definition("{type: object}", root: root, status: "{type: object, properties: {a: {type: string}}}")
    #expect(try Outcome(whole, text).lines.count == 1)
    let sub = definition(
      "{type: object}", version: "subresources: {status: {}}",
      status: "{type: object, properties: {depth: {type: string}}}")
    #expect(try Outcome(sub, text).lines == ["status.a unknown-field unknownField@status.a: unknown field 'a'"])
  }

  @Test func leavesRulesInCELOpen() throws {
    let rules = "x-kubernetes-validations: [{rule: 'true'}]"
    let definition = definition(
      "type: object\nproperties:\n  a: {type: object, properties: {b: {type: string}}, \(rules)}\n  c: {type: integer}")
    #expect(try Outcome(definition, berth("{c: 1}")).unjudged == nil)
    let open = try Outcome(definition, berth("{a: {}}"))
    #expect(open.lines == [])
    #expect(open.unjudged == "rules in CEL, which are not evaluated, decide about 'spec.a'")
    // What is refused by other means is refused.
    #expect(try Outcome(definition, berth("{a: {b: 1}}")).lines.count == 1)
  }

  @Test func judgesEmbeddedResources() throws {
    let definition = definition(
      """
      type: object
      properties:
        template: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
      """)
    #expect(
      try Outcome(definition, berth("{template: {apiVersion: v1, metadata: {nme: a}, anything: 1}}")).lines == [
        "spec.template.kind missing-required required@spec.template.kind: 'kind' is required here; add it",
        "spec.template.metadata.nme unknown-field unknownField@spec.template.metadata.nme: unknown field 'nme'; did you mean 'name'?",
      ])
    #expect(
      try Outcome(definition, berth("{template: {apiVersion: v1, kind: Pod, metadata: {name: a}}}")).unjudged != nil)
  }

  @Test func alternativesWithWhatIsNotKnownStayOpen() throws {
    let definition = definition(
      "type: object\nproperties:\n  a: {type: string, not: {format: isbn}}\n  b: {type: string, oneOf: [{format: isbn}, {minLength: 1}]}"
    )
    for spec in ["{a: x}", "{b: x}"] {
      let outcome = try Outcome(definition, berth(spec))
      #expect(outcome.lines == [] && outcome.unjudged != nil)
    }
  }

  // MARK: - Hostile input

  @Test func nestedAlternativesDoNotExplode() throws {
    var schema = "{required: [a]}"
    for _ in 0..<30 { schema = "{anyOf: [\(schema), {required: [b]}]}" }
    let nested = definition("{type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [\(schema)]}")
    #expect(try Outcome(nested, berth("{}")).lines.count == 1)

    let parts = (0..<3000).map { "{minimum: \($0), maximum: -1}" }.joined(separator: ", ")
    let item = "{type: integer, anyOf: [\(parts), {minimum: 0}]}"
    let wide = definition("{type: object, properties: {a: {type: array, items: \(item)}}}")
    let items = (0..<3000).map { String($0) }.joined(separator: ", ")
    #expect(try Outcome(wide, berth("{a: [\(items)]}")).unjudged != nil)
  }

  @Test func longListsTakeLinearTime() throws {
    let definition = definition(
      "{type: object, properties: {a: {type: array, x-kubernetes-list-type: set, items: {type: object, properties: {b: {type: integer}}}}}}"
    )
    let items = (0..<20_000).map { "{b: \($0)}" }.joined(separator: ", ")
    #expect(try Outcome(definition, berth("{a: [\(items)]}")).lines == [])
    let wrong = (0..<20_000).map { "{c: \($0)}" }.joined(separator: ", ")
    #expect(try Outcome(definition, berth("{a: [\(wrong)]}")).lines.count == 101)
  }

  @Test(arguments: [
    "", "type: 3", "properties: [1]", "type: object\nproperties: {a: 1}", "items: 5\ntype: array", "anyOf: 3",
    "enum: a\ntype: object", "default: {a: 1}\ntype: object", "type: object\nadditionalProperties: [1]",
    "x-kubernetes-validations: 1\ntype: object", "$ref: '0abcd'\ntype: object", "pattern: '('\ntype: string",
    "multipleOf: 0\ntype: integer", "minimum: a\ntype: integer",
  ])
  func survivesOddSchemas(schema: String) throws {
    for spec in ["{}", "{a: 1}", "[1, {a: b}]", "7", "x", "null"] {
      _ = try Outcome(definition(schema.isEmpty ? "{}" : schema), berth(spec))
    }
  }
}
