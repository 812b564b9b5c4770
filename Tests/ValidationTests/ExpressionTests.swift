import Findings
import Resources
import Testing
import Validation
import YAML

private func policy(_ rest: String) -> String {
  """
  apiVersion: admissionregistration.k8s.io/v1
  kind: ValidatingAdmissionPolicy
  metadata: {name: replicas}
  spec:
    matchConstraints:
      resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}

  """ + rest
}

private func patch(_ rest: String) -> String {
  """
  apiVersion: admissionregistration.k8s.io/v1
  kind: MutatingAdmissionPolicy
  metadata: {name: label}
  spec:
    reinvocationPolicy: Never
    matchConstraints:
      resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
    mutations:

  """ + rest
}

private func definition(_ schema: String) -> String {
  """
  apiVersion: apiextensions.k8s.io/v1
  kind: CustomResourceDefinition
  metadata: {name: lessons.course.example}
  spec:
    group: course.example
    scope: Namespaced
    names: {plural: lessons, kind: Lesson}
    versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:

  """ + schema
}

private let spec = "spec.validation.openAPIV3Schema.properties[spec]"

private func selector(_ expression: String) -> String {
  "apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: gpu}\nspec:\n  selectors:\n  - cel:\n      expression: "
    + expression + "\n"
}

/// What the API server of 1.36 refuses of expressions, and the text that is marked.
@Test(
  arguments: [
    (policy("  validations: [{expression: object.spec.replicas <= 5}]"), []),
    (
      policy("  validations: [{expression: object.spec.replicas <=}]"),
      ["spec.validations[0].expression object.spec.replicas <="]
    ),
    (policy("  validations: [{expression: foo.bar}]"), ["spec.validations[0].expression foo"]),
    (policy("  validations: [{expression: 1 + 1}]"), ["spec.validations[0].expression 1"]),
    (policy("  validations: [{expression: object.spec.paused}]"), ["spec.validations[0].expression object"]),
    (
      policy("  validations:\n  - expression: |\n      object.x ==\n        request.nme"),
      ["spec.validations[0].expression ."]
    ),
    (
      policy("  validations: [{expression: 'true', messageExpression: '1'}]"),
      ["spec.validations[0].messageExpression 1"]
    ),
    (
      policy(
        "  validations: [{expression: 'true', messageExpression: string(authorizer.path('/').check('get').allowed())}]"),
      ["spec.validations[0].messageExpression authorizer"]
    ),
    (policy("  validations: [{expression: params.max > 1}]"), ["spec.validations[0].expression params"]),
    (policy("  paramKind: {apiVersion: v1, kind: ConfigMap}\n  validations: [{expression: params.max > 1}]"), []),
    (
      policy("  variables: [{name: a, expression: '1'}]\n  validations: [{expression: variables.b > 1}]"),
      ["spec.validations[0].expression ."]
    ),
    (
      policy("  variables: [{name: a, expression: '1'}]\n  validations: [{expression: variables.a == 'x'}]"),
      ["spec.validations[0].expression ="]
    ),
    (
      policy("  variables: [{name: a, expression: foo}]\n  validations: [{expression: variables.a == 'x'}]"),
      ["spec.variables[0].expression foo"]
    ),
    (policy("  auditAnnotations: [{key: a, valueExpression: '1'}]"), ["spec.auditAnnotations[0].valueExpression 1"]),
    (policy("  auditAnnotations: [{key: a, valueExpression: 'null'}]"), []),
    (
      patch(
        "  - {patchType: ApplyConfiguration, applyConfiguration: {expression: \"Object{spec: Object.spec{replicas: 3}}\"}}"
      ), []
    ),
    (
      patch("  - {patchType: ApplyConfiguration, applyConfiguration: {expression: 'Object.spec{replicas: 3}'}}"),
      ["spec.mutations[0].applyConfiguration.expression Object"]
    ),
    (
      patch("  - {patchType: JSONPatch, jsonPatch: {expression: \"[JSONPatch{op: 'add', path: '/a', value: 1}]\"}}"), []
    ),
    (
      patch("  - {patchType: JSONPatch, jsonPatch: {expression: '[JSONPatch{op: 1}]'}}"),
      ["spec.mutations[0].jsonPatch.expression 1"]
    ),
    (
      patch("  - {patchType: JSONPatch, jsonPatch: {expression: '[]'}}"), ["spec.mutations[0].jsonPatch.expression ["]
    ),
    (selector("device.attributes['gpu.example.com'].memory > 8"), []),
    (selector("device.attributes['gpu.example.com'].isBig"), []),
    (selector("device.driver"), ["spec.selectors[0].cel.expression device"]),
    (selector("device.name == 'a'"), ["spec.selectors[0].cel.expression ."]),
    (selector("cel.bind(a, device.attributes['x'], a.b == 'c' && a.d)"), []),
  ] as [(String, [String])])
