import ArgumentParser
import Foundation

/// A manifest and what a real kube-apiserver 1.36 said of it.
struct APIServerCase: Decodable {
  struct Fault: Decodable, Hashable {
    var type: String
    var field: String
  }

  var id: String
  var yaml: String
  var kind: String?
  var verdict: String
  /// `no-such-kind`, `decode`, `invalid`, `forbidden`; `nil` if accepted.
  var stage: String?
  var errors: [Fault]

  static func read(_ file: String) throws -> [APIServerCase] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("'\(file)' cannot be read")
    }
    let decoder = JSONDecoder()
    var cases: [APIServerCase] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        cases.append(try decoder.decode(APIServerCase.self, from: Data(line)))
      } catch {
        throw ValidationError("\(file):\(index + 1): not a case: \(error)")
      }
    }
    return cases
  }
}
