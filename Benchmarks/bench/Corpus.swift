import ArgumentParser
import Foundation

/// Texts that every stage reads, in one order.
struct Corpus {
  let name: String
  let texts: [[UInt8]]

  var bytes: Int { texts.reduce(0) { $0 + $1.count } }

  /// The texts of a file of recorded cases, or of the YAML files in a folder.
  init(path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ValidationError("'\(path)' is neither a file of cases nor a folder of manifests")
    }
    name = path.split(separator: "/").last.map { String($0) } ?? path
    texts = isFolder.boolValue ? try Corpus.manifests(in: path) : try Corpus.cases(in: path)
    guard !texts.isEmpty else { throw ValidationError("'\(path)' holds no manifests") }
  }

  /// A case is a line of JSON that holds its text under `yaml`.
  private static func cases(in file: String) throws -> [[UInt8]] {
    struct Case: Decodable { var yaml: String }
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: UInt8(ascii: "\n"))
      .map { Array(try decoder.decode(Case.self, from: Data($0)).yaml.utf8) }
  }

  private static func manifests(in folder: String) throws -> [[UInt8]] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
      .map { Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
  }
}
