internal import CYAML
import Findings

/// Reads one part of a stream through libyaml's events into trees.
struct Parser {
  struct Outcome {
    var trees: [Tree] = []
    var findings: [Finding] = []
    var isBroken = false
    /// What was read of a document before it broke, closed there.
    var partial: Tree?
  }

  private let source: [UInt8]
  private let part: SourceRange
  private let limits: Limits

  init(source: [UInt8], part: SourceRange, limits: Limits) {
    self.source = source
    self.part = part
    self.limits = limits
  }

  mutating func parse() -> Outcome {
    var outcome = Outcome()
    var isASCII = true
    if let invalid = UTF8Check.firstInvalid(in: source, part, isASCII: &isASCII) {
      outcome.findings = [.invalidUTF8(at: invalid, byte: source[invalid])]
      outcome.isBroken = true
      return outcome
    }
    // libyaml refuses `{a:, b: c}`, in which the API server's decoder reads a key `a:`, and `\'` in double quotes. What
    // it makes of the whole counts where the rest can be read; otherwise what was found first.
    var first: Outcome?
    var refused: [Int] = []
    while true {
      var attempt = Outcome()
      let place = source.withUnsafeBufferPointer { parse($0, isASCII: isASCII, refused, into: &attempt) }
      guard let place, refused.count < 16 else { return attempt.isBroken ? first ?? attempt : attempt }
      first = first ?? attempt
      refused.append(place)
    }
  }

  /// Reads the part into an outcome. Answers where something stands that libyaml alone refuses within a text; it is to
  /// be among `refused`, for which libyaml is given something else.
  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, _ refused: [Int], into outcome: inout Outcome
  ) -> Int? {
    var copy = refused.isEmpty ? [] : Array(bytes[part.start..<part.end])
    for place in refused {
      if source[place] == UInt8(ascii: ":") {
        copy[place - part.start] = UInt8(ascii: "_")
      } else {
        copy[place + 1 - part.start] = UInt8(ascii: "a")
      }
    }
    return copy.withUnsafeBufferPointer {
      let slice = refused.isEmpty ? UnsafeBufferPointer(rebasing: bytes[part.start..<part.end]) : $0
      return parse(slice, of: bytes, isASCII: isASCII, refused, into: &outcome)
    }
  }

  private func parse(
    _ slice: UnsafeBufferPointer<UInt8>, of bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, _ refused: [Int],
    into outcome: inout Outcome
  ) -> Int? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      outcome.isBroken = true
      return nil
    }
    defer { yaml_parser_delete(&parser) }
    // An empty slice has no base address, and libyaml asks for one.
    let empty: StaticString = " "
    yaml_parser_set_input_string(&parser, slice.baseAddress ?? empty.utf8Start, slice.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)

    var marks = MarkMap(slice: slice, offset: part.start, isASCII: isASCII)
    var builder = TreeBuilder(stream: source, source: bytes, part: part, limits: limits, refused: refused)
    var event = yaml_event_t()
    while true {
      guard yaml_parser_parse(&parser, &event) == 1 else {
        outcome.findings.append(SyntaxError.finding(of: parser, marks: &marks, source: source, part: part))
        outcome.isBroken = true
        outcome.partial = builder.partialTree()
        return refusedPlace(parser, &marks)
      }
      defer { yaml_event_delete(&event) }
      let start = marks.offset(of: event.start_mark.index)
      let end = marks.offset(of: event.end_mark.index)
      switch event.type {
      case YAML_DOCUMENT_START_EVENT:
        builder = TreeBuilder(stream: source, source: bytes, part: part, limits: limits, refused: refused)
        if let version = event.data.document_start.version_directive, version.pointee.minor != 1 {
          builder.findings.append(.foreignVersion(at: SourceRange(start, end)))
        }
      case YAML_DOCUMENT_END_EVENT:
        outcome.findings += builder.findings
        if let tree = builder.tree() { outcome.trees.append(tree) }
      case YAML_MAPPING_START_EVENT:
        let data = event.data.mapping_start
        builder.begin(
          .mapping, style: data.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block, from: start, to: end,
          anchor: name(data.anchor))
      case YAML_SEQUENCE_START_EVENT:
        let data = event.data.sequence_start
        builder.begin(
          .sequence, style: data.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block, from: start, to: end,
          anchor: name(data.anchor))
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        builder.end(at: end)
      case YAML_SCALAR_EVENT:
        let data = event.data.scalar
        builder.add(
          scalar: UnsafeBufferPointer(start: data.value, count: data.length), style: style(data.style), from: start,
          to: end, tag: name(data.tag), anchor: name(data.anchor))
      case YAML_ALIAS_EVENT:
        builder.addAlias(name(event.data.alias.anchor) ?? "", from: start, to: end)
      case YAML_STREAM_END_EVENT:
        return nil
      default:
        break
      }
      if let failure = builder.failure {
        outcome.findings.append(failure)
        outcome.isBroken = true
        return nil
      }
    }
  }

  /// Where libyaml stopped at a ':' between the letters of a text, or at `\'`.
  private func refusedPlace(_ parser: yaml_parser_t, _ marks: inout MarkMap) -> Int? {
    guard let problem = parser.problem.map({ String(cString: $0) }) else { return nil }
    let offset = marks.offset(of: parser.problem_mark.index)
    guard offset + 1 < part.end else { return nil }
    switch problem {
    case "found unexpected ':'": return source[offset] == UInt8(ascii: ":") ? offset : nil
    case "found unknown escape character":
      return source[offset] == UInt8(ascii: "\\") && source[offset + 1] == UInt8(ascii: "'") ? offset : nil
    default: return nil
    }
  }

  private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer else { return nil }
    return String(cString: pointer)
  }

  private func style(_ style: yaml_scalar_style_t) -> RawNode.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}

