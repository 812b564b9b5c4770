import Testing

/// A schema of `spec.a`, a value that fits, one that does not, and what is said of it.
private struct Row: CustomTestStringConvertible {
  let schema: String
  let good: String
  let bad: String
  let said: String

  init(_ schema: String, good: String, bad: String, _ said: String) {
    self.schema = schema
    self.good = good
    self.bad = bad
    self.said = said
  }

  var testDescription: String { schema }
}

private let rows: [Row] = [
  Row(
    "{type: string}", good: "x", bad: "1",
    "wrong-type typeInvalid@spec.a: 'a' must be a string, here it is the number '1'; quote it"),
  Row(
    "{type: integer}", good: "1.0", bad: "1.5",
    "wrong-type typeInvalid@spec.a: 'a' must be a whole number, here it is the number '1.5'"),
  Row(
    "{type: number}", good: "1", bad: "'1'",
    "wrong-type typeInvalid@spec.a: 'a' must be a number, here it is the string '1'; remove the quotes"),
  Row(
    "{type: boolean}", good: "yes", bad: "'true'",
    "wrong-type typeInvalid@spec.a: 'a' must be true or false, here it is the string 'true'; remove the quotes"),
  Row(
    "{type: array, items: {type: string}}", good: "[x]", bad: "x",
    "wrong-type typeInvalid@spec.a: 'a' must be a list, here it is the string 'x'"),
  Row(
    "{type: object}", good: "{}", bad: "[]",
    "wrong-type typeInvalid@spec.a: 'a' must be an object with fields, here it is a list"),
  Row(
    "{x-kubernetes-int-or-string: true}", good: "50%", bad: "true",
    "wrong-type typeInvalid@spec.a: 'a' must be a whole number or a string, here it is the boolean 'true'"),
  Row(
    "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}", good: "5", bad: "1.5",
    "wrong-type typeInvalid@spec.a: 'a' must be a whole number or a string, here it is the number '1.5'"),
  Row(
    "{type: string, enum: [north, south]}", good: "north", bad: "nort",
    "unsupported-value notSupported@spec.a: 'nort' is not supported; write one of 'north', 'south'"),
  Row(
    "{type: integer, enum: [1, 2]}", good: "2.0", bad: "3",
    "unsupported-value notSupported@spec.a: '3' is not supported; write one of '1', '2'"),
  Row(
    "{type: string, minLength: 2}", good: "é—", bad: "é",
    "length invalid@spec.a: 'a' has 1 character; 2 is the least"),
  Row(
    "{type: string, maxLength: 2}", good: "é—", bad: "abc",
    "length tooLong@spec.a: 'a' has 3 characters; 2 is the most"),
  Row(
    "{type: string, pattern: '^[a-z]+$'}", good: "abc", bad: "aBc",
    "pattern invalid@spec.a: 'aBc' does not match the pattern '^[a-z]+$' of its definition"),
  Row("{type: integer, minimum: 1}", good: "1", bad: "0", "value-range invalid@spec.a: '0' must be at least 1"),
  Row(
    "{type: integer, minimum: 1, exclusiveMinimum: true}", good: "2", bad: "1",
    "value-range invalid@spec.a: '1' must be above 1"),
  Row(
    "{type: number, maximum: 1.5}", good: "1.5", bad: "1.6",
    "value-range invalid@spec.a: '1.6' must be at most 1.5"),
  Row(
    "{type: number, maximum: 1.5, exclusiveMaximum: true}", good: "1.4", bad: "1.5",
    "value-range invalid@spec.a: '1.5' must be below 1.5"),
  Row(
    "{type: integer, minimum: 1, maximum: 9}", good: "9", bad: "10",
    "value-range invalid@spec.a: '10' must be between 1 and 9"),
  Row(
    "{type: integer, multipleOf: 5}", good: "10", bad: "12",
    "value-range invalid@spec.a: '12' must be a multiple of 5"),
  Row(
    "{type: number, multipleOf: 0.5}", good: "1.5", bad: "1.25",
    "value-range invalid@spec.a: '1.25' must be a multiple of 0.5"),
  Row(
    "{type: array, items: {type: integer}, minItems: 1}", good: "[1]", bad: "[]",
    "length invalid@spec.a: 'a' has 0 items; 1 is the least"),
  Row(
    "{type: array, items: {type: integer}, maxItems: 1}", good: "[1]", bad: "[1, 2]",
    "length tooMany@spec.a: 'a' has 2 items; 1 is the most"),
  Row(
    "{type: object, additionalProperties: {type: string}, minProperties: 1}", good: "{b: c}", bad: "{}",
    "length invalid@spec.a: 'a' has 0 fields; 1 is the least"),
  Row(
    "{type: object, additionalProperties: {type: string}, maxProperties: 1}", good: "{b: c}", bad: "{b: c, d: e}",
    "length tooMany@spec.a: 'a' has 2 fields; 1 is the most"),
  Row(
    "{type: object, required: [b], properties: {b: {type: string}}}", good: "{b: c}", bad: "{}",
    "missing-required required@spec.a.b: 'b' is required here; add it"),
  Row(
    "{type: object, properties: {bollard: {type: string}}}", good: "{bollard: c}", bad: "{bolard: c}",
    "unknown-field unknownField@spec.a.bolard: unknown field 'bolard'; did you mean 'bollard'?"),
  Row(
    "{type: array, x-kubernetes-list-type: set, items: {type: integer}}", good: "[1, 2]", bad: "[1, 2, 1, 1]",
    "duplicate-item duplicate@spec.a[2]: '1' stands twice in this list; remove one"),
  Row(
    "{type: array, uniqueItems: true, items: {type: integer}}", good: "[1, 2]", bad: "[1, 1]",
    "duplicate-item invalid@spec.a: '1' stands twice in this list; remove one"),
  Row(
    "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b], items: {type: object, required: [b], properties: {b: {type: string}}}}",
    good: "[{b: c}, {b: d}]", bad: "[{b: c}, {b: c}]",
    "duplicate-item duplicate@spec.a[1]: this list has an item with 'b: c' already; change one"),
  Row(
    "{type: object, properties: {b: {type: string}, c: {type: string}}, anyOf: [{required: [b]}, {required: [c]}]}",
    good: "{c: d}", bad: "{}", "alternatives invalid@: 'a' needs at least one of 'b', 'c'"),
  Row(
    "{type: object, properties: {b: {type: string}, c: {type: string}}, oneOf: [{required: [b]}, {required: [c]}]}",
    good: "{c: d}", bad: "{b: d, c: d}", "alternatives invalid@: 'a' takes only one of 'b', 'c'; keep one"),
  Row(
    "{type: object, properties: {b: {type: string}}, not: {required: [b]}}",
    good: "{}", bad: "{b: c}", "alternatives invalid@: 'a' must not have 'b'; remove it"),
  Row(
    "{type: integer, allOf: [{minimum: 1}, {maximum: 3}]}", good: "2", bad: "4",
    "value-range invalid@spec.a: '4' must be at most 3"),
  Row(
    "{type: string, format: date-time}", good: "2026-01-31T09:00:00Z", bad: "2026-02-31T09:00:00Z",
    "bad-format typeInvalid@spec.a: '2026-02-31T09:00:00Z' is not of the format that its definition asks for; write it as in '2026-01-31T09:00:00Z'"
  ),
]

