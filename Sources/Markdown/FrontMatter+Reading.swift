import Findings

extension FrontMatter {
  /// What stands at the head of a page.
  enum Head {
    case none
    /// Between `---` and `---` or `...`; the body begins at the line after.
    case yaml(FrontMatter, bodyLine: Int)
    /// Between lines of `+++`, as Hugo's TOML: left out.
    case toml(bodyLine: Int)
    /// Opened and never closed: the range of the delimiter.
    case unclosed(SourceRange)
  }

  static func head(of source: SourceText, bytes: [UInt8], start: Int) -> Head {
    func text(_ line: Int) -> ArraySlice<UInt8> {
      let begin = line == 1 ? start : source.start(ofLine: line)
      var end = source.start(ofLine: line + 1)
      while end > begin, bytes[end - 1].isSpace { end -= 1 }
      return bytes[begin..<max(begin, end)]
    }
    guard !bytes.isEmpty, source.lineCount > 1 else { return .none }
    let opening = text(1)
    let isTOML = opening.elementsEqual("+++".utf8)
    guard isTOML || opening.elementsEqual("---".utf8) else { return .none }
    for line in 2...source.lineCount {
      let candidate = text(line)
      guard candidate.elementsEqual(opening) || (!isTOML && candidate.elementsEqual("...".utf8)) else { continue }
      if isTOML { return .toml(bodyLine: line + 1) }
      let range = SourceRange(source.start(ofLine: 2), source.start(ofLine: line))
      let matter = FrontMatter(
        text: String(bytes: bytes[range.start..<range.end]),
        map: SourceMap(at: range.start, length: range.end - range.start),
        range: SourceRange(start, candidate.endIndex))
      return .yaml(matter, bodyLine: line + 1)
    }
    return isTOML ? .none : .unclosed(SourceRange(opening.startIndex, opening.endIndex))
  }
}
