public import Findings

extension Tree {
  /// The document's comments, in order, each from its `#` to the end of its line.
  ///
  /// libyaml does not report them. A `#` begins one where it starts a line or follows a blank, outside of scalars.
  public var comments: [SourceRange] {
    var scalars: [SourceRange] = []
    for node in nodes where node.kind == .scalar && !node.flags.contains(.aliased) && node.end > node.start {
      scalars.append(SourceRange(Int(node.start), Int(node.end)))
    }
    scalars.sort()
    var comments: [SourceRange] = []
    var scalar = 0
    var index = range.start
    while index < range.end {
      while scalar < scalars.count, scalars[scalar].end <= index { scalar += 1 }
      if scalar < scalars.count, scalars[scalar].start <= index {
        // The header of a block scalar may carry a comment, but its text may not.
        index = scalars[scalar].end
        continue
      }
      let byte = source[index]
      let isAfterBlank = index == range.start || isBlank(source[index - 1])
      guard byte == UInt8(ascii: "#"), isAfterBlank else {
        index += 1
        continue
      }
      let start = index
      while index < range.end, source[index] != UInt8(ascii: "\n"), source[index] != UInt8(ascii: "\r") { index += 1 }
      comments.append(SourceRange(start, index))
    }
    return comments
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
