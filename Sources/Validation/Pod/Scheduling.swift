import Findings
import Schema
import YAML

extension Report {
  /// Affinity (core.md 3.12).
  mutating func affinity(_ affinity: Field, in pod: PodScope) {
    guard affinity.isGiven else { return }
    let nodes = affinity["nodeAffinity"]
    if nodes["requiredDuringSchedulingIgnoredDuringExecution"].isGiven {
      nodeSelector(nodes["requiredDuringSchedulingIgnoredDuringExecution"])  // AFF1
    }
    for preferred in nodes["preferredDuringSchedulingIgnoredDuringExecution"].items {
      expectWeight(preferred["weight"])  // AFF2
      nodeSelectorTerm(preferred["preference"], checkingValues: false)  // AFF3
    }
    for pods in [affinity["podAffinity"], affinity["podAntiAffinity"]] {
      for term in pods["requiredDuringSchedulingIgnoredDuringExecution"].items { podAffinityTerm(term, in: pod) }
      for preferred in pods["preferredDuringSchedulingIgnoredDuringExecution"].items {
        expectWeight(preferred["weight"])  // AFF4
        podAffinityTerm(preferred["podAffinityTerm"], in: pod)
      }
    }
  }

  private mutating func expectWeight(_ weight: Field) {
    if weight.isGiven { return expect(weight, in: 1...100) }
    add(.numberRange, at: weight, .invalid, .noWeight, detail: "must be in the range 1-100")
  }

  private mutating func podAffinityTerm(_ term: Field, in pod: PodScope) {
    labelSelector(term["labelSelector"])  // AFF5
    labelSelector(term["namespaceSelector"])  // AFF5
    for name in term["namespaces"].items { expect(always: name.reported(at: term, "namespace"), .label) }  // AFF6
    require(term["topologyKey"])  // AFF7
    expect(always: term["topologyKey"], .qualifiedName)  // AFF8
    if term.has("matchLabelKeys") || term.has("mismatchLabelKeys") {
      inVersions(.affinityLabelKeys) { $0.labelKeys(of: term, in: pod) }  // AFF9–AFF12
    }
  }

  mutating func topologySpread(_ constraints: Field, in pod: PodScope) {
    uniqueConstraints(constraints)
    for constraint in constraints.items {
      let (skew, key, action) = (constraint["maxSkew"], constraint["topologyKey"], constraint["whenUnsatisfiable"])
      if skew.isGiven { expect(skew, in: 1...) } else { add(.numberRange, at: skew, .invalid, .noSkew) }  // AFF13
      require(key)  // AFF14
      expect(always: action, oneOf: ["DoNotSchedule", "ScheduleAnyway"])  // AFF15
      inVersions(.minDomains) { report in
        report.expect(constraint["minDomains"], in: 1...)  // AFF17
        if constraint["minDomains"].isGiven, !action.hasText("DoNotSchedule") {
          report.refuse(constraint["minDomains"], .minDomains)  // AFF18
        }
      }
      inVersions(.nodeInclusion) { report in
        report.expect(given: constraint["nodeAffinityPolicy"], oneOf: ["Honor", "Ignore"])  // AFF19
        report.expect(given: constraint["nodeTaintsPolicy"], oneOf: ["Honor", "Ignore"])  // AFF19
      }
      if constraint.has("matchLabelKeys") {
        inVersions(.spreadLabelKeys) { $0.labelKeys(ofSpread: constraint, in: pod) }  // AFF20–AFF22
      }
      labelSelector(constraint["labelSelector"])  // AFF23
    }
  }

  /// At the earlier of two constraints that ask for the same.
  private mutating func uniqueConstraints(_ constraints: Field) {
    var last: [String: Field] = [:]
    for constraint in constraints.items.reversed() {
      guard let key = constraint["topologyKey"].text, let action = constraint["whenUnsatisfiable"].text else {
        continue
      }
      let pair = "\(action) \(key)"
      if let other = last[pair] {
        let place = constraint["topologyKey"].reported(at: constraint, "{topologyKey, whenUnsatisfiable}")
        addDuplicate(place, of: other["topologyKey"])  // AFF16
      }
      last[pair] = constraint
    }
  }

  /// Tolerations (core.md 3.13).
  mutating func tolerations(_ tolerations: Field) {
    for toleration in tolerations.items {
      let (key, word, value, effect) = (
        toleration["key"], toleration["operator"], toleration["value"], toleration["effect"]
      )
      expect(key, .qualifiedName)  // TOL1
      if key.isEmpty, !word.hasText("Exists") { refuse(word, .keylessToleration) }  // TOL2
      if toleration["tolerationSeconds"].isGiven, !effect.hasText("NoExecute") {
        refuse(effect, .tolerationSeconds)  // TOL3
      }
      switch word.text ?? "" {
      case "", "Equal":
        if let text = value.text, !Grammar.labelValue.matches(text) {
          expect(given: value.reported(at: toleration, "operator"), .labelValue)  // TOL4
        }
      case "Exists":
        if !value.isEmpty { refuse(value.reported(at: toleration, "operator"), .valueOfExists) }  // TOL5
      default: expect(word, oneOf: ["Equal", "Exists"])  // TOL6
      }
      expect(effect, oneOf: ["NoSchedule", "PreferNoSchedule", "NoExecute"])  // TOL7
    }
  }

