import Findings
import Testing
import YAML

@testable import Schema

@Suite struct CatalogueTests {
  let catalogue = Catalogue()

  @Test func everyKindIsFoundByItsName() {
    let kinds = catalogue.allKinds
    #expect(kinds.count > 250)
    for kind in kinds {
      #expect(catalogue.kind(apiVersion: kind.apiVersion, kind: kind.name)?.versions == kind.versions)
    }
  }

  @Test func removedAPIsAreInOrderAndLeadSomewhere() throws {
    let removed = catalogue.removed
    #expect(removed.records.count > 80)
    for start in removed.records {
      let key = removed.key(at: start).string
      #expect(removed.find(removed.key(at: start)) == start, "\(key)")
      let removal = try #require(RemovedAPI(removed, at: start))
      let words = key.split(separator: " ").map { String($0) }
      if let known = catalogue.kind(apiVersion: words[0], kind: words[1]) {
        #expect(known.versions.removedIn?.minor == removal.minor, "\(key)")
      } else {
        #expect(removal.minor <= KubernetesVersion.oldest.minor, "\(key)")
      }
      if let replacement = removal.replacement {
        #expect(catalogue.kind(apiVersion: replacement, kind: words[1]) != nil, "\(key)")
      }
    }
  }

  @Test(arguments: [("", ""), ("v1", ""), ("", "Pod"), ("v1", "Podd"), ("zzz/v1", "Z"), ("v1 Pod", "x"), ("\n", " ")])
  func unknownKindsAreNotFound(apiVersion: String, kind: String) {
    #expect(catalogue.kind(apiVersion: apiVersion, kind: kind) == nil)
    #expect(catalogue.removal(apiVersion: apiVersion, kind: kind) == nil)
  }

