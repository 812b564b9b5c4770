import ArgumentParser
import Foundation

/// Compiles what others published about Kubernetes into the catalogue of facts.
@main struct CatalogueCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue-compiler", abstract: "Compiles the facts that the program embeds.",
    subcommands: [ServedKinds.self, ConfigurationKinds.self], defaultSubcommand: ServedKinds.self)
}

/// The kinds that API servers serve, from the JSON schemas of many versions.
struct ServedKinds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "served", abstract: "Compiles the JSON schemas of Kubernetes 1.25 to 1.37.")

  @Argument(help: "Folder that holds v1.25.0-local, v1.26.0-local and so on, each with a file _definitions.json.")
  var schemas: String

  @Argument(help: "Folder to write kinds.txt and types.txt to.")
  var output: String

  func run() throws {
    let folder = URL(fileURLWithPath: schemas, isDirectory: true)
    var releases: [Release] = []
    for minor in MinorVersions.oldest...MinorVersions.newest {
      let file = folder.appendingPathComponent("v1.\(minor).0-local/_definitions.json")
      guard let data = FileManager.default.contents(atPath: file.path) else {
        throw ValidationError("cannot read \(file.path); is this the folder of the schemas?")
      }
      releases.append(try Release(minor: minor, json: data))
    }
    let facts = try Facts(releases: releases)
    try facts.write(to: output, kinds: "kinds.txt", types: "types.txt")
  }
}

/// The kinds that programs read from files, from the types of one version and a supplement of the others.
struct ConfigurationKinds: ParsableCommand {
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
  fileprivate func write(to folder: String, kinds kindsFile: String, types typesFile: String) throws {
    let target = URL(fileURLWithPath: folder, isDirectory: true)
    try Data(kindsText.utf8).write(to: target.appendingPathComponent(kindsFile), options: .atomic)
    try Data(typesText.utf8).write(to: target.appendingPathComponent(typesFile), options: .atomic)
    print("\(kinds.count) kinds, \(types.count) types, \(fieldCount) fields")
  }
}
