import ArgumentParser

/// Measures the engine against recorded answers of real servers, and keeps it from getting worse.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Runs recorded cases through the engine and prints how often it agrees.",
    discussion: """
      A file holds one case a line, in JSON. A ratchet file keeps the rates that were reached: the run fails where one
      falls, and --update writes those that rose.
      """)

  enum Suite: String, ExpressibleByArgument, CaseIterable {
    case apiserver, lint, cel, behaviour, robustness
  }

  @Argument(help: "The suite: apiserver, lint, cel, behaviour or robustness.")
  var suite: Suite

  @Argument(help: "Files of cases, JSON lines.")
  var files: [String]

  @Flag(help: "Print the result as JSON.")
  var json = false

  @Flag(help: "Print every case in which the engine disagrees.")
  var disagreements = false

  @Option(help: ArgumentHelp("The agreed rates, which may only rise.", valueName: "file"))
  var ratchet: String?

  @Flag(help: "Write rates that rose into the ratchet file.")
  var update = false

  @Option(help: ArgumentHelp("For robustness: a folder of Markdown pages to cut and spoil too.", valueName: "folder"))
  var pages: [String] = []

  func run() throws {
    switch suite {
    case .apiserver: try runAPIServer()
    case .cel: try runCEL()
    case .robustness: try Robustness(cases: files.flatMap { try APIServerCase.read($0) }, pageFolders: pages).run()
    case .lint, .behaviour:
      throw ValidationError("the engine has no part yet that the suite '\(suite.rawValue)' could measure")
    }
  }

  private func runCEL() throws {
    var rates: [(file: String, rates: [(name: String, rate: Double)])] = []
    for file in files {
      let table = CELTable(try CELCase.read(file))
      rates.append((file, table.rates))
      if disagreements { for line in table.disagreements { print(line) } }
      print(table.text(file: file.split(separator: "/").last.map { String($0) } ?? file))
    }
    if let ratchet { try Ratchet(file: ratchet).apply(rates, update: update) }
  }

  private func runAPIServer() throws {
    var tables: [(file: String, table: AgreementTable)] = []
    for file in files {
      let cases = try APIServerCase.read(file)
      let results = cases.map { APIServerResult(of: $0) }
      tables.append((file, AgreementTable(results)))
      if disagreements, !json {
        for result in results where !result.agrees { print(result.description) }
      }
    }
    if json {
      print(tables.map { $0.table.json(file: $0.file) }.joined(separator: "\n"))
    } else {
      for entry in tables { print(entry.table.text(file: entry.file)) }
    }
    if let ratchet { try Ratchet(file: ratchet).apply(tables.map { ($0.file, $0.table.rates) }, update: update) }
  }
}
