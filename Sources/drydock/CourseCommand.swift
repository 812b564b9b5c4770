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
      let language = language ?? Terminal.language
      let hint =
        language == "ko"
        ? "'drydock new course NAME'으로 시작하거나 --course로 폴더를 알려 주세요"
        : "begin one with 'drydock new course NAME', or name its folder with --course"
      Terminal.write("drydock: \(error.message.text(in: language)); \(hint)\n", to: .error)
      throw ExitCode(2)
    }
  }
}

struct CourseOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("course")],
    help: ArgumentHelp("The folder that holds drydock.yaml.", valueName: "folder"))
  var course = "."

  var folder: Folder { Folder(course) }
}