/// Turns libyaml's marks, which count characters, into offsets of bytes.
struct MarkMap {
  private let slice: UnsafeBufferPointer<UInt8>
  private let offset: Int
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(slice: UnsafeBufferPointer<UInt8>, offset: Int, isASCII: Bool) {
    self.slice = slice
    self.offset = offset
    self.isASCII = isASCII
  }

  /// Marks come nearly in order, so that walking from the last one costs little.
  mutating func offset(of index: Int) -> Int {
    if isASCII { return offset + min(index, slice.count) }
    while character > index, byte > 0 {
      byte -= 1
      while byte > 0, slice[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    while character < index, byte < slice.count {
      byte += 1
      while byte < slice.count, slice[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    return offset + byte
  }
}

/// Whether bytes are UTF-8.
enum UTF8Check {
  /// The offset of the first byte that begins no valid sequence; `nil` where all is well.
  static func firstInvalid(in source: [UInt8], _ part: SourceRange, isASCII: inout Bool) -> Int? {
    source.withUnsafeBufferPointer { bytes in
      var index = part.start
      var ascii: UInt8 = 0
      for position in part.start..<part.end { ascii |= bytes[position] }
      isASCII = ascii < 0x80
      if isASCII { return nil }
      while index < part.end {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        guard let length = sequenceLength(byte), index + length <= part.end else { return index }
        let second = bytes[index + 1]
        let isSecondValid =
          switch byte {
          case 0xE0: second >= 0xA0 && second <= 0xBF
          case 0xED: second >= 0x80 && second <= 0x9F
          case 0xF0: second >= 0x90 && second <= 0xBF
          case 0xF4: second >= 0x80 && second <= 0x8F
          default: second >= 0x80 && second <= 0xBF
          }
        guard isSecondValid else { return index }
        for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 { return index }
        index += length
      }
      return nil
    }
  }

  private static func sequenceLength(_ byte: UInt8) -> Int? {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
