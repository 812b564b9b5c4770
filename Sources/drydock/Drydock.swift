import ArgumentParser

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@main
struct Drydock: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drydock",
    abstract: "Proves the manifests of a documentation site, renders it, and grades its labs.",
    usage: "drydock <command> [<options>]",
    discussion: """
      Every YAML snippet is judged as the API server would judge it, for each \
      Kubernetes version asked for, without a cluster and without a network. \
      What cannot be judged is called so.

      Try:
        drydock check web.yaml    judge a manifest, a folder, any Markdown
        drydock build             prove and render this folder's course
        drydock lab list          see the labs of the course
        drydock explain deployment.spec.strategy

      Exit codes: 0 nothing found, 1 findings, 2 usage or configuration, \
      3 internal, 4 below the asked score.
      """,
    version: Version.text,
    subcommands: [BuildCommand.self, CheckCommand.self, LabCommand.self, ExplainCommand.self, NewCommand.self])

  /// The parser's own exit codes are those of sysexits; ours are the design's.
  static func main() async {
    do {
      try checkCommandName()
      var command = try parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch let failure as CommandFailure {
      Terminal.complain("drydock: \(failure.message)")
      leave(2)
    } catch {
      let message = fullMessage(for: error)
      let isHelp = exitCode(for: error) == .success
      if isHelp {
        Terminal.write(message + "\n")
      } else {
        Terminal.complain(message.hasPrefix("Error: ") ? "drydock: " + message.dropFirst(7) : message)
      }
      leave(isHelp ? 0 : 2)
    }
    leave(0)
  }

  /// The parser would say only that the word is unexpected.
  private static func checkCommandName() throws {
    guard CommandLine.arguments.count > 1 else { return }
    let word = CommandLine.arguments[1]
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    // The parser's own commands begin with '-' or '_', but for 'help'.
    guard !word.hasPrefix("-"), !word.hasPrefix("_"), word != "help", !names.contains(word) else { return }
    throw CommandFailure("there is no command '\(word)': the commands are \(names.joined(separator: ", "))")
  }

  private static func leave(_ code: Int32) -> Never {
    Terminal.exit(code)
  }
}

enum Version {
  static let text = "0.1.0"
}
