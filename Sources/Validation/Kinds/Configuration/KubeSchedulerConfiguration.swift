import Findings
import Schema
import YAML

extension KindValidation {
  /// kube-scheduler, `ValidateKubeSchedulerConfiguration`
  static let kubeSchedulerConfiguration = KindValidation.file(
    "kubescheduler.config.k8s.io/v1", "KubeSchedulerConfiguration", readBy: "kube-scheduler",
    others: ["kubescheduler.config.k8s.io/v1beta2", "kubescheduler.config.k8s.io/v1beta3"],
    examples: [
      Example(
        """
        apiVersion: kubescheduler.config.k8s.io/v1
        kind: KubeSchedulerConfiguration
        parallelism: 16
        leaderElection: {leaderElect: true, leaseDuration: 15s, renewDeadline: 10s, retryPeriod: 2s}
        profiles:
        - schedulerName: default-scheduler
          plugins:
            score:
              disabled: [{name: NodeResourcesBalancedAllocation}]
              enabled: [{name: ImageLocality, weight: 2}]
          pluginConfig:
          - name: NodeResourcesFit
            args:
              scoringStrategy:
                type: MostAllocated
                resources: [{name: cpu, weight: 1}]
        - schedulerName: batch
        """),
      Example(
        """
        apiVersion: kubescheduler.config.k8s.io/v1
        kind: KubeSchedulerConfiguration
        parallelism: -1 # ←
        percentageOfNodesToScore: 101 # ←
        podInitialBackoffSeconds: 20 # ←
        leaderElection:
          leaderElect: true
          renewDeadline: 30s # ←
          resourceLock: endpoints # ←
        profiles:
        - schedulerName: a
          plugins:
            score:
              enabled:
              - {name: ImageLocality}
              - {name: ImageLocality} # ←
          pluginConfig:
          - name: InterPodAffinity
            args: {hardPodAffinityWeight: 101} # ←
          - name: InterPodAffinity # ←
          - name: NodeResourcesFit
            args:
              scoringStrategy:
                type: Most # ←
          - name: PodTopologySpread
            args:
              defaultingType: System # ←
              defaultConstraints:
              - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: Never} # ←
        - schedulerName: a # ←
        extenders:
        - {urlPrefix: "http://a", prioritizeVerb: score, weight: 0} # ←
        """),
    ]
  ) { report, file in
    report.expect(file["clientConnection"]["burst"], in: 0...)
    report.leaderElection(file["leaderElection"])
    report.expect(file["parallelism"], in: 1...)
    report.expect(file["percentageOfNodesToScore"], in: 0...100)
    report.backoff(file)
    let profiles = file["profiles"]
    if profiles.isGiven, profiles.count > 1 {
      for profile in profiles.items { report.require(profile["schedulerName"], .noSchedulerName) }
    }
    report.expectUnique(profiles, by: "schedulerName")
    for profile in profiles.items { report.profile(profile) }
    report.extenders(file["extenders"])
  }
}

extension Report {
  /// component-base, `ValidateLeaderElectionConfiguration`, and what client-go asks of the three durations.
  mutating func leaderElection(_ election: Field) {
    guard !election["leaderElect"].isGiven || election["leaderElect"].isTrue else { return }
    for name in ["leaseDuration", "renewDeadline", "retryPeriod"] as [StaticString] {
      expectDuration(election[name], from: "1ns", orZero: true)
    }
    expectOrder(election["renewDeadline"], default: "10s", below: election["leaseDuration"], default: "15s")
    expectOrder(election["retryPeriod"], default: "2s", below: election["renewDeadline"], default: "10s")
    let lock = election["resourceLock"]
    if !lock.isEmpty, !lock.hasText("leases") { refuse(lock, .lock(lock), as: .notSupported) }
  }

  fileprivate mutating func backoff(_ file: Field) {
    let (first, last) = (file["podInitialBackoffSeconds"], file["podMaxBackoffSeconds"])
    expect(first, in: 1...)
    expectOrder(first, default: 1, below: last, default: 10, orEqual: true)
  }

  fileprivate mutating func profile(_ profile: Field) {
    expect(profile["percentageOfNodesToScore"], in: 0...100)
    for (_, set) in profile["plugins"].entries {
      for plugin in set["enabled"].items {
        require(plugin["name"])
        if Words.goneVolumePlugins.contains(plugin["name"]) {
          inVersions(.withoutVolumePlugins) { $0.refuse(plugin["name"].reported(at: plugin), .gone(plugin["name"])) }
        }
      }
      expectUnique(set["enabled"], by: "name")
    }
    let queueSort = profile["plugins"]["queueSort"]["enabled"]
    if queueSort.count > 1 { refuse(queueSort, .oneQueueSort) }
    for config in profile["pluginConfig"].items { pluginArguments(config["name"], config["args"]) }
    for (config, first) in profile["pluginConfig"].repetitions(by: { $0["name"].text }) {
      addDuplicate(config["name"].reported(at: config), of: first["name"])
    }
  }

  fileprivate mutating func extenders(_ extenders: Field) {
    var binders = 0
    for extender in extenders.items {
      if !extender["prioritizeVerb"].isEmpty, (extender["weight"].integer ?? 0) <= 0 {
        refuse(extender["weight"], .extenderWeight, as: .numberRange)
      }
      if !extender["bindVerb"].isEmpty { binders += 1 }
      for resource in extender["managedResources"].items { expect(given: resource["name"], .qualifiedName) }
    }
    if binders > 1 { refuse(extenders, .oneBinder) }
  }
}

extension Words {
  fileprivate static let goneVolumePlugins: Words = ["AzureDiskLimits", "CinderLimits", "EBSLimits", "GCEPDLimits"]
}

extension VersionSet {
  /// Limits of volumes of single clouds went into NodeVolumeLimits; the API's sources refuse their plugins since 1.33.
  fileprivate static let withoutVolumePlugins = VersionSet.since("1.33")
}

extension Message {
  fileprivate static var noSchedulerName: Message {
    Message(
      en: "of several profiles each needs a name for Pods to ask for: add 'schedulerName'",
      ko: "프로필이 여럿이면 Pod가 고를 이름이 필요합니다: 'schedulerName'을 추가하십시오")
  }

  fileprivate static func lock(_ field: Field) -> Message {
    Message(
      en: "resourceLock '\(field.written)' is gone: write 'leases'",
      ko: "resourceLock '\(field.written)'은(는) 없어졌습니다: 'leases'로 쓰십시오")
  }

  fileprivate static func gone(_ field: Field) -> Message {
    Message(
      en: "the plugin '\(field.written)' is gone: use 'NodeVolumeLimits'",
      ko: "플러그인 '\(field.written)'은(는) 없어졌습니다: 'NodeVolumeLimits'를 쓰십시오")
  }

  fileprivate static var oneQueueSort: Message {
    Message(en: "one plugin sorts the queue: keep one", ko: "큐를 정렬하는 플러그인은 하나입니다: 하나만 두십시오")
  }

  fileprivate static var extenderWeight: Message {
    Message(
      en: "an extender that prioritizes needs a weight: write 1 or more", ko: "점수를 주는 extender에는 가중치가 필요합니다: 1 이상을 쓰십시오"
    )
  }

  fileprivate static var oneBinder: Message {
    Message(
      en: "one extender binds Pods: keep 'bindVerb' in one", ko: "Pod를 바인딩하는 extender는 하나입니다: 'bindVerb'를 하나만 두십시오")
  }
}