  /// How names are found: `dnsConfig` and `hostAliases`.
  mutating func names(_ spec: Field) {
    let config = spec["dnsConfig"]
    let servers = config["nameservers"]
    for alias in spec["hostAliases"].items {
      expectIP(alias["ip"])  // TOL16
      for name in alias["hostnames"].items { expect(always: name, .subdomain) }  // TOL17
    }
    if spec["dnsPolicy"].hasText("None") {
      if !config.isGiven { return add(.required, at: config, .required, .noDNSConfig) }  // TOL8
      if servers.isEmpty { return add(.required, at: servers, .required, .noDNSConfig) }  // TOL9
    }
    guard config.isGiven else { return }
    if servers.count > 3 { refuse(servers, .tooManyServers(servers.count), as: .tooMany) }  // TOL10
    for server in servers.items { expectIP(server) }  // TOL11
    searches(config["searches"])
    for option in config["options"].items { require(option["name"].reported(at: option)) }  // TOL15
  }

  private mutating func searches(_ searches: Field) {
    if searches.count > 32 { refuse(searches, .tooManySearches(searches.count), as: .tooMany) }  // TOL12
    var bytes = max(0, searches.count - 1)
    for search in searches.items {
      let text = search.text ?? ""
      bytes += text.utf8.count
      let name = text.hasSuffix(".") ? String(text.dropLast()) : text
      if text != ".", !Grammar.subdomainWithUnderscore.matches(name) {
        expect(always: search, .subdomainWithUnderscore)  // TOL14
      } else if !Grammar.subdomain.matches(name) {
        inVersions(.strictSearches) { $0.expect(given: search, .subdomain) }  // TOL14
      }
    }
    if bytes > 2048 { refuse(searches, .longSearches(2048), as: .tooLong) }  // TOL13
    inVersions(.fewSearches) { report in
      if (7...32).contains(searches.count) {
        report.refuse(searches, .tooManySearches(searches.count, limit: 6), as: .tooMany)  // TOL12
      }
      if (257...2048).contains(bytes) { report.refuse(searches, .longSearches(256), as: .tooLong) }  // TOL13
    }
  }
}

extension Message {
  fileprivate static var noWeight: Message {
    Message(en: "'weight' is missing: add a number from 1 to 100", ko: "'weight'가 없습니다: 1부터 100까지의 수를 쓰십시오")
  }

  fileprivate static var noSkew: Message {
    Message(en: "'maxSkew' is missing: add a number of 1 or more", ko: "'maxSkew'가 없습니다: 1 이상의 수를 쓰십시오")
  }

  fileprivate static var minDomains: Message {
    Message(
      en: "'minDomains' works with 'whenUnsatisfiable: DoNotSchedule' only: change that or remove it",
      ko: "'minDomains'는 'whenUnsatisfiable: DoNotSchedule'에서만 쓰입니다: 그것을 바꾸거나 지우십시오")
  }

  fileprivate static var keylessToleration: Message {
    Message(
      en: "a toleration without 'key' tolerates every taint: say so with 'operator: Exists', or add the key",
      ko: "'key' 없는 톨러레이션은 모든 테인트를 허용합니다: 'operator: Exists'로 밝히거나 키를 추가하십시오")
  }

  fileprivate static var tolerationSeconds: Message {
    Message(
      en: "'tolerationSeconds' goes with 'effect: NoExecute' only: write that effect or remove the seconds",
      ko: "'tolerationSeconds'는 'effect: NoExecute'에서만 쓰입니다: 그 효과를 쓰거나 초를 지우십시오")
  }

  fileprivate static var valueOfExists: Message {
    Message(
      en: "'Exists' looks at the key alone: remove 'value', or use 'Equal'",
      ko: "'Exists'는 키만 봅니다: 'value'를 지우거나 'Equal'을 쓰십시오")
  }

  fileprivate static var noDNSConfig: Message {
    Message(
      en: "'dnsPolicy: None' leaves the Pod without name servers: add 'dnsConfig.nameservers'",
      ko: "'dnsPolicy: None'이면 네임서버가 없습니다: 'dnsConfig.nameservers'를 추가하십시오")
  }

  fileprivate static func tooManyServers(_ count: Int) -> Message {
    Message(en: "\(count) name servers are too many: keep at most 3", ko: "네임서버 \(count)개는 너무 많습니다: 3개까지만 두십시오")
  }

  fileprivate static func tooManySearches(_ count: Int, limit: Int = 32) -> Message {
    Message(
      en: "\(count) search domains are too many: keep at most \(limit)",
      ko: "검색 도메인 \(count)개는 너무 많습니다: \(limit)개까지만 두십시오")
  }

  fileprivate static func longSearches(_ limit: Int) -> Message {
    Message(
      en: "the search domains are longer than \(limit) bytes together: shorten the list",
      ko: "검색 도메인을 합친 길이가 \(limit)바이트를 넘습니다: 목록을 줄이십시오")
  }
}
