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
    readDemand(attributes, &snippet)
    if let include = attributes["include"] { self.include(include, in: &snippet) }
    let documents = hereDocuments(of: block, like: snippet)
    // What is asked of a shell's text is asked of the manifests in it.
    if !documents.isEmpty { snippet.demand = .none }
    return [snippet] + documents
  }

  /// Pages of no course may have attributes of other tools with the same names.
  private var isForeign: Bool { content == nil }

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

  mutating func add(_ id: String, _ range: SourceRange, _ message: Message) {
    guard !isForeign else { return }
    findings.append(LocatedFinding(Finding(id: id, range: range, message: message), in: page))
  }

  private func words(_ value: String?) -> [String] {
    value?.split(separator: ",").map { $0.trimmingSpaces } ?? []
  }

  private mutating func readVersions(_ attributes: FenceAttributes, _ snippet: inout Snippet) {
    for (name, text) in [("versions", { $0 }), ("since", { "\($0)-" }), ("until", { "-\($0)" })]
      as [(String, (String) -> String)]
    {
      // A bare word has been reported as such; so everywhere below.
      guard let attribute = attributes[name], let value = attribute.value else { continue }
      guard let set = VersionSet(text(value)), !set.isEmpty else {
        add("snippet/attribute-value", attribute.range, .badVersions(value))
        continue
      }
      let rest = name == "versions" ? set : snippet.versions.intersection(set)
      if rest.isEmpty {
        add("snippet/attribute-value", attribute.range, .noVersionsLeft(snippet.versions))
      } else {
        snippet.versions = rest
      }
    }
  }

  private mutating func readDemand(_ attributes: FenceAttributes, _ snippet: inout Snippet) {
    let demands = ["ignore", "fragment", "invalid"].compactMap { attributes[$0] }
    guard let demand = demands.first else { return }
    for other in demands.dropFirst() {
      add("snippet/attribute-value", other.nameRange, .notTogether(other.name, demand.name))
    }
    switch demand.name {
    case "ignore":
      let reason = demand.value?.trimmingSpaces ?? ""
      snippet.demand = .ignored(reason: reason.isEmpty && isForeign ? "its page says so" : reason)
      if reason.isEmpty, demand.value != nil { add("snippet/ignore-without-reason", demand.range, .noReason) }
    case "fragment":
      let place = demand.value?.trimmingSpaces ?? ""
      snippet.demand = place.isEmpty ? .none : .fragment(place)
      if place.isEmpty, demand.value != nil { add("snippet/bad-fragment", demand.range, .noPlace) }
    default:
      let expected = expectations(demand)
      snippet.demand = expected.isEmpty ? .none : .invalid(expected)
    }
  }

  /// `id@pointer`, separated by commas.
  private mutating func expectations(_ attribute: FenceAttribute) -> [Snippet.Expectation] {
    let value = attribute.value ?? ""
    var expectations: [Snippet.Expectation] = []
    var offset = attribute.range.start
    for part in value.split(separator: ",", omittingEmptySubsequences: false) {
      defer { offset += part.utf8.count + 1 }
      let word = part.trimmingSpaces
      guard !word.isEmpty else { continue }
      let start = offset + part.prefix { $0 == " " || $0 == "\t" }.utf8.count
      // A value with escapes is longer in the page.
      let isVerbatim = attribute.range.end - attribute.range.start == value.utf8.count
      let parts = word.split(separator: "@", maxSplits: 1)
      expectations.append(
        Snippet.Expectation(
          id: parts.first.map { String($0) } ?? "", pointer: parts.count > 1 ? String(parts[1]) : nil,
          range: isVerbatim ? SourceRange(start, start + word.utf8.count) : attribute.range))
    }
    if expectations.isEmpty, attribute.value != nil {
      add("snippet/attribute-value", attribute.range, .noExpectations)
    }
    return expectations
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

extension Message {
  fileprivate static let noReason = Message(
    en: "'ignore' gives no reason: write ignore=\"why it is not checked\"",
    ko: "'ignore'에 이유가 없습니다: ignore=\"검사하지 않는 이유\"로 쓰세요")
  fileprivate static let noPlace = Message(
    en: "'fragment' names no place: write fragment=\"Deployment:spec.template.spec\"",
    ko: "'fragment'에 자리가 없습니다: fragment=\"Deployment:spec.template.spec\"로 쓰세요")
  fileprivate static let noExpectations = Message(
    en: "'invalid' names no findings: write invalid=\"schema/unknown-field@/spec/replica\"",
    ko: "'invalid'에 결과가 없습니다: invalid=\"schema/unknown-field@/spec/replica\"로 쓰세요")

  fileprivate static func notTogether(_ name: String, _ other: String) -> Message {
    Message(
      en: "'\(name)' does not go with '\(other)': keep one of them", ko: "'\(name)'는 '\(other)'와 함께 쓸 수 없습니다: 하나만 남기세요")
  }

  fileprivate static func noVersionsLeft(_ versions: VersionSet) -> Message {
    Message(
      en: "none of the versions \(versions.description) is left: name them all with versions=\"…\"",
      ko: "\(versions.description) 가운데 남는 버전이 없습니다: versions=\"…\"로 모두 쓰세요")
  }

}
