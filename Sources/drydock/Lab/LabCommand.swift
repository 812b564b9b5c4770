import ArgumentParser
import Checker
import Course
import Findings
import Grading

struct LabCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab",
    abstract: "Lists, starts and checks the labs of a course, without a cluster.",
    usage: "drydock lab <subcommand> [<options>]",
    discussion: """
      Examples:
        drydock lab list
        drydock lab start slow-starter    puts the starter into ./slow-starter
        drydock lab check slow-starter    grades ./slow-starter
        drydock lab hint slow-starter     the first hint
      """,
    subcommands: [LabList.self, LabStart.self, LabCheck.self, LabHint.self])
}

/// What the subcommands have in common.
struct LabOptions: ParsableArguments {
  @OptionGroup var course: CourseOptions

  @OptionGroup var language: LanguageOptions

  var reader: String { language.reader }

  /// The course file, which must be in order as far as labs need it.
  func configuration() throws -> CourseConfiguration {
    do throws(FileError) {
      var findings: [LocatedFinding] = []
      return CourseConfiguration(parsing: try course.folder.read(CourseConfiguration.fileName), findings: &findings)
    } catch {
      throw CourseCommand.failure(error, language: reader)
    }
  }

  /// A lab of the course by its name.
  func lab(_ name: String, _ configuration: CourseConfiguration) throws -> (lab: Lab, files: LabFiles) {
    guard configuration.labs.contains(where: { $0.id == name }) else {
      let all = configuration.labs.map(\.id).joined(separator: ", ")
      throw CommandFailure(
        reader == "ko" ? "랩 '\(name)'이 없습니다; 있는 랩: \(all)" : "the course has no lab '\(name)'; it has \(all)")
    }
    do {
      var unreadable: [LocatedFinding] = []
      let reader = LabReader(folder: course.folder.confined, configuration: configuration)
      let files = try reader.files(of: name, findings: &unreadable)
      let (lab, findings) = Lab.read(files)
      let source = SourceText(name: files.labYAML.name, text: files.labYAML.text)
      guard let lab, unreadable.isEmpty else {
        throw broken(unreadable + findings.map { LocatedFinding($0, in: source) })
      }
      return (lab, files)
    } catch let error as FileError {
      throw CommandFailure(error.message.text(in: reader))
    }
  }

  /// Files that cannot be graded, or not be graded by.
  func broken(_ findings: [LocatedFinding]) -> CommandFailure {
    CommandFailure(findings.prefix(5).map { $0.plainText(language: reader) }.joined(separator: "\n"))
  }
}

struct LabList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the labs of the course.", usage: "drydock lab list [<options>]")

  @OptionGroup var options: LabOptions

  func run() async throws {
    let configuration = try options.configuration()
    let widest = configuration.labs.map(\.id.count).max() ?? 0
    for entry in configuration.labs {
      let lab = try options.lab(entry.id, configuration).lab
      let facts =
        options.reader == "ko"
        ? "\(lab.maxPoints)점, \(lab.minutes)분"
        : "\(lab.maxPoints) points, \(lab.minutes) min, \(lab.difficulty.rawValue)"
      let padding = String(repeating: " ", count: widest - entry.id.count + 2)
      Terminal.write("\(entry.id)\(padding)\(lab.title.text(in: options.reader)) (\(facts))\n")
    }
  }
}

struct LabStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Puts a lab's starter files and its task into a folder.",
    usage: "drydock lab start <lab> [<folder>] [<options>]")

  @Argument(help: "The lab.")
  var lab: String

  @Argument(help: "The folder to make; by default one named as the lab.")
  var folder: String?

  @OptionGroup var options: LabOptions

  func run() async throws {
    let (_, files) = try options.lab(lab, try options.configuration())
    let target = folder ?? lab
    var made = files.starter.map { (baseName($0.name), $0.text) }
    if let task = files.tasks[options.reader] ?? files.tasks.min(by: { $0.key < $1.key })?.value {
      made.append(("TASK.md", task.text))
    }
    made += files.given.map { ("given/" + baseName($0.name), $0.text) }
    try NewFiles(root: Folder(target)).write(made)
    Terminal.write(
      options.reader == "ko"
        ? "\(target)/TASK.md를 읽고 파일을 고친 뒤: drydock lab check \(lab)\(folder == nil ? "" : " \(target)")\n"
        : "Read \(target)/TASK.md, edit the files, then: drydock lab check \(lab)\(folder == nil ? "" : " \(target)")\n"
    )
  }
}

