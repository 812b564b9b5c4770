public import Findings

/// The documents of a text, each a tree or the reason why it is none.
///
/// A document that cannot be read costs one finding; the others are read all the same.
public struct YAMLStream: Sendable {
  /// The documents that could be read, in order. Documents without content are left out.
  public let documents: [Tree]
  /// What is wrong with the text as YAML: syntax, encoding, duplicate keys, limits. In order of position.
  public let findings: [Finding]
  /// The parts of the text that could not be read.
  public let unreadable: [SourceRange]
  /// What was read of documents before they broke; good for saying what they are, not for judging them.
  public let partialDocuments: [Tree]
  public let source: [UInt8]

  public init(parsing text: String, limits: Limits = Limits()) {
    self.init(parsing: Array(text.utf8), limits: limits)
  }

  public init(parsing source: [UInt8], limits: Limits = Limits()) {
    self.source = source
    guard source.count <= limits.streamBytes else {
      documents = []
      findings = [.tooLarge(bytes: source.count, limit: limits.streamBytes)]
      unreadable = [SourceRange(0, source.count)]
      partialDocuments = []
      return
    }
    var partial: [Tree] = []
    var documents: [Tree] = []
    var findings: [Finding] = []
    var unreadable: [SourceRange] = []
    for part in DocumentSplitter.parts(of: source) {
      var parser = Parser(source: source, part: part, limits: limits)
      let outcome = parser.parse()
      documents += outcome.trees
      findings += outcome.findings
      if outcome.isBroken { unreadable.append(part) }
      if let tree = outcome.partial { partial.append(tree) }
    }
    partialDocuments = partial
    self.documents = documents
    self.findings = findings.sortedByPlace()
    self.unreadable = unreadable
  }
}

/// Cuts a stream at the lines that begin with `---`, so that a broken document does not take the rest with it.
///
/// Such a line ends a document wherever it stands: within quoted and block scalars too (YAML 1.1, section 4.3.1, and
/// kubectl's own reader).
enum DocumentSplitter {
  static func parts(of source: [UInt8]) -> [SourceRange] {
    var parts: [SourceRange] = []
    var start = hasByteOrderMark(source) ? 3 : 0
    var line = start
    // Directives and comments before `---` belong to the document that it begins.
    var hasContent = false
    var hasDirective = false
    source.withUnsafeBufferPointer { bytes in
      guard maySplit(bytes) else { return }
      while line < bytes.count {
        let end = lineEnd(bytes, line)
        if isMarker(bytes, line, end) {
          if hasContent || !hasDirective, line > start {
            parts.append(SourceRange(start, line))
            start = line
          }
          hasDirective = false
          hasContent = true
        } else if line < end, bytes[line] == UInt8(ascii: "%"), !hasContent {
          hasDirective = true
        } else if line < end, bytes[line] != UInt8(ascii: "#") {
          hasContent = true
        }
        line = end
        if line < bytes.count, bytes[line] == UInt8(ascii: "\r") { line += 1 }
        if line < bytes.count, bytes[line] == UInt8(ascii: "\n"), line == end || bytes[line - 1] == UInt8(ascii: "\r") {
          line += 1
        }
      }
    }
    if start < source.count || parts.isEmpty { parts.append(SourceRange(start, source.count)) }
    return parts
  }

  /// Whether three hyphens or a percent sign stand anywhere; most texts are one document, which this tells at once.
  private static func maySplit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in 0..<max(0, bytes.count - 2) {
      let hyphens = (bytes[index] ^ 0x2D) | (bytes[index + 1] ^ 0x2D) | (bytes[index + 2] ^ 0x2D)
      found |= (hyphens == 0 ? 1 : 0) | (bytes[index] == 0x25 ? 1 : 0)
    }
    return found != 0
  }

  /// The place of the line break after a position, or the end of the text; eight bytes are looked at in one step.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var end = start
    while end + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: end, as: UInt64.self))
      // A byte is zero where one of the two stands, and its highest bit tells it from the others.
      let (feed, carriage) = (word ^ 0x0A0A_0A0A_0A0A_0A0A, word ^ 0x0D0D_0D0D_0D0D_0D0D)
      let zeros = ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & (ones << 7)
      if zeros != 0 { return end + zeros.trailingZeroBitCount / 8 }
      end += 8
    }
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return end
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static func hasByteOrderMark(_ source: [UInt8]) -> Bool {
    source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF
  }

  private static func isMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let dash = UInt8(ascii: "-")
    guard bytes[start] == dash, bytes[start + 1] == dash, bytes[start + 2] == dash else { return false }
    return end - start == 3 || bytes[start + 3] == UInt8(ascii: " ") || bytes[start + 3] == UInt8(ascii: "\t")
  }
}
