import Findings
import Schema
import YAML

extension KindValidation {
  /// kubeadm, `ValidateClusterConfiguration`
  static let clusterConfiguration = KindValidation.file(
    "kubeadm.k8s.io/v1beta4", "ClusterConfiguration", readBy: "kubeadm",
    others: ["kubeadm.k8s.io/v1beta3", "kubeadm.k8s.io/v1beta2"],
    examples: [
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ClusterConfiguration
        kubernetesVersion: v1.34.0
        controlPlaneEndpoint: cluster.example.com:6443
        networking:
          podSubnet: 10.244.0.0/16
          serviceSubnet: 10.96.0.0/12
          dnsDomain: cluster.local
        apiServer:
          certSANs: [cluster.example.com, 10.0.0.1]
          extraArgs:
          - {name: audit-log-path, value: /var/log/audit.log}
        etcd:
          local: {dataDir: /var/lib/etcd}
        """),
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: ClusterConfiguration
        kubernetesVersion: "34" # ←
        controlPlaneEndpoint: https://cluster.example.com # ←
        certificatesDir: pki # ←
        encryptionAlgorithm: RSA-1024 # ←
        networking:
          podSubnet: 10.244.0.0 # ←
          serviceSubnet: 10.0.0.0/8 # ←
          dnsDomain: Cluster_Local # ←
        apiServer:
          certSANs:
          - "https://cluster.example.com" # ←
          extraArgs:
          - {value: /var/log/audit.log} # ←
        etcd: # ←
          local: {dataDir: /var/lib/etcd}
          external: {endpoints: ["https://10.0.0.1:2379"]}
        """),
    ]
  ) { report, file in
    report.release(file["kubernetesVersion"])
    report.expectHost(file["controlPlaneEndpoint"])
    report.expectAbsolutePath(file["certificatesDir"])
    report.algorithm(file["encryptionAlgorithm"])
    report.networking(file)
    report.alternativeNames(file["apiServer"]["certSANs"])
    for component in ["apiServer", "controllerManager", "scheduler"] as [StaticString] {
      report.extraArguments(file[component]["extraArgs"])
      for volume in file[component]["extraVolumes"].items {
        for name in ["name", "hostPath", "mountPath"] as [StaticString] { report.require(volume[name]) }
      }
    }
    report.etcd(file["etcd"])
  }
}

extension Report {
  fileprivate mutating func release(_ version: Field) {
    guard let text = version.text, !text.isEmpty else { return }
    // `stable-1.34`, `ci/latest`: labels that kubeadm looks up.
    let labels: [String] = ["stable", "latest", "ci/", "ci-cross/", "release/", "k8s-"]
    if labels.contains(where: { text.hasPrefix($0) }) { return }
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let core = digits.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion = core.count == 3 && core.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }
    if !isVersion { refuse(version, .release(version)) }
  }

  fileprivate mutating func algorithm(_ field: Field) {
    let words: Words = ["RSA-2048", "RSA-3072", "RSA-4096", "ECDSA-P256", "ECDSA-P384"]
    if !field.isEmpty, !words.contains(field) { refuse(field, .algorithm(field, words), as: .notSupported) }
  }

  fileprivate mutating func networking(_ file: Field) {
    let networking = file["networking"]
    expect(networking["dnsDomain"], .subdomain)
    // At least 10 addresses of Services, which etcd keeps as a map of at most 20 bits.
    subnet(networking["serviceSubnet"], atLeast: 4, atMost: 20)
    subnet(networking["podSubnet"], atLeast: 4)
    nodeMasks(networking["podSubnet"], file["controllerManager"]["extraArgs"])
  }

  /// Each node gets a block of the Pods' addresses, of a size that a flag may change.
  private mutating func nodeMasks(_ field: Field, _ arguments: Field) {
    if arguments.argument("allocate-node-cidrs") == "false" { return }
    for part in (field.text ?? "").split(separator: ",").prefix(2) {
      guard let block = CIDR(String(part)) else { return }
      let flag = arguments.argument(block.isIPv6 ? "node-cidr-mask-size-ipv6" : "node-cidr-mask-size-ipv4")
      guard let mask = flag.map({ Int64($0) }) ?? (block.isIPv6 ? 64 : 24) else { continue }
      let length = Int64(block.prefixLength)
      if length > mask || mask - length > 16 { refuse(field, .nodeMask(block, mask), as: .addressFormat) }
    }
  }

  fileprivate mutating func etcd(_ etcd: Field) {
    let (local, external) = (etcd["local"], etcd["external"])
    if local.isGiven, external.isGiven { return refuse(etcd, .localAndExternal) }
    expectAbsolutePath(local["dataDir"])
    alternativeNames(local["serverCertSANs"])
    alternativeNames(local["peerCertSANs"])
    extraArguments(local["extraArgs"])
    guard external.isGiven else { return }
    let (authority, certificate, key) = (external["caFile"], external["certFile"], external["keyFile"])
    if certificate.isEmpty != key.isEmpty { refuse(external, .certificateWithoutKey) }
    if !certificate.isEmpty, !key.isEmpty, authority.isEmpty { refuse(external, .noAuthority) }
    for path in [authority, certificate, key] { expectAbsolutePath(path) }
    let isPlain = authority.isEmpty && certificate.isEmpty && key.isEmpty
    for endpoint in external["endpoints"].items {
      let scheme = WebAddress(endpoint.text ?? "")?.scheme ?? ""
      if scheme.isEmpty || scheme != "https" && !isPlain {
        refuse(endpoint.reported(at: external["endpoints"]), .etcdURL(endpoint), as: .addressFormat)
      }
    }
  }
}

