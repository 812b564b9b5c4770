/// HTML that an author wrote into Markdown: a few harmless tags pass, without attributes; the rest is shown as text.
enum RawHTML {
  private static let harmless: Set<String> = [
    "abbr", "br", "dd", "details", "dl", "dt", "kbd", "mark", "small", "sub", "summary", "sup",
  ]

  static func filtered(_ source: String) -> String {
    var html = HTML()
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "<") {
      html.text(String(rest[..<open]))
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if let close = rest.firstIndex(of: ">"), let tag = tag(rest[..<close].dropFirst()) {
        html.markup(tag)
        rest = rest[rest.index(after: close)...]
      } else {
        html.text("<")
        rest = rest.dropFirst()
      }
    }
    html.text(String(rest))
    return html.text
  }

  /// The tag as the page may have it; `nil` for one that is not harmless.
  private static func tag(_ inside: Substring) -> String? {
    let isEnd = inside.first == "/"
    let name = inside.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    guard harmless.contains(name) else { return nil }
    if name == "abbr", !isEnd, let title = value(of: "title", in: inside) {
      return "<abbr title=\"\(HTML.escaped(title))\">"
    }
    return isEnd ? "</\(name)>" : "<\(name)>"
  }

  private static func value(of attribute: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: "\(attribute)=\"") else { return nil }
    let rest = tag[start.upperBound...]
    return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
  }
}
