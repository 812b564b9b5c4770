extension LocatedFinding {
  /// The finding as every machine format of the product carries it. Members that have nothing to say are left out.
  ///
  /// `path` is a JSON Pointer (RFC 6901) and `field` the API server's way of writing it.
  public func json(language: String = "en") -> JSON {
    let start = position
    let end = source.position(at: range.end)
    var members: [(String, JSON)] = [
      ("id", .string(finding.id)),
      ("severity", .string(finding.severity.rawValue)),
      ("file", .string(source.name)),
      ("line", .int(Int64(start.line))),
      ("column", .int(Int64(start.column))),
      ("endLine", .int(Int64(end.line))),
      ("endColumn", .int(Int64(end.column))),
      ("path", .string(finding.path.jsonPointer)),
      ("field", .string(finding.path.description)),
      ("message", .string(finding.message.text(in: language))),
    ]
    if let server = finding.server {
      var answer: [(String, JSON)] = [
        ("type", .string(server.kind.rawValue)), ("field", .string(server.field.description)),
      ]
      if let value = server.value { answer.append(("value", .string(value))) }
      answer.append(("detail", .string(server.detail)))
      if let program = server.program { answer.append(("program", .string(program))) }
      members.append(("server", .object(answer)))
    }
    if let versions = finding.versions { members.append(("versions", versions.json)) }
    if let reason = finding.reason { members.append(("why", .string(reason.text(in: language)))) }
    if let advice = finding.advice { members.append(("advice", .string(advice.text(in: language)))) }
    if let fix = finding.fix { members.append(("fix", .string(fix.title.text(in: language)))) }
    if !related.isEmpty {
      members.append(
        (
          "related",
          .array(
            related.map { place in
              let at = place.source.position(at: place.range.start)
              return .object([
                ("file", .string(place.source.name)), ("line", .int(Int64(at.line))),
                ("column", .int(Int64(at.column))), ("message", .string(place.message.text(in: language))),
              ])
            })
        ))
    }
    return .object(members)
  }
}

extension VersionSet {
  /// `["1.34","1.35"]`.
  public var json: JSON { .array(versions.map { .string($0.description) }) }
}
