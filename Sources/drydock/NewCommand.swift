import ArgumentParser
import Course
import Findings

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a course, a lesson or a lab.",
    usage: "drydock new <subcommand> [<options>]",
    discussion: """
      Files that are there already are never overwritten.

      Examples:
        drydock new course platform-training
        drydock new lesson probes/readiness --title "Readiness"
        drydock new lab slow-starter
      """,
    subcommands: [NewCourse.self, NewLesson.self, NewLab.self])
}

struct NewCourse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Makes a folder with a small course that builds.")

  @Argument(help: "The folder to make.")
  var folder: String

  func run() async throws {
    try NewFiles(root: Folder(folder)).write(CourseTemplate.files)
    Terminal.write("Made \(folder). Next: cd \(folder) && drydock build\n")
  }
}

struct NewLesson: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Begins a lesson in every language of the course.")

  @Argument(help: "Chapter and name: probes/readiness.")
  var lesson: String

  @Option(help: "The lesson's title.")
  var title: String?

  @OptionGroup var course: CourseOptions

  func validate() throws {
    guard lesson.split(separator: "/").count == 2, lesson.utf8.allSatisfy({ isNameByte($0) || $0 == UInt8(ascii: "/") })
    else {
      throw ValidationError(
        "'\(lesson)' is no chapter/name: write lower-case letters, digits and '-', as in probes/readiness")
    }
  }

  func run() async throws {
    let parts = lesson.split(separator: "/").map { String($0) }
    let languages = try NewFiles.languages(of: course.folder)
    let files = languages.map {
      ("content/\($0)/\(lesson).md", LessonTemplate.text(title: title ?? parts[1], language: $0))
    }
    try NewFiles(root: course.folder).write(files)
    Terminal.write("Next: list '\(parts[1])' in the chapter '\(parts[0])' of drydock.yaml\n")
  }
}

struct NewLab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Begins a lab with task, starter and solution.")

  @Argument(help: "The lab's name: slow-starter.")
  var name: String

  @OptionGroup var course: CourseOptions

  func validate() throws {
    guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else {
      throw ValidationError("'\(name)' is no name for a lab: write lower-case letters, digits and '-'")
    }
  }

  func run() async throws {
    let languages = try NewFiles.languages(of: course.folder)
    try NewFiles(root: course.folder).write(LabTemplate.files(name: name, languages: languages))
    Terminal.write("Next: list '\(name)' under 'labs' of drydock.yaml\n")
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
}

/// Writes files that are not there yet.
struct NewFiles {
  var root: Folder

  /// Refuses all where one is there already.
  func write(_ files: [(path: String, text: String)]) throws {
    for file in files where root.exists(file.path) {
      throw CommandFailure("'\(root.path(of: file.path))' is there already: nothing was written")
    }
    do throws(FileError) {
      for file in files {
        if let slash = file.path.lastIndex(of: "/") {
          try root.makeFolder(String(file.path[..<slash]))
        } else {
          try root.makeFolder("")
        }
        try root.write(Array(file.text.utf8), to: file.path)
        Terminal.write("  \(root.path(of: file.path))\n")
      }
    } catch {
      throw CommandFailure(error.message.text(in: Terminal.language))
    }
  }

  /// The languages of the course in a folder.
  static func languages(of folder: Folder) throws -> [String] {
    do throws(FileError) {
      var findings: [LocatedFinding] = []
      return CourseConfiguration(parsing: try folder.read(CourseConfiguration.fileName), findings: &findings).languages
    } catch {
      throw CourseCommand.failure(error, language: nil)
    }
  }
}
