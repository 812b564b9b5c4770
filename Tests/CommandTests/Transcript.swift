import Foundation

/// What a user would see of a row of commands: each with its output, then what went to standard error behind '2> ',
/// then the exit code.
struct Transcript {
  let folder: TemporaryFolder
  var environment: [String: String] = [:]
  private(set) var text = ""

  init(_ folder: TemporaryFolder) {
    self.folder = folder
  }

  @discardableResult
  mutating func run(_ command: String, in subfolder: String = "", input: String = "") throws -> Program.Outcome {
    let words = command.split(separator: " ").map { String($0) }
    let outcome = try Program.run(
      words, in: folder.path(subfolder), input: input, environment: environment)
    text += "$ drydock \(command)\n" + readable(outcome.output)
    text += readable(outcome.error).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "2>\n" : "2> \($0)\n" }.joined()
    text += "[exit \(outcome.status)]\n\n"
    return outcome
  }

  /// Without the path of the temporary folder; a last line without its end is marked.
  private func readable(_ output: String) -> String {
    let text = output.replacingOccurrences(of: folder.path, with: "FOLDER")
      .replacing(#/\.drydock-[0-9]+/#, with: ".drydock-PID")
      // A page for each rule there is.
      .replacing(#/[0-9]+ files in/#, with: "N files in").replacing(#/파일 [0-9]+개/#, with: "파일 N개")
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "⏎\n"
  }
}
