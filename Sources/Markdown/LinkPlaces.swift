import Findings

/// Finds where the links of a block are written.
///
/// cmark's columns of inlines are wrong within nested containers, so the block's text is read along with its inlines:
/// each is looked for from where the one before it was found. A piece that is not found (it was written with escapes)
/// leaves the cursor where it is; so the cursor never passes the true place.
struct LinkPlaces {
  private let text: [UInt8]
  private let map: SourceMap
  private var cursor = 0
  /// Where the text was found that was looked for last.
  private var lastFound: Range<Int>?
  private(set) var links: [Link] = []

  init(text: [UInt8], map: SourceMap) {
    self.text = text
    self.map = map
  }

  /// Whether there is anything to place.
  static func hasLinks(_ inlines: [Inline]) -> Bool {
    inlines.contains { inline in
      switch inline {
      case .link, .image: true
      case .emphasis(let children), .strong(let children), .strikethrough(let children): hasLinks(children)
      case .text, .softBreak, .lineBreak, .code, .html: false
      }
    }
  }

  /// Sets the range of every link.
  mutating func place(_ inlines: inout [Inline]) {
    for index in inlines.indices {
      switch inlines[index] {
      case .text(let value), .code(let value), .html(let value): advance(past: Array(value.utf8))
      case .softBreak, .lineBreak: break
      case .emphasis(var children):
        place(&children)
        inlines[index] = .emphasis(children)
      case .strong(var children):
        place(&children)
        inlines[index] = .strong(children)
      case .strikethrough(var children):
        place(&children)
        inlines[index] = .strikethrough(children)
      case .link(var link):
        place(&link)
        inlines[index] = .link(link)
      case .image(var link):
        place(&link)
        inlines[index] = .image(link)
      }
    }
  }

  private mutating func place(_ link: inout Link) {
    let start = cursor
    lastFound = nil
    place(&link.children)
    let content = lastFound
    let textStart = content?.lowerBound ?? start
    if case .text(let value)? = link.children.first, link.children.count == 1, let content,
      ["", "http://", "mailto:"].contains(where: { $0 + value == link.destination }),
      content.lowerBound == 0 || text[content.lowerBound - 1] != UInt8(ascii: "[")
    {
      link.range = map.source(of: SourceRange(content.lowerBound, content.upperBound))
    } else if let written = destination(link.destination, from: start) {
      link.range = map.source(of: SourceRange(written.lowerBound, written.upperBound))
      cursor = written.upperBound
    } else {
      link.range = map.source(of: SourceRange(textStart, max(textStart, content?.upperBound ?? cursor)))
    }
    links.append(link)
  }

  private mutating func advance(past needle: [UInt8]) {
    guard let first = needle.first else { return }
    let last = min(text.count - needle.count, cursor + Limits.searchWindow)
    var index = cursor
    while index <= last {
      if text[index] == first, matches(needle, at: index) {
        lastFound = index..<index + needle.count
        cursor = index + needle.count
        return
      }
      index += 1
    }
  }

  /// Code spans show line breaks as spaces.
  private func matches(_ needle: [UInt8], at index: Int) -> Bool {
    for offset in needle.indices {
      let byte = text[index + offset]
      guard byte == needle[offset] || (byte == .lineFeed && needle[offset] == .space) else { return false }
    }
    return true
  }

  /// The next place after `](` that means a destination.
  private func destination(_ destination: String, from start: Int) -> Range<Int>? {
    let wanted = Array(destination.utf8)
    let last = min(text.count - 1, start + Limits.searchWindow)
    var index = start
    while index < last {
      guard text.has("](", at: index) else {
        index += 1
        continue
      }
      let raw = rawDestination(at: text.index(from: index + 2, while: \.isSpace))
      if Self.unescaped(text[raw]) == wanted || text[raw].contains(UInt8(ascii: "&")) { return raw }
      index += 2
    }
    return nil
  }

  private func rawDestination(at start: Int) -> Range<Int> {
    var index = start
    if index < text.count, text[index] == UInt8(ascii: "<") {
      index += 1
      while index < text.count, text[index] != UInt8(ascii: ">") { index += text[index] == .backslash ? 2 : 1 }
      return start + 1..<min(index, text.count)
    }
    var depth = 0
    while index < text.count, !text[index].isSpace {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += text[index] == .backslash && index + 1 < text.count && !text[index + 1].isSpace ? 2 : 1
    }
    return start..<min(index, text.count)
  }

  private static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      if raw[index] == .backslash, index + 1 < raw.endIndex, raw[index + 1].isASCIIPunctuation { index += 1 }
      result.append(raw[index])
      index += 1
    }
    return result
  }
}
