import Findings

/// What GitHub adds to CommonMark's inlines: strikethrough, and links for bare addresses.
enum InlineExtensions {
  /// The same inlines with both. Addresses within links stay text.
  static func applied(to inlines: [Inline], inLink: Bool) -> [Inline] {
    guard inlines.contains(where: { if case .text(let text) = $0 { mayApply(text, inLink: inLink) } else { false } })
    else { return inlines }
    var result: [Inline] = []
    for inline in inlines {
      if case .text(let text) = inline, !inLink {
        result += Autolinks.split(text)
      } else {
        result.append(inline)
      }
    }
    return Strikethrough.applied(to: result)
  }

  private static func mayApply(_ text: String, inLink: Bool) -> Bool {
    let bytes = text.utf8
    return bytes.contains(UInt8(ascii: "~"))
      || (!inLink && (bytes.contains(UInt8(ascii: ":")) || bytes.contains(UInt8(ascii: "."))))
  }
}

/// Bare `https://…`, `http://…` and `www.…`.
///
/// Unlike GitHub's, an address ends before the first character outside ASCII: Korean sets particles right after it.
private enum Autolinks {
  static func split(_ text: String) -> [Inline] {
    let bytes = Array(text.utf8)
    var result: [Inline] = []
    var textStart = 0
    var index = 0
    while index < bytes.count {
      guard let end = end(in: bytes, at: index) else {
        index += 1
        continue
      }
      if index > textStart { result.append(.text(String(bytes: bytes[textStart..<index]))) }
      let address = String(bytes: bytes[index..<end])
      let destination = address.hasPrefix("www.") ? "http://" + address : address
      result.append(
        .link(
          Link(
            destination: destination, title: "", children: [.text(address)], isImage: false, range: SourceRange(0, 0))))
      textStart = end
      index = end
    }
    if textStart == 0 { return [.text(text)] }
    if textStart < bytes.count { result.append(.text(String(bytes: bytes[textStart...]))) }
    return result
  }

  /// Where the address that begins at an index ends; `nil` when none begins there.
  private static func end(in bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "w") else { return nil }
    if start > 0 {
      let before = bytes[start - 1]
      guard before.isSpace || "*_~(".utf8.contains(before) || before >= 0x80 else { return nil }
    }
    let isWWW = bytes.has("www.", at: start)
    let host =
      isWWW ? start : bytes.has("https://", at: start) ? start + 8 : bytes.has("http://", at: start) ? start + 7 : nil
    guard let host else { return nil }
    let hostEnd = bytes.index(from: host) {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    let labels = bytes[host..<hostEnd].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true)
    guard let first = labels.first, first.first?.isLetter == true || first.first?.isDigit == true,
      !isWWW || labels.count > 1, !labels.suffix(2).contains(where: { $0.contains(UInt8(ascii: "_")) })
    else { return nil }
    let end = bytes.index(from: hostEnd) { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") }
    return trimmed(bytes, from: start, to: end)
  }

  /// Punctuation at the end belongs to the sentence, a closing parenthesis only if it was not opened in the address.
  private static func trimmed(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = limit
    var opened = 0
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "(") { opened += 1 } else if byte == UInt8(ascii: ")") { opened -= 1 }
    }
    while end > start {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ")") {
        guard opened < 0 else { break }
        opened += 1
      } else if !"?!.,:;*_~'\"".utf8.contains(last) {
        break
      }
      end -= 1
    }
    return end
  }
}

/// `~~text~~`, and `~text~` where the tildes are not within words: `3~5` is a range.
private enum Strikethrough {
  private struct Run {
    var item: Int
    var start: Int
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  static func applied(to inlines: [Inline]) -> [Inline] {
    let runs = inlines.enumerated().flatMap { index, inline in
      if case .text(let text) = inline { Self.runs(in: Array(text.utf8), item: index) } else { [Run]() }
    }
    guard runs.count > 1 else { return inlines }
    // The pairs, none within another: a struck text within a struck text would look the same.
    var pairs: [(Run, Run)] = []
    var openers: [Int: Run] = [:]
    for run in runs {
      if run.closes, let opener = openers[run.length] {
        pairs.append((opener, run))
        openers = [:]
      } else if run.opens, openers[run.length] == nil {
        openers[run.length] = run
      }
    }
    guard !pairs.isEmpty else { return inlines }
    var result: [Inline] = []
    var place = (item: 0, offset: 0)
    for (opener, closer) in pairs {
      result += part(of: inlines, from: place, to: (opener.item, opener.start))
      let inner = part(of: inlines, from: (opener.item, opener.start + opener.length), to: (closer.item, closer.start))
      result.append(.strikethrough(inner))
      place = (closer.item, closer.start + closer.length)
    }
    return result + part(of: inlines, from: place, to: (inlines.count, 0))
  }

  private static func runs(in bytes: [UInt8], item: Int) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "~")) {
      let end = bytes.index(from: start) { $0 == UInt8(ascii: "~") }
      index = end
      guard end - start <= 2 else { continue }
      // The edge of a text is the edge of other markup, which counts as punctuation.
      let before = start > 0 ? bytes[start - 1] : UInt8(ascii: "*")
      let after = end < bytes.count ? bytes[end] : UInt8(ascii: "*")
      let single = end - start == 1
      let wordBefore = !before.isSpace && !before.isASCIIPunctuation
      let wordAfter = !after.isSpace && !after.isASCIIPunctuation
      runs.append(
        Run(
          item: item, start: start, length: end - start,
          opens: !after.isSpace && !(single && wordBefore), closes: !before.isSpace && !(single && wordAfter)))
    }
    return runs
  }

  private typealias Place = (item: Int, offset: Int)

  /// The inlines between two places, cutting texts.
  private static func part(of inlines: [Inline], from start: Place, to end: Place) -> [Inline] {
    var result: [Inline] = []
    var item = start.item
    while item < inlines.count, item < end.item || (item == end.item && end.offset > 0) {
      if case .text(let text) = inlines[item] {
        let bytes = text.utf8
        let lower = item == start.item ? start.offset : 0
        let upper = item == end.item ? end.offset : bytes.count
        let slice = bytes.dropFirst(lower).prefix(max(0, upper - lower))
        if !slice.isEmpty { result.append(.text(String(bytes: slice))) }
      } else if item < end.item {
        result.append(inlines[item])
      }
      item += 1
    }
    return result
  }
}
