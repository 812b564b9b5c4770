/// A text with fixes put in; everything that they do not touch stays byte for byte.
public struct FixedText: Sendable {
  public private(set) var bytes: [UInt8]
  /// Which of the fixes were put in, by their place in the list.
  public private(set) var used: [Int] = []

  /// Of fixes that touch the same bytes the first counts; the others come with the next check.
  public init(_ source: [UInt8], mending fixes: [[Fix.Edit]]) {
    // In order of position, without overlaps.
    var chosen: [Fix.Edit] = []
    for (index, edits) in fixes.enumerated() {
      let isFree = edits.allSatisfy { edit in
        edit.range.end <= source.count && !FixedText.overlaps(edit.range, chosen)
      }
      guard isFree, !edits.isEmpty else { continue }
      chosen += edits
      chosen.sort { $0.range < $1.range }
      used.append(index)
    }
    bytes = []
    var position = 0
    for edit in chosen where edit.range.start >= position {
      bytes += source[position..<edit.range.start]
      bytes += Array(edit.replacement.utf8)
      position = edit.range.end
    }
    bytes += source[position...]
  }

  /// Whether a range shares a byte with one of some edits; insertions count as touching the byte after them.
  private static func overlaps(_ range: SourceRange, _ edits: [Fix.Edit]) -> Bool {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if end(of: edits[middle].range) <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < edits.count && edits[low].range.start < end(of: range)
  }

  private static func end(of range: SourceRange) -> Int { max(range.end, range.start + 1) }
}
