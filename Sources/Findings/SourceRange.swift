/// A half-open range of bytes in one source text.
public struct SourceRange: Sendable, Hashable, Comparable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A place as people and editors count it: both numbers start at 1, columns count characters (Unicode scalars).
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A text with the starts of its lines, to turn offsets into positions and to quote lines.
///
/// Lines end at LF, CR or CRLF.
public struct SourceText: Sendable {
  /// What the text is called in findings: a path as the user gave it, `-` for standard input.
  public let name: String
  public let bytes: [UInt8]
  private let lineStarts: [Int]
  /// How many characters begin before each block of the text, so that columns of long lines need not be counted anew.
  private let characters: [Int]
  private static let blockSize = 1024

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
    }
    lineStarts = starts
    var characters: [Int] = []
    characters.reserveCapacity(bytes.count / SourceText.blockSize + 1)
    var count = 0
    var block = 0
    while block <= bytes.count {
      characters.append(count)
      count += SourceText.characters(in: bytes, block, min(block + SourceText.blockSize, bytes.count))
      block += SourceText.blockSize
    }
    self.characters = characters
  }

  /// How many characters begin in a part; continuation bytes of UTF-8 do not begin one.
  private static func characters(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// How many characters begin before an offset.
  private func characters(before offset: Int) -> Int {
    let block = offset / SourceText.blockSize
    return characters[block] + SourceText.characters(in: bytes, block * SourceText.blockSize, offset)
  }

  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Lines in the text; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// The offset at which a line (counted from 1) begins; the end of the text for lines past the last.
  public func start(ofLine line: Int) -> Int {
    line < 1 ? 0 : line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
  }

  /// The line (counted from 1) that holds an offset; offsets past the end belong to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  public func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let start = start(ofLine: line)
    let end = min(offset, bytes.count)
    guard end > start else { return SourcePosition(line: line, column: 1) }
    // A place within a character is that of the character; after the last one there is another.
    let isAtEnd = end == bytes.count
    let count = characters(before: isAtEnd ? end : end + 1) - characters(before: start + 1) + (isAtEnd ? 1 : 0)
    return SourcePosition(line: line, column: 1 + count)
  }

  /// The text of a line (counted from 1), without its line break.
  public func lineText(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    var end = self.start(ofLine: line + 1)
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The bytes of a range as text, clamped to the text.
  public func text(of range: SourceRange) -> String {
    let start = min(max(0, range.start), bytes.count)
    let end = min(max(start, range.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
