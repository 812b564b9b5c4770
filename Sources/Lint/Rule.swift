public import Findings
public import Resources

/// One lint rule: what it finds, why that matters, examples that are its documentation and its test, and the check.
///
/// A rule says nothing of what it cannot know. One that needs other objects speaks only where they are at hand, or
/// where the set of objects shows that it keeps such objects; the rule's own comment says which.
public struct Rule: Sendable {
  public enum Category: String, Sendable, CaseIterable {
    case access, deprecation, mesh, network, probes, reliability, resources, rollout, security, storage, style
  }

  /// Kebab case, without the area: `image-tag-latest`.
  public let id: String
  public let category: Category
  /// Of its findings, unless one says otherwise.
  public let severity: Severity
  /// Whether it speaks without being asked to. House rules and contested ones do not.
  public let isOnByDefault: Bool
  /// What it finds, in one sentence.
  public let what: Message
  /// Why it matters.
  public let why: Message
  /// How to mend it.
  public let advice: Message
  /// Good and bad manifests. None in the module for the page, which shows findings only.
  public let examples: [Example]
  let check: @Sendable (Manifest, ClusterState, inout Report) -> Void

  /// Inlined, so that the module for the page loses what it drops here.
  @inline(__always)
  init(
    id: String, category: Category, severity: Severity, isOnByDefault: Bool = true, what: Message, why: Message,
    advice: Message, examples: @autoclosure () -> [Example],
    check: @escaping @Sendable (_ manifest: Manifest, _ cluster: ClusterState, _ report: inout Report) -> Void
  ) {
    #if hasFeature(Embedded)
      let shown: [Example] = []
    #else
      let shown = examples()
    #endif
    self.init(id, category, severity, isOnByDefault, what, why, advice, shown, check)
  }

  @inline(never)
  private init(
    _ id: String, _ category: Category, _ severity: Severity, _ isOnByDefault: Bool, _ what: Message, _ why: Message,
    _ advice: Message, _ examples: [Example],
    _ check: @escaping @Sendable (Manifest, ClusterState, inout Report) -> Void
  ) {
    self.id = id
    self.category = category
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.what = what
    self.why = why
    self.advice = advice
    self.examples = examples
    self.check = check
  }

  /// The id of its findings: `lint/image-tag-latest`.
  public var findingID: String { "lint/" + id }

  /// What it finds in an object that is considered together with others; suppressions do not count here.
  public func findings(for manifest: Manifest, in cluster: ClusterState) -> [Finding] {
    var report = Report(severity: severity)
    check(manifest, cluster, &report)
    return report.findings(of: self)
  }
}
