import Findings
import Testing
import Validation

private func file(_ apiVersion: String, _ kind: String, _ rest: String) -> String {
  "apiVersion: \(apiVersion)\nkind: \(kind)\n\(rest)"
}

private func kubelet(_ rest: String) -> String { file("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", rest) }

private func scheduler(_ rest: String) -> String {
  file("kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration", rest)
}

private func proxy(_ rest: String) -> String {
  file("kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration", rest)
}

private func cluster(_ rest: String) -> String { file("kubeadm.k8s.io/v1beta4", "ClusterConfiguration", rest) }
private func join(_ rest: String) -> String { file("kubeadm.k8s.io/v1beta4", "JoinConfiguration", rest) }

private func encryption(_ rest: String) -> String {
  file("apiserver.config.k8s.io/v1", "EncryptionConfiguration", "resources: \(rest)")
}

private func kustomization(_ rest: String) -> String {
  file("kustomize.config.k8s.io/v1beta1", "Kustomization", rest)
}

/// A kubeconfig with one context in use, and something else.
private func kubeconfig(cluster: String = "server: 'https://a'", user: String = "token: a", rest: String = "") -> String
{
  """
  apiVersion: v1
  kind: Config
  current-context: c
  contexts: [{name: c, context: {cluster: c, user: u}}]
  clusters: [{name: c, cluster: {\(cluster)}}]
  users: [{name: u, user: {\(user)}}]
  \(rest)
  """
}

private let key32 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

