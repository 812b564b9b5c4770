import Findings
import Markdown
import YAML

/// Reads the code blocks of a page as snippets: attributes, includes, here-documents.
struct SnippetReader {
  let page: SourceText
  /// Folder that includes are relative to; `nil` for pages of no course.
  let content: Folder?
  let versions: VersionSet
  var findings: [LocatedFinding] = []

  init(page: SourceText, content: Folder?, versions: VersionSet) {
    self.page = page
    self.content = content
    self.versions = versions
  }

  static func isYAML(_ language: String) -> Bool { language == "yaml" || language == "yml" || language == "json" }

  /// The block itself first, then its here-documents that hold manifests.
  mutating func snippets(of block: CodeBlock) -> [Snippet] {
    var snippet = Snippet(
      blockIndex: block.index, language: block.language, text: block.text, origin: page, map: block.map,
      demand: SnippetReader.isYAML(block.language) ? .valid : .none, versions: versions, attributes: block.attributes,
      page: page, fenceRange: block.range)
    let attributes = block.attributes
    snippet.id = attributes.value(of: "id")
    snippet.title = attributes.value(of: "title")
    snippet.group = attributes.value(of: "group")
    snippet.with = words(attributes.value(of: "with"))
    snippet.placeholders = words(attributes.value(of: "placeholder"))
    readVersions(attributes, &snippet)
    if let include = attributes["include"] { self.include(include, in: &snippet) }
    readDemand(attributes, &snippet)
    guard content != nil || snippet.demand == .none else { return [snippet] }
    return [snippet] + hereDocuments(of: block, like: snippet)
  }

