import Findings

/// Connections of a destination or a sidecar (mesh.md 9).
extension Report {
  mutating func connectionPool(_ pool: Field) {
    let (tcp, http) = (pool["tcp"], pool["http"])
    for field in [
      tcp["connectTimeout"], tcp["maxConnectionDuration"], tcp["tcpKeepalive"]["time"], http["idleTimeout"],
      http["http2KeepAlive"]["interval"], http["http2KeepAlive"]["timeout"],
    ] { demandDuration(field) }
    demandDuration(tcp["idleTimeout"], orZero: true)
    for field in [
      tcp["maxConnections"], http["http1MaxPendingRequests"], http["http2MaxRequests"],
      http["maxRequestsPerConnection"], http["maxRetries"], http["maxConcurrentStreams"],
    ] {
      if let number = field.integer, number < 0 { deny(field, .negative(field)) }
    }
  }
}

extension Message {
  fileprivate static func negative(_ field: Field) -> Message {
    Message(
      en: "\(field.name) \(field.written) is below zero: use 0 or more",
      ko: "\(field.name) \(field.written)은(는) 0보다 작습니다: 0 이상을 쓰십시오")
  }
}
