import Findings
import Schema
import YAML

extension KindValidation {
  /// The kubelet, `ValidateKubeletConfiguration`, and what its managers refuse when they start.
  static let kubeletConfiguration = KindValidation.file(
    "kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", readBy: "kubelet",
    examples: [
      Example(
        """
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        cgroupDriver: systemd
        clusterDNS: [10.96.0.10]
        maxPods: 110
        evictionHard: {memory.available: 200Mi, nodefs.available: 10%}
        evictionSoft: {memory.available: 500Mi}
        evictionSoftGracePeriod: {memory.available: 1m30s}
        kubeReserved: {cpu: 100m, memory: 256Mi, pid: "1000"}
        cpuManagerPolicy: static
        topologyManagerPolicy: single-numa-node
        shutdownGracePeriod: 30s
        shutdownGracePeriodCriticalPods: 10s
        serializeImagePulls: false
        maxParallelImagePulls: 5
        memorySwap: {swapBehavior: LimitedSwap}
        """),
      Example(
        """
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        maxPods: -1 # ←
        oomScoreAdj: -1001 # ←
        healthzPort: 70000 # ←
        imageGCLowThresholdPercent: 90 # ←
        imageMaximumGCAge: 1m # ←
        containerLogMaxFiles: 1 # ←
        containerLogMaxSize: 10MB # ←
        topologyManagerPolicy: single-numa # ←
        hairpinMode: hairpin # ←
        cgroupDriver: system # ←
        shutdownGracePeriodCriticalPods: 10s # ←
        serializeImagePulls: true
        maxParallelImagePulls: 5 # ←
        cpuManagerPolicy: static # ←
        evictionHard:
          memory.free: 100Mi # ←
          nodefs.available: 110% # ←
        evictionSoft:
          memory.available: 500Mi # ←
        systemReserved:
          gpu: "1" # ←
        enforceNodeAllocatable:
        - pods
        - system-reserved # ←
        reservedMemory:
        - numaNode: 0
          limits: {memory: 1Gi, cpu: "1"} # ←
        tlsCipherSuites:
        - TLS_RSA # ←
        registerWithTaints:
        - {key: dedicated, effect: NoSchedules} # ←
        """),
    ]
  ) { report, file in
    report.kubeletNumbers(file)
    report.kubeletWords(file)
    report.kubeletDurations(file)
    report.kubeletImages(file)
    report.kubeletLogs(file)
    report.kubeletGates(file)
    report.evictions(file)
    report.reservations(file)
    report.nodeTaints(file["registerWithTaints"])
    for taint in file["registerWithTaints"].items { report.forbid(taint["timeAdded"], .timeOfTaint) }
    report.tls(file)
    report.tracing(file["tracing"])
    report.logging(file["logging"])
  }
}

extension Report {
  fileprivate mutating func kubeletNumbers(_ file: Field) {
    for name in [
      "nodeLeaseDurationSeconds", "eventBurst", "eventRecordQPS", "kubeAPIBurst", "kubeAPIQPS", "maxOpenFiles",
      "maxPods", "podsPerCore", "registryBurst", "registryPullQPS",
    ] as [StaticString] {
      expect(file[name], in: 0...)  // Zero is filled in or means no limit.
    }
    expect(file["nodeStatusMaxImages"], in: (-1)...)
    expect(file["oomScoreAdj"], in: -1000...1000)
    expect(file["iptablesDropBit"], in: 0...31)
    expect(file["iptablesMasqueradeBit"], in: 0...31)
    for name in ["port", "healthzPort", "readOnlyPort"] as [StaticString] where file[name].integer != 0 {
      expect(file[name], in: 1...65535, as: .portRange)
    }
    let factor = file["memoryThrottlingFactor"]
    if let number = factor.number, number <= 0 || number > 1 { refuse(factor, .factor, as: .numberRange) }
    let ids = file["userNamespaces"]["idsPerPod"]
    if let number = ids.integer, number <= 0 || number % 65536 != 0 { refuse(ids, .idsPerPod, as: .numberRange) }
    for item in file["clusterDNS"].items where item.text.map({ IP($0) == nil }) ?? false {
      warn(.addressFormat, at: item, .noAddress(item))
    }
  }

  fileprivate mutating func kubeletWords(_ file: Field) {
    expect(file["topologyManagerPolicy"], oneOf: ["none", "best-effort", "restricted", "single-numa-node"])
    expect(file["topologyManagerScope"], oneOf: ["container", "pod"])
    expect(file["hairpinMode"], oneOf: ["promiscuous-bridge", "hairpin-veth", "none"])
    expect(file["cpuManagerPolicy"], oneOf: ["none", "static"])
    expect(file["memoryManagerPolicy"], oneOf: ["None", "Static", "BestEffort"])
    expect(file["configMapAndSecretChangeDetectionStrategy"], oneOf: ["Get", "Cache", "Watch"])
    expect(file["authorization"]["mode"], oneOf: ["AlwaysAllow", "Webhook"])
    let drivers: Words = ["cgroupfs", "systemd"]
    let driver = file["cgroupDriver"]
    if !driver.isEmpty, !drivers.contains(driver) { warn(.notSupported, at: driver, .driver(driver)) }
    if file["runOnce"].isTrue { warn(.deprecated, at: file["runOnce"], .runOnce) }
    if !file["systemCgroups"].isEmpty { require(file["cgroupRoot"], .noCgroupRoot) }
  }

