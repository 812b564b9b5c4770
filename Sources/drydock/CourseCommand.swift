import ArgumentParser
import Checker
import Course
import Findings

/// What commands that need a course have in common.
enum CourseCommand {
  static func read(_ folder: Folder, jobs: Int?, language: String?) async throws -> Course {
    do throws(FileError) {
      return try await CourseReader(folder: folder, jobs: jobs).read()
    } catch {
      throw failure(error, language: language)
    }
  }

  /// Why there is no course, and what to do about it.
  static func failure(_ error: FileError, language: String?) -> CommandFailure {
    let language = language ?? Terminal.language
    let message = error.message.text(in: language)
    guard error.reason == .missing else { return CommandFailure(message) }
    let hint =
      language == "ko"
      ? "'drydock new course NAME'으로 시작하거나 --course로 폴더를 알려 주세요"
      : "begin one with 'drydock new course NAME', or name its folder with --course"
    return CommandFailure("\(message); \(hint)")
  }
}

struct CourseOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("course")],
    help: ArgumentHelp("The folder that holds drydock.yaml.", valueName: "folder"))
  var course = "."

  var folder: Folder { Folder(course) }
}
