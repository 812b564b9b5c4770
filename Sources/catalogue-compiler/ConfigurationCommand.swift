import ArgumentParser
import Foundation

/// The kinds that programs read from files, from the types of one version and a supplement of the others.
struct ConfigurationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configuration", abstract: "Compiles the types of configuration files.")

  @Argument(help: "A JSON file with 'definitions', an object schema for each Go type, and 'kinds', which names them.")
  var types: String

  @Argument(help: "Folder with types.txt, to write configuration-kinds.txt and configuration-types.txt to.")
  var output: String

  func run() throws {
    guard let data = FileManager.default.contents(atPath: types) else { throw ValidationError("cannot read \(types)") }
    let served = URL(fileURLWithPath: output, isDirectory: true).appendingPathComponent("types.txt")
    guard let known = try? String(contentsOf: served, encoding: .utf8) else {
      throw ValidationError("cannot read \(served.path); compile the served kinds first")
    }
    let facts = try Facts(configuration: data, served: known)
    try facts.write(to: output, kinds: "configuration-kinds.txt", types: "configuration-types.txt")
  }
}

extension Facts {
  func write(to folder: String, kinds kindsFile: String, types typesFile: String) throws {
    let target = URL(fileURLWithPath: folder, isDirectory: true)
    try Data(kindsText.utf8).write(to: target.appendingPathComponent(kindsFile), options: .atomic)
    try Data(typesText.utf8).write(to: target.appendingPathComponent(typesFile), options: .atomic)
    print("\(kinds.count) kinds, \(types.count) types, \(fieldCount) fields")
  }
}
