import Findings
import Foundation
import Testing

@testable import Lint

/// Columns, paths and wording of every finding of every example, in both languages, as one text to be reviewed.
///
/// `UPDATE_EXPECTED=1 swift test --filter GoldenTests` writes it anew.
@Suite struct GoldenTests {
  @Test func findingsReadAsExpected() throws {
    var lines: [String] = []
    for rule in Rule.all {
      lines.append("# \(rule.id)")
      for (number, example) in rule.examples.enumerated() {
        let source = SourceText(name: "example \(number + 1)", text: example.manifest)
        for finding in try findings(of: rule, in: example.manifest) {
          let start = source.position(at: finding.range.start)
          lines.append(
            "\(source.name):\(start.line):\(start.column): \(finding.severity.rawValue): \(finding.message.en)")
          lines.append("  '\(source.text(of: finding.range))' at \(finding.path.jsonPointer)")
          lines.append("  \(finding.message.ko ?? "-")")
          if let fix = finding.fix { lines.append("  fix: \(fix.title.en)") }
        }
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/findings.txt")
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for (index, line) in text.split(separator: "\n").enumerated() {
      guard index < expected.count, expected[index] == line else {
        Issue.record("line \(index + 1): found '\(line)', expected '\(index < expected.count ? expected[index] : "")'")
        return
      }
    }
    #expect(expected.count == text.split(separator: "\n").count)
  }
}
