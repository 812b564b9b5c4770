import Findings

/// How often the engine agrees, overall and by group.
struct AgreementTable {
  struct Row {
    var name: String
    var agreed = 0
    var disagreed = 0
    var unknown = 0
    var notComparable = 0

    /// Of the cases in which both gave a verdict; `nil` where there are none.
    var rate: Double? { agreed + disagreed == 0 ? nil : Double(agreed) / Double(agreed + disagreed) }

    mutating func add(_ judgement: APIServerResult.Judgement) {
      switch judgement {
      case .agrees: agreed += 1
      case .disagrees: disagreed += 1
      case .unknown: unknown += 1
      case .notComparable: notComparable += 1
      }
    }
  }

  private(set) var all = Row(name: "all")
  private(set) var stages: [Row] = []
  private(set) var kinds: [Row] = []
  /// Refused by both.
  private(set) var refused = 0
  private(set) var sameFaults = 0
  private(set) var firstField = 0

  init(_ results: [APIServerResult]) {
    var stages: [String: Row] = [:]
    var kinds: [String: Row] = [:]
    for result in results {
      all.add(result.judgement)
      stages[result.testCase.stage ?? "accepted", default: Row(name: result.testCase.stage ?? "accepted")]
        .add(result.judgement)
      kinds[result.testCase.kind ?? "(none)", default: Row(name: result.testCase.kind ?? "(none)")]
        .add(result.judgement)
      if result.judgement == .agrees, result.testCase.verdict == "reject" {
        refused += 1
        if result.hasSameFaults { sameFaults += 1 }
        if result.hasFirstField { firstField += 1 }
      }
    }
    self.stages = stages.values.sorted { $0.name < $1.name }
    self.kinds = kinds.values.sorted { ($0.disagreed, $1.name) > ($1.disagreed, $0.name) }
  }

  /// The rates that a ratchet keeps, by name.
  var rates: [(name: String, rate: Double)] {
    var rates: [(String, Double)] = []
    if let rate = all.rate { rates.append(("verdicts", rate)) }
    if refused > 0 {
      rates.append(("sameFaults", Double(sameFaults) / Double(refused)))
      rates.append(("firstField", Double(firstField) / Double(refused)))
    }
    return rates
  }

  func text(file: String) -> String {
    var lines = ["\(name(of: file)): \(line(all))"]
    if refused > 0 {
      lines.append(
        "  refused by both: \(refused); same (type, field) \(percent(sameFaults, refused)), "
          + "first field among ours \(percent(firstField, refused))")
    }
    lines.append("  by stage")
    lines += stages.map { "    \($0.name): \(line($0))" }
    lines.append("  by kind")
    lines += kinds.map { "    \($0.name): \(line($0))" }
    return lines.joined(separator: "\n")
  }

  func json(file: String) -> String {
    func object(_ row: Row) -> JSON {
      .object([
        ("name", .string(row.name)), ("agreed", .int(Int64(row.agreed))), ("disagreed", .int(Int64(row.disagreed))),
        ("unknown", .int(Int64(row.unknown))), ("notComparable", .int(Int64(row.notComparable))),
      ])
    }
    return JSON.object([
      ("file", .string(name(of: file))), ("all", object(all)), ("refused", .int(Int64(refused))),
      ("sameFaults", .int(Int64(sameFaults))), ("firstField", .int(Int64(firstField))),
      ("stages", .array(stages.map(object))), ("kinds", .array(kinds.map(object))),
    ]).text
  }

  private func name(of file: String) -> String { file.split(separator: "/").last.map { String($0) } ?? file }

  private func line(_ row: Row) -> String {
    var text = "\(percent(row.agreed, row.agreed + row.disagreed)) of \(row.agreed + row.disagreed) agree"
    if row.unknown > 0 { text += ", \(row.unknown) unknown" }
    if row.notComparable > 0 { text += ", \(row.notComparable) not comparable" }
    return text
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
