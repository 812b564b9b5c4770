import ArgumentParser
import Foundation

/// Compiles CustomResourceDefinitions into facts.
struct CustomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "custom",
    abstract: "Compiles CustomResourceDefinitions into the facts about custom kinds that the program embeds.")

  @Argument(help: "Folder that holds CustomResourceDefinitions as .json, .yaml or .yml files, in any depth.")
  var definitions: String

  @Argument(help: "Folder to write custom-kinds.txt and custom-schemas.txt to.")
  var output: String

  func run() throws {
    let folder = URL(fileURLWithPath: definitions, isDirectory: true)
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      throw ValidationError("cannot read \(folder.path)")
    }
    var facts = CustomFacts()
    let paths = files.compactMap { ($0 as? URL)?.path }.filter { path in
      ["json", "yaml", "yml"].contains((path as NSString).pathExtension)
    }
    for path in paths.sorted() {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("cannot read \(path)")
      }
      try facts.add(Array(data), file: path)
    }
    let target = URL(fileURLWithPath: output, isDirectory: true)
    try Data(facts.kindsText.utf8).write(to: target.appendingPathComponent("custom-kinds.txt"), options: .atomic)
    try Data(facts.schemasText.utf8).write(to: target.appendingPathComponent("custom-schemas.txt"), options: .atomic)
    print("\(facts.kinds.count) custom kinds, \(facts.schemas.count) schemas")
  }
}