/// Files, and what their programs refuse in the newest version: type and field.
private let refusals: [(String, [String])] = [
  (kubeconfig(), []),
  (kubeconfig(cluster: "server: localhost:8080"), []),
  (kubeconfig(cluster: "server: a/b"), ["Invalid clusters[0].cluster.server"]),
  (kubeconfig(cluster: ""), ["Invalid clusters[0].cluster.server"]),
  (
    kubeconfig(cluster: "server: 'https://a', certificate-authority: /a, certificate-authority-data: YQ=="),
    ["Invalid clusters[0].cluster.certificate-authority"]
  ),
  (kubeconfig(user: "client-certificate-data: YQ=="), ["Invalid users[0].user.client-certificate-data"]),
  (kubeconfig(user: "token: a, as-groups: [b]"), ["Invalid users[0].user.as-groups"]),
  (
    kubeconfig(user: "exec: {apiVersion: client.authentication.k8s.io/v1}"),
    ["Invalid users[0].user.exec.command", "Invalid users[0].user.exec.interactiveMode"]
  ),
  (kubeconfig(user: "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: a}"), []),
  (
    kubeconfig(user: "exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: a}"),
    ["Invalid users[0].user.exec.apiVersion"]
  ),
  (kubeconfig(user: "auth-provider: {name: gcp}"), ["Invalid users[0].user.auth-provider.name"]),
  (kubeconfig(user: "auth-provider: {name: oidc}"), []),
  (file("v1", "Config", "current-context: a"), ["NotFound current-context"]),
  (file("v1", "Config", "contexts: [{name: a}, {name: a}]"), ["Duplicate contexts[1].name"]),
  // What is not in use earns a warning only.
  (file("v1", "Config", "contexts: [{name: a, context: {cluster: x, user: y}}]"), []),

  (kubelet(""), []),
  (kubelet("imageGCLowThresholdPercent: 85"), ["Invalid imageGCLowThresholdPercent"]),
  (kubelet("imageGCHighThresholdPercent: 101"), ["Invalid imageGCHighThresholdPercent"]),
  (kubelet("imageMinimumGCAge: 1h\nimageMaximumGCAge: 1h"), ["Invalid imageMaximumGCAge"]),
  (kubelet("imageMaximumGCAge: 0s"), []),
  (kubelet("shutdownGracePeriod: 10s\nshutdownGracePeriodCriticalPods: 10s"), []),
  (
    kubelet("shutdownGracePeriod: 10s\nshutdownGracePeriodCriticalPods: 11s"),
    ["Invalid shutdownGracePeriodCriticalPods"]
  ),
  (
    kubelet(
      "shutdownGracePeriod: 10s\nshutdownGracePeriodByPodPriority: [{priority: 0, shutdownGracePeriodSeconds: 5}]"),
    ["Invalid shutdownGracePeriodByPodPriority"]
  ),
  (kubelet("maxPods: 0\nport: 0\nhealthzPort: 0"), []),
  (kubelet("containerLogMonitorInterval: 2s"), ["Invalid containerLogMonitorInterval"]),
  (kubelet("containerLogMaxSize: 10MB"), ["Invalid containerLogMaxSize"]),
  (kubelet("maxParallelImagePulls: 5"), []),
  (kubelet("cpuCFSQuotaPeriod: 10ms"), ["Invalid cpuCFSQuotaPeriod"]),
  (kubelet("cpuCFSQuotaPeriod: 10ms\nfeatureGates: {CustomCPUCFSQuotaPeriod: true}"), []),
  (kubelet("memorySwap: {swapBehavior: UnlimitedSwap}"), ["NotSupported memorySwap.swapBehavior"]),
  (kubelet("evictionHard: {memory.available: 5%, pid.available: '10'}"), []),
  (kubelet("evictionHard: {memory.available: 0}"), []),
  (kubelet("evictionHard: {memory.available: -1Mi}"), ["Invalid evictionHard[memory.available]"]),
  (kubelet("evictionSoft: {memory.available: 1Gi}"), ["Required evictionSoft[memory.available]"]),
  (
    kubelet("evictionSoft: {memory.available: 1Gi}\nevictionSoftGracePeriod: {memory.available: '90'}"),
    ["Invalid evictionSoftGracePeriod[memory.available]"]
  ),
  (kubelet("evictionMinimumReclaim: {nodefs.free: 1Gi}"), ["Invalid evictionMinimumReclaim[nodefs.free]"]),
  (kubelet("cpuManagerPolicy: static"), ["Invalid cpuManagerPolicy"]),
  (kubelet("cpuManagerPolicy: static\nreservedSystemCPUs: 0-1,4"), []),
  (kubelet("reservedSystemCPUs: 3-1"), ["Invalid reservedSystemCPUs"]),
  (kubelet("memoryManagerPolicy: Static"), ["Invalid memoryManagerPolicy"]),
  (
    kubelet("reservedMemory: [{numaNode: 0, limits: {memory: 1Gi}}, {numaNode: 0, limits: {memory: 0}}]"),
    ["Invalid reservedMemory[1].limits[memory]", "Invalid reservedMemory[1].limits[memory]"]
  ),
  (kubelet("cgroupsPerQOS: false"), ["Invalid cgroupsPerQOS"]),
  (kubelet("cgroupsPerQOS: false\nenforceNodeAllocatable: [none]"), []),
  (kubelet("enforceNodeAllocatable: [pods, pods]"), ["Duplicate enforceNodeAllocatable[1]"]),
  (kubelet("logging: {format: xml, flushFrequency: 5000000000}"), ["NotSupported logging.format"]),

  (scheduler("parallelism: 0"), ["Invalid parallelism"]),
  (scheduler("podMaxBackoffSeconds: 1"), []),
  (scheduler("podInitialBackoffSeconds: 11"), ["Invalid podInitialBackoffSeconds"]),
  (scheduler("leaderElection: {leaseDuration: 10s}"), ["Invalid leaderElection.leaseDuration"]),
  (scheduler("leaderElection: {leaderElect: false, leaseDuration: 10s}"), []),
  (scheduler("profiles: [{schedulerName: a}, {}]"), ["Required profiles[1].schedulerName"]),
  (
    scheduler(
      "profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {scoringStrategy: {type: RequestedToCapacityRatio}}}]}]"
    ),
    ["Required profiles[0].pluginConfig[0].args.scoringStrategy.requestedToCapacityRatio"]
  ),
  (
    scheduler("profiles: [{pluginConfig: [{name: DefaultPreemption, args: {minCandidateNodesPercentage: 101}}]}]"),
    ["Invalid profiles[0].pluginConfig[0].args.minCandidateNodesPercentage"]
  ),
  (
    scheduler("profiles: [{pluginConfig: [{name: VolumeBinding, args: {bindTimeoutSeconds: -1}}]}]"),
    ["Invalid profiles[0].pluginConfig[0].args.bindTimeoutSeconds"]
  ),
  (scheduler("profiles: [{pluginConfig: [{name: Mine, args: {anything: 1}}]}]"), []),

  (proxy("mode: ''"), []),
  (proxy("iptables: {minSyncPeriod: 31s}"), ["Invalid iptables.minSyncPeriod"]),
  (proxy("iptables: {minSyncPeriod: 1m, syncPeriod: 1m}"), []),
  (proxy("mode: iptables\nipvs: {scheduler: x}"), []),
  (proxy("mode: ipvs\nipvs: {scheduler: x}"), ["NotSupported ipvs.scheduler"]),
  (proxy("clusterCIDR: 10.0.0.0/8,10.1.0.0/16"), ["Invalid clusterCIDR"]),
  (proxy("metricsBindAddress: 127.0.0.1:0"), ["Invalid metricsBindAddress"]),
  (proxy("nodePortAddresses: [primary, 10.0.0.0/8]"), ["Invalid nodePortAddresses[0]"]),
  (proxy("detectLocalMode: BridgeInterface"), ["Required detectLocal.bridgeInterface"]),

  (cluster("kubernetesVersion: stable-1.34"), []),
  (cluster("controlPlaneEndpoint: '[fd00::1]:6443'"), []),
  (cluster("controlPlaneEndpoint: a:b"), ["Invalid controlPlaneEndpoint"]),
  (cluster("networking: {podSubnet: 10.244.0.0/25}"), ["Invalid networking.podSubnet"]),
  (
    cluster(
      "networking: {podSubnet: 10.244.0.0/25}\ncontrollerManager: {extraArgs: [{name: node-cidr-mask-size-ipv4, value: '26'}]}"
    ),
    []
  ),
  (cluster("networking: {serviceSubnet: 10.96.0.0/30}"), ["Invalid networking.serviceSubnet"]),
  (cluster("etcd: {external: {endpoints: ['http://a:2379']}}"), []),
  (
    cluster("etcd: {external: {endpoints: ['http://a:2379'], caFile: /a, certFile: /b}}"),
    ["Invalid etcd.external", "Invalid etcd.external.endpoints"]
  ),
  (join(""), ["Invalid discovery"]),
  (join("discovery: {file: {kubeConfigPath: /a}}"), []),
  (join("discovery: {file: {kubeConfigPath: 'http://a'}}"), ["Invalid discovery.file.kubeConfigPath"]),
  (
    join(
      "discovery: {bootstrapToken: {apiServerEndpoint: 'a:1', token: abcdef.0123456789abcdef, unsafeSkipCAVerification: true}}"
    ),
    []
  ),

  (file("audit.k8s.io/v1", "Policy", "rules: []"), ["Required rules"]),
  (file("audit.k8s.io/v1", "Policy", "rules: [{level: Metadata, nonResourceURLs: ['*']}]"), []),
  (file("audit.k8s.io/v1", "Policy", "rules: [{level: All}]"), ["NotSupported rules[0].level"]),

  (encryption("[{resources: [secrets], providers: [{identity: {}}]}]"), []),
  (
    encryption("[{resources: [secrets, '*.*'], providers: [{identity: {}}]}]"), ["Invalid resources[0].resources"]
  ),
  (encryption("[{resources: ['*.apps', '*.'], providers: [{identity: {}}]}]"), []),
  (
    encryption(
      "[{resources: ['*.apps'], providers: [{identity: {}}]}, {resources: [deployments.apps], providers: [{identity: {}}]}]"
    ),
    ["Invalid resources[1].resources"]
  ),
  (
    encryption(
      "[{resources: [secrets], providers: [{}, {secretbox: {keys: [{name: a, secret: MDEyMzQ1Njc4OWFiY2RlZg==}]}}]}]"),
    ["Invalid resources[0].providers[0]", "Invalid resources[0].providers[1].secretbox.keys[0].secret"]
  ),
  (
    encryption(
      "[{resources: [secrets], providers: [{aesgcm: {keys: [{name: a, secret: \(key32)}]}}, {kms: {name: a, endpoint: 'unix:///a', cachesize: 0}}]}]"
    ),
    ["Invalid resources[0].providers[1].kms.cachesize"]
  ),

  (kustomization(""), ["Invalid "]),
  (kustomization("resources: [a.yaml]\npatches: [{path: a.yaml}]"), []),
  (
    kustomization("secretGenerator: [{name: a, files: [a=b=c], literals: [x=]}]"),
    ["Invalid secretGenerator[0].files[0]"]
  ),
  (kustomization("replacements: [{source: {kind: Pod}}]"), ["Required replacements[0].targets"]),
]

