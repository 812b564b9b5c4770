public import Findings

extension Grade {
  /// The grade in the shape of Exercism's test runners (version 3), with what a lab has beyond it.
  ///
  /// Members stand in a fixed order, so that the page and the command line give the same bytes.
  public var json: JSON {
    var members: [(String, JSON)] = [("version", .int(3)), ("status", .string(status.rawValue))]
    if !message.isEmpty { members.append(("message", .string(message))) }
    members += [
      ("lab", .string(lab)), ("language", .string(language)), ("points", .int(Int64(points))),
      ("maxPoints", .int(Int64(maxPoints))), ("tests", .array(results.map { $0.json(language) })),
      ("blocked", .array(ids(.blocked).map { .string($0) })),
    ]
    if let unreadable { members.append(("findings", .array([unreadable.json(language: language)]))) }
    members.append(
      (
        "digests",
        .object([
          ("lab", .string("sha256:" + digests.lab)), ("engine", .string("sha256:" + digests.engine)),
          ("submission", .string("sha256:" + digests.submission)),
        ])
      ))
    return .object(members)
  }
}

extension Grade.Result {
  func json(_ language: String) -> JSON {
    // The runner format knows three outcomes; `state` says the fourth and fifth.
    let status =
      switch state {
      case .passed: "pass"
      case .failed, .blocked: "fail"
      case .unknown: "error"
      }
    var members: [(String, JSON)] = [
      ("id", .string(id)), ("name", .string(title)), ("status", .string(status)), ("state", .string(state.rawValue)),
    ]
    if !message.isEmpty { members.append(("message", .string(message))) }
    if let feedback { members.append(("feedback", .string(id + "/" + feedback))) }
    members += [
      ("points", .int(Int64(points))), ("maxPoints", .int(Int64(maxPoints))),
      ("trace", .array(trace.map { $0.json(language) })),
    ]
    return .object(members)
  }
}

extension Grade.TraceLine {
  func json(_ language: String) -> JSON {
    var members: [(String, JSON)] = [
      ("kind", .string(isNearMiss ? "nearMiss" : "decision")), ("message", .string(message.text(in: language))),
    ]
    if let source {
      let at = source.position(at: range.start)
      members += [
        ("file", .string(source.name)), ("line", .int(Int64(at.line))), ("column", .int(Int64(at.column))),
        ("path", .string(path.jsonPointer)), ("field", .string(path.description)),
      ]
    }
    return .object(members)
  }
}
