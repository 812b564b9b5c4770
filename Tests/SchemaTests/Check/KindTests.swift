import Findings
import Schema
import Testing
import YAML

@Suite struct KindTests {
  private func found(_ apiVersion: String, _ kind: String, versions: VersionSet = .all) throws -> [Finding] {
    let text = "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: a}\nanything: 1"
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    return check(tree.root, against: Catalogue(), versions: versions)
  }

  @Test(arguments: [
    (
      "extensions/v1beta1", "Ingress",
      "Ingress of 'extensions/v1beta1' was removed in 1.22; write 'networking.k8s.io/v1'"
    ),
    (
      "networking.k8s.io/v1beta1", "Ingress",
      "Ingress of 'networking.k8s.io/v1beta1' was removed in 1.22; write 'networking.k8s.io/v1'"
    ),
    ("extensions/v1beta1", "Deployment", "Deployment of 'extensions/v1beta1' was removed in 1.16; write 'apps/v1'"),
    ("apps/v1beta1", "Deployment", "Deployment of 'apps/v1beta1' was removed in 1.16; write 'apps/v1'"),
    ("apps/v1beta2", "DaemonSet", "DaemonSet of 'apps/v1beta2' was removed in 1.16; write 'apps/v1'"),
    (
      "settings.k8s.io/v1alpha1", "PodPreset",
      "PodPreset of 'settings.k8s.io/v1alpha1' was removed in 1.20 and nothing replaces it"
    ),
    (
      "policy/v1beta1", "PodSecurityPolicy",
      "PodSecurityPolicy of 'policy/v1beta1' was removed in 1.25 and nothing replaces it"
    ),
    (
      "policy/v1beta1", "PodDisruptionBudget",
      "PodDisruptionBudget of 'policy/v1beta1' was removed in 1.25; write 'policy/v1'"
    ),
    ("batch/v1beta1", "CronJob", "CronJob of 'batch/v1beta1' was removed in 1.25; write 'batch/v1'"),
    (
      "autoscaling/v2beta1", "HorizontalPodAutoscaler",
      "HorizontalPodAutoscaler of 'autoscaling/v2beta1' was removed in 1.25; write 'autoscaling/v2'"
    ),
    (
      "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition",
      "CustomResourceDefinition of 'apiextensions.k8s.io/v1beta1' was removed in 1.22; write 'apiextensions.k8s.io/v1'"
    ),
    (
      "rbac.authorization.k8s.io/v1beta1", "Role",
      "Role of 'rbac.authorization.k8s.io/v1beta1' was removed in 1.22; write 'rbac.authorization.k8s.io/v1'"
    ),
  ])
  func namesWhatReplacesARemovedAPI(apiVersion: String, kind: String, message: String) throws {
    let findings = try found(apiVersion, kind)
    #expect(findings.map { $0.id } == ["schema/removed-api"], "its fields are not checked")
    let finding = try #require(findings.first)
    #expect(finding.message.en == message)
    #expect(finding.range == SourceRange(12, 12 + apiVersion.utf8.count))
    #expect(finding.versions == nil)
    #expect(finding.advice?.ko != nil)
    #expect(finding.server == ServerError(.noSuchKind, FieldPath.root.field("apiVersion")))
  }

  @Test func changesOnlyTheVersionWhereThatIsAll() throws {
    #expect(try found("batch/v1beta1", "CronJob").first?.fix?.edits.first?.replacement == "batch/v1")
    #expect(try found("extensions/v1beta1", "Ingress").first?.fix == nil)
  }

  @Test func limitsARemovalToTheVersionsWithoutTheKind() throws {
    let findings = try found("autoscaling/v2beta2", "HorizontalPodAutoscaler")
    #expect(findings.first?.id == "schema/removed-api")
    #expect(findings.first?.versions == VersionSet("1.26-"))
    // Where it still was, its fields are checked.
    #expect(findings.dropFirst().map { $0.id } == ["schema/unknown-field"])
    #expect(findings.last?.versions == VersionSet("1.25"))
  }

  @Test func saysSinceWhenAKindExists() throws {
    let findings = try found("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy")
    #expect(
      findings.first?.message.en == "ValidatingAdmissionPolicy of 'admissionregistration.k8s.io/v1' exists since 1.30")
    #expect(findings.first?.versions == VersionSet("1.25-1.29"))
  }

  @Test(arguments: [
    ("apps/v1", "Deploymnt", "'apps/v1' has no kind 'Deploymnt'; did you mean 'Deployment'?", "kind", "kind"),
    ("apps/v1", "deployment", "'apps/v1' has no kind 'deployment'; did you mean 'Deployment'?", "kind", "kind"),
    ("v1", "Deployment", "'v1' has no kind Deployment; write 'apps/v1'", "apiVersion", "kind"),
    ("app/v1", "Deploymentt", "there is no 'app/v1'; did you mean 'apps/v1'?", "apiVersion", "apiVersion"),
    ("apps/v2", "Deployment", "'apps/v2' has no kind Deployment; write 'apps/v1'", "apiVersion", "apiVersion"),
    ("v1", "Qwertyuiop", "'v1' has no kind 'Qwertyuiop'", "kind", "kind"),
    ("v1", "Status", "Status is no object of its own and cannot be applied", "kind", "kind"),
  ])
  func suggestsTheNearestKind(apiVersion: String, kind: String, message: String, at: String, server: String) throws {
    let findings = try found(apiVersion, kind)
    #expect(findings.map { $0.id } == ["schema/unknown-kind"])
    #expect(findings.first?.message.en == message)
    #expect(findings.first?.path == FieldPath.root.field(at))
    #expect(findings.first?.server == ServerError(.noSuchKind, FieldPath.root.field(server)))
  }

  @Test func asksForTheSchemaOfACustomResource() throws {
    let findings = try found("networking.istio.io/v1", "VirtualService")
    #expect(findings.map { $0.id } == ["schema/missing-schema"])
    #expect(findings.first?.severity == .warning)
  }

  @Test func warnsOfAnAPIThatIsOffByDefault() throws {
    let findings = try found("resource.k8s.io/v1beta2", "DeviceClass", versions: try #require(VersionSet("1.36")))
    #expect(findings.first?.id == "schema/not-served")
    #expect(findings.first?.severity == .warning)
  }

  @Test(arguments: [
    ("- a", ["schema/wrong-type "]), ("text", ["schema/wrong-type "]), ("", ["none"]),
    ("kind: Pod", ["schema/missing-required apiVersion"]), ("apiVersion: v1", ["schema/missing-required kind"]),
    ("{}", ["schema/missing-required apiVersion", "schema/missing-required kind"]),
    ("apiVersion: 1\nkind: Pod", ["schema/wrong-type apiVersion"]),
    ("apiVersion: ''\nkind: Pod", ["schema/missing-required apiVersion"]),
    ("aipVersion: v1\nkind: Pod", ["schema/missing-required apiVersion"]),
    ("apiVersion: v1\nkind: [Pod]", ["schema/wrong-type kind"]),
  ])
  func needsAnIdentity(text: String, expected: [String]) throws {
    let findings = YAMLStream(parsing: text).documents.first.map {
      check($0.root, against: Catalogue(), versions: .all).map { $0.id + " " + $0.path.description }
    }
    #expect((findings ?? ["none"]) == expected)
  }
}
