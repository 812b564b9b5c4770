import Findings
import Schema

extension KindValidation {
  /// kube-proxy, `Validate`, on Linux and Windows.
  static let kubeProxyConfiguration = KindValidation.file(
    "kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration", readBy: "kube-proxy",
    examples: [
      Example(
        """
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        mode: nftables
        bindAddress: 0.0.0.0
        healthzBindAddress: 0.0.0.0:10256
        metricsBindAddress: "[::]:10249"
        clusterCIDR: 10.244.0.0/16,fd00:10:244::/56
        nftables: {syncPeriod: 30s, minSyncPeriod: 1s}
        conntrack: {maxPerCore: 32768}
        """),
      Example(
        """
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        mode: userspaces # ←
        bindAddress: localhost # ←
        metricsBindAddress: "10249" # ←
        clusterCIDR: 10.244.0.0 # ←
        oomScoreAdj: -2000 # ←
        configSyncPeriod: -1s # ←
        detectLocalMode: Bridge # ←
        iptables:
          masqueradeBit: 32 # ←
          minSyncPeriod: 1m # ←
        conntrack:
          min: -1 # ←
        """),
    ]
  ) { report, file in
    report.expect(file["mode"], oneOf: ["iptables", "ipvs", "nftables", "kernelspace"])
    report.inVersions(.withoutNFTables) { report in
      if file["mode"].hasText("nftables") { report.refuse(file["mode"], .nftables, as: .notSupported) }
    }
    report.expect(file["oomScoreAdj"], in: -1000...1000)
    report.expectDuration(file["configSyncPeriod"], from: "1ns", orZero: true)  // Zero is filled in.
    if let text = file["bindAddress"].text, !text.isEmpty, IP(text) == nil {
      report.refuse(file["bindAddress"], .noAddress(file["bindAddress"]), as: .addressFormat)
    }
    report.expectAddressAndPort(file["healthzBindAddress"])
    report.expectAddressAndPort(file["metricsBindAddress"])
    report.expectBlocks(file["clusterCIDR"])
    report.nodePortAddresses(file["nodePortAddresses"])
    report.expect(file["clientConnection"]["burst"], in: 0...)
    report.detectLocal(file)
    report.proxyMode(file["iptables"], default: "30s")
    report.proxyMode(file["nftables"], default: "30s")
    if file["mode"].hasText("ipvs") { report.ipvs(file["ipvs"]) }
    report.conntrack(file["conntrack"])
    report.logging(file["logging"])
  }
}

extension Report {
  fileprivate mutating func nodePortAddresses(_ list: Field) {
    for item in list.items {
      guard let text = item.text else { continue }
      if text == "primary" {
        if list.count > 1 { refuse(item, .primaryAlone, as: .wildcardAlone) }
      } else if CIDR(text) == nil {
        refuse(item, .noBlock(item.written), as: .addressFormat)
      }
    }
  }

  fileprivate mutating func detectLocal(_ file: Field) {
    let mode = file["detectLocalMode"]
    expect(mode, oneOf: ["ClusterCIDR", "NodeCIDR", "BridgeInterface", "InterfaceNamePrefix"])
    if mode.hasText("BridgeInterface") { require(file["detectLocal"]["bridgeInterface"]) }
    if mode.hasText("InterfaceNamePrefix") { require(file["detectLocal"]["interfaceNamePrefix"]) }
  }

  fileprivate mutating func proxyMode(_ mode: Field, default period: String) {
    expect(mode["masqueradeBit"], in: 0...31)
    expectDuration(mode["minSyncPeriod"], from: "0s")
    expectDuration(mode["syncPeriod"], from: "1ns", orZero: true)
    guard mode["syncPeriod"].duration?.nanoseconds != 0 else { return }
    expectOrder(mode["minSyncPeriod"], default: "0s", below: mode["syncPeriod"], default: period, orEqual: true)
  }

  fileprivate mutating func ipvs(_ ipvs: Field) {
    proxyMode(ipvs, default: "30s")
    for name in ["tcpTimeout", "tcpFinTimeout", "udpTimeout"] as [StaticString] {
      expectDuration(ipvs[name], from: "0s")
    }
    expect(
      ipvs["scheduler"],
      oneOf: ["rr", "wrr", "lc", "wlc", "lblc", "lblcr", "sh", "dh", "sed", "nq", "mh", "ovf", "fo"])
    for item in ipvs["excludeCIDRs"].items where item.text.map({ CIDR($0) == nil }) ?? false {
      refuse(item, .noBlock(item.written), as: .addressFormat)
    }
  }

  fileprivate mutating func conntrack(_ conntrack: Field) {
    expect(conntrack["maxPerCore"], in: 0...)
    expect(conntrack["min"], in: 0...)
    for name in ["tcpEstablishedTimeout", "tcpCloseWaitTimeout", "udpTimeout", "udpStreamTimeout"] as [StaticString] {
      expectDuration(conntrack[name], from: "0s")
    }
  }

  /// component-base, `logs/api/v1.Validate`
  mutating func logging(_ logging: Field) {
    expect(logging["format"], oneOf: ["text", "json"])
    expect(logging["verbosity"], in: 0...)
    let flush = logging["flushFrequency"]
    if let text = flush.text, GoDuration(text) == nil {
      refuse(flush, .noDuration(flush), as: .duration)
    } else {
      expectDuration(flush, from: "0s")
    }
    for module in logging["vmodule"].items { require(module["filePattern"]) }
  }
}

extension VersionSet {
  /// The mode nftables came in 1.29.
  fileprivate static let withoutNFTables = VersionSet.since("1.25").subtracting(.since("1.29"))

  static func since(_ version: String) -> VersionSet { KubernetesVersion(version).map { .since($0) } ?? .all }
}

extension Message {
  fileprivate static var nftables: Message {
    Message(
      en: "the mode 'nftables' came in 1.29: use 'iptables' before",
      ko: "'nftables' 모드는 1.29부터 있습니다: 이전에는 'iptables'를 쓰십시오")
  }

  fileprivate static var primaryAlone: Message {
    Message(en: "'primary' stands alone: remove the other items", ko: "'primary'는 혼자 씁니다: 다른 항목을 지우십시오")
  }

  fileprivate static func noDuration(_ field: Field) -> Message {
    Message(
      en: "'\(field.written)' is no duration: write one such as '5s'",
      ko: "'\(field.written)'은(는) 기간이 아닙니다: '5s'처럼 쓰십시오")
  }
}
