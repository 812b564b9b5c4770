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
    discussion: """
      Every YAML snippet is judged as the API server would judge it, for each Kubernetes version asked for, without
      a cluster and without a network. What cannot be judged is called so.

      Try:
        drydock check web.yaml            judge a manifest, a folder, or the snippets of any Markdown
        drydock build                     prove and render the course in this folder into site/
        drydock lab list                  see the labs of the course
        drydock explain deployment.spec.strategy

      Exit codes: 0 nothing found, 1 findings, 2 usage or configuration, 3 internal, 4 below the asked score.
      """,
    version: Version.text,
    subcommands: [BuildCommand.self, CheckCommand.self, LabCommand.self, ExplainCommand.self, NewCommand.self])

  /// The parser's own exit codes are those of sysexits; ours are the design's.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      leave(code.rawValue)
    } catch {
      let message = fullMessage(for: error)
      let isHelp = exitCode(for: error) == .success
      if !message.isEmpty { Terminal.write(message + "\n", to: isHelp ? .output : .error) }
      leave(isHelp ? 0 : 2)
    }
    leave(0)
  }

  private static func leave(_ code: Int32) -> Never {
    Terminal.exit(code)
  }
}

enum Version {
  static let text = "0.1.0"
}
