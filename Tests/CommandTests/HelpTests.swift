import Foundation
import Testing

struct HelpTests {
  static let commands = [
    "", "build", "check", "lab", "lab list", "lab start", "lab check", "lab hint", "explain", "new", "new course",
    "new lesson", "new lab",
  ]

  @Test func everyCommandHasAPageOf80Columns() throws {
    let folder = try TemporaryFolder()
    var transcript = Transcript(folder)
    for command in HelpTests.commands {
      let outcome = try transcript.run(command.isEmpty ? "--help" : command + " --help")
      #expect(outcome.status == 0 && outcome.error.isEmpty)
      let wide = outcome.output.split(separator: "\n").filter { $0.count > 80 }
      #expect(wide == [], "drydock \(command)")
      #expect(outcome.output.hasPrefix("OVERVIEW: "), "drydock \(command) says what it is for")
    }
    try expect(transcript.text, matches: "Expected/help.txt")
  }

  @Test func wrongUsageIsAnsweredInASentence() throws {
    let folder = try TemporaryFolder(["a.yaml": Fixture.valid])
    var transcript = Transcript(folder)
    try transcript.run("--version")
    try transcript.run("frobnicate")
    try transcript.run("--bogus")
    try transcript.run("build --bogus")
    try transcript.run("build")
    try transcript.run("check --format")
    try transcript.run("check --jobs many a.yaml")
    try transcript.run("lab list")
    try transcript.run("lab frobnicate")
    try transcript.run("explain")
    try transcript.run("new lesson readiness")
    try transcript.run("new lab Ärger")
    try expect(transcript.text, matches: "Expected/usage.txt")
  }

  @Test func withoutACommandThereIsHelp() throws {
    let folder = try TemporaryFolder()
    for command in [[], ["lab"], ["new"]] {
      let outcome = try Program.run(command, in: folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.output == (try Program.run(command + ["--help"], in: folder.path).output))
    }
    let words = try Program.run(["help", "lab", "check"], in: folder.path)
    #expect(words.output == (try Program.run(["lab", "check", "--help"], in: folder.path).output))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameEveryCommand(shell: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["--generate-completion-script", shell], in: folder.path)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    for command in HelpTests.commands {
      for word in command.split(separator: " ") { #expect(outcome.output.contains(word), "\(shell): \(command)") }
    }
    // Where the shell is there, it reads the script.
    let path = "/usr/bin/\(shell)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("skipped: the completions of \(shell) are not read by it, as it is not installed")
      return
    }
    try folder.write(outcome.output, to: "completions")
    let read = try RunningProgram([path, "-n", folder.path("completions")], in: folder.path).wait()
    #expect(read.status == 0 && read.error.isEmpty, "\(read.error)")
  }
}
