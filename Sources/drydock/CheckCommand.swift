import ArgumentParser
import Checker
import Course
import Findings

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges manifests, and the snippets of Markdown pages, as the API server would.",
    discussion: """
      A folder stands for the YAML, JSON and Markdown files below it; '-' is standard input. A folder that holds a
      drydock.yaml is a course: its lessons and labs are proven as 'build' proves them, and nothing is rendered.

      In Markdown, YAML fences and here-documents that hold objects are judged; what is no object is counted as not
      judged. Lint rules look at manifests in files; with --lint at snippets of pages too.

      Examples:
        drydock check deploy/                    everything below a folder
        drydock check -k 1.30-1.34 web.yaml      for five versions at once
        kubectl get deploy web -o yaml | drydock check -
        drydock check docs/ --format json=report.json
      """)

  @Argument(help: "Files and folders; by default this folder.")
  var paths: [String] = []

  @OptionGroup var versions: VersionOptions

  @Flag(inversion: .prefixedNo, help: "Ask lint rules too.")
  var lint: Bool?

  @Option(
    name: [.customShort("j"), .customLong("jobs"), .customShort("n")],
    help: "Threads to use; by default one a processor.")
  var jobs: Int?

  @OptionGroup var report: ReportOptions

  func run() async throws {
    let paths = paths.isEmpty ? ["."] : paths
    if paths.count == 1, Folder(paths[0]).exists(CourseConfiguration.fileName) {
      let course = try await CourseCommand.read(Folder(paths[0]), jobs: jobs, language: report.language)
      throw try report.write(course.report)
    }
    var checker = PathChecker(versions: versions.asked)
    checker.jobs = jobs
    checker.lintsManifests = lint ?? true
    checker.lintsPages = lint ?? false
    guard paths != ["-"] else {
      throw try report.write(checker.check(SourceText(name: "-", bytes: Terminal.standardInput())))
    }
    let found = await checker.check(paths)
    if found.files == 0, found.findings.isEmpty {
      Terminal.write(
        "drydock: nothing to check in \(paths.joined(separator: ", ")): no .yaml, .yml, .json or .md file\n", to: .error
      )
      throw ExitCode(2)
    }
    throw try report.write(found)
  }
}
