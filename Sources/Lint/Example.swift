extension Rule {
  /// One or more manifests that show the rule at work.
  public struct Example: Sendable {
    /// Lines that end in `# ←` are those where the rule finds something; without marks it finds nothing.
    public let manifest: String

    init(_ manifest: String) {
      self.manifest = manifest
    }

    /// The marked lines, counted from 1.
    public var markedLines: [Int] {
      var lines: [Int] = []
      var number = 0
      for line in manifest.split(separator: "\n", omittingEmptySubsequences: false) {
        number += 1
        if line.hasSuffix("# ←") { lines.append(number) }
      }
      return lines
    }

    /// Whether the rule has nothing to say of it.
    public var isGood: Bool { markedLines.isEmpty }
  }
}
