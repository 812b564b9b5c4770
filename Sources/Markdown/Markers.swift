/// `> [!NOTE]` at the head of a quote.
enum Alert {
  static func block(of blocks: [Block]) -> Block {
    guard case .paragraph(var inlines)? = blocks.first, case .text(let marker)? = inlines.first,
      inlines.count == 1 || inlines[1] == .softBreak || inlines[1] == .lineBreak, let kind = kind(marker)
    else { return .blockQuote(blocks) }
    inlines.removeFirst(min(2, inlines.count))
    return .alert(kind, (inlines.isEmpty ? [] : [.paragraph(inlines)]) + blocks.dropFirst())
  }

  private static func kind(_ marker: String) -> AlertKind? {
    guard marker.hasPrefix("[!"), marker.hasSuffix("]") else { return nil }
    return AlertKind(rawValue: marker.dropFirst(2).dropLast().lowercased())
  }
}

/// `[ ]` and `[x]` at the head of a list item.
enum TaskMarker {
  /// The state that an item's first paragraph begins with, which is removed.
  static func removed(from blocks: inout [Block]) -> Bool? {
    guard case .paragraph(var inlines)? = blocks.first, case .text(let text)? = inlines.first else { return nil }
    let bytes = Array(text.utf8.prefix(4))
    guard bytes.count == 4, bytes[0] == UInt8(ascii: "["), bytes[2] == UInt8(ascii: "]"), bytes[3].isSpaceOrTab,
      bytes[1] == .space || bytes[1] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    inlines[0] = .text(String(text.dropFirst(4)))
    blocks[0] = .paragraph(inlines)
    return bytes[1] != .space
  }
}

/// `{#anchor}` at the end of a heading.
enum HeadingAnchor {
  /// The anchor, which is removed with the space before it.
  static func removed(from inlines: inout [Inline]) -> String? {
    guard case .text(let text)? = inlines.last, text.utf8.last == UInt8(ascii: "}") else { return nil }
    let bytes = Array(text.utf8)
    guard let open = bytes.lastIndex(of: UInt8(ascii: "{")), bytes.has("{#", at: open) else { return nil }
    let name = bytes[(open + 2)..<(bytes.count - 1)]
    guard !name.isEmpty, !name.contains(where: { $0.isSpace || "{}#\"'<>".utf8.contains($0) }) else { return nil }
    var end = open
    while end > 0, bytes[end - 1].isSpaceOrTab { end -= 1 }
    if end == 0 { inlines.removeLast() } else { inlines[inlines.count - 1] = .text(String(bytes: bytes[..<end])) }
    return String(bytes: name)
  }
}
