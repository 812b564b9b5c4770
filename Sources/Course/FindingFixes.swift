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
      guard let source = findings.first?.source else { continue }
      let fixed = FixedText(
        source.bytes, mending: findings.sorted(by: LocatedFinding.isOrderedBefore).map(\.edits))
      guard !fixed.used.isEmpty else { continue }
      files.append(File(name: name, bytes: fixed.bytes, count: fixed.used.count))
    }
  }
}