  fileprivate mutating func kubeletDurations(_ file: Field) {
    let (all, critical) = (file["shutdownGracePeriod"], file["shutdownGracePeriodCriticalPods"])
    expectDuration(all, from: "1s", orZero: true)
    expectDuration(critical, from: "1s", orZero: true)
    expectOrder(critical, default: "0s", below: all, default: "0s", orEqual: true)
    let byPriority = file["shutdownGracePeriodByPodPriority"]
    if !byPriority.isEmpty, (all.duration?.nanoseconds ?? 0) > 0 || (critical.duration?.nanoseconds ?? 0) > 0 {
      refuse(byPriority, .twoShutdowns)
    }
    expectDuration(file["cpuCFSQuotaPeriod"], from: "1ms", to: "1s")
    expectDuration(file["crashLoopBackOff"]["maxContainerRestartPeriod"], from: "1s", to: "300s")
    expectDuration(file["draManagerReconcilePeriod"], from: "1ns", orZero: true)
  }

  fileprivate mutating func kubeletImages(_ file: Field) {
    let (low, high) = (file["imageGCLowThresholdPercent"], file["imageGCHighThresholdPercent"])
    expect(low, in: 0...100)
    expect(high, in: 0...100)
    expectOrder(low, default: 80, below: high, default: 85)
    let (youngest, oldest) = (file["imageMinimumGCAge"], file["imageMaximumGCAge"])
    expectDuration(youngest, from: "0s")
    expectDuration(oldest, from: "0s")
    if let age = oldest.duration, age.nanoseconds > 0 {
      // A minimum of zero is filled in with two minutes.
      let minimum = youngest.duration.flatMap { $0.nanoseconds == 0 ? nil : youngest.text } ?? "2m"
      if let least = GoDuration(minimum), age <= least {
        refuse(oldest, .imageAge(oldest, minimum), as: .thresholdOrder)
      }
    }
    let pulls = file["maxParallelImagePulls"]
    expect(pulls, in: 1...)
    if file["serializeImagePulls"].isTrue, (pulls.integer ?? 0) > 1 { refuse(pulls, .serialPulls) }
    let policy = file["imagePullCredentialsVerificationPolicy"]
    expect(
      policy,
      oneOf: ["NeverVerify", "NeverVerifyPreloadedImages", "NeverVerifyAllowlistedImages", "AlwaysVerify"])
    let allowed = file["preloadedImagesVerificationAllowlist"]
    if !allowed.isEmpty, !policy.hasText("NeverVerifyAllowlistedImages") { refuse(allowed, .allowlist) }
  }

  fileprivate mutating func kubeletLogs(_ file: Field) {
    expect(file["containerLogMaxFiles"], in: 2...)
    expect(file["containerLogMaxWorkers"], in: 1...)
    expectDuration(file["containerLogMonitorInterval"], from: "3s")
    let size = file["containerLogMaxSize"]
    if let text = size.text, !text.isEmpty, (Quantity(text)?.sign ?? -1) < 0 {
      refuse(size, .logSize(size), as: .quantity)
    }
    expectAbsolutePath(file["podLogsDir"])
    let query = file["enableSystemLogQuery"]
    if query.isTrue, file["enableSystemLogHandler"].node?.bool == false { refuse(query, .queryWithoutHandler) }
  }

  /// Fields that a feature gate guards, in the versions where it is off unless turned on.
  fileprivate mutating func kubeletGates(_ file: Field) {
    let gates = file["featureGates"]
    let period = file["cpuCFSQuotaPeriod"]
    if let value = period.duration, value.nanoseconds != 100_000_000 { gate("CustomCPUCFSQuotaPeriod", period, gates) }
    let swap = file["memorySwap"]["swapBehavior"]
    if !swap.isEmpty {
      inVersions(.since("1.25").subtracting(.since("1.30"))) { report in
        report.gate("NodeSwap", swap, gates)
        report.expect(swap, oneOf: ["LimitedSwap", "UnlimitedSwap"])
      }
      inVersions(.since("1.30")) { $0.expect(swap, oneOf: ["NoSwap", "LimitedSwap"]) }
    }
    if !file["qosReserved"].isEmpty { gate("QOSReserved", file["qosReserved"], gates) }
    let restart = file["crashLoopBackOff"]["maxContainerRestartPeriod"]
    inVersions(.since("1.32").subtracting(.since("1.35"))) { $0.gate("KubeletCrashLoopBackOffMax", restart, gates) }
    let policy = file["imagePullCredentialsVerificationPolicy"]
    inVersions(.since("1.33").subtracting(.since("1.35"))) {
      $0.gate("KubeletEnsureSecretPulledImages", policy, gates)
    }
  }

