import ArgumentParser
import Foundation

/// Compiles the published JSON schemas of many Kubernetes versions into one catalogue of facts.
struct KubernetesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kubernetes",
    abstract: "Compiles the JSON schemas of Kubernetes 1.25 to 1.37 into the facts that the program embeds.")

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
