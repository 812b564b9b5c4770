import ArgumentParser
import Checker
import Course
import Findings
import Reports
import Schema

/// Options of every command that reports findings.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How findings are written: text, plain or json. '=FILE' writes to a file; may be given several times.",
      valueName: "format[=file]"))
  var format: [FormatOption] = []

  @Flag(name: .long, help: "Warnings count as errors for the exit code.")
  var warningsAsErrors = false

  @Option(name: .long, help: ArgumentHelp("Makes the findings of an id errors.", valueName: "id"))
  var error: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Makes the findings of an id warnings, save what the API server refuses.", valueName: "id"))
  var warn: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Language of messages: en or ko. By default the locale's.", valueName: "code"))
  var language: String?

  func validate() throws {
    if let language, language != "en", language != "ko" {
      throw ValidationError("no messages in '\(language)': use en or ko")
    }
    guard !error.isEmpty || !warn.isEmpty else { return }
    let known = Set(CourseDocumentation.all.map(\.id))
    for id in error + warn where !known.contains(id) {
      let hint = CourseDocumentation.id(nearestTo: id).map { "did you mean '\($0)'?" } ?? "try 'drydock explain \(id)'"
      throw ValidationError("no finding has the id '\(id)': \(hint)")
    }
  }

  /// Writes the report as asked, and gives the exit code it calls for.
  func write(_ report: CheckReport) throws -> ExitCode {
    var report = report
    for index in report.findings.indices {
      let id = report.findings[index].finding.id
      if error.contains(id) { report.findings[index].finding.severity = .error }
      if warn.contains(id), report.findings[index].finding.server == nil {
        report.findings[index].finding.severity = .warning
      }
    }
    let style = Terminal.style(language: language)
    for option in format.isEmpty ? [FormatOption(format: .text, file: nil)] : format {
      guard let file = option.file else {
        Terminal.write(option.format.text(of: report, style: style))
        continue
      }
      let plain = ReportFormat.Style(language: style.language)
      do throws(FileError) {
        try Folder("").write(Array(option.format.text(of: report, style: plain).utf8), to: file)
      } catch {
        throw CommandFailure(error.message.text(in: style.language))
      }
    }
    let failed = report.count(of: .error) > 0 || (warningsAsErrors && report.count(of: .warning) > 0)
    return failed ? ExitCode(1) : .success
  }
}

/// `json` or `json=report.json`.
struct FormatOption: ExpressibleByArgument {
  var format: ReportFormat
  var file: String?

  init(format: ReportFormat, file: String?) {
    self.format = format
    self.file = file
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard let first = parts.first, let format = ReportFormat(rawValue: String(first)) else { return nil }
    self.init(format: format, file: parts.count > 1 ? String(parts[1]) : nil)
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}

struct VersionOptions: ParsableArguments {
  @Option(
    name: [.customShort("k"), .customLong("kubernetes-version")],
    help: ArgumentHelp(
      "Kubernetes versions to judge for: 1.34, 1.30-1.34; may be given several times. By default 1.34-1.37.",
      valueName: "versions"), transform: VersionOptions.versions(_:))
  var versions: [VersionSet] = []

  /// Reads `1.34`, `1.30-1.34`.
  static func versions(_ text: String) throws -> VersionSet {
    guard let versions = VersionSet(text), !versions.isEmpty else {
      throw ValidationError(
        "versions from \(KubernetesVersion.oldest.description) to \(KubernetesVersion.newest.description) are known")
    }
    return versions
  }

  /// What was asked for, or else the newest four, which are those that get patches or will.
  var asked: VersionSet {
    guard !versions.isEmpty else { return VersionSet("1.34-1.37") ?? .all }
    return versions.reduce(into: VersionSet()) { $0.formUnion($1) }
  }
}

struct DefinitionOptions: ParsableArguments {
  @Option(
    name: .customLong("crds"),
    help: ArgumentHelp(
      "A file or folder with CustomResourceDefinitions that count besides those built in and those checked; "
        + "may be given several times.",
      valueName: "path"))
  var paths: [String] = []

  /// The definitions, and what is wrong with them.
  func read(versions: VersionSet, language: String) throws -> (CustomResourceDefinitions, [LocatedFinding]) {
    var definitions = CustomResourceDefinitions()
    var findings: [LocatedFinding] = []
    for path in paths {
      do throws(FileError) {
        try DefinitionReader(versions: versions).add(path, to: &definitions, findings: &findings)
      } catch {
        throw CommandFailure(error.message.text(in: language))
      }
    }
    return (definitions, findings)
  }
}

struct JobOptions: ParsableArguments {
  @Option(
    name: [.customShort("j"), .customLong("jobs"), .customShort("n")],
    help: ArgumentHelp("Threads to use; by default one a processor.", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
  }
}

/// The language of texts, for commands that report no findings.
struct LanguageOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Language of texts: en or ko. By default the locale's.", valueName: "code"))
  var language: String?

  var reader: String { language ?? Terminal.language }

  func validate() throws {
    if let language, language != "en", language != "ko" {
      throw ValidationError("no texts in '\(language)': use en or ko")
    }
  }
}
