public import Checker
public import Findings
import Markdown
import Resources
public import Schema
import YAML

/// Checks files and folders that need not be a course: manifests, and the snippets of any documentation.
public struct PathChecker: Sendable {
  public var versions: VersionSet
  public var jobs: Int?
  /// Whether lint rules look at manifests in YAML files.
  public var lintsManifests = true
  /// Whether they look at snippets of pages too, which are examples more often than advice.
  public var lintsPages = false
  /// Of custom resources, besides those among the files that are checked.
  public var definitions = CustomResourceDefinitions()

  public init(versions: VersionSet) {
    self.versions = versions
  }

  private struct Input: Sendable {
    var folder: Folder
    var path: String
    /// Whether it was named itself, and may be a pipe.
    var isNamed = false
  }

  /// A file as it was read, before anything in it is judged.
  private enum Content: Sendable {
    case page(SourceText)
    case manifests(SourceText, YAMLStream)
    case unreadable(FileError)
  }

  /// What was checked in a file, before the objects of all files are looked at together.
  private struct Outcome: Sendable {
    var report: CheckReport
    var source: SourceText?
    /// Objects of a YAML file, for lint.
    var manifests: [Manifest] = []
  }

  /// Checks paths in the order given; a folder stands for the YAML, JSON and Markdown files below it.
  public func check(_ paths: [String]) async -> CheckReport {
    var report = CheckReport(versions: versions)
    var inputs: [Input] = []
    for path in paths {
      do throws(FileError) {
        let root = Folder("")
        switch try root.kind(of: path) {
        case .folder:
          var errors: [FileError] = []
          let folder = Folder(path)
          inputs += folder.files(errors: &errors).filter { isChecked($0) }.map { Input(folder: folder, path: $0) }
          report.findings += errors.map(\.finding)
        case .file, .other: inputs.append(Input(folder: root, path: path, isNamed: true))
        }
      } catch {
        report.findings.append(error.finding)
      }
    }
    let contents = await Parallel.map(inputs, jobs: jobs) { input, _ in content(of: input) }
    // Files are applied together: each may lean on the classes and definitions of any other.
    var surroundings = Surroundings(definitions: definitions)
    for case .manifests(_, let stream) in contents { surroundings.add(stream) }
    let (classes, definitions) = (surroundings.classes, surroundings.definitions)
    let outcomes = await Parallel.map(contents, jobs: jobs, definitions: definitions) { content, engine in
      outcome(of: content, given: classes, engine)
    }
    for outcome in outcomes { report.add(outcome.report) }
    if lintsManifests { report.findings += await lint(outcomes) }
    report.findings.sort(by: LocatedFinding.isOrderedBefore)
    return report
  }

  /// Checks a text, such as standard input, as manifests.
  public func check(_ source: SourceText) -> CheckReport {
    let engine = Engine(definitions: definitions)
    let checked = engine.check(source.bytes, versions: versions)
    let lint = lintsManifests ? engine.lint(checked.manifests, among: ClusterState(checked.manifests)) : []
    return CheckReport(of: checked, lint: lint.flatMap { $0 }, source: source, versions: versions)
  }

  /// Checks a text as a page of any documentation.
  public func check(page source: SourceText, with engine: Engine = Engine()) -> CheckReport {
    var report = CheckReport(versions: versions)
    checkPage(source, given: [], engine, &report)
    return report
  }

  private func isChecked(_ path: String) -> Bool { isPage(path) || isManifest(path) }

  private func isPage(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }

  private func isManifest(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".json")
  }

  private func content(of input: Input) -> Content {
    do throws(FileError) {
      let source = try input.folder.read(input.path, acceptsPipes: input.isNamed)
      return isPage(input.path) ? .page(source) : .manifests(source, YAMLStream(parsing: source.bytes))
    } catch {
      return .unreadable(error)
    }
  }

  private func outcome(of content: Content, given: [Manifest], _ engine: Engine) -> Outcome {
    var outcome = Outcome(report: CheckReport(versions: versions))
    switch content {
    case .unreadable(let error): outcome.report.findings.append(error.finding)
    case .page(let source):
      outcome.source = source
      checkPage(source, given: given, engine, &outcome.report)
    case .manifests(let source, let stream):
      outcome.source = source
      let checked = engine.check(stream, versions: versions, given: given)
      outcome.report = CheckReport(of: checked, lint: [], source: source, versions: versions)
      outcome.manifests = checked.manifests
    }
    return outcome
  }

  private func checkPage(
    _ source: SourceText, given: [Manifest], _ engine: Engine, _ report: inout CheckReport
  ) {
    var prover = SnippetProver(engine: engine)
    prover.given = given
    prover.isForeign = true
    prover.lints = lintsPages
    let reader = PageReader(prover: prover, content: nil, languages: [])
    let page = reader.page(source, versions: versions, findings: &report.findings)
    report.files += 1
    for proven in page.snippets {
      let snippet = proven.snippet
      func line(_ offset: Int) -> Int { source.line(at: snippet.map.source(of: offset)) }
      for object in proven.proof.objects {
        report.objects.append(
          CheckReport.Object(
            file: source.name, line: line(object.manifest.node.range.start), apiVersion: object.manifest.apiVersion,
            kind: object.manifest.kind, name: object.manifest.name, namespace: object.manifest.namespace,
            verdict: object.verdict))
      }
      let fence = source.line(at: snippet.fenceRange.start)
      switch proven.proof.outcome {
      case .notJudged(let reason) where proven.proof.objects.isEmpty:
        report.notJudged.append(CheckReport.NotJudged(file: source.name, line: fence, reason: reason))
      case .ignored(let reason):
        report.notJudged.append(CheckReport.NotJudged(file: source.name, line: fence, reason: Message(en: reason)))
      default: break
      }
    }
  }

  /// Objects of all files are one cluster state, as they are when the folder is applied.
  private func lint(_ outcomes: [Outcome]) async -> [LocatedFinding] {
    let cluster = ClusterState(outcomes.flatMap(\.manifests))
    let found = await Parallel.map(outcomes.filter { !$0.manifests.isEmpty }, jobs: jobs) { outcome, engine in
      guard let source = outcome.source else { return [LocatedFinding]() }
      return engine.lint(outcome.manifests, among: cluster).flatMap { $0 }.map { LocatedFinding($0, in: source) }
    }
    return found.flatMap { $0 }
  }
}