  @Test(arguments: [
    ("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "1.30-"),
    ("resource.k8s.io/v1", "ResourceClaim", "1.34-"),
    ("networking.k8s.io/v1", "ServiceCIDR", "1.33-"),
    ("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "1.26-1.31"),
    ("autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.25"), ("apps/v1", "Deployment", "1.25-"),
    ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "1.25-"),
    ("kubeadm.k8s.io/v1beta4", "JoinConfiguration", "1.31-"),
    ("kubescheduler.config.k8s.io/v1beta3", "KubeSchedulerConfiguration", "1.25-1.28"), ("v1", "Config", "1.25-"),
    ("networking.k8s.io/v1alpha1", "ClusterCIDR", "1.25-1.28"), ("storage.k8s.io/v1", "VolumeAttributesClass", "1.34-"),
  ])
  func knowsWhenKindsExisted(apiVersion: String, kind: String, versions: String) {
    #expect(catalogue.kind(apiVersion: apiVersion, kind: kind)?.versions == VersionSet(versions))
  }

  @Test(arguments: [
    ("pod.spec.containers.restartPolicy", "1.28-"), ("pod.spec.hostUsers", "1.25-"),
    ("pod.spec.schedulingGates", "1.26-"),
    ("pod.spec.containers.resizePolicy", "1.27-"), ("pod.spec.resources", "1.32-"),
    ("service.spec.trafficDistribution", "1.30-"), ("kubeletconfiguration.crashLoopBackOff", "1.32-"),
    ("config.clusters.cluster.server", "1.25-"),
    ("job.spec.successPolicy", "1.30-"), ("job.spec.backoffLimitPerIndex", "1.28-"),
    ("pod.spec.containers.lifecycle.preStop.sleep", "1.29-"),
    ("poddisruptionbudget.spec.unhealthyPodEvictionPolicy", "1.26-"), ("networkpolicy.status", "1.25-1.27"),
    ("pod.spec.volumes.image", "1.31-"), ("cronjob.spec.timeZone", "1.25-"),
    ("pod.spec.securityContext.supplementalGroupsPolicy", "1.31-"),
  ])
  func knowsWhenFieldsExisted(path: String, versions: String) throws {
    #expect(try catalogue.describe(path: path).versions == VersionSet(versions))
  }

  @Test(arguments: [
    ("Pod", KindFacts.Scope.namespaced), ("Node", .cluster), ("ClusterRole", .cluster), ("RoleBinding", .namespaced),
    ("StorageClass", .cluster), ("Scale", .subresource), ("Ingress", .namespaced), ("IngressClass", .cluster),
  ])
  func knowsWhereObjectsLive(kind: String, scope: KindFacts.Scope) {
    #expect(catalogue.kind(named: kind)?.scope == scope)
  }

  @Test(arguments: [
    ("deploy", "apps/v1"), ("pods", "v1"), ("ingresses", "networking.k8s.io/v1"),
    ("networkpolicies", "networking.k8s.io/v1"),
    ("HPA", "autoscaling/v2"), ("event", "v1"), ("ResourceClaim", "resource.k8s.io/v1"),
  ])
  func understandsBareNames(name: String, apiVersion: String) {
    #expect(catalogue.kind(named: name)?.apiVersion == apiVersion)
  }

  @Test func describesAField() throws {
    let strategy = try catalogue.describe(path: "deployment.spec.strategy")
    #expect(strategy.place == "Deployment:spec.strategy")
    #expect(strategy.type == "DeploymentStrategy")
    #expect(strategy.fields.map { $0.name } == ["rollingUpdate", "type"])
    let type = try catalogue.describe(path: "deploy.spec.strategy.type")
    #expect(type.allowed.map { $0.text } == ["Recreate", "RollingUpdate"])
    #expect(type.defaultValue == "RollingUpdate")
    let containers = try catalogue.describe(path: "pod.spec.containers")
    #expect(containers.type == "list of Container")
    #expect(containers.required == .all)
    #expect(containers.listType == "map(name)")
    #expect(containers.mergeKey == "name")
    #expect(try catalogue.describe(path: "deployment.spec").required == VersionSet("1.37"))
    #expect(try catalogue.describe(path: "pod.spec.containers.restartPolicy").since == KubernetesVersion(minor: 28))
    #expect(try catalogue.describe(path: "networkpolicy.status").removedIn == KubernetesVersion(minor: 28))
    // A type that changed is described as it is now.
    #expect(try catalogue.describe(path: "pvc.spec.resources").type == "VolumeResourceRequirements")
  }

  @Test(arguments: [
    ("Deploymnt:spec", PlaceError.unknownKind("Deploymnt", suggestion: "Deployment")),
    (
      "Deployment:spec.templat.spec",
      .unknownField("templat", in: "Deployment:spec", offset: 16, suggestion: "template")
    ),
    ("Pod:spec.containers[].imag", .unknownField("imag", in: "Pod:spec.containers[]", offset: 22, suggestion: "image")),
    ("Pod:spec.containers.image", .notAnObject("Pod:spec.containers", offset: 20)),
    ("Pod:spec[]", .notAnObject("Pod:spec", offset: 8)), ("Pod:kind.x", .notAnObject("Pod:kind", offset: 9)),
    ("", .unknownKind("", suggestion: nil)),
  ])
  func namesTheWrongSegment(place: String, error: PlaceError) {
    #expect(throws: error) { try catalogue.place(place) }
  }

  @Test(arguments: [
    (
      "Deployment:spec.template.spec", "containers: [{name: a, imag: b}]",
      ["schema/unknown-field spec.template.spec.containers[0].imag"]
    ),
    ("Pod:spec.containers[]", "name: a\nimage: b\ntty: 1", ["schema/wrong-type spec.containers[0].tty"]),
    ("Pod:spec.containers", "[{image: b}]", ["schema/missing-required spec.containers[0].name"]),
    ("apps/v1/Deployment:spec.strategy", "type: Recreate", []),
    ("Pod", "apiVersion: v1\nkind: Pod", []),
    ("Pod:metadata.labels", "a: 1", ["schema/wrong-type metadata.labels.a"]),
    ("NetworkPolicy:status", "{}", ["schema/unknown-field status"]),
  ])
  func checksFragments(place: String, text: String, expected: [String]) throws {
    let tree = try #require(YAMLStream(parsing: text).documents.first)
    let findings = check(tree.root, as: try catalogue.place(place), against: catalogue, versions: .all)
    #expect(findings.map { $0.id + " " + $0.path.description } == expected)
  }

  @Test func answersForFactsOfItsOwn() throws {
    let small = Catalogue(
      kinds: "a.b/v1 Thing N a.v1.Thing @1.30-\n",
      types: """
        a.v1.Spec
         mode string required@1.33- enum(A|B@1.35-) default=A
        a.v1.Thing @1.30-
         apiVersion string
         kind string
         spec a.v1.Spec
        """)
    let tree = try #require(YAMLStream(parsing: "apiVersion: a.b/v1\nkind: Thing\nspec: {mode: B}").documents.first)
    let findings = check(tree.root, against: small, versions: .all)
    #expect(findings.map { $0.id } == ["schema/unknown-kind", "schema/unsupported-value"])
    #expect(findings.map { $0.versions } == [VersionSet("1.25-1.29"), VersionSet("1.30-1.34")])
    #expect(findings.last?.message.en == "'B' exists since 1.35; before, write one of 'A'")
    let empty = try #require(YAMLStream(parsing: "apiVersion: a.b/v1\nkind: Thing\nspec: {}").documents.first)
    #expect(check(empty.root, against: small, versions: .all).last?.versions == VersionSet("1.33-"))
  }
}
