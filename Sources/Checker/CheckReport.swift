public import Findings
import Resources
import YAML

/// The outcome of a check over files: what was judged, what was not, and what was found.
public struct CheckReport: Sendable {
  /// An object with its verdict and its place.
  public struct Object: Sendable {
    public var file: String
    public var line: Int
    public var apiVersion: String
    public var kind: String
    public var name: String?
    public var namespace: String?
    public var verdict: Verdict

    public init(
      file: String, line: Int, apiVersion: String, kind: String, name: String?, namespace: String?, verdict: Verdict
    ) {
      self.file = file
      self.line = line
      self.apiVersion = apiVersion
      self.kind = kind
      self.name = name
      self.namespace = namespace
      self.verdict = verdict
    }
  }

  /// A text that could not be judged at all.
  public struct NotJudged: Sendable {
    public var file: String
    public var line: Int
    public var reason: Message

    public init(file: String, line: Int, reason: Message) {
      self.file = file
      self.line = line
      self.reason = reason
    }
  }

  public static let formatVersion: Int64 = 1

  public var versions: VersionSet
  public var files = 0
  public var objects: [Object] = []
  public var notJudged: [NotJudged] = []
  /// In order of file and place.
  public var findings: [LocatedFinding] = []

  public init(versions: VersionSet) {
    self.versions = versions
  }

  /// Whether there was nothing to look at.
  public var isEmpty: Bool { files == 0 && objects.isEmpty && notJudged.isEmpty && findings.isEmpty }

  public mutating func add(_ other: CheckReport) {
    versions.formUnion(other.versions)
    files += other.files
    objects += other.objects
    notJudged += other.notJudged
    findings += other.findings
  }

  public func count(of severity: Severity) -> Int { findings.count { $0.finding.severity == severity } }
  public var accepted: Int { objects.count { $0.verdict.isAccepted } }
  public var refused: Int { objects.count { !$0.verdict.refused.isEmpty } }
  /// Neither accepted nor refused in some version asked for.
  public var unknown: Int { objects.count { $0.verdict.refused.isEmpty && !$0.verdict.unknown.isEmpty } }

  /// The format of `--format json`, the same from the command line and in the page.
  public func json(language: String = "en") -> JSON {
    .object([
      ("version", .int(CheckReport.formatVersion)),
      ("kubernetesVersions", versions.json),
      (
        "summary",
        .object([
          ("files", .int(Int64(files))), ("objects", .int(Int64(objects.count))), ("accepted", .int(Int64(accepted))),
          ("refused", .int(Int64(refused))), ("unknown", .int(Int64(unknown))),
          ("notJudged", .int(Int64(notJudged.count))), ("errors", .int(Int64(count(of: .error)))),
          ("warnings", .int(Int64(count(of: .warning)))), ("info", .int(Int64(count(of: .info)))),
        ])
      ),
      ("objects", .array(objects.map { $0.json(language: language) })),
      (
        "notJudged",
        .array(
          notJudged.map {
            .object([
              ("file", .string($0.file)), ("line", .int(Int64($0.line))),
              ("reason", .string($0.reason.text(in: language))),
            ])
          })
      ),
      ("findings", .array(findings.map { $0.json(language: language) })),
    ])
  }
}

extension CheckReport.Object {
  func json(language: String) -> JSON {
    var members: [(String, JSON)] = [
      ("file", .string(file)), ("line", .int(Int64(line))), ("apiVersion", .string(apiVersion)),
      ("kind", .string(kind)),
    ]
    if let name { members.append(("name", .string(name))) }
    if let namespace { members.append(("namespace", .string(namespace))) }
    members += [
      ("accepted", verdict.accepted.json), ("refused", verdict.refused.json), ("unknown", verdict.unknown.json),
    ]
    if let reason = verdict.reason { members.append(("reason", .string(reason.text(in: language)))) }
    return .object(members)
  }
}

extension CheckReport {
  /// The report on one text that stands in a file as it is.
  public init(of checked: CheckedStream, lint: [Finding], source: SourceText, versions: VersionSet) {
    self.init(versions: versions)
    files = 1
    objects = checked.objects.map { object in
      let node = object.manifest.node
      return Object(
        file: source.name, line: source.line(at: node.range.start), apiVersion: object.manifest.apiVersion,
        kind: object.manifest.kind, name: object.manifest.name, namespace: object.manifest.namespace,
        verdict: object.verdict)
    }
    // Text among objects is a finding of its own.
    notJudged = checked.otherDocuments.filter { !$0.isScalar || checked.objects.isEmpty }.map { node in
      NotJudged(file: source.name, line: source.line(at: node.range.start), reason: .noObject)
    }
    findings = (checked.findings + lint).sortedByPlace().map { LocatedFinding($0, in: source) }
  }
}

extension Message {
  fileprivate static let noObject = Message(en: "no apiVersion and kind", ko: "apiVersion과 kind가 없음")
}
