import Findings
import Resources
import Simulation
import YAML

/// Evaluates conditions over a submission.
struct Evaluator {
  let submission: Submission
  /// Decided once for all conditions that ask.
  private let access: Access
  private let volumes: VolumeBinding

  init(_ submission: Submission) {
    self.submission = submission
    access = Access(submission.state)
    volumes = VolumeBinding(submission.state)
  }

  /// Nesting is bounded by the YAML reader that read the condition.
  func evaluate(_ condition: Condition) -> Evaluation {
    switch condition {
    case .all(let conditions): all(conditions)
    case .any(let conditions): any(conditions)
    case .not(let condition): evaluate(condition).negated
    case .exists(let reference): exists(reference)
    case .field(let field): evaluate(field)
    case .valid: valid()
    case .lintClean(let rules): lintClean(rules)
    case .selects(let service, let workload): selects(service, workload)
    case .startup(let workload, let seconds): startup(workload, seconds)
    case .ready(let workload): ready(workload)
    case .can(let question): can(question)
    case .cannot(let question): can(question).negated
    case .binds(let claim, let volume, let namespace): binds(claim, volume, namespace)
    case .mounts(let workload, let claim, let path): mounts(workload, claim, path)
    }
  }

  private func all(_ conditions: [Condition]) -> Evaluation {
    var steps: [Step] = []
    var unknown: [Step] = []
    var failed: [Step] = []
    for condition in conditions {
      let evaluation = evaluate(condition)
      switch evaluation.answer {
      case .holds: steps += evaluation.steps
      case .fails: failed += evaluation.steps
      case .unknown: unknown += evaluation.steps
      }
    }
    if !failed.isEmpty { return Evaluation(.fails, distinct(failed)) }
    return unknown.isEmpty ? Evaluation(.holds, distinct(steps)) : Evaluation(.unknown, distinct(unknown))
  }

  private func any(_ conditions: [Condition]) -> Evaluation {
    var failed: [Step] = []
    var unknown: [Step] = []
    for condition in conditions {
      let evaluation = evaluate(condition)
      switch evaluation.answer {
      case .holds: return evaluation
      case .fails: failed += evaluation.steps
      case .unknown: unknown += evaluation.steps
      }
    }
    return unknown.isEmpty ? Evaluation(.fails, distinct(failed)) : Evaluation(.unknown, distinct(unknown))
  }

  /// Several conditions are often decided by one field for one reason; it is said once. At most 16.
  private func distinct(_ steps: [Step]) -> [Step] {
    var kept: [Step] = []
    for step in steps where kept.count < 16 {
      if !kept.contains(where: { $0.node == step.node && $0.message == step.message }) { kept.append(step) }
    }
    return kept
  }

  // MARK: Objects

  func object(_ reference: ObjectReference) -> Manifest? {
    submission.state.manifest(kind: reference.kind, name: reference.name, namespace: reference.namespace)
  }

  private func exists(_ reference: ObjectReference) -> Evaluation {
    guard let manifest = object(reference) else { return Evaluation(.fails, missing(reference)) }
    return Evaluation(
      .holds, [Step(Message(en: "\(reference.text) is there", ko: "\(reference.text)이(가) 있습니다"), at: manifest.node)])
  }

  /// That an object is missing, and what is almost it.
  func missing(_ reference: ObjectReference) -> [Step] {
    let there = submission.state.manifests
    let sameName = there.first { $0.kind == reference.kind && $0.name == reference.name }
    if let sameName {
      return [
        .nearMiss(
          Message(
            en: "the \(sameName.displayName) is in namespace '\(sameName.effectiveNamespace)', not "
              + "'\(reference.namespace ?? "default")'",
            ko: "\(sameName.displayName)이(가) 네임스페이스 '\(sameName.effectiveNamespace)'에 있습니다"),
          at: sameName.metadata?["namespace"] ?? sameName.metadata ?? sameName.node)
      ]
    }
    let otherName = there.first { $0.kind == reference.kind && isLearners($0) }
    if let otherName {
      return [
        .nearMiss(
          Message(
            en: "there is no \(reference.text), but \(otherName.displayName)",
            ko: "\(reference.text)은(는) 없고 \(otherName.displayName)이(가) 있습니다"),
          at: otherName.metadata?["name"] ?? otherName.node)
      ]
    }
    let otherKind = there.first { $0.name == reference.name && isLearners($0) }
    return [
      .nearMiss(
        Message(
          en: "there is no \(reference.text)" + (otherKind.map { ", but \($0.displayName)" } ?? ""),
          ko: "\(reference.text)이(가) 없습니다" + (otherKind.map { ": \($0.displayName)은(는) 있습니다" } ?? "")),
        at: otherKind?.node["kind"])
    ]
  }

