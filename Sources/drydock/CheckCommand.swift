import ArgumentParser
import Checker
import Course
import Findings

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges manifests, and the snippets of Markdown pages, as the API server would.",
    usage: "drydock check [<paths> ...] [<options>]",
    discussion: """
      A folder stands for the YAML, JSON and Markdown files below it; '-' is \
      standard input. A folder that holds a drydock.yaml is a course: its lessons \
      and labs are proven as 'build' proves them, and nothing is rendered.

      In Markdown, YAML fences and here-documents that hold objects are judged; \
      what is no object is counted as not judged. Lint rules look at manifests in \
      files; with --lint at snippets of pages too.

      Examples:
        drydock check deploy/                  everything below a folder
        drydock check -k 1.30-1.34 web.yaml    for five versions at once
        kubectl get deploy web -o yaml | drydock check -
        drydock check docs/ --format json=report.json
        drydock check --crds crds/ deploy/     with the definitions of custom resources
        drydock check --fix deploy/            mend what can be mended safely
      """)

  @Argument(help: "Files and folders; by default this folder.")
  var paths: [String] = []

  @OptionGroup var versions: VersionOptions

  @OptionGroup var definitions: DefinitionOptions

  @Flag(inversion: .prefixedNo, help: "Ask lint rules too.")
  var lint: Bool?

  @Flag(name: .long, help: "Mend in the files what has a safe fix, then judge again.")
  var fix = false

  @OptionGroup var jobs: JobOptions

  @OptionGroup var report: ReportOptions

  func run() async throws {
    let paths = paths.isEmpty ? ["."] : paths
    guard !fix || !paths.contains("-") else {
      throw CommandFailure(isKorean ? "--fix는 파일에만 쓸 수 있습니다" : "--fix mends files: standard input is none")
    }
    guard paths != ["-"] else {
      let bytes = Terminal.standardInput()
      // Mostly the command before it failed; to call that fine would hide it.
      guard bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
        throw CommandFailure(isKorean ? "표준 입력이 비어 있습니다" : "nothing to check: standard input is empty")
      }
      let (checker, refusals) = try checker()
      var found = checker.check(SourceText(name: "-", bytes: bytes))
      found.findings = refusals + found.findings
      throw try report.write(found)
    }
    guard !paths.contains("-") else {
      throw CommandFailure(
        isKorean ? "'-'는 다른 경로와 함께 쓸 수 없습니다" : "'-' stands for standard input alone: leave out the other paths")
    }
    let courses = paths.filter { Folder($0).exists(CourseConfiguration.fileName) }
    if let course = courses.first, !versions.versions.isEmpty || lint != nil || !definitions.paths.isEmpty {
      throw CommandFailure(
        isKorean
          ? "'\(course)'는 코스입니다: 버전과 정의와 규칙은 drydock.yaml에 씁니다"
          : "'\(course)' is a course: its versions, definitions and rules are those of its drydock.yaml, not of options"
      )
    }
    var found = try await judge(courses: courses, others: paths.filter { !courses.contains($0) })
    if fix, try mend(found) {
      found = try await judge(courses: courses, others: paths.filter { !courses.contains($0) })
    }
    guard !found.isEmpty else {
      throw CommandFailure(
        isKorean
          ? "\(paths.joined(separator: ", "))에 검사할 .yaml, .yml, .json, .md 파일이 없습니다"
          : "nothing to check in \(paths.joined(separator: ", ")): no .yaml, .yml, .json or .md file")
    }
    throw try report.write(found)
  }

  private func judge(courses: [String], others: [String]) async throws -> CheckReport {
    var found = CheckReport(versions: [])
    for course in courses {
      found.add(try await CourseCommand.read(Folder(course), jobs: jobs.jobs, language: report.language).report)
    }
    guard !others.isEmpty else { return found }
    let (checker, refusals) = try checker()
    found.add(await checker.check(others))
    // What is wrong with a definition among the files that are checked is among their findings already.
    let known = Set(found.findings.map(\.source.name))
    found.findings += refusals.filter { !known.contains($0.source.name) }
    found.findings.sort(by: LocatedFinding.isOrderedBefore)
    return found
  }

  /// Writes what can be mended; whether anything was.
  private func mend(_ found: CheckReport) throws -> Bool {
    let fixes = FindingFixes(of: found.findings)
    for file in fixes.files {
      do throws(FileError) {
        try Folder("").write(file.bytes, to: file.name)
      } catch {
        throw CommandFailure(error.message.text(in: report.language ?? Terminal.language))
      }
      Terminal.write(
        isKorean ? "drydock: \(file.name): \(file.count)개 고침\n" : "drydock: \(file.name): \(file.count) mended\n",
        to: .error)
    }
    return !fixes.files.isEmpty
  }

  private var isKorean: Bool { (report.language ?? Terminal.language) == "ko" }

  /// The checker as the options ask for it, and what is wrong with the definitions that they name.
  private func checker() throws -> (PathChecker, [LocatedFinding]) {
    var checker = PathChecker(versions: versions.asked)
    let (definitions, refusals) = try definitions.read(
      versions: versions.asked, language: report.language ?? Terminal.language)
    checker.definitions = definitions
    checker.jobs = jobs.jobs
    checker.lintsManifests = lint ?? true
    checker.lintsPages = lint ?? false
    return (checker, refusals)
  }
}
