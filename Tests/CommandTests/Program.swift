import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    /// The exit code; negative where a signal ended it.
    var status: Int32
    var output: String
    var error: String
  }

  /// The program stands beside the bundle of the tests.
  static let path: String = {
    let here = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places = [here, package.appendingPathComponent(".build/debug")]
    return places.map { $0.appendingPathComponent("drydock").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[0].path
  }()

  /// Seconds after which a program that does not end is ended.
  static let patience = 60.0

  /// - Parameters:
  ///   - prefix: A program that runs it, with its arguments: `setpriv --reuid 1`.
  ///   - environment: In place of, or beside, a fixed one without a terminal.
  static func run(
    _ arguments: [String], in folder: String, input: String = "", prefix: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try RunningProgram(
      prefix + [path] + arguments, in: folder, input: Data(input.utf8), environment: environment)
    return try process.wait()
  }
}

extension TemporaryFolder {
  /// A line for each file below a folder, hidden ones too: checksum, size, path. Equal where every byte is.
  func fingerprint(_ relative: String = "") throws -> String {
    let outcome = try RunningProgram(
      ["/bin/sh", "-c", "find . -type f -exec cksum {} + | LC_ALL=C sort -k 3"], in: path(relative)
    ).wait()
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    return outcome.output
  }
}

/// A program on its way, with its streams in files, so that nothing waits for a full pipe.
final class RunningProgram {
  let identifier: pid_t
  private let streams: TemporaryFolder

  init(_ command: [String], in folder: String, input: Data = Data(), environment: [String: String] = [:]) throws {
    streams = try TemporaryFolder()
    try streams.write(input, to: "input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams.path("input"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams.path("output"), O_WRONLY | O_CREAT, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, streams.path("error"), O_WRONLY | O_CREAT, 0o644)
    var variables = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder]
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    variables.merge(environment) { $1 }
    // `env` replaces itself by the program, so that the identifier is the program's.
    let command = ["/usr/bin/env", "-C", folder] + command
    var words = command.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, command[0], &actions, nil, &words, &settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    self.identifier = identifier
  }

  func kill() { _ = Foundation.kill(identifier, SIGKILL) }

  func wait() throws -> Program.Outcome {
    var status: Int32 = 0
    let deadline = Date(timeIntervalSinceNow: Program.patience)
    while waitpid(identifier, &status, WNOHANG) == 0 {
      if Date() > deadline {
        kill()
        Issue.record("the program did not end in \(Program.patience) s")
        waitpid(identifier, &status, 0)
        break
      }
      usleep(500)
    }
    let signal = status & 0x7F
    return Program.Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, output: try streams.read("output"),
      error: try streams.read("error"))
  }
}
