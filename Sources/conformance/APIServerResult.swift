import Checker
import Findings

/// What the engine says of a case, beside what the server said.
struct APIServerResult: CustomStringConvertible {
  enum Judgement: String {
    case agrees, disagrees
    /// We call it unknown, which counts neither way.
    case unknown
    /// The server did not serve the kind, and we know it: no common ground.
    case notComparable
  }

  let testCase: APIServerCase
  let judgement: Judgement
  let ours: [APIServerCase.Fault]
  /// Of refused ones: whether the set of (type, field) is the same.
  let hasSameFaults: Bool
  /// Of refused ones: whether the server's first field is among ours.
  let hasFirstField: Bool

  private static let version = VersionSet("1.36") ?? .all

  init(of testCase: APIServerCase) {
    self.testCase = testCase
    let engine = Engine()
    let checked = engine.check(Array(testCase.yaml.utf8), versions: Self.version)
    let errors = checked.findings.filter { $0.severity == .error }
    let isUnknown = errors.isEmpty && checked.objects.contains { !$0.verdict.unknown.isEmpty }
    let refuses = !errors.isEmpty || (checked.objects.isEmpty && !isUnknown)
    let ours = Self.faults(errors)
    self.ours = ours
    let isOff = checked.findings.contains { $0.id == "schema/not-served" }
    if testCase.stage == "no-such-kind",
      isOff || !errors.contains(where: { $0.server?.kind == .noSuchKind }) && !refuses
    {
      judgement = .notComparable
    } else if isUnknown {
      judgement = .unknown
    } else {
      judgement = refuses == (testCase.verdict == "reject") ? .agrees : .disagrees
    }
    let isTypeFailure = testCase.stage == "decode" && !testCase.errors.contains { Self.listed.contains($0.type) }
    if isTypeFailure {
      // The server stops at the first, and says at most which map or list holds the value.
      let same = testCase.errors.first.map { theirs in
        ours.contains {
          $0.type == theirs.type && (theirs.field.isEmpty || Self.withoutIndexes($0.field).hasPrefix(theirs.field))
        }
      }
      hasSameFaults = same ?? false
      hasFirstField = same ?? false
    } else {
      hasSameFaults = Set(ours) == Set(testCase.errors)
      hasFirstField = testCase.errors.first.map { first in ours.contains { $0.field == first.field } } ?? false
    }
  }

  var agrees: Bool { judgement != .disagrees }

  /// Kinds of fault that strict decoding lists whole.
  private static let listed: Set<String> = ["UnknownField", "DuplicateField"]
  private static let decoding: Set<ServerError.Kind> = [
    .unknownField, .duplicateField, .quantityFormat, .timeFormat, .base64Format, .yamlSyntax, .badRequest, .typeInvalid,
    .noSuchKind,
  ]

  /// The server goes no further than the stage that fails: a kind that it does not serve hides
  /// what decoding would say, and a decoding failure what validation would say.
  private static func faults(_ errors: [Finding]) -> [APIServerCase.Fault] {
    let answers = errors.compactMap(\.server)
    let isReadable = !answers.contains { $0.kind == .yamlSyntax }
    let unserved = answers.filter { isReadable && $0.kind == .noSuchKind }
    let undecoded = errors.filter { !isOfRules($0) }.compactMap(\.server).filter { Self.decoding.contains($0.kind) }
    let decoding = unserved.isEmpty ? undecoded : unserved
    return (decoding.isEmpty ? answers : decoding).map {
      APIServerCase.Fault(type: $0.kind.rawValue, field: $0.field.description)
    }
  }

  /// Whether validation says that a value is of the wrong type, as it does of the defaults of custom resources.
  private static func isOfRules(_ finding: Finding) -> Bool {
    finding.server?.kind == .typeInvalid && finding.id.hasPrefix("validation/")
  }

  private static func withoutIndexes(_ field: String) -> String {
    var result = ""
    var isInside = false
    for character in field {
      if character == "[" { isInside = true }
      if !isInside { result.append(character) }
      if character == "]" { isInside = false }
    }
    return result
  }

  var description: String {
    func list(_ faults: [APIServerCase.Fault]) -> String {
      faults.isEmpty ? "nothing" : faults.map { "\($0.type) \($0.field)" }.joined(separator: ", ")
    }
    return "\(testCase.id) (\(testCase.kind ?? "?")): server \(testCase.verdict)s, we do not\n"
      + "  server: \(list(testCase.errors))\n  ours:   \(list(ours))"
  }
}