extension Field {
  /// The value of an argument, of a list or of a map; the last one counts.
  fileprivate func argument(_ name: String) -> String? {
    var value: String?
    for item in items where item["name"].text == name { value = item["value"].text }
    return value ?? node?[named: name]?.string
  }
}

extension Message {
  fileprivate static func release(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no version of Kubernetes: write one such as 'v1.34.0' or 'stable-1.34'",
      ko: "'\(field.written)'은(는) Kubernetes 버전이 아닙니다: 'v1.34.0'이나 'stable-1.34'처럼 쓰십시오")
  }

  fileprivate static func algorithm(_ field: Field, _ words: Words) -> Message {
    Message(
      en: "encryptionAlgorithm '\(field.written)' is not known: use one of \(words.list)",
      ko: "encryptionAlgorithm '\(field.written)'은(는) 알 수 없는 값입니다: \(words.list) 가운데 하나를 쓰십시오")
  }

  fileprivate static func nodeMask(_ block: CIDR, _ mask: Int64) -> Message {
    Message(
      en:
        "nodes get a '/\(mask)' each, which does not fit '\(block)': write a prefix from \(max(0, mask - 16)) to \(mask)",
      ko: "노드마다 '/\(mask)'을(를) 받는데 '\(block)'과 맞지 않습니다: 접두사 길이를 \(max(0, mask - 16))부터 \(mask)까지 쓰십시오")
  }

  fileprivate static var localAndExternal: Message {
    Message(en: "etcd is local or external: keep one", ko: "etcd는 로컬이거나 외부입니다: 하나만 두십시오")
  }

  fileprivate static var certificateWithoutKey: Message {
    Message(
      en: "'certFile' and 'keyFile' go together: give both or none", ko: "'certFile'과 'keyFile'은 함께 씁니다: 둘 다 쓰거나 지우십시오")
  }

  fileprivate static var noAuthority: Message {
    Message(
      en: "a client certificate for etcd needs its authority: add 'caFile'",
      ko: "etcd의 클라이언트 인증서에는 'caFile'이 필요합니다: 추가하십시오")
  }

  fileprivate static func etcdURL(_ field: Field) -> Message {
    Message(
      en: "endpoint '\(field.written)' has no scheme that fits: begin it with 'https://'",
      ko: "endpoint '\(field.written)'의 스킴이 맞지 않습니다: 'https://'로 시작하십시오")
  }
}