  private func hereDocuments(of block: CodeBlock, like outer: Snippet) -> [Snippet] {
    if case .ignored = outer.demand { return [] }
    return block.hereDocuments.compactMap { document in
      switch document.target {
      case .kubectl(_, let readsManifest): guard readsManifest else { return nil }
      case .file(let name): guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return nil }
      case .other: return nil
      }
      var snippet = outer
      snippet.isHereDocument = true
      snippet.id = nil
      snippet.language = "yaml"
      snippet.text = document.text
      snippet.map = document.map
      if snippet.demand == .none { snippet.demand = .valid }
      if document.expandsVariables { snippet.placeholders += shellVariables(in: document.text) }
      return snippet
    }
  }

  // MARK: Attributes

  private mutating func add(_ id: String, _ range: SourceRange, _ message: Message) {
    findings.append(LocatedFinding(Finding(id: id, range: range, message: message), in: page))
  }

  private func words(_ value: String?) -> [String] {
    value?.split(separator: ",").map { $0.trimmingSpaces } ?? []
  }

  private mutating func readVersions(_ attributes: FenceAttributes, _ snippet: inout Snippet) {
    for (name, text) in [("versions", { $0 }), ("since", { "\($0)-" }), ("until", { "-\($0)" })]
      as [(String, (String) -> String)]
    {
      guard let attribute = attributes[name] else { continue }
      guard let value = attribute.value, let set = VersionSet(text(value)), !set.isEmpty else {
        add("snippet/attribute-value", attribute.range, .badVersions(attribute.value ?? ""))
        continue
      }
      snippet.versions = name == "versions" ? set : snippet.versions.intersection(set)
    }
  }

  private mutating func readDemand(_ attributes: FenceAttributes, _ snippet: inout Snippet) {
    if let ignore = attributes["ignore"] {
      if let reason = ignore.value, !reason.trimmingSpaces.isEmpty {
        snippet.demand = .ignored(reason: reason)
      } else {
        add(
          "snippet/ignore-without-reason", ignore.range,
          Message(
            en: "'ignore' gives no reason: write ignore=\"why it is not checked\"",
            ko: "'ignore'에 이유가 없습니다: ignore=\"검사하지 않는 이유\"로 쓰세요"))
      }
    } else if let fragment = attributes["fragment"] {
      snippet.demand = .fragment(fragment.value ?? "")
    } else if let invalid = attributes["invalid"] {
      snippet.demand = .invalid(expectations(invalid))
    }
  }

  /// `id@pointer`, separated by commas.
  private mutating func expectations(_ attribute: FenceAttribute) -> [Snippet.Expectation] {
    let expectations = words(attribute.value).map { word in
      let parts = word.split(separator: "@", maxSplits: 1)
      return Snippet.Expectation(
        id: parts.first.map { String($0) } ?? "", pointer: parts.count > 1 ? String(parts[1]) : nil,
        range: attribute.range)
    }
    if expectations.isEmpty {
      add(
        "snippet/attribute-value", attribute.range,
        Message(
          en: "'invalid' names no findings: write invalid=\"schema/unknown-field@/spec/replica\"",
          ko: "'invalid'에 결과가 없습니다: invalid=\"schema/unknown-field@/spec/replica\"로 쓰세요"))
    }
    return expectations
  }

  // MARK: Includes

  private mutating func include(_ attribute: FenceAttribute, in snippet: inout Snippet) {
    guard let content, let value = attribute.value, !value.isEmpty else {
      add("snippet/bad-include", attribute.range, Message(en: "'include' names no file", ko: "'include'에 파일이 없습니다"))
      return
    }
    let parts = value.split(separator: "#", maxSplits: 1)
    let path = String(parts[0])
    snippet.includedAt = (page, attribute.range)
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      snippet.demand = .none
      add(
        "snippet/include-outside", attribute.range,
        Message(
          en: "'\(path)' leads outside the course: includes are paths below 'content/'",
          ko: "'\(path)'는 코스 밖을 가리킵니다: include는 'content/' 아래의 경로입니다"))
      return
    }
    do throws(FileError) {
      let file = try content.read(path)
      snippet.origin = file
      let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let bytes = Array(file.bytes.dropFirst(hasMark ? 3 : 0))
      snippet.text = String(decoding: bytes, as: UTF8.self)
      snippet.map = SourceMap(at: hasMark ? 3 : 0, length: bytes.count)
    } catch {
      snippet.demand = .none
      var missing = error
      missing.path = content.path(of: path)
      add("snippet/bad-include", attribute.range, missing.message)
      return
    }
    if parts.count > 1 { select(String(parts[1]), attribute, in: &snippet) }
    if snippet.title == nil { snippet.title = path.split(separator: "/").last.map { String($0) } }
  }

  /// `Kind/name` narrows the text to one object; `:field.path` shows only a field of it.
  private mutating func select(_ selection: String, _ attribute: FenceAttribute, in snippet: inout Snippet) {
    let parts = selection.split(separator: ":", maxSplits: 1)
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
      add(
        "snippet/bad-include", attribute.range,
        Message(
          en: "the file holds no '\(wanted)': it has \(names.joined(separator: ", "))",
          ko: "파일에 '\(wanted)'가 없습니다: \(names.joined(separator: ", "))가 있습니다"))
      return
    }
    // The object is checked whole, whatever part of it is shown.
    let range = SourceRange(match.root.range.start, match.root.range.end)
    snippet.map = snippet.map.part(range)
    snippet.text = String(decoding: bytes[range.start..<range.end], as: UTF8.self) + "\n"
    guard parts.count > 1 else { return }
    var node = match.root
    for segment in parts[1].split(separator: ".") {
      guard let next = node[named: String(segment)] else {
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

  /// `$NAME` and `${NAME}` as the shell would replace them.
  private func shellVariables(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var names: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      var end = index + 1
      if bytes[end] == UInt8(ascii: "{") || bytes[end] == UInt8(ascii: "(") {
        let close = bytes[end] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
        while end < bytes.count, bytes[end] != close { end += 1 }
        end = min(end + 1, bytes.count)
      } else {
        while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
      }
      if end > index + 1 { names.append(String(decoding: bytes[index..<end], as: UTF8.self)) }
      index = max(end, index + 1)
    }
    return names
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmingSpaces: String {
    var part = self[...]
    while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    return String(part)
  }
}
