import Foundation
import Testing

/// Compares a text with a file beside the tests; with `UPDATE_EXPECTED=1` in the environment the file is written
/// instead, and the difference is reviewed like code.
func expect(
  _ text: String, matches name: String, in source: StaticString = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: "\(source)").deletingLastPathComponent().appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != nil {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard text != expected else { return }
  let (got, wanted) = (text.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
  let difference = got.difference(from: wanted).map { change in
    switch change {
    case .remove(let line, let element, _): "- \(line + 1): \(element)"
    case .insert(let line, let element, _): "+ \(line + 1): \(element)"
    }
  }
  Issue.record("\(name):\n\(difference.joined(separator: "\n"))", sourceLocation: location)
}