  private mutating func gate(_ name: StaticString, _ field: Field, _ gates: Field) {
    if field.isGiven, !gates[name].isTrue { refuse(field, .gate(name, field), as: .forbidden) }
  }

  fileprivate mutating func tls(_ file: Field) {
    expect(file["tlsMinVersion"], oneOf: ["VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13"])
    for suite in file["tlsCipherSuites"].items where !suite.isEmpty && !Words.cipherSuites.contains(suite) {
      refuse(suite, .suite(suite), as: .notSupported)
    }
  }
}

extension Field {
  /// A number with or without a fraction.
  fileprivate var number: Double? {
    switch node?.scalar {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }
}

extension Words {
  /// The cipher suites of Go's `crypto/tls`, the insecure ones included.
  fileprivate static let cipherSuites: Words = [
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA",
    "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_RC4_128_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_RSA_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_128_CBC_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA",
    "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_RC4_128_SHA",
  ]
}

extension Message {
  fileprivate static var timeOfTaint: Message {
    Message(en: "the node writes the time itself: remove it", ko: "시각은 노드가 씁니다: 지우십시오")
  }

  fileprivate static var factor: Message {
    Message(en: "the factor is a part of the whole: use more than 0, at most 1", ko: "비율입니다: 0보다 크고 1 이하로 쓰십시오")
  }

  fileprivate static var idsPerPod: Message {
    Message(en: "each Pod gets whole blocks of 65536 ids: use a multiple", ko: "Pod마다 65536개 단위로 받습니다: 배수를 쓰십시오")
  }

  fileprivate static func driver(_ field: Field) -> Message {
    Message(
      en: "there is no cgroup driver '\(field.written)', and the kubelet takes 'cgroupfs': write that or 'systemd'",
      ko: "cgroup 드라이버 '\(field.written)'은(는) 없어 kubelet이 'cgroupfs'로 동작합니다: 그것이나 'systemd'를 쓰십시오")
  }

  fileprivate static var runOnce: Message {
    Message(
      en: "'runOnce' is deprecated, and newer kubelets refuse it: remove it", ko: "'runOnce'는 최신 kubelet이 거부합니다: 지우십시오")
  }

  fileprivate static var noCgroupRoot: Message {
    Message(
      en: "'systemCgroups' lies below a root: add 'cgroupRoot'", ko: "'systemCgroups'에는 루트가 필요합니다: 'cgroupRoot'를 추가하십시오"
    )
  }

  fileprivate static var twoShutdowns: Message {
    Message(
      en: "shutdown goes by priority or by 'shutdownGracePeriod': keep one",
      ko: "종료는 우선순위나 'shutdownGracePeriod'로 정합니다: 하나만 두십시오")
  }

  fileprivate static func imageAge(_ field: Field, _ minimum: String) -> Message {
    Message(
      en: "imageMaximumGCAge '\(field.written)' is not above imageMinimumGCAge '\(minimum)': raise it",
      ko: "imageMaximumGCAge '\(field.written)'이(가) imageMinimumGCAge '\(minimum)'보다 크지 않습니다: 올리십시오")
  }

  fileprivate static var serialPulls: Message {
    Message(
      en: "images are pulled one after another: write 'serializeImagePulls: false', or remove this",
      ko: "이미지를 하나씩 받습니다: 'serializeImagePulls: false'로 쓰거나 이것을 지우십시오")
  }

  fileprivate static var allowlist: Message {
    Message(
      en: "the list is read under 'NeverVerifyAllowlistedImages' only: set that policy or remove the list",
      ko: "'NeverVerifyAllowlistedImages'에서만 쓰는 목록입니다: 그 정책을 쓰거나 지우십시오")
  }

  fileprivate static func logSize(_ field: Field) -> Message {
    Message(
      en: "containerLogMaxSize '\(field.written)' is no size: write one such as '10Mi'",
      ko: "containerLogMaxSize '\(field.written)'은(는) 크기가 아닙니다: '10Mi'처럼 쓰십시오")
  }

  fileprivate static var queryWithoutHandler: Message {
    Message(
      en: "queries need the handler of logs: write 'enableSystemLogHandler: true'",
      ko: "로그 질의에는 핸들러가 필요합니다: 'enableSystemLogHandler: true'로 쓰십시오")
  }

  fileprivate static func gate(_ name: StaticString, _ field: Field) -> Message {
    Message(
      en: "'\(field.name)' needs the feature gate '\(name)', which is off: write '\(name): true' below 'featureGates'",
      ko: "'\(field.name)'에는 꺼져 있는 기능 게이트 '\(name)'이(가) 필요합니다: 'featureGates'에 '\(name): true'로 쓰십시오")
  }

  fileprivate static func suite(_ field: Field) -> Message {
    let near = Words.cipherSuites.nearest(to: field.written) ?? "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    return Message(
      en: "there is no cipher suite '\(field.written)': write one such as '\(near)'",
      ko: "암호 모음 '\(field.written)'은(는) 없습니다: '\(near)'처럼 쓰십시오")
  }
}
