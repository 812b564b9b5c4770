/// The lines of a page that define links: `[label]: destination`.
enum LinkDefinitions {
  /// Those that stand on one line, without the markers before them.
  static func lines(in body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for line in body.split(whereSeparator: \.isLineBreak) {
      let begin = line.index(from: line.startIndex) { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
      guard begin < line.endIndex, line[begin] == UInt8(ascii: "[") else { continue }
      guard let close = line[begin...].firstIndex(of: UInt8(ascii: "]")), line.has("]:", at: close) else { continue }
      guard result.count + line.count < Limits.definitionBytes else { break }
      result += line[begin...]
      result.append(.lineFeed)
    }
    return result
  }
}
