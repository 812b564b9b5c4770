import ArgumentParser

struct LabCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lab", abstract: "")

  func run() async throws {}
}
