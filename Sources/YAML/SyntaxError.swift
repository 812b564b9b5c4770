internal import CYAML
import Findings

/// Plain words for libyaml's syntax errors.
enum SyntaxError {
  static func finding(
    of parser: yaml_parser_t, marks: inout MarkMap, source: [UInt8], part: SourceRange
  ) -> Finding {
    let problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
    let context = parser.context.map { String(cString: $0) } ?? ""
    var offset = marks.offset(of: parser.problem_mark.index)
    if parser.error == YAML_READER_ERROR { offset = part.start + Int(parser.problem_offset) }
    // What is missing at the end is missing after the last text, not where the next document begins.
    if offset >= part.end {
      offset = part.end
      while offset > part.start, isBlank(source[offset - 1]) { offset -= 1 }
    }
    let contextOffset = parser.context == nil ? nil : marks.offset(of: parser.context_mark.index)
    if let conflict = mergeConflict(problem, source, part) { return conflict }
    if let culprit = keyWithoutColon(problem, before: offset, source, part) { return culprit }
    let byte = offset < part.end ? source[offset] : 0
    var finding = Finding(
      id: "yaml/syntax", range: SourceRange(offset, min(offset + 1, max(part.end, offset))),
      message: isAfterJSON(problem, source, part)
        ? Message(
          en: "text after the object's last '}': remove it, or make it a comment with '#'",
          ko: "객체의 마지막 '}' 뒤에 텍스트가 있습니다: 지우거나 '#'으로 주석을 만드세요")
        : message(problem: problem, context: context, byte: byte),
      server: ServerError(.yamlSyntax, .root, detail: problem))
    if let contextOffset, contextOffset != offset, contextOffset < offset {
      finding.related = [
        Related(
          range: SourceRange(contextOffset, min(contextOffset + 1, part.end)),
          message: Message(en: "of what begins here", ko: "여기서 시작한 부분"))
      ]
    }
    // What is never closed is wrong where it begins.
    if let begin = finding.related.first?.range, problem == "found unexpected end of stream" {
      finding.related = [
        Related(range: finding.range, message: Message(en: "it goes on to here", ko: "여기까지 이어집니다"))
      ]
      finding.range = begin
    }
    return finding
  }