  private func isLearners(_ manifest: Manifest) -> Bool {
    submission.files.contains { file in file.stream.documents.contains { $0 === manifest.node.tree } }
  }

  // MARK: Findings

  private func valid() -> Evaluation {
    if submission.isEmpty {
      return Evaluation(
        .fails, [.nearMiss(Message(en: "there is no object yet", ko: "아직 오브젝트가 없습니다"))])
    }
    let steps = steps { $0.severity == .error && !$0.id.hasPrefix("lint/") }
    if !steps.isEmpty { return Evaluation(.fails, steps) }
    var unjudged: [Step] = []
    for file in submission.files {
      for (range, reason) in file.judgement.unjudged { unjudged.append(Step(reason, at: file.node(at: range))) }
    }
    if !unjudged.isEmpty { return Evaluation(.unknown, distinct(unjudged)) }
    return Evaluation(
      .holds,
      [Step(Message(en: "the API server accepts every object", ko: "API 서버가 모든 오브젝트를 받아들입니다"))])
  }

  private func lintClean(_ rules: [String]) -> Evaluation {
    let steps = steps { finding in
      rules.isEmpty ? finding.severity == .error && finding.id.hasPrefix("lint/") : rules.contains(finding.id)
    }
    if !steps.isEmpty { return Evaluation(.fails, steps) }
    return Evaluation(.holds, [Step(Message(en: "these rules find nothing", ko: "이 규칙들이 찾은 것이 없습니다"))])
  }

  /// The findings that count, at most eight, each a step at its place.
  private func steps(where counts: (Finding) -> Bool) -> [Step] {
    var steps: [Step] = []
    for file in submission.files {
      for finding in file.judgement.findings where counts(finding) && steps.count < 8 {
        steps.append(.nearMiss(finding.message, at: file.node(at: finding.range)))
      }
    }
    return steps
  }

  // MARK: Behaviour that simulators answer

  private func can(_ question: AccessQuestion) -> Evaluation {
    let request = AccessRequest(
      user: question.user, groups: AccessRequest.groups(of: question.user), verb: question.verb,
      target: question.resource.hasPrefix("/")
        ? .path(question.resource)
        : AccessRequest.resource(question.resource, name: question.name ?? "", namespace: question.namespace ?? ""))
    let decision = access.decision(request)
    switch decision.outcome {
    case .allowed: return Evaluation(.holds, decision.steps)
    case .denied: return Evaluation(.fails, decision.steps)
    case .unknown: return Evaluation(.unknown, decision.steps)
    }
  }

  private func binds(_ claim: String, _ volume: String?, _ namespace: String?) -> Evaluation {
    let steps = volumes.steps(claim: claim, namespace: namespace, wanted: volume)
    switch volumes.outcome(claim: claim, namespace: namespace) {
    case .bound(let bound): return Evaluation(volume == nil || volume == bound ? .holds : .fails, steps)
    case .waitsForConsumer:
      // What a scheduled Pod would bring is not decided here, except that it never brings a volume that does not fit.
      let couldFit = volume.map { volumes.satisfies(volume: $0, claim: claim, namespace: namespace) } ?? true
      return Evaluation(couldFit && isUsed(claim, in: namespace) ? .unknown : .fails, steps)
    case .pending, nil: return Evaluation(.fails, steps)
    }
  }

  private func isUsed(_ claim: String, in namespace: String?) -> Bool {
    submission.state.manifests.contains { manifest in
      (namespace == nil || manifest.effectiveNamespace == namespace)
        && manifest.podTemplate?.spec?.volumes.contains { $0["persistentVolumeClaim"]?["claimName"]?.text == claim }
          ?? false
    }
  }
}

extension Submission.Document {
  /// The smallest value around the beginning of a range.
  func node(at range: SourceRange) -> Node? {
    for tree in stream.documents where range.start >= tree.range.start && range.start <= tree.range.end {
      var found: Node?
      for index in tree.nodes.indices {
        let node = Node(tree: tree, index: Int32(index))
        let end = max(node.range.end, node.range.start + 1)
        if !node.isAliased, node.range.start <= range.start, range.start < end { found = node }
      }
      if let found { return found }
    }
    return nil
  }
}
