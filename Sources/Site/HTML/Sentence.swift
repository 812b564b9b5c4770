/// A sentence of a message or a rule: what stands in single quotes, or in backticks, is shown as code.
enum Sentence {
  static func html(_ sentence: String) -> HTML {
    var html = HTML()
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index % 2 == 1, index + 1 < parts.count {
        html.element("code", String(part))
      } else {
        if index % 2 == 1 { html.text("`") }
        quotes(part, into: &html)
      }
    }
    return html
  }

  private static func quotes(_ sentence: Substring, into html: inout HTML) {
    let parts = sentence.split(separator: "'", omittingEmptySubsequences: false)
    var index = 0
    while index < parts.count {
      html.text(String(parts[index]))
      // A quote opens at the start or after a blank, and needs one that closes: the one of "can't" does not open.
      let opens = index + 2 < parts.count && (parts[index].last.map { " (:,/=".contains($0) } ?? (index == 0))
      if opens, !parts[index + 1].isEmpty {
        html.element("code", String(parts[index + 1]))
        index += 2
      } else {
        if index + 1 < parts.count { html.text("'") }
        index += 1
      }
    }
  }
}