@Suite struct KeywordTests {
  @Test(arguments: rows)
  private func judges(row: Row) throws {
    let definition = definition("{type: object, properties: {a: \(row.schema)}}")
    let good = try Outcome(definition, berth("{a: \(row.good)}"))
    #expect(good.lines == [])
    #expect(good.unjudged == nil)
    let bad = try Outcome(definition, berth("{a: \(row.bad)}"))
    #expect(bad.lines.count == 1)
    #expect(bad.lines.first?.hasSuffix(" " + row.said) ?? false, "\(bad.lines)")
    #expect(bad.unjudged == nil)
  }

  @Test(arguments: [
    ("byte", "aGk=", "aGk"), ("cidr", "10.0.0.1/8", "10.0.0.1"), ("date", "2024-02-29", "2023-02-29"),
    ("datetime", "2026-01-31t09:00:00.5+09:00", "2026-01-31 09:00:00Z"), ("duration", "1h30m", "'90'"),
    ("duration", "2 days", "soon"), ("email", "a@example.org", "example.org"), ("hexcolor", "'#0af'", "'#0ag'"),
    ("hostname", "web.example.org", "web_1.example.org"), ("ipv4", "10.0.0.1", "'::1'"),
    ("ipv4", "10.0.0.1", "10.0.0.01"),
    ("ipv6", "'::1'", "10.0.0.1"), ("mac", "'00:00:5e:00:53:01'", "'00:00:5e:00:53'"),
    ("uuid", "0B5F7C9E-1c2d-4e3f-8a4b-5c6d7e8f9a0b", "0b5f7c9e-1c2d-4e3f-8a4b"),
    ("uuid4", "0b5f7c9e1c2d4e3f8a4b5c6d7e8f9a0b", "0b5f7c9e-1c2d-3e3f-8a4b-5c6d7e8f9a0b"),
    ("uri", "https://example.org/a", "example"), ("ssn", "111-22-3333", "111-22-333"),
    ("bsonobjectid", "507f1f77bcf86cd799439011", "507f1f77bcf86cd79943901"),
  ])
  func judgesFormats(format: String, good: String, bad: String) throws {
    let definition = definition("{type: object, properties: {a: {type: string, format: \(format)}}}")
    #expect(try Outcome(definition, berth("{a: \(good)}")).lines == [])
    let lines = try Outcome(definition, berth("{a: \(bad)}")).lines
    #expect(lines.count == 1 && lines[0].hasPrefix("spec.a bad-format typeInvalid@spec.a: "), "\(lines)")
  }

  @Test(arguments: [("semver", "x"), ("ip", "x"), ("time", "x"), ("password", "x")])
  func leavesOtherFormatsAlone(format: String, value: String) throws {
    let definition = definition("{type: object, properties: {a: {type: string, format: \(format)}}}")
    let outcome = try Outcome(definition, berth("{a: \(value)}"))
    #expect(outcome.lines == [] && outcome.unjudged == nil)
  }

  @Test func doesNotJudgeWhatNotAllServersJudgeAlike() throws {
    let isbn = try Outcome(
      definition("{type: object, properties: {a: {type: string, format: isbn}}}"), berth("{a: x}"))
    #expect(isbn.lines == [] && isbn.unjudged != nil)
    let wide = try Outcome(
      definition("{type: object, properties: {a: {type: integer, format: int32}}}"), berth("{a: 3000000000}"))
    #expect(wide.lines == [] && wide.unjudged != nil)
  }
}
