internal import CCMark
import Findings

/// Turns the inlines below a node of cmark's tree into values.
struct InlineReader {
  /// Whether markup was nested deeper than is followed.
  private(set) var isTooDeep = false

  mutating func inlines(of parent: OpaquePointer, depth: Int = 0, inLink: Bool = false) -> [Inline] {
    var result: [Inline] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      next = cmark_node_next(node)
      result.append(inline(node, depth: depth, inLink: inLink))
    }
    return InlineExtensions.applied(to: result, inLink: inLink)
  }

  private mutating func inline(_ node: OpaquePointer, depth: Int, inLink: Bool) -> Inline {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return .text(literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE: return .html(literal(node))
    default: break
    }
    guard depth < Limits.nesting else {
      isTooDeep = true
      return .text(text(below: node))
    }
    let children = inlines(
      of: node, depth: depth + 1, inLink: inLink || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
    switch type {
    case CMARK_NODE_EMPH: return .emphasis(children)
    case CMARK_NODE_STRONG: return .strong(children)
    default:
      let link = Link(
        destination: cmark_node_get_url(node).map { String(cString: $0) } ?? "",
        title: cmark_node_get_title(node).map { String(cString: $0) } ?? "",
        children: children, isImage: type == CMARK_NODE_IMAGE, range: SourceRange(0, 0))
      return link.isImage ? .image(link) : .link(link)
    }
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// The texts below a node without their markup, in one loop however deep they are.
  private func text(below root: OpaquePointer) -> String {
    guard let iterator = cmark_iter_new(root) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return text }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE { text += literal(node) }
      if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { text += " " }
    }
  }
}

extension InlineReader {
  /// The inlines of texts that stand by themselves, such as table cells: never blocks, whatever they begin with.
  /// `definitions` are the page's link definitions.
  mutating func inlines(ofTexts texts: [[UInt8]], definitions: [UInt8]) -> [[Inline]] {
    // One page with a paragraph for each text: a word before it, and indentation on its further lines, keep cmark from
    // seeing a list or a heading in it.
    var page: [UInt8] = []
    for text in texts where !text.isEmpty {
      page += "x ".utf8
      for byte in text {
        page.append(byte)
        if byte == .lineFeed { page += "    ".utf8 }
      }
      page += "\n\n".utf8
    }
    page += definitions
    let root = page.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, 0)
    }
    guard let root else { return texts.map { [.text(String(bytes: $0))] } }
    defer { cmark_node_free(root) }
    var result: [[Inline]] = []
    var next = cmark_node_first_child(root)
    for text in texts {
      guard !text.isEmpty, let node = next else {
        result.append([])
        continue
      }
      next = cmark_node_next(node)
      var inlines = inlines(of: node)
      if case .text(let first)? = inlines.first {
        let rest = String(first.dropFirst(2))
        if rest.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(rest) }
      }
      result.append(inlines)
    }
    return result
  }
}
