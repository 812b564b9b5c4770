import Findings
import Schema
import YAML

extension KindValidation {
  /// mesh.md 9
  static let virtualService = KindValidation(
    "networking.istio.io/v1", "VirtualService",
    earlier: ["networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"], metadata: .general,
    examples: [
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: orders}
        spec:
          hosts: [orders]
          http:
          - match:
            - uri: {prefix: /v2/}
              headers: {x-team: {exact: blue}}
            route:
            - destination: {host: orders, subset: v2}
            timeout: 2s
            retries: {attempts: 3, perTryTimeout: 500ms, retryOn: "5xx,connect-failure"}
          - route:
            - {destination: {host: orders, subset: v1}, weight: 90}
            - {destination: {host: orders, subset: v2}, weight: 10}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: orders}
        spec:
          hosts: [orders, orders] # ←
          http:
          - match:
            - uri: {regex: "/v2/(?=a)"} # ←
            route: # ←
            - destination: {host: "*"} # ←
            redirect: {redirectCode: 200} # ←
          - route:
            - {destination: {host: orders}, weight: 0} # ←
            - {destination: {host: stock}, weight: 0}
            fault: {delay: {percentage: {value: 120}, fixedDelay: 1s}} # ←
            timeout: fast # ←
            retries: {attempts: 0, retryOn: whenever} # ←
          - name: unreached # ←
            route:
            - destination: {host: orders}
        """),
      Example(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: orders}
        spec: # ←
          hosts: ["*"] # ←
        """),
    ]
  ) { report, object in
    report.virtualService(object["spec"])
  }
}

extension Report {
  fileprivate mutating func virtualService(_ spec: Field) {
    let (hosts, gateways) = (spec["hosts"], spec["gateways"])
    let isInMesh = gateways.isEmpty || gateways.items.contains { $0.hasText("mesh") }
    let isDelegate = hosts.isEmpty
    for gateway in gateways.items { gatewayName(gateway) }
    for host in hosts.items {
      demandHost(host, allowsAddress: true)
      if isInMesh, host.hasText("*") { deny(host, .everyHostInMesh) }
    }
    coveredHosts(hosts)
    let routes = [spec["http"], spec["tls"], spec["tcp"]]
    if isDelegate {
      for field in [gateways, spec["tls"], spec["tcp"]] where !field.isEmpty { deny(field, .inDelegate(field)) }
    }
    if routes.allSatisfy({ $0.isEmpty }) { deny(spec["http"], .noRoutes) }
    let atGateway = !gateways.isEmpty && !gateways.items.allSatisfy { $0.hasText("mesh") }
    for route in spec["http"].items { httpRoute(route, isDelegate: isDelegate, isAtGateway: atGateway) }
    order(of: Array(spec["http"].items))
    for route in spec["tls"].items { tlsRoute(route, hosts: hosts) }
    for route in spec["tcp"].items { tcpRoute(route) }
    exportTo(spec["exportTo"])
  }

