import Findings
import Testing
import Validation

private func webhook(_ client: String, rule: String = "", versions: String = "[v1]") -> String {
  """
  apiVersion: admissionregistration.k8s.io/v1
  kind: ValidatingWebhookConfiguration
  metadata: {name: images}
  webhooks:
  - name: images.course.example
    sideEffects: None
    admissionReviewVersions: \(versions)
    clientConfig: \(client)
    rules: [\(rule)]
  """
}

private func faults(in manifest: String) throws -> [String] {
  try findings(in: manifest, versions: .since(.newest)).compactMap { finding in
    finding.server.map { $0.kind.rawValue.replacing("FieldValue", with: "") + " " + $0.field.description }
  }.sorted()
}

@Test(
  arguments: [
    ("{url: 'https://a.example:8443/b'}", []),
    ("{url: 'https://[::1]:8443/'}", []),
    ("{url: 'http://a.example'}", ["Invalid webhooks[0].clientConfig.url"]),
    ("{url: 'https:///a'}", ["Invalid webhooks[0].clientConfig.url"]),
    ("{url: 'https://u:p@a.example'}", ["Invalid webhooks[0].clientConfig.url"]),
    ("{url: 'https://a.example?b=c'}", ["Invalid webhooks[0].clientConfig.url"]),
    ("{url: 'https://a.example#b'}", ["Invalid webhooks[0].clientConfig.url"]),
    ("{url: ''}", ["Invalid webhooks[0].clientConfig.url", "Invalid webhooks[0].clientConfig.url"]),
    ("{url: 'https://a b'}", ["Required webhooks[0].clientConfig.url"]),
    ("{url: 'https://a:b'}", ["Required webhooks[0].clientConfig.url"]),
    ("{url: ':a'}", ["Required webhooks[0].clientConfig.url"]),
    ("{url: 'https://a.example/%zz'}", ["Required webhooks[0].clientConfig.url"]),
    ("{}", ["Required webhooks[0].clientConfig"]),
    ("{service: {name: a}}", ["Required webhooks[0].clientConfig.service.name"]),
    ("{service: {namespace: a}}", ["Required webhooks[0].clientConfig.service.namespace"]),
    ("{service: {name: a, namespace: b, path: /c/d/}}", []),
    (
      "{service: {name: a, namespace: b, path: c, port: 0}}",
      [
        "Invalid webhooks[0].clientConfig.service.path", "Invalid webhooks[0].clientConfig.service.path",
        "Invalid webhooks[0].clientConfig.service.port",
      ]
    ),
    ("{service: {name: a, namespace: b, path: //}}", ["Invalid webhooks[0].clientConfig.service.path"]),
    ("{service: {name: a, namespace: b, path: /A}}", ["Invalid webhooks[0].clientConfig.service.path"]),
  ] as [(String, [String])])
func judgesWhereAWebhookIs(client: String, expected: [String]) throws {
  #expect(try faults(in: webhook(client)) == expected)
}

/// The server looks for wildcards in the order of the list.
@Test(
  arguments: [
    ("[pods, '*']", []),
    ("['*', pods]", ["Invalid webhooks[0].rules[0].resources"]),
    ("[pods/status, pods/*]", []),
    ("[pods/*, pods/status]", ["Invalid webhooks[0].rules[0].resources[1]"]),
    ("['*/status', pods/status]", ["Invalid webhooks[0].rules[0].resources[1]"]),
    ("['*/*', pods]", ["Invalid webhooks[0].rules[0].resources"]),
    ("['']", ["Required webhooks[0].rules[0].resources[0]"]),
    ("[]", ["Required webhooks[0].rules[0].resources"]),
  ] as [(String, [String])])
func judgesResourcesOfAWebhook(resources: String, expected: [String]) throws {
  let rule = "{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: \(resources)}"
  #expect(try faults(in: webhook("{url: 'https://a.example'}", rule: rule)) == expected)
}

@Test func judgesReviewVersions() throws {
  let field = "webhooks[0].admissionReviewVersions"
  let url = "{url: 'https://a.example'}"
  #expect(try faults(in: webhook(url, versions: "[v1, v1]")) == ["Invalid \(field)[1]"])
  #expect(try faults(in: webhook(url, versions: "[v2]")) == ["Invalid \(field)"])
  #expect(try faults(in: webhook(url, versions: "[1v]")) == ["Invalid \(field)", "Invalid \(field)[0]"])
  #expect(try faults(in: webhook(url, versions: "[]")) == ["Required \(field)"])
}

/// Names that only the API server itself writes, with its spec or with another.
@Test(
  arguments: [
    ("exempt", "type: Exempt", []),
    ("exempt", "type: Limited, limited: {limitResponse: {type: Reject}}", ["Invalid spec", "Invalid spec.type"]),
    ("other", "type: Exempt", ["Invalid spec.type"]),
    ("catch-all", "type: Limited, limited: {nominalConcurrencyShares: 5, limitResponse: {type: Reject}}", []),
    (
      "catch-all", "type: Limited, limited: {nominalConcurrencyShares: 6, limitResponse: {type: Reject}}",
      ["Invalid spec"]
    ),
    ("other", "type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 64, handSize: 10}}}", []),
    (
      "other", "type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: 64, handSize: 11}}}",
      ["Invalid spec.limited.limitResponse.queuing.handSize"]
    ),
    (
      "other", "type: Limited, limited: {limitResponse: {type: Queue, queuing: {queues: -1}}}",
      ["Invalid spec.limited.limitResponse.queuing.handSize", "Invalid spec.limited.limitResponse.queuing.queues"]
    ),
  ] as [(String, String, [String])])
func judgesPriorityLevels(name: String, spec: String, expected: [String]) throws {
  let manifest = """
    apiVersion: flowcontrol.apiserver.k8s.io/v1
    kind: PriorityLevelConfiguration
    metadata: {name: \(name)}
    spec: {\(spec)}
    """
  #expect(try faults(in: manifest) == expected)
}

@Test(
  arguments: [
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: {versions: [~, 1, {schema: a}], names: []}",
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
      + "spec: {versions: [{schema: {openAPIV3Schema: {properties: [a], items: {a: ~}, allOf: {b: c}, default: [1]}}}]}",
    "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nspec: {variables: [~], validations: a}",
    "apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nspec: {rules: [{subjects: [~, 1]}, ~]}",
    "apiVersion: certificates.k8s.io/v1\nkind: CertificateSigningRequest\nspec: {request: [a], usages: {a: b}}",
    "apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nspec: [a]",
  ])
func survivesValuesOfOtherTypesInExtensions(manifest: String) throws {
  #expect(!(try findings(in: manifest)).isEmpty)
}
