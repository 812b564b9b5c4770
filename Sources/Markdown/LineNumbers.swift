public import Findings

/// Lines of a code block, counted from 1: `2-3,7`, `2 3`, Hugo's `1,"3-4"`.
public struct LineNumbers: Sendable, Equatable {
  public var ranges: [ClosedRange<Int>] = []

  /// `nil` for anything else than numbers and ranges that rise.
  public init?(_ text: String) {
    for part in text.split(whereSeparator: { " ,\t\"'[]".contains($0) }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard let lower = Int(ends[0]), lower > 0, ends.count <= 2, let upper = Int(ends[ends.count - 1]), upper >= lower
      else { return nil }
      ranges.append(lower...upper)
    }
    if ranges.isEmpty { return nil }
  }

  public func contains(_ line: Int) -> Bool { ranges.contains { $0.contains(line) } }
}

extension FenceAttributes {
  /// The lines that `{2-3}` and `hl_lines="2 3"` emphasise together.
  public var highlightedLines: LineNumbers? {
    let parts = all.filter { $0.name == "hl_lines" }.compactMap(\.value)
    return parts.isEmpty ? nil : LineNumbers(parts.joined(separator: ","))
  }

  /// The values that an attribute lists between commas, each with its place in the page.
  public func items(of name: String) -> [(text: String, range: SourceRange)] {
    guard let attribute = self[name], let value = attribute.value, let range = attribute.valueRange else { return [] }
    let bytes = Array(value.utf8)
    // Escapes make the value shorter than what is written; then the places inside it are not known.
    let isVerbatim = bytes.count == range.end - range.start
    var items: [(text: String, range: SourceRange)] = []
    for part in bytes.split(separator: UInt8(ascii: ",")) {
      var part = part
      while let first = part.first, first.isSpace { part = part.dropFirst() }
      while let last = part.last, last.isSpace { part = part.dropLast() }
      guard !part.isEmpty else { continue }
      let place = SourceRange(range.start + part.startIndex, range.start + part.endIndex)
      items.append((text: String(bytes: part), range: isVerbatim ? place : range))
    }
    return items
  }
}
