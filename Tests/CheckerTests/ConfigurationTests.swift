import Checker
import Findings
import Testing

private func check(_ text: String, _ versions: String = "1.25-1.37") -> CheckedStream {
  Engine().check(Array(text.utf8), versions: VersionSet(versions) ?? .all)
}

/// What a program says of fields that it does not know: severity, who, and in which versions.
@Test(arguments: [
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "maxPodz: 1", "warning nobody all"),
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "crashLoopBackOff: {}", "warning nobody 1.25–1.31"),
  ("v1", "Config", "current-contexts: a", "warning nobody all"),
  ("kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration", "modes: a", "warning nobody all"),
  ("kubeadm.k8s.io/v1beta3", "InitConfiguration", "timeouts: {}", "warning nobody 1.25–1.36"),
  ("audit.k8s.io/v1", "Policy", "rules: [{level: None}]\nextra: 1", "warning nobody all"),
  ("kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration", "profile: []", "error kube-scheduler all"),
  (
    "kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration", "delayCacheUntilActive: true",
    "error kube-scheduler 1.25–1.26"
  ),
  (
    "apiserver.config.k8s.io/v1", "EncryptionConfiguration",
    "resources: [{resources: [secrets], provider: [], providers: [{identity: {}}]}]", "error kube-apiserver 1.29–1.37"
  ),
  ("kustomize.config.k8s.io/v1beta1", "Kustomization", "resource: [a]", "error kustomize all"),
  (
    "kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration",
    "profiles: [{pluginConfig: [{name: InterPodAffinity, args: {weight: 1}}]}]", "error kube-scheduler all"
  ),
  (
    "apiserver.config.k8s.io/v1", "AdmissionConfiguration",
    "plugins: [{name: PodSecurity, configuration: {apiVersion: pod-security.admission.config.k8s.io/v1, "
      + "kind: PodSecurityConfiguration, exemption: {}}}]", "error kube-apiserver all"
  ),
  ("apiserver.config.k8s.io/v1", "AdmissionConfiguration", "plugin: []", "warning nobody all"),
])
func programsTakeUnknownFieldsInTheirWay(apiVersion: String, kind: String, rest: String, expected: String) {
  let found = check("apiVersion: \(apiVersion)\nkind: \(kind)\n\(rest)\n").findings
    .filter { $0.id == "schema/unknown-field" }
  let said = found.map { finding in
    let versions = finding.versions?.description ?? "all"
    return "\(finding.severity.rawValue) \(finding.server?.program ?? "nobody") \(versions)"
  }
  #expect(said == [expected])
  #expect(found.allSatisfy { $0.reason != nil })
}

@Test(arguments: [
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "maxPods: 1\nmaxPods: 2", "warning"),
  ("kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration", "parallelism: 1\nparallelism: 2", "error"),
])
func programsTakeDuplicateFieldsInTheirWay(apiVersion: String, kind: String, rest: String, severity: String) {
  let checked = check("apiVersion: \(apiVersion)\nkind: \(kind)\n\(rest)\n")
  #expect(checked.findings.map { "\($0.id) \($0.severity.rawValue)" } == ["yaml/duplicate-key \(severity)"])
  #expect(checked.objects.map { $0.verdict.isAccepted } == [severity == "warning"])
}

/// In which versions files are taken, refused and not judged: of kinds that came, went, or are not known.
@Test(arguments: [
  ("kubeadm.k8s.io/v1beta3", "InitConfiguration", "", "1.25–1.36|1.37|"),
  ("kubeadm.k8s.io/v1beta4", "InitConfiguration", "", "1.31–1.37|1.25–1.30|"),
  ("kubelet.config.k8s.io/v1", "KubeletConfiguration", "", "|1.25–1.37|"),
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguratio", "", "|1.25–1.37|"),
  ("kubelet.config.k8s.io/v1beta1", "SerializedNodeConfigSource", "", "||1.25–1.37"),
  ("kind.x-k8s.io/v1alpha4", "Cluster", "", "||1.25–1.37"),
  ("kyverno.io/v1", "Policy", "metadata: {name: a}", "||1.25–1.37"),
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "featureGates: {NodeSwap: true}", "||1.25–1.37"),
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "maxPods: ten", "|1.25–1.37|"),
  ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", "syncFrequency: 1 minute", "|1.25–1.37|"),
])
func judgesFilesByVersion(apiVersion: String, kind: String, rest: String, expected: String) {
  let objects = check("apiVersion: \(apiVersion)\nkind: \(kind)\n\(rest)\n").objects
  let verdicts = objects.map { object in
    [object.verdict.accepted, object.verdict.refused, object.verdict.unknown].map { $0.description }
      .joined(separator: "|")
  }
  #expect(verdicts == [expected])
}

@Test func fragmentsOfFilesAreChecked() throws {
  let found = try Engine().checkFragment(
    Array("anonymous: {enable: true}\n".utf8), of: "KubeletConfiguration:authentication", versions: .all)
  #expect(found.map { "\($0.id) \($0.path)" } == ["schema/unknown-field authentication.anonymous.enable"])
}
