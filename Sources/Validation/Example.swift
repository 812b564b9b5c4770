/// A manifest that shows a rule at work: documentation and test at once.
public struct Example: Sendable {
  /// Lines that end in `# ←` are those where findings are; an example without marks has none.
  public let manifest: String

  public init(_ manifest: String) {
    self.manifest = manifest
  }

  /// The marked lines, counted from 1.
  public var markedLines: [Int] {
    var lines: [Int] = []
    for (index, line) in manifest.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.hasSuffix("# ←") {
      lines.append(index + 1)
    }
    return lines
  }
}
