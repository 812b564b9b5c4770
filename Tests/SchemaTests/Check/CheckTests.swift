import Findings
import Schema
import Testing
import YAML

/// Findings as `line:column id path: message [versions] (server)`, without what is absent.
private func lines(_ text: String, versions: String = "1.25-") throws -> [String] {
  let stream = YAMLStream(parsing: text)
  let source = SourceText(name: "test.yaml", bytes: stream.source)
  let asked = try #require(VersionSet(versions))
  let tree = try #require(stream.documents.first)
  return check(tree.root, against: Catalogue(), versions: asked).map { finding in
    let place = source.position(at: finding.range.start)
    var line = "\(place.line):\(place.column) \(finding.id) \(finding.path.description): \(finding.message.en)"
    if let versions = finding.versions { line += " [\(versions.description)]" }
    if let server = finding.server { line += " (\(server.kind.rawValue) \(server.field.description))" }
    return line
  }
}

private func pod(_ container: String) -> String {
  """
  apiVersion: v1
  kind: Pod
  metadata: {name: a}
  spec:
    containers:
    - name: web
      image: nginx
      \(container)
  """
}

@Suite struct CheckTests {
  @Test func acceptsAWholeObjectInAllVersions() throws {
    let text = """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
        creationTimestamp: null
      spec:
        replicas: 1.0
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}
        template:
          metadata: {labels: {app: web}}
          spec:
            volumes: null
            containers:
            - name: web
              image: nginx
              ports: [{containerPort: 80}]
              resources: {limits: {cpu: 1, memory: 64Mi}, requests: {cpu: 0.5}}
              env: [{name: A, value: "1"}]
      """
    #expect(try lines(text) == [])
  }

  @Test(arguments: [
    (
      "imagePullpolicy: Always",
      "8:5 schema/unknown-field spec.containers[0].imagePullpolicy: unknown field 'imagePullpolicy': "
        + "it is written 'imagePullPolicy', upper and lower case count (UnknownField spec.containers[0].imagePullpolicy)"
    ),
    (
      "prots: []",
      "8:5 schema/unknown-field spec.containers[0].prots: unknown field 'prots'; did you mean 'ports'? "
        + "(UnknownField spec.containers[0].prots)"
    ),
    (
      "runAsUser: 1",
      "8:5 schema/unknown-field spec.containers[0].runAsUser: unknown field 'runAsUser' here; it belongs to "
        + "'spec.containers[0].securityContext' (UnknownField spec.containers[0].runAsUser)"
    ),
    (
      "workingDir: 5",
      "8:17 schema/wrong-type spec.containers[0].workingDir: 'workingDir' must be a string, here it is the "
        + "number '5'; quote it (FieldValueTypeInvalid spec.containers.workingDir)"
    ),
    (
      "tty: \"true\"",
      "8:10 schema/wrong-type spec.containers[0].tty: 'tty' must be true or false, here it is the string 'true'; "
        + "remove the quotes (FieldValueTypeInvalid spec.containers.tty)"
    ),
    (
      "args: run",
      "8:11 schema/wrong-type spec.containers[0].args: 'args' must be a list, here it is the string 'run' "
        + "(FieldValueTypeInvalid spec.containers.args)"
    ),
    (
      "securityContext: [1]",
      "8:5 schema/wrong-type spec.containers[0].securityContext: 'securityContext' must be an object with fields, "
        + "here it is a list (FieldValueTypeInvalid spec.containers.securityContext)"
    ),
    (
      "imagePullPolicy: Alway",
      "8:22 schema/unsupported-value spec.containers[0].imagePullPolicy: 'Alway' is not supported; write one of "
        + "'Always', 'IfNotPresent', 'Never' (FieldValueNotSupported spec.containers[0].imagePullPolicy)"
    ),
    (
      "ports: [{name: a}]",
      "8:14 schema/missing-required spec.containers[0].ports[0].containerPort: 'containerPort' is required here; "
        + "add it (FieldValueRequired spec.containers[0].ports[0].containerPort)"
    ),
    (
      "ports: [{containerPort: 2147483648}]",
      "8:29 schema/number-range spec.containers[0].ports[0].containerPort: '2147483648' must be between -2147483648 "
        + "and 2147483647 (FieldValueTypeInvalid spec.containers.ports.containerPort)"
    ),
    (
      "ports: [{containerPort: 1.5}]",
      "8:29 schema/wrong-type spec.containers[0].ports[0].containerPort: 'containerPort' must be a whole number, "
        + "here it is the number '1.5' (FieldValueTypeInvalid spec.containers.ports.containerPort)"
    ),
    (
      "livenessProbe: {httpGet: {port: 1.5}}",
      "8:37 schema/wrong-type spec.containers[0].livenessProbe.httpGet.port: 'port' must be a whole number or a "
        + "string, here it is the number '1.5' (FieldValueTypeInvalid spec.containers.livenessProbe.httpGet.port)"
    ),
    (
      "resources: {limits: {memory: 1GB}}",
      "8:34 schema/bad-format spec.containers[0].resources.limits.memory: '1GB' is no quantity; write '1G' "
        + "(QuantityFormat )"
    ),
    (
      "env: [{name: A, value: .nan}]",
      "8:28 schema/bad-format spec.containers[0].env[0].value: '.nan' is no number that JSON can carry; quote it if "
        + "it is meant as text (BadRequest )"
    ),
  ])
  func findsWhatIsWrongInAContainer(container: String, expected: String) throws {
    #expect(try lines(pod(container)) == [expected])
  }

