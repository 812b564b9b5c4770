import Foundation
import Testing

/// What stands on a terminal of 80 columns, which `script` plays.
struct TerminalTests {
  private static let script = "/usr/bin/script"

  private func screen(of command: String, in folder: TemporaryFolder, _ environment: [String: String] = [:]) throws
    -> String
  {
    let outcome = try RunningProgram(
      [TerminalTests.script, "-qec", "\(Program.path) \(command)", "/dev/null"], in: folder.path,
      environment: environment.merging(["SHELL": "/bin/sh"]) { $1 }
    ).wait()
    let text = outcome.output.replacingOccurrences(of: "\r\n", with: "\n")
    return "$ drydock \(command)\n" + text.replacingOccurrences(of: "\u{1B}", with: "␛")
      + "[exit \(outcome.status)]\n\n"
  }

  @Test func breaksLinesAtSpacesAndColoursThem() throws {
    guard FileManager.default.isExecutableFile(atPath: TerminalTests.script) else {
      print("skipped: what stands on a terminal, as 'script' is not installed")
      return
    }
    let folder = try TemporaryFolder([
      "a-folder-with-a-rather-long-name/service.yaml": """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports:
        - port: eighty

      """,
      "values.yaml": "a: b\n",
    ])
    let terminal = ["TERM": "xterm-256color"]
    var text = try screen(of: "check", in: folder, terminal)
    text += try screen(of: "check --format plain", in: folder, terminal)
    text += try screen(of: "check --language ko", in: folder, terminal.merging(["NO_COLOR": "1"]) { $1 })
    text += try screen(of: "check -k 1.30 --error schema/unknown-feld values.yaml", in: folder, ["TERM": "dumb"])
    text += try screen(of: "frobnicate", in: folder, terminal)
    try expect(text, matches: "Expected/terminal.txt")
  }
}