struct LabCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Grades a folder of manifests against a lab.",
    usage: "drydock lab check <lab> [<path>] [<options>]",
    discussion: "Exit codes: 0 everything holds, 1 something is missing, 4 below --min-score.")

  @Argument(help: "The lab.")
  var lab: String

  @Argument(help: "The folder, or a file; by default the folder named as the lab.")
  var path: String?

  @Option(name: .long, help: "How the grade is written: text or json.")
  var format: GradeFormat = .text

  @Option(name: .long, help: ArgumentHelp("Succeed with this many points or more; exit 4 below.", valueName: "points"))
  var minScore: Int?

  @OptionGroup var options: LabOptions

  enum GradeFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() async throws {
    let configuration = try options.configuration()
    let (lab, files) = try options.lab(lab, configuration)
    let submission = try submission(at: path ?? self.lab)
    var ignored: [LocatedFinding] = []
    let definitions = CourseReader(folder: options.course.folder).definitions(of: configuration, findings: &ignored)
    let grade = Grader.grade(
      lab: lab, files: submission, given: files.given, judge: Engine(definitions: definitions).judge,
      versions: configuration.versions, language: options.reader)
    switch format {
    case .text: Terminal.write(GradeText(width: Terminal.width, usesColor: Terminal.usesColor).text(of: grade))
    case .json: Terminal.write(grade.json.indentedText + "\n")
    }
    if let minScore { throw grade.points >= minScore ? ExitCode.success : ExitCode(4) }
    throw grade.status == .pass ? ExitCode.success : ExitCode(1)
  }

  /// The learner's manifests; those under `given/` are the cluster's, not theirs.
  private func submission(at path: String) throws -> [LabFile] {
    do {
      let root = Folder("")
      var unreadable: [LocatedFinding] = []
      guard try root.kind(of: path) == .folder else {
        let file = LabFile(try root.read(path, acceptsPipes: true), named: path, findings: &unreadable)
        guard unreadable.isEmpty else { throw options.broken(unreadable) }
        return [file]
      }
      var errors: [FileError] = []
      let folder = Folder(path)
      let names = folder.files(errors: &errors).filter {
        ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix("given/")
      }
      if let error = errors.first { throw error }
      var files: [LabFile] = []
      for name in names { files.append(LabFile(try folder.read(name), named: name, findings: &unreadable)) }
      guard unreadable.isEmpty else { throw options.broken(unreadable) }
      return files
    } catch let error as FileError {
      throw CommandFailure(error.message.text(in: options.reader))
    }
  }
}

struct LabHint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Gives a hint, from vague to plain.",
    usage: "drydock lab hint <lab> [<number>] [<options>]")

  @Argument(help: "The lab.")
  var lab: String

  @Argument(help: "Which hint, from 1; by default the first.")
  var number = 1

  @OptionGroup var options: LabOptions

  func run() async throws {
    let (lab, _) = try options.lab(lab, try options.configuration())
    guard lab.hints.indices.contains(number - 1) else {
      throw CommandFailure(
        options.reader == "ko"
          ? "힌트는 \(lab.hints.count)개입니다"
          : "the lab has \(lab.hints.count == 1 ? "one hint" : "\(lab.hints.count) hints")")
    }
    Terminal.write(lab.hints[number - 1].text(in: options.reader) + "\n")
    if number < lab.hints.count {
      Terminal.write(
        options.reader == "ko"
          ? "(\(number)/\(lab.hints.count); 다음: drydock lab hint \(lab.id) \(number + 1))\n"
          : "(\(number) of \(lab.hints.count); next: drydock lab hint \(lab.id) \(number + 1))\n", to: .error)
    }
  }
}

private func baseName(_ path: String) -> String { path.split(separator: "/").last.map { String($0) } ?? path }