  @Test(arguments: [
    "args: null", "args: [null]", "imagePullPolicy: \"\"", "stdin: ~", "env: [{name: A, value: null}]",
    "resources: {limits: {cpu: null}}",
  ])
  func takesNullForAbsent(container: String) throws {
    #expect(try lines(pod(container)) == [])
  }

  @Test func nullDoesNotMakeUpForARequiredField() throws {
    #expect(
      try lines("apiVersion: v1\nkind: Pod\nspec: {containers: null}") == [
        "3:1 schema/missing-required spec.containers: 'containers' is required here; add it "
          + "(FieldValueRequired spec.containers)"
      ])
  }

  @Test func saysSinceWhenAFieldExists() throws {
    let text = pod("restartPolicy: Always")
    #expect(
      try lines(text, versions: "1.26-1.29") == [
        "8:5 schema/unknown-field spec.containers[0].restartPolicy: field 'restartPolicy' exists since 1.28 "
          + "[1.26–1.27] (UnknownField spec.containers[0].restartPolicy)"
      ])
    #expect(try lines(text, versions: "1.28-1.29") == [])
  }

  @Test func saysWhenAFieldWasRemoved() throws {
    let text = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: a}
      spec: {podSelector: {}}
      status: {}
      """
    #expect(
      try lines(text) == [
        "5:1 schema/unknown-field status: field 'status' was removed in 1.28 [1.28–1.37] (UnknownField status)"
      ])
  }

  @Test func checksMapsAndFormats() throws {
    let text = """
      apiVersion: v1
      kind: Secret
      metadata:
        name: a
        labels: {a: 1, b: yes}
        creationTimestamp: 2026-01-01
      data: {a: plain!, b: aGk=}
      stringData: [a]
      """
    #expect(
      try lines(text, versions: "1.36") == [
        "5:15 schema/wrong-type metadata.labels.a: 'a' must be a string, here it is the number '1'; quote it "
          + "(FieldValueTypeInvalid metadata.labels)",
        "5:21 schema/wrong-type metadata.labels.b: 'b' must be a string, here it is the boolean 'yes'; quote it "
          + "(FieldValueTypeInvalid metadata.labels)",
        "6:22 schema/bad-format metadata.creationTimestamp: '2026-01-01' is no time such as 2026-01-31T09:00:00Z "
          + "(TimeFormat )",
        "7:11 schema/bad-format data.a: 'plain!' is not base64; encode it with padding, or use 'stringData' where "
          + "there is one (Base64Format )",
        "8:1 schema/wrong-type stringData: 'stringData' must be a map of keys and values, here it is a list "
          + "(FieldValueTypeInvalid stringData)",
      ])
  }

  @Test(arguments: [
    ("data: {a: 5, x: {}}\ndata: {a: b}\nfoo: 1\nfoo: 2", ["UnknownField foo"]),
    ("data: {a: 5, a: b}", []),
    ("binaryData: {a: [], b: [104, 105, null, 1.0]}", []),
    ("binaryData: {a: [256]}", ["FieldValueTypeInvalid binaryData"]),
    ("binaryData: {a: [x]}", ["FieldValueTypeInvalid binaryData"]),
    ("on: 1\n0x1F: 2\n'off': 3", ["UnknownField 31", "UnknownField off", "UnknownField true"]),
  ])
  func decodesAsTheServerDoes(fields: String, expected: [String]) throws {
    let tree = try #require(
      YAMLStream(parsing: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n\(fields)").documents.first)
    let found = check(tree.root, against: Catalogue(), versions: try #require(VersionSet("1.36")), asDecoder: true)
    #expect(found.compactMap { $0.server.map { "\($0.kind.rawValue) \($0.field.description)" } }.sorted() == expected)
  }

  @Test(arguments: [
    (
      "containers: {}",
      "5:3 schema/wrong-type spec.containers: 'containers' must be a list, here it is a map (FieldValueTypeInvalid spec.containers)"
    ),
    (
      "containers: [{name: a, image: b, ports: [{containerPort: \"80\"}]}]",
      "5:60 schema/wrong-type spec.containers[0].ports[0].containerPort: 'containerPort' must be a whole number, here it is the string '80'; remove the quotes (FieldValueTypeInvalid spec.containers.ports.containerPort)"
    ),
  ])
  func checksLists(field: String, expected: String) throws {
    #expect(try lines("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  \(field)") == [expected])
  }

  @Test func fixesMendTheText() throws {
    for (container, mended) in [
      ("workingDir: 5", "\"5\""), ("tty: \"true\"", "true"), ("args: run", "[run]"), ("prots: []", "ports"),
      ("imagePullPolicy: always", "Always"),
    ] {
      let tree = try #require(YAMLStream(parsing: pod(container)).documents.first)
      let fixes = check(tree.root, against: Catalogue(), versions: .all).compactMap { $0.fix }
      #expect(fixes.first?.edits.first?.replacement == mended, "\(container)")
    }
  }

  @Test func schemasInsideSchemasAreDecodedLeniently() throws {
    let text = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: as.b.c}
      spec:
        group: b.c
        names: {plural: as, kind: A}
        scope: Namespaced
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              properties:
                a: {typ: string, items: {typ: string}, default: {x: 1}, additionalProperties: true}
      """
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let found = check(tree.root, against: Catalogue(), versions: .all).map {
      "\($0.severity.rawValue) \($0.path.description)"
    }
    let place = "spec.versions[0].schema.openAPIV3Schema.properties.a"
    #expect(found == ["error \(place).typ", "warning \(place).items.typ"])
  }

  /// The server reads schemas in places that take something else as well by its own code.
  @Test(
    arguments: [
      ("items: text", ""), ("items: 5", ""), ("dependencies: {b: text}", ""), ("additionalProperties: false", ""),
      ("additionalProperties: text", "BadRequest "), ("additionalProperties: []", "BadRequest "),
      (
        "items: {type: 5}",
        "FieldValueTypeInvalid spec.versions.schema.openAPIV3Schema.properties.items.type"
      ),
    ])
  func whatIsNoSchemaIsDecodedAsTheServerDoes(keyword: String, expected: String) throws {
    let text = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec: {versions: [{name: v1, schema: {openAPIV3Schema: {properties: {a: {\(keyword)}}}}}]}
      """
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let found = check(tree.root, against: Catalogue(), versions: .all).compactMap(\.server)
    #expect(
      found.filter { $0.kind != .required }.map { "\($0.kind.rawValue) \($0.field.description)" }.joined() == expected)
  }

  @Test func checksTheItemsOfALocalList() throws {
    let text = """
      apiVersion: v1
      kind: List
      items:
      - {apiVersion: v1, kind: ConfigMap, data: {a: 1}}
      """
    #expect(
      try lines(text) == [
        "4:47 schema/wrong-type data.a: 'a' must be a string, here it is the number '1'; quote it "
          + "(FieldValueTypeInvalid data)"
      ])
  }

  @Test func survivesTheDeepestNesting() throws {
    let text = pod("x: " + String(repeating: "[", count: 80) + String(repeating: "]", count: 80))
    #expect(try lines(text).count == 1)
  }
}

@Suite struct CheckLimitTests {
  @Test func stopsAfterAHundredFindings() throws {
    let fields = (0..<20_000).map { "  field\($0): 1" }.joined(separator: "\n")
    let tree = try #require(YAMLStream(parsing: "apiVersion: v1\nkind: Pod\nspec:\n" + fields).documents.first)
    let findings = check(tree.root, against: Catalogue(), versions: .all)
    #expect(findings.count == 101)
    #expect(findings.last?.id == "schema/too-many-findings")
  }

  @Test func givesOneFindingForAFieldWhoseTypeChanged() throws {
    let text = "apiVersion: v1\nkind: PersistentVolumeClaim\nspec: {resources: {limitz: {}}}"
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let findings = check(tree.root, against: Catalogue(), versions: .all)
    #expect(findings.map { $0.path.description } == ["spec.resources.limitz"])
    #expect(findings.first?.versions == nil)
    #expect(findings.first?.fix?.edits.first?.replacement == "limits")
  }

  @Test func checksTheItemsOfAListOfWords() throws {
    let text = "apiVersion: v1\nkind: PersistentVolumeClaim\nspec: {accessModes: [ReadWriteOnce, ReadWriteonce]}"
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let findings = check(tree.root, against: Catalogue(), versions: .all)
    #expect(findings.map { $0.path.description } == ["spec.accessModes[1]"])
    #expect(findings.first?.fix?.edits.first?.replacement == "ReadWriteOnce")
  }

  @Test func knowsTheVersionsOfAValue() throws {
    let text = """
      apiVersion: v1
      kind: Pod
      spec:
        containers: [{name: a, image: b, restartPolicy: Never}]
      """
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let findings = check(tree.root, against: Catalogue(), versions: try #require(VersionSet("1.33-1.34")))
    #expect(findings.map { $0.id } == ["schema/unsupported-value"])
    #expect(findings.first?.versions == VersionSet("1.33"))
    #expect(findings.first?.message.en == "'Never' exists since 1.34; before, write one of 'Always'")
  }
}