  private mutating func gatewayName(_ gateway: Field) {
    let text = gateway.text ?? ""
    if text.isEmpty { return deny(gateway, .meshEmpty(gateway)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1, text.utf8.contains(UInt8(ascii: ".")) {
      return warn(.mesh, at: gateway, .dottedGateway(gateway))
    }
    if parts.count > 2 || parts.contains(where: { !MeshHost.isName(String($0), allowsWildcard: false) }) {
      deny(gateway, .noGateway(gateway))
    }
  }

  /// Hosts of which one stands for another too. Wildcards are few, so each is held against all.
  private mutating func coveredHosts(_ hosts: Field) {
    let all = Array(hosts.items)
    denyRepeated(all) { .meshRepeated($0) }
    let texts = all.map { $0.text ?? "" }
    for (wide, host) in all.enumerated() where texts[wide].hasPrefix("*") {
      for (narrow, other) in all.enumerated()
      where narrow != wide && texts[narrow] != texts[wide] && MeshHost.covers(texts[wide], texts[narrow]) {
        deny(other, .covered(other, by: host), related: [Related(range: host.range, message: .firstOne)])
        if findings.count > 100 { return }
      }
    }
  }

  // MARK: Routes

  private mutating func httpRoute(_ route: Field, isDelegate: Bool, isAtGateway: Bool) {
    let (targets, redirect, response, delegate) = (
      route["route"], route["redirect"], route["directResponse"], route["delegate"]
    )
    let answers = [redirect, response].filter { $0.isGiven }
    if delegate.isGiven {
      if isDelegate { deny(delegate, .delegateOfDelegate) }
      for field in [targets, redirect, response] where field.isGiven && !field.isEmpty {
        deny(field, .besideDelegate(field), related: [Related(range: delegate.range, message: .firstOne)])
      }
      demand(delegate["name"])
    } else if targets.isEmpty, answers.isEmpty {
      deny(targets.isGiven ? targets : route, .goesNowhere)
    }
    if let answer = answers.first {
      for field in [targets, route["fault"], route["rewrite"]] where !field.isEmpty {
        deny(field, .answeredAlready(field, by: answer), related: [Related(range: answer.range, message: .firstOne)])
      }
      if answers.count > 1, let second = answers.last { deny(second, .answeredAlready(second, by: answer)) }
    }
    if route["mirror"].isGiven, route["mirrors"].isGiven { deny(route["mirrors"], .mirrorTwice) }
    for name in ["mirrorPercent", "mirror_percent"] as [StaticString] where route[name].isGiven {
      warn(.mesh, at: route[name], .oldMirrorPercent)
    }
    for match in route["match"].items { httpMatch(match, isAtGateway: isAtGateway) }
    destinations(targets)
    if route["mirror"].isGiven { destination(route["mirror"]) }
    for mirror in route["mirrors"].items { destination(mirror["destination"]) }
    redirection(redirect)
    if let status = response["status"].integer, !(200...599).contains(status) {
      deny(response["status"], .noStatus(response["status"]))
    }
    fault(route["fault"])
    demandDuration(route["timeout"])
    demandDuration(route["corsPolicy"]["maxAge"])
    retries(route["retries"])
  }

  private mutating func destinations(_ targets: Field) {
    var sum: Int64 = 0
    for target in targets.items {
      if !target["destination"].isGiven { deny(target, .meshMissing(target["destination"])) }
      destination(target["destination"])
      let weight = target["weight"].integer ?? 0
      if weight < 0 { deny(target["weight"], .negativeWeight) }
      sum = sum.addingReportingOverflow(max(0, weight)).partialValue
    }
    // Weights that nobody wrote are zero too.
    if targets.count > 1, sum == 0, let first = targets.items.first(where: { _ in true }) {
      deny(first["weight"].isGiven ? first["weight"] : targets, .noDestinationWeight)
    }
  }

  private mutating func destination(_ destination: Field) {
    guard destination.isGiven else { return }
    let (host, subset) = (destination["host"], destination["subset"])
    if host.hasText("*") { deny(host, .anyDestination) } else { demandHost(host, allowsAddress: true) }
    if !subset.isEmpty { demandLabel(subset) }
    demandPort(destination["port"]["number"])
  }

  private mutating func redirection(_ redirect: Field) {
    guard redirect.isGiven else { return }
    let (uri, prefix, code, scheme) = (
      redirect["uri"], redirect["prefixRewrite"], redirect["redirectCode"], redirect["scheme"]
    )
    let says = [uri, prefix, code, scheme, redirect["authority"], redirect["port"], redirect["derivePort"]]
    if says.allSatisfy({ $0.isEmpty }) { deny(redirect, .meshEmpty(redirect)) }
    if !uri.isEmpty, !prefix.isEmpty { deny(prefix, .uriAndPrefix) }
    if let number = code.integer, number != 0, !(300...399).contains(number) { deny(code, .noRedirectCode(code)) }
    if !scheme.isEmpty, !scheme.hasText("http"), !scheme.hasText("https") { deny(scheme, .noScheme(scheme)) }
  }

  private mutating func fault(_ fault: Field) {
    guard fault.isGiven else { return }
    let (abort, delay) = (fault["abort"], fault["delay"])
    if !abort.isGiven, !delay.isGiven { return deny(fault, .meshEmpty(fault)) }
    if let status = abort["httpStatus"].integer, !(200...600).contains(status) {
      deny(abort["httpStatus"], .noStatus(abort["httpStatus"]))
    }
    let errors = ["httpStatus", "grpcStatus", "http2Error"] as [StaticString]
    if abort.isGiven, !errors.contains(where: { abort[$0].isGiven }) { warn(.mesh, at: abort, .abortsWithNothing) }
    for percentage in [abort["percentage"]["value"], delay["percentage"]["value"], delay["percent"]] {
      let value: Double? =
        switch percentage.node?.scalar {
        case .integer(let number)?: Double(number)
        case .float(let number)?: number
        default: nil
        }
      if let value, !(0...100).contains(value) { deny(percentage, .noShare(percentage)) }
    }
    demandDuration(delay["fixedDelay"])
    if delay["exponentialDelay"].isGiven { deny(delay["exponentialDelay"], .exponentialDelay) }
  }

  private mutating func retries(_ retries: Field) {
    guard retries.isGiven else { return }
    let (attempts, on) = (retries["attempts"], retries["retryOn"])
    if let number = attempts.integer, number < 0 { deny(attempts, .negativeAttempts) }
    if (attempts.integer ?? 0) == 0 {
      let others = ["perTryTimeout", "retryOn", "retryRemoteLocalities", "backoff"] as [StaticString]
      if let other = others.first(where: { !retries[$0].isEmpty }) { deny(retries[other], .noAttempts(retries[other])) }
    }
    demandDuration(retries["perTryTimeout"])
    demandDuration(retries["backoff"])
    for reason in (on.text ?? "").split(separator: ",") {
      let word = reason.trimmingASCIIBlanks
      if Int64(word) != nil || Report.retryReasons.contains(String(word)) || word.isEmpty { continue }
      deny(on, .noRetryReason(String(word)))
    }
  }

  /// Envoy's reasons of both protocols.
  private static let retryReasons = [
    "5xx", "gateway-error", "reset", "reset-before-request", "connect-failure", "retriable-4xx", "refused-stream",
    "retriable-status-codes", "retriable-headers", "envoy-ratelimited", "http3-post-connect-failure", "cancelled",
    "deadline-exceeded", "internal", "resource-exhausted", "unavailable",
  ]

  // MARK: Order

  /// The first route that matches is taken: what comes after one without conditions never is.
  private mutating func order(of routes: [Field]) {
    var all: Field?
    for route in routes {
      if let all {
        deny(route, .neverReached, related: [Related(range: all.range, message: .takesAll)])
        continue
      }
      if route["match"].isEmpty { all = route }
    }
  }
}

extension Substring {
  fileprivate var trimmingASCIIBlanks: Substring {
    var text = self
    while text.utf8.first == 0x20 { text = text.dropFirst() }
    while text.utf8.last == 0x20 { text = text.dropLast() }
    return text
  }
}
