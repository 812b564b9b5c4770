/// Where each byte of an extracted text stands in the text it was taken from.
///
/// A snippet in a list item, a here-document in a shell fence or a table cell is not one piece of its source: every line
/// has lost a prefix. The map keeps one segment for each piece; maps compose, so that a place in a here-document inside
/// a fence inside a list leads to a byte of the page.
public struct SourceMap: Sendable, Equatable {
  /// A piece that stands in the source as it stands in the text, unless the lengths differ.
  public struct Segment: Sendable, Equatable {
    /// The offset in the extracted text at which the piece begins.
    public var start: Int
    /// The offset in the source at which it begins.
    public var source: Int
    /// Bytes in the source; a piece that is longer in the text (a tab shown as spaces) or shorter (CRLF) is one unit.
    public var sourceLength: Int

    public init(start: Int, source: Int, sourceLength: Int) {
      self.start = start
      self.source = source
      self.sourceLength = sourceLength
    }
  }

  /// In order of both offsets.
  public private(set) var segments: [Segment] = []
  /// Bytes in the extracted text.
  public private(set) var length = 0

  /// The map of an empty text.
  public init() {}

  /// The map of a text that stands in its source as it is.
  public init(at source: Int, length: Int) {
    append(source: source, length: length)
  }

  /// Adds the next piece of the text: as many bytes as in the source.
  public mutating func append(source: Int, length count: Int) {
    append(source: source, sourceLength: count, length: count)
  }

  /// Adds the next piece of the text, whose length in the source may differ.
  public mutating func append(source: Int, sourceLength: Int, length count: Int) {
    guard count > 0 else { return }
    if let last = segments.last, count == sourceLength, length - last.start == last.sourceLength,
      last.source + last.sourceLength == source
    {
      segments[segments.count - 1].sourceLength += count
    } else {
      segments.append(Segment(start: length, source: source, sourceLength: sourceLength))
    }
    length += count
  }

  /// The offset in the source of a byte of the text; past the end, the offset after the last byte.
  public func source(of offset: Int) -> Int {
    guard let index = segment(at: offset) else { return 0 }
    let segment = segments[index]
    let textLength = (index + 1 < segments.count ? segments[index + 1].start : length) - segment.start
    let distance = max(0, offset - segment.start)
    if distance >= textLength { return segment.source + segment.sourceLength }
    return segment.source + (textLength == segment.sourceLength ? distance : 0)
  }

  /// The range in the source of a range of the text: from its first byte to after its last.
  public func source(of range: SourceRange) -> SourceRange {
    let start = source(of: range.start)
    guard range.end > range.start, let index = segment(at: range.end - 1) else { return SourceRange(start, start) }
    let last = segments[index]
    let textLength = (index + 1 < segments.count ? segments[index + 1].start : length) - last.start
    if textLength != last.sourceLength || range.end > length {
      return SourceRange(start, last.source + last.sourceLength)
    }
    return SourceRange(start, last.source + range.end - last.start)
  }

  /// The map of the same text into the source of its source.
  public func composed(with outer: SourceMap) -> SourceMap {
    var result = SourceMap()
    for (index, segment) in segments.enumerated() {
      let textLength = (index + 1 < segments.count ? segments[index + 1].start : length) - segment.start
      if textLength != segment.sourceLength {
        let range = outer.source(of: SourceRange(segment.source, segment.source + segment.sourceLength))
        result.append(source: range.start, sourceLength: range.end - range.start, length: textLength)
        continue
      }
      outer.appendPieces(from: segment.source, to: segment.source + textLength, into: &result)
    }
    return result
  }

  /// The map of a part of the text.
  public func part(_ range: SourceRange) -> SourceMap {
    var result = SourceMap()
    appendPieces(from: max(0, range.start), to: min(length, range.end), into: &result)
    return result
  }

  private func appendPieces(from start: Int, to end: Int, into result: inout SourceMap) {
    guard end > start, var index = segment(at: start) else { return }
    var offset = start
    while offset < end, index < segments.count {
      let segment = segments[index]
      let segmentEnd = index + 1 < segments.count ? segments[index + 1].start : length
      let pieceEnd = min(end, segmentEnd)
      if segmentEnd - segment.start == segment.sourceLength {
        result.append(source: segment.source + offset - segment.start, length: pieceEnd - offset)
      } else {
        result.append(source: segment.source, sourceLength: segment.sourceLength, length: pieceEnd - offset)
      }
      offset = pieceEnd
      index += 1
    }
  }

  /// The index of the last segment that begins at or before an offset, the first for offsets before it.
  private func segment(at offset: Int) -> Int? {
    guard !segments.isEmpty else { return nil }
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
