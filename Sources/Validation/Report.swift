import Findings

/// What the rules have found in one object, and the words in which they find it.
///
/// Rules are methods in extensions of it, a file a kind or building block, so that a rule is one statement:
///
///     require(claim["accessModes"])  // PVC1
///     expect(claim["volumeMode"], oneOf: ["Block", "Filesystem"])  // PVC8
///
/// The mark at its end is the row of the rule in the project's tables of API-server behaviour. The statements
/// themselves are in `Report+Demands.swift`, one for each kind of error that the API server knows. They are not inlined:
/// what makes a finding would be in the module for the page as often as rules say so.
struct Report {
  /// The versions asked for.
  let versions: VersionSet
  private(set) var findings: [Finding] = []
  /// What could not be judged, and in which versions.
  private(set) var unjudged: [(versions: VersionSet, reason: Message)] = []
  private var scope: VersionSet
  /// Who reads the object from a file; `nil` for the API server.
  private let program: String?

  /// Those for which the rules that run now hold.
  var rulesHold: VersionSet { scope }

  init(versions: VersionSet, program: String? = nil) {
    self.versions = versions
    self.program = program
    scope = versions
  }

  /// Whether the API server refuses the object, as far as its rules have been asked.
  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Runs rules that hold only in some versions, if some of these are asked for.
  mutating func inVersions(_ some: VersionSet, _ rules: (inout Report) -> Void) {
    let outer = scope
    scope.formIntersection(some)
    if !scope.isEmpty { rules(&self) }
    scope = outer
  }

  /// Says that the API server may refuse the object for something that is not judged here.
  mutating func leaveUnjudged(_ versions: VersionSet, _ reason: Message) {
    unjudged.append((versions.intersection(scope), reason))
  }

  /// Adds a finding at a field; `range` is the part of its value that is meant.
  @inline(never)
  mutating func add(
    _ constraint: Constraint, at field: Field, _ kind: ServerError.Kind, _ message: Message, detail: String = "",
    advice: Message? = nil, fix: Fix? = nil, related: [Related] = [], range: SourceRange? = nil
  ) {
    let showsValue =
      switch kind {
      case .required, .forbidden, .tooLong, .internalError, .denied: false
      default: true
      }
    let path = field.path
    var server = ServerError(
      kind, field.serverPath(insteadOf: path), value: showsValue ? field.serverValue : nil, detail: detail)
    server.program = constraint == .mesh ? "istiod" : program
    findings.append(
      Finding(
        id: constraint.id, range: range ?? field.range, path: path, message: message, server: server,
        reason: reason(of: constraint), advice: advice, fix: fix, related: related,
        versions: scope == versions ? nil : scope))
  }

  /// Why somebody minds. Pages of general constraints speak of the API server.
  private func reason(of constraint: Constraint) -> Message? {
    program == nil || constraint.isOfConfiguration ? constraint.page.why : nil
  }

  /// Takes back what was found at a field, which the API server of this kind does not look at.
  mutating func withdraw(at field: Field) {
    let path = field.path
    findings.removeAll { $0.path == path }
  }

  /// Takes back what was found first, if what was found then keeps the API server from looking for it in all versions.
  mutating func withdraw(first count: Int) {
    if findings.dropFirst(count).contains(where: { $0.severity == .error && $0.versions == nil }) {
      findings.removeFirst(count)
    }
  }

  /// Adds what the API server accepts with a warning.
  @inline(never)
  mutating func warn(_ constraint: Constraint, at field: Field, _ message: Message, related: [Related] = []) {
    findings.append(
      Finding(
        id: constraint.id, severity: .warning, range: field.range, path: field.path, message: message,
        reason: reason(of: constraint), related: related, versions: scope == versions ? nil : scope))
  }
}
