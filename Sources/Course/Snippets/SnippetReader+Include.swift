import Findings
import Markdown
import YAML

extension SnippetReader {
  /// Takes the text of a snippet from the file that its fence names.
  mutating func include(_ attribute: FenceAttribute, in snippet: inout Snippet) {
    guard let content else {
      snippet.demand = .ignored(reason: "its text comes from a file of its course")
      return
    }
    guard let value = attribute.value else {
      snippet.demand = .none
      return
    }
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0])
    guard !path.isEmpty else {
      snippet.demand = .none
      add("snippet/bad-include", attribute.range, .noFile)
      return
    }
    snippet.includedAt = (page, attribute.range)
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      snippet.demand = .none
      add("snippet/include-outside", attribute.range, .outside(path))
      return
    }
    do throws(FileError) {
      let file = try content.read(path)
      snippet.origin = file
      let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let bytes = Array(file.bytes.dropFirst(hasMark ? 3 : 0))
      snippet.text = String(decoding: bytes, as: UTF8.self)
      snippet.map = SourceMap(at: hasMark ? 3 : 0, length: bytes.count)
      let unreadable = file.encodingFindings
      guard unreadable.isEmpty else {
        snippet.demand = .none
        let place = LocatedFinding.Place(source: page, range: attribute.range, message: .includedHere)
        findings += unreadable.map {
          var located = LocatedFinding($0, in: file)
          located.related.append(place)
          return located
        }
        return
      }
    } catch {
      snippet.demand = .none
      let id = error.reason == .outside ? "snippet/include-outside" : "snippet/bad-include"
      add(id, attribute.range, error.message)
      return
    }
    if parts.count > 1 { select(String(parts[1]), attribute, in: &snippet) }
    if snippet.title == nil { snippet.title = path.split(separator: "/").last.map { String($0) } }
  }

  /// `Kind/name` narrows the text to one object; `:field.path` shows only a field of it.
  private mutating func select(_ selection: String, _ attribute: FenceAttribute, in snippet: inout Snippet) {
    let parts = selection.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let wanted = parts.first.map { String($0) } ?? ""
    let bytes = Array(snippet.text.utf8)
    let trees = YAMLStream(parsing: bytes).documents
    let match = trees.first { tree in
      let kind = tree.root["kind"]?.text ?? ""
      let name = tree.root["metadata"]?["name"]?.text ?? ""
      return wanted == "\(kind)/\(name)" || wanted == kind
    }
    guard let match else {
      let names = trees.map { "\($0.root["kind"]?.text ?? "?")/\($0.root["metadata"]?["name"]?.text ?? "?")" }
      snippet.demand = .none
      add("snippet/bad-include", attribute.range, .noObject(wanted, names))
      return
    }
    // The object is checked whole, whatever part of it is shown; its first line with its indentation.
    var start = match.root.range.start
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    let range = SourceRange(start, match.root.range.end)
    snippet.map = snippet.map.part(range)
    snippet.text = String(decoding: bytes[range.start..<range.end], as: UTF8.self) + "\n"
    guard parts.count > 1 else { return }
    var node = match.root
    for segment in parts[1].split(separator: ".") {
      guard let next = node[named: String(segment)] else {
        snippet.demand = .none
        add(
          "snippet/bad-include", attribute.range,
          Message(en: "'\(wanted)' has no field '\(parts[1])'", ko: "'\(wanted)'에 '\(parts[1])' 필드가 없습니다"))
        return
      }
      node = next
    }
    let shown = SourceRange(node.keyRange.start, max(node.keyRange.end, node.range.end))
    snippet.shown = dedented(bytes, shown, base: range.start)
  }

  /// The lines of a range without the indentation of its first.
  private func dedented(_ bytes: [UInt8], _ range: SourceRange, base: Int) -> Snippet.ShownPart {
    var lineStart = range.start
    while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
    let indent = range.start - lineStart
    var text: [UInt8] = []
    var map = SourceMap()
    var index = range.start
    while index < range.end {
      var end = index
      while end < range.end, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let piece = min(end + 1, range.end)
      text += bytes[index..<piece]
      map.append(source: index - base, length: piece - index)
      index = piece
      var skipped = 0
      while skipped < indent, index < range.end, bytes[index] == UInt8(ascii: " ") {
        index += 1
        skipped += 1
      }
    }
    return Snippet.ShownPart(text: String(decoding: text, as: UTF8.self) + "\n", map: map)
  }
}

extension SourceText {
  /// What is wrong with a YAML file whose bytes are no text.
  var encodingFindings: [Finding] {
    guard String(validating: bytes, as: UTF8.self) == nil else { return [] }
    return YAMLStream(parsing: bytes).findings.filter { $0.id == "yaml/invalid-utf8" }
  }
}

extension Message {
  static let includedHere = Message(en: "included here", ko: "여기에서 include합니다")
  fileprivate static let noFile = Message(
    en: "'include' names no file: write include=\"examples/web.yaml\"",
    ko: "'include'에 파일이 없습니다: include=\"examples/web.yaml\"로 쓰세요")
  fileprivate static func outside(_ path: String) -> Message {
    Message(
      en: "'\(path)' leads outside the course: includes are paths below 'content/'",
      ko: "'\(path)'는 코스 밖을 가리킵니다: include는 'content/' 아래의 경로입니다")
  }

  fileprivate static func noObject(_ wanted: String, _ names: [String]) -> Message {
    guard !names.isEmpty else {
      return Message(
        en: "the file holds no '\(wanted)': nothing in it can be read", ko: "파일에 '\(wanted)'가 없습니다: 읽을 수 있는 것이 없습니다")
    }
    let all = names.joined(separator: ", ")
    return Message(
      en: "the file holds no '\(wanted)': it has \(all)", ko: "파일에 '\(wanted)'가 없습니다: \(all)가 있습니다")
  }
}
