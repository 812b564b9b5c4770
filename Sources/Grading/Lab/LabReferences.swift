import Findings
import YAML

/// Checks that the names in a lab lead somewhere: needs, failed, blocked, says.
struct LabReferences {
  let lab: Lab
  let root: Node
  let findings: LabFindings

  func check() {
    let items = root["requirements"].map { Array($0.items) } ?? []
    // Names of requirements whose rest could not be read count as known.
    let ids = items.map { $0["id"]?.text ?? "" }
    var seen: Set<String> = []
    for item in items {
      if let id = item["id"], !seen.insert(id.text).inserted {
        findings.add(
          "lab/duplicate-id", id,
          Message(en: "the id '\(id.text)' is taken: write another", ko: "id '\(id.text)'가 이미 있습니다: 다른 것으로 쓰세요"))
      }
      for need in item["needs"]?.items.map({ $0 }) ?? [] where need.isScalar { known(need, ids) }
    }
    checkCycles(items, ids)
    checkAnswers(ids, items)
  }

  private func known(_ node: Node, _ ids: [String]) {
    unknown(LabReference(name: node.text, range: node.range), node.path, ids, "lab/unknown-requirement")
  }

  private func unknown(_ reference: LabReference, _ path: FieldPath, _ words: [String], _ id: String) {
    guard !words.contains(reference.name) else { return }
    let hint = Nearest.word(to: reference.name, among: words)
    let what = id == "lab/unknown-feedback" ? (en: "feedback", ko: "피드백") : (en: "requirement", ko: "요구 사항")
    findings.add(
      id, reference.range, path,
      Message(
        en: "there is no \(what.en) '\(reference.name)'" + (hint.map { ": did you mean '\($0)'?" } ?? " in this lab"),
        ko: "'\(reference.name)'라는 \(what.ko)이(가) 없습니다" + (hint.map { ": '\($0)'인가요?" } ?? "")))
  }

  /// A requirement that needs itself, directly or through others, could never be judged.
  private func checkCycles(_ items: [Node], _ ids: [String]) {
    // Requirements are settled one after the other; what is left when none can be settled needs itself.
    var open = Array(items.indices)
    var settled: Set<String> = []
    while true {
      let ready = open.filter { index in
        items[index]["needs"]?.items.allSatisfy { settled.contains($0.text) || !ids.contains($0.text) } ?? true
      }
      if ready.isEmpty { break }
      for index in ready { settled.insert(ids[index]) }
      open.removeAll { ready.contains($0) }
    }
    guard let first = open.first(where: { isOnCycle($0, items, ids) }), let needs = items[first]["needs"] else {
      return
    }
    findings.add(
      "lab/needs-cycle", needs,
      Message(
        en: "the requirement '\(ids[first])' needs itself in the end: break the circle",
        ko: "요구 사항 '\(ids[first])'이(가) 결국 자기 자신을 필요로 합니다: 순환을 끊으세요"))
  }

  private func isOnCycle(_ start: Int, _ items: [Node], _ ids: [String]) -> Bool {
    var waiting = items[start]["needs"]?.items.map { $0.text } ?? []
    var seen: Set<String> = []
    while let id = waiting.popLast() {
      if id == ids[start] { return true }
      guard !seen.contains(id), let index = ids.firstIndex(of: id) else { continue }
      seen.insert(id)
      waiting += items[index]["needs"]?.items.map { $0.text } ?? []
    }
    return false
  }

  private func checkAnswers(_ ids: [String], _ items: [Node]) {
    var feedback: [String] = []
    for item in items {
      guard let id = item["id"]?.text, let list = item["feedback"] else { continue }
      for entry in list.items { feedback.append(id + "/" + (entry["id"]?.text ?? "")) }
    }
    let path = FieldPath.root.field("answers")
    for (index, answer) in lab.answers.enumerated() {
      let place = path.index(index)
      for name in answer.failed ?? [] { unknown(name, place.field("failed"), ids, "lab/unknown-requirement") }
      for name in answer.blocked ?? [] { unknown(name, place.field("blocked"), ids, "lab/unknown-requirement") }
      for name in answer.says { unknown(name, place.field("says"), feedback, "lab/unknown-feedback") }
    }
  }
}
