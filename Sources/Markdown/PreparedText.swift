import Findings

/// A page made fit for cmark without moving a byte: what cannot be read, or would take too long, is replaced by as many
/// other bytes, and reported.
struct PreparedText {
  /// As long as the source.
  private(set) var bytes: [UInt8]
  /// The byte order mark's length, 0 or 3.
  private(set) var start = 0
  private(set) var findings: [Finding] = []

  init(_ source: SourceText) {
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if bytes.count > Limits.documentBytes {
      findings.append(Finding(id: "markdown/too-large", range: SourceRange(0, 0), message: .tooLarge))
      bytes = []
      start = 0
      return
    }
    replaceUnreadable()
    limitNesting(source)
    limitImages()
  }

  private mutating func replaceUnreadable() {
    if String(validating: bytes, as: UTF8.self) == nil {
      var first: Int?
      var index = 0
      while index < bytes.count {
        let length = Self.scalarLength(in: bytes, at: index)
        if length == 0 {
          first = first ?? index
          bytes[index] = UInt8(ascii: "?")
        }
        index += max(1, length)
      }
      let place = first ?? 0
      findings.append(
        Finding(id: "markdown/invalid-utf8", range: SourceRange(place, place + 1), message: .invalidUTF8))
    }
    if let null = bytes.firstIndex(of: 0) {
      findings.append(
        Finding(id: "markdown/null-character", range: SourceRange(null, null + 1), message: .nullCharacter))
      for index in null..<bytes.count where bytes[index] == 0 { bytes[index] = UInt8(ascii: "?") }
    }
  }

  /// The bytes of the scalar at an index, 0 where there is no well-formed one (Unicode, table 3-7).
  private static func scalarLength(in bytes: [UInt8], at index: Int) -> Int {
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0...0x7F: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0...0xBF) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80...0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0: return continuation(1, 0x90...0xBF) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4: return continuation(1, 0x80...0x8F) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// Blanks lines that open more containers than may be nested: each would become a node.
  private mutating func limitNesting(_ source: SourceText) {
    for line in 1...source.lineCount {
      let start = line == 1 ? self.start : source.start(ofLine: line)
      guard markers(at: start) > Limits.nesting else { continue }
      if !findings.contains(where: { $0.id == "markdown/too-deep" }) {
        findings.append(Finding(id: "markdown/too-deep", range: SourceRange(start, start + 1), message: .tooDeep))
      }
      for index in start..<source.start(ofLine: line + 1) where !bytes[index].isLineBreak { bytes[index] = .space }
    }
  }

  /// The markers of quotes and list items at the head of a line.
  private func markers(at start: Int) -> Int {
    var count = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isSpaceOrTab {
        index += 1
      } else if byte == UInt8(ascii: ">") {
        count += 1
        index += 1
      } else {
        var end = bytes.index(from: index, while: \.isDigit)
        let delimiters: [UInt8] = end > index ? Array(".)".utf8) : Array("-+*".utf8)
        guard end < bytes.count, delimiters.contains(bytes[end]) else { return count }
        end += 1
        guard end < bytes.count, bytes[end].isSpaceOrTab else { return count }
        count += 1
        index = end
      }
    }
    return count
  }

  private mutating func limitImages() {
    var count = 0
    var lineIsBlank = true
    for index in bytes.indices.dropLast() {
      let byte = bytes[index]
      if byte == .lineFeed {
        if lineIsBlank { count = 0 }
        lineIsBlank = true
      } else if !byte.isSpace {
        lineIsBlank = false
      }
      guard byte == UInt8(ascii: "!"), bytes[index + 1] == UInt8(ascii: "[") else { continue }
      count += 1
      guard count > Limits.imageOpeners else { continue }
      if count == Limits.imageOpeners + 1 {
        findings.append(
          Finding(id: "markdown/too-many-images", range: SourceRange(index, index + 2), message: .tooManyImages))
      }
      bytes[index + 1] = .space
    }
  }
}

extension Message {
  fileprivate static let tooLarge = Message(
    en: "the page is larger than 4 MiB: split it", ko: "문서가 4 MiB보다 큽니다: 나누세요")
  fileprivate static let invalidUTF8 = Message(
    en: "the text is not UTF-8 from here on: save the file as UTF-8",
    ko: "여기부터 UTF-8이 아닙니다: 파일을 UTF-8로 저장하세요")
  fileprivate static let nullCharacter = Message(
    en: "there is a null character in the text: remove it", ko: "널 문자가 있습니다: 지우세요")
  fileprivate static let tooManyImages = Message(
    en: "more than 5000 images without a blank line between: separate them",
    ko: "빈 줄 없이 이미지가 5000개를 넘습니다: 나누세요")
  static let tooDeep = Message(
    en: "quotes, lists or markup are nested more than 100 deep: flatten them",
    ko: "인용, 목록 또는 강조가 100단계보다 깊습니다: 줄이세요")
}