@Test(arguments: refusals)
func programsRefuse(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  let answers = found.compactMap { finding in
    finding.server.map { "\($0.kind.rawValue.replacing("FieldValue", with: "")) \($0.field)" }
  }
  #expect(answers.sorted() == expected.sorted(), "\(found.map { $0.message.en })")
  #expect(found.allSatisfy { $0.server?.program != nil })
}

@Test(arguments: [
  (proxy("mode: nftables"), "1.25–1.28"),
  (kubelet("memorySwap: {swapBehavior: UnlimitedSwap}"), "1.25–1.29, 1.30–1.37"),
  (kubelet("crashLoopBackOff: {maxContainerRestartPeriod: 10s}"), "1.32–1.34"),
  (kubeconfig(user: "auth-provider: {name: azure}"), "1.26–1.37"),
])
func programsRefuseInTheirVersions(manifest: String, versions: String) throws {
  let found = try findings(in: manifest).filter { $0.severity == .error }
  #expect(found.map { $0.versions?.description ?? "all" }.joined(separator: ", ") == versions)
}

@Test(arguments: [
  file("v1", "Config", "contexts: [~, 1, {name: [a], context: b}]\nclusters: a\nusers: [{user: {exec: [a]}}]"),
  kubelet("evictionHard: [a]\nreservedMemory: [~, {limits: [a]}]\nlogging: 1\nmemorySwap: a\nfeatureGates: b"),
  scheduler("profiles: [~, a, {plugins: [b], pluginConfig: [~, {name: NodeAffinity, args: [a]}]}]\nleaderElection: 3"),
  encryption("[~, a, {resources: {a: b}, providers: [~, {kms: [a]}, {aescbc: {keys: [~, b]}}]}]"),
  cluster("networking: [a]\netcd: {external: a, local: [b]}\napiServer: {extraArgs: {a: b}, certSANs: 3}"),
  kustomization("patches: [a, ~]\nimages: b\nlabels: [~, {pairs: [c]}]\nconfigMapGenerator: [1]"),
  file("apiserver.config.k8s.io/v1", "AuthenticationConfiguration", "jwt: [~, a, {issuer: [b], claimMappings: c}]"),
])
func programsSurviveOtherTypes(manifest: String) throws {
  _ = try findings(in: manifest)
}
