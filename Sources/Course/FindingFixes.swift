public import Findings

/// The safe fixes of findings, put into the texts of their files; everything else stays byte for byte.
public struct FindingFixes: Sendable {
  public struct File: Sendable {
    public var name: String
    public var bytes: [UInt8]
    /// Findings that were mended.
    public var count: Int
  }

  /// By name, in order.
  public private(set) var files: [File] = []

  /// Fixes that touch the same bytes are put in one at a time: the first counts, the others come with the next check.
  public init(of findings: [LocatedFinding]) {
    var byFile: [String: [LocatedFinding]] = [:]
    for finding in findings where !finding.edits.isEmpty { byFile[finding.source.name, default: []].append(finding) }
    for (name, findings) in byFile.sorted(by: { $0.key < $1.key }) {
      var chosen: [Fix.Edit] = []
      var count = 0
      for finding in findings.sorted(by: LocatedFinding.isOrderedBefore) {
        let isFree = finding.edits.allSatisfy { edit in
          !chosen.contains {
            $0.range.start < max(edit.range.end, edit.range.start + 1)
              && edit.range.start < max($0.range.end, $0.range.start + 1)
          }
        }
        guard isFree else { continue }
        chosen += finding.edits
        count += 1
      }
      guard let source = findings.first?.source else { continue }
      var bytes = source.bytes
      for edit in chosen.sorted(by: { $1.range < $0.range }) where edit.range.end <= bytes.count {
        bytes.replaceSubrange(edit.range.start..<edit.range.end, with: Array(edit.replacement.utf8))
      }
      files.append(File(name: name, bytes: bytes, count: count))
    }
  }
}
