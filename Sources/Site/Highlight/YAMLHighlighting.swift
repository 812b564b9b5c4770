import Findings
import YAML

/// Colours YAML, and JSON with it, from the trees of our own reader, so that colour says what the engine read:
/// `on` is a constant, `"on"` a string.
///
/// Parts that cannot be read are coloured line by line.
enum YAMLHighlighting {
  static func tokens(of code: [UInt8]) -> [CodeToken] {
    let stream = YAMLStream(parsing: code)
    var scalars: [CodeToken] = []
    for tree in stream.documents { collect(tree, into: &scalars) }
    scalars.sort { $0.range < $1.range }

    var tokens: [CodeToken] = []
    var position = 0
    var unreadable = stream.unreadable[...]
    func fill(to end: Int) {
      while let part = unreadable.first, part.start < end {
        unreadable.removeFirst()
        if part.start > position { punctuate(code, position, part.start, into: &tokens) }
        tokens += YAMLLineHighlighting.tokens(of: code, in: SourceRange(max(position, part.start), part.end))
        position = max(position, part.end)
      }
      if position < end { punctuate(code, position, end, into: &tokens) }
      position = max(position, end)
    }
    for scalar in scalars where scalar.range.start >= position {
      fill(to: scalar.range.start)
      guard scalar.range.start >= position else { continue }
      tokens.append(scalar)
      position = scalar.range.end
    }
    fill(to: code.count)
    return tokens
  }

  private static func collect(_ tree: Tree, into tokens: inout [CodeToken]) {
    // Nodes lie in the order of the text: the children of a mapping alternate between keys and values.
    var isKey = [Bool](repeating: false, count: tree.nodes.count)
    for index in tree.nodes.indices {
      let node = Node(tree: tree, index: Int32(index))
      if node.isMapping {
        for entry in node.entries { isKey[Int(entry.key.index)] = true }
      }
      guard node.isScalar, !node.isAliased, !node.range.isEmpty else { continue }
      let kind: CodeToken.Kind = isKey[index] ? .key : kind(of: node)
      tokens.append(CodeToken(kind, node.range.start, node.range.end))
    }
  }

  private static func kind(of node: Node) -> CodeToken.Kind {
    switch node.scalarType {
    case .null, .bool: .constant
    case .integer, .float: .number
    case .string: .string
    }
  }

  /// What stands between scalars: indicators, comments, anchors, aliases, tags.
  private static func punctuate(_ code: [UInt8], _ start: Int, _ end: Int, into tokens: inout [CodeToken]) {
    var index = start
    while index < end {
      let first = index
      switch code[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        index += 1
      case UInt8(ascii: "#"):
        while index < end, code[index] != UInt8(ascii: "\n"), code[index] != UInt8(ascii: "\r") { index += 1 }
        tokens.append(CodeToken(.comment, first, index))
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        index += 1
        while index < end, !isDelimiter(code[index]) { index += 1 }
        tokens.append(CodeToken(.reference, first, index))
      default:
        index += 1
        while index < end, isIndicator(code[index]) { index += 1 }
        tokens.append(CodeToken(.punctuation, first, index))
      }
    }
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension SourceRange {
  var isEmpty: Bool { end <= start }
}