func saysWhichExpressionsDoNotCompile(text: String, expected: [String]) throws {
  #expect(try marks(in: text) == expected)
}

/// Rules of custom resources see the types of their schema.
@Test(
  arguments: [
    ("{n: {type: integer}}", "self.n <= 10", []),
    ("{n: {type: integer}}", "self.x <= 10", ["rule ."]),
    ("{n: {type: integer}}", "self.n == 'a'", ["rule ="]),
    ("{n: {type: integer}}", "self.n", ["rule self"]),
    ("{n-a: {type: integer}, for: {type: string}}", "self.n__dash__a > 1 && self.__for__ != ''", []),
    ("{n: {x-kubernetes-int-or-string: true}}", "self.n == 1 || self.n == 'a'", []),
    ("{n: {type: string, format: date-time}}", "self.n < timestamp('2030-01-01T00:00:00Z')", []),
    ("{n: {x-kubernetes-preserve-unknown-fields: true}}", "has(self.n)", ["rule has"]),
    ("{n: {type: object, additionalProperties: {type: string}}}", "self.n.all(k, self.n[k] != '')", []),
    ("{n: {type: integer}}", "self.n >= oldSelf.n", []),
    ("{n: {type: integer}}", "self.n.matches('(?=a)')", ["rule matches"]),
  ] as [(String, String, [String])])
func typesRulesByTheirSchema(properties: String, rule: String, expected: [String]) throws {
  let schema =
    "          spec:\n            type: object\n            properties: \(properties)\n"
    + "            x-kubernetes-validations:\n            - rule: \(rule)\n"
  let text = definition(
    schema.replacing("\n          ", with: "\n              ").replacing("          spec", with: "            spec"))
  #expect(try marks(in: text) == expected.map { "\(spec).x-kubernetes-validations[0].\($0)" })
}

/// The server's name of each field with a finding, and the text that is marked.
private func marks(in text: String) throws -> [String] {
  let found = try findings(in: text, versions: try #require(VersionSet("1.36")))
  return found.map { finding in
    let bytes = Array(text.utf8)[finding.range.start..<finding.range.end]
    return "\(finding.server?.field.description ?? "") \(String(decoding: bytes, as: UTF8.self))"
  }
}

@Test func refusesOnlyTheVersionsThatLackAFunction() throws {
  let text = policy("  validations: [{expression: isSemver(object.spec.version)}]")
  let found = try findings(in: text, versions: .all)
  #expect(found.map { $0.versions?.description } == ["1.25–1.33"])
}

/// Whether variables of a mutation may make objects is not certain.
@Test func variablesOfMutationsThatMakeObjectsAreNotJudged() throws {
  let text = patch("  - {patchType: JSONPatch, jsonPatch: {expression: variables.a}}").replacing(
    "  mutations:", with: "  variables: [{name: a, expression: '[JSONPatch{}]'}]\n  mutations:")
  let manifest = try #require(YAMLStream(parsing: text).documents.first.flatMap { Manifest($0.root) })
  let judgement = Validator().judge(manifest, versions: try #require(VersionSet("1.36")))
  #expect(judgement.unjudged == VersionSet("1.36"))
  #expect(!judgement.findings.contains { $0.path.description.hasPrefix("spec.variables") })
}

@Test func whatMayCostTooMuchIsNotJudged() throws {
  let schema =
    "            spec:\n              type: array\n              items: {type: array, items: {type: string}}\n"
    + "              x-kubernetes-validations:\n              - rule: self.all(x, x.all(y, y.matches('a+b+c+')))\n"
  let manifest = try #require(YAMLStream(parsing: definition(schema)).documents.first.flatMap { Manifest($0.root) })
  let judgement = Validator().judge(manifest, versions: .all)
  #expect(judgement.findings.isEmpty)
  #expect(judgement.unjudged == .all)
  #expect(judgement.reason?.en.hasPrefix("the API server may find that the rule costs too much") ?? false)
}

@Test(
  arguments: [
    ("a: |\n  one\n  two\n", 4, "two"), ("a: |\n    one\n\n      two\n", 7, "two"), ("a: 'one'\n", 1, "ne'"),
    ("a: one two\n", 4, "two"),
  ] as [(String, Int, String)])
func knowsWhereABlockOfTextStands(text: String, offset: Int, rest: String) throws {
  let node = try #require(YAMLStream(parsing: text).documents.first?.root["a"])
  let place = try #require(node.place(ofTextByte: offset))
  #expect(String(decoding: Array(text.utf8)[place...].prefix(3), as: UTF8.self) == rest)
}