  /// Whether a document in braces goes on after them.
  private static func isAfterJSON(_ problem: String, _ source: [UInt8], _ part: SourceRange) -> Bool {
    guard problem == "did not find expected <document start>" else { return false }
    return source[part.start..<part.end].first { !isBlank($0) } == UInt8(ascii: "{")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: " ")
  }

  /// The marks that git leaves where two changes meet.
  private static func mergeConflict(_ problem: String, _ source: [UInt8], _ part: SourceRange) -> Finding? {
    var marks: [SourceRange] = []
    var line = part.start
    while line < part.end {
      var end = line
      while end < part.end, source[end] != UInt8(ascii: "\n"), source[end] != UInt8(ascii: "\r") { end += 1 }
      if let first = source[line..<end].first, end - line >= 7,
        first == UInt8(ascii: marks.isEmpty ? "<" : marks.count == 1 ? "=" : ">"),
        source[line..<line + 7].allSatisfy({ $0 == first })
      {
        marks.append(SourceRange(line, end))
        if marks.count == 3 { break }
      }
      line = end + 1
    }
    guard marks.count == 3 else { return nil }
    return Finding(
      id: "yaml/syntax", range: marks[0],
      message: Message(
        en: "two changes were merged and nobody chose between them: keep one side and remove these marks",
        ko: "두 변경을 병합하면서 하나를 고르지 않았습니다: 한쪽만 남기고 이 표시를 지우세요"),
      server: ServerError(.yamlSyntax, .root, detail: problem),
      related: [
        Related(range: marks[1], message: Message(en: "the other side begins here", ko: "다른 쪽은 여기서 시작합니다")),
        Related(range: marks[2], message: Message(en: "and ends here", ko: "여기서 끝납니다")),
      ])
  }

  /// The line that is to blame where a ':' comes too late: one above without any, which libyaml takes for the
  /// beginning of a key of several lines. `initContainers` without its colon, a file name pasted above a manifest.
  private static func keyWithoutColon(
    _ problem: String, before offset: Int, _ source: [UInt8], _ part: SourceRange
  ) -> Finding? {
    guard problem == "mapping values are not allowed in this context" || problem == "could not find expected ':'" else {
      return nil
    }
    var lineStart = offset
    while lineStart > part.start, source[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    guard lineStart > part.start else { return nil }
    var end = lineStart - 1
    if end > part.start, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    var start = end
    while start > part.start, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    while start < end, source[start] == UInt8(ascii: " ") { start += 1 }
    let line = source[start..<end]
    guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "-"), line.count <= 200,
      !line.contains(UInt8(ascii: ":")), first != UInt8(ascii: "\""), first != UInt8(ascii: "'")
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let isFileName = text.hasSuffix(".yaml") || text.hasSuffix(".yml") || text.hasSuffix(".json")
    return Finding(
      id: "yaml/syntax", range: SourceRange(start, end),
      message: isFileName
        ? Message(
          en: "the file name '\(text)' is no part of a manifest: make it a comment with '#'",
          ko: "파일 이름 '\(text)'는 매니페스트의 일부가 아닙니다: '#'을 붙여 주석으로 만드세요")
        : Message(
          en: "'\(text)' is a key without ':': add it, or make the line a comment with '#'",
          ko: "'\(text)'는 ':'이 없는 키입니다: ':'을 넣거나 '#'으로 주석을 만드세요"),
      server: ServerError(.yamlSyntax, .root, detail: problem))
  }

  private static func message(problem: String, context: String, byte: UInt8) -> Message {
    switch problem {
    case "mapping values are not allowed in this context":
      return Message(
        en: "a ':' where no key can stand: align the line with its siblings, or quote a value that holds ': '",
        ko: "키가 올 수 없는 자리에 ':'이 있습니다: 줄을 형제와 맞추거나 ': '가 든 값을 따옴표로 감싸세요")
    case "did not find expected key":
      return Message(
        en: "this line fits no mapping around it: align it with the keys it belongs to",
        ko: "이 줄은 둘러싼 어느 매핑에도 맞지 않습니다: 속하는 키와 들여쓰기를 맞추세요")
    case "did not find expected '-' indicator":
      return Message(
        en: "this line fits no item of the list around it: begin it with '- ' or align it with the item's keys",
        ko: "이 줄은 둘러싼 목록의 항목이 아닙니다: '- '로 시작하거나 항목의 키와 맞추세요")
    case "found character that cannot start any token" where byte == UInt8(ascii: "\t"):
      return Message(
        en: "a tab indents this line: YAML takes spaces only", ko: "탭으로 들여썼습니다: YAML은 공백만 허용합니다")
    case "found character that cannot start any token":
      let character = String(decoding: [byte], as: UTF8.self)
      return Message(
        en: "a value cannot begin with '\(character)': quote it", ko: "값은 '\(character)'로 시작할 수 없습니다: 따옴표로 감싸세요")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Message(
        en: "a tab indents this line: YAML takes spaces only", ko: "탭으로 들여썼습니다: YAML은 공백만 허용합니다")
    case "could not find expected ':'":
      return Message(
        en: "a key without ':' after it: add the colon, or indent the line if it goes on a text",
        ko: "키 뒤에 ':'이 없습니다: 콜론을 넣거나, 앞 텍스트의 계속이면 들여쓰세요")
    case "found unexpected end of stream" where context.utf8.count > 0:
      return Message(en: "a quote is never closed: add the closing one", ko: "따옴표가 닫히지 않았습니다: 닫는 따옴표를 넣으세요")
    case "found unexpected document indicator":
      return Message(
        en: "a quote is never closed before '---': add the closing one", ko: "'---' 앞에서 따옴표가 닫히지 않았습니다: 닫는 따옴표를 넣으세요")
    case "did not find expected ',' or '}'":
      return Message(
        en: "a '{' list of keys goes wrong here: separate keys with ',' and close it with '}'",
        ko: "'{' 안이 여기서 어긋납니다: 키를 ','로 나누고 '}'로 닫으세요")
    case "did not find expected ',' or ']'":
      return Message(
        en: "a '[' list goes wrong here: separate items with ',' and close it with ']'",
        ko: "'[' 목록이 여기서 어긋납니다: 항목을 ','로 나누고 ']'로 닫으세요")
    case "block sequence entries are not allowed in this context":
      return Message(
        en: "a '-' item where no list can stand: put the list on lines of its own under its key",
        ko: "목록이 올 수 없는 자리에 '-' 항목이 있습니다: 키 아래 별도의 줄에 쓰세요")
    case "block mapping entries are not allowed in this context", "mapping keys are not allowed in this context":
      return Message(
        en: "a key where none can stand: put it on a line of its own", ko: "키가 올 수 없는 자리입니다: 별도의 줄에 쓰세요")
    case "did not find expected alphabetic or numeric character":
      let sign = context.hasSuffix("anchor") ? "&" : "*"
      return Message(
        en: "a value that begins with '\(sign)' is not text to YAML: quote it",
        ko: "'\(sign)'로 시작하는 값은 YAML에서 텍스트가 아닙니다: 따옴표로 감싸세요")
    case "found unknown escape character":
      return Message(
        en: "an unknown escape in double quotes: double the backslash, or use single quotes",
        ko: "큰따옴표 안에 알 수 없는 이스케이프가 있습니다: 역슬래시를 겹치거나 작은따옴표를 쓰세요")
    case "control characters are not allowed":
      return Message(en: "a control character: remove it", ko: "제어 문자가 있습니다: 지우세요")
    case "did not find expected <document start>":
      return Message(
        en: "text after the end of the document: begin a new one with '---'",
        ko: "문서가 끝난 뒤에 텍스트가 있습니다: '---'로 새 문서를 시작하세요")
    case "did not find expected node content":
      return Message(en: "a value is missing here: write one or close the list", ko: "값이 빠졌습니다: 값을 쓰거나 목록을 닫으세요")
    case "did not find expected comment or line break":
      return Message(
        en: "text after '|' or '>': put the text on the next line, indented",
        ko: "'|'나 '>' 뒤에 텍스트가 있습니다: 다음 줄에 들여써서 쓰세요")
    case "found undefined tag handle":
      return Message(en: "an undefined tag: quote the '!' text", ko: "정의되지 않은 태그입니다: '!' 텍스트를 따옴표로 감싸세요")
    default:
      let location = context.isEmpty ? "" : " \(context)"
      return Message(en: "not YAML\(location): \(problem)", ko: "YAML이 아닙니다\(location): \(problem)")
    }
  }
}
