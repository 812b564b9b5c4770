import Findings
import Markdown

/// A Markdown document as HTML.
struct MarkdownHTML {
  let page: MarkdownPage
  let words: InterfaceWords
  let links: LinkResolution
  /// Added to the level of each heading: 1 where the document stands within a section of the page.
  var headingShift = 0
  let figure: (SnippetView, Int) -> HTML

  /// Deeper blocks than these are left out; no page that people write comes near.
  private let deepest = 60

  var html: HTML {
    var html = HTML()
    blocks(page.document.blocks, depth: 0, into: &html)
    return html
  }

  private func blocks(_ blocks: [Block], depth: Int, isTight: Bool = false, into html: inout HTML) {
    guard depth < deepest else { return }
    for block in blocks {
      switch block {
      case .heading(let value): heading(value, into: &html)
      case .paragraph(let content):
        if !isTight { html.markup("<p>") }
        inlines(content, into: &html)
        html.markup(isTight ? "\n" : "</p>\n")
      case .blockQuote(let content):
        html.markup("<blockquote>\n")
        self.blocks(content, depth: depth + 1, into: &html)
        html.markup("</blockquote>\n")
      case .alert(let kind, let content):
        html.open("div", class: "alert \(kind.rawValue)", [("role", "note")])
        html.markup("<p class=\"alert-title\">\(Drawing.alert(kind.rawValue))")
        html.text(words["alert-\(kind.rawValue)"])
        html.markup("</p>\n")
        self.blocks(content, depth: depth + 1, into: &html)
        html.markup("</div>\n")
      case .list(let value): list(value, depth: depth, into: &html)
      case .codeBlock(let code):
        let snippet = page.snippets[code.index] ?? SnippetView(language: code.language, text: code.text)
        if !snippet.isHidden { html.markup(figure(snippet, code.index).text) }
      case .html(let source): html.markup(RawHTML.filtered(source))
      case .thematicBreak: html.markup("<hr>\n")
      case .table(let value): table(value, into: &html)
      }
    }
  }

  private func heading(_ heading: Heading, into html: inout HTML) {
    // The page's own title is its only heading of the first level.
    let name = "h\(min(6, max(2, heading.level) + headingShift))"
    html.open(name, [("id", heading.anchor)])
    let linksItself = !containsLink(heading.content)
    if linksItself { html.open("a", class: "self", [("href", "#\(heading.anchor)")]) }
    inlines(heading.content, into: &html)
    if linksItself { html.markup("</a>") }
    html.markup("</\(name)>\n")
  }

  private func containsLink(_ inlines: [Inline]) -> Bool {
    inlines.contains {
      switch $0 {
      case .link: true
      case .emphasis(let children), .strong(let children), .strikethrough(let children): containsLink(children)
      case .text, .softBreak, .lineBreak, .code, .image, .html: false
      }
    }
  }

  private func list(_ list: List, depth: Int, into html: inout HTML) {
    let name = list.start == nil ? "ul" : "ol"
    let isTaskList = list.items.contains { $0.task != nil }
    let start = list.start.flatMap { $0 == 1 ? nil : ("start", Optional("\($0)")) }
    html.open(name, class: isTaskList ? "task-list" : nil, start.map { [$0] } ?? [])
    html.markup("\n")
    for item in list.items {
      html.markup("<li>")
      if let isDone = item.task {
        html.open(
          "input",
          [
            ("type", "checkbox"), ("disabled", nil), ("aria-label", words[isDone ? "task-done" : "task-open"]),
          ] + (isDone ? [("checked", nil)] : []))
      }
      blocks(item.blocks, depth: depth + 1, isTight: list.isTight, into: &html)
      html.markup("</li>\n")
    }
    html.markup("</\(name)>\n")
  }

  private func table(_ table: Table, into html: inout HTML) {
    html.markup("<div class=\"table\" tabindex=\"0\" role=\"group\"")
    html.markup(" aria-label=\"")
    html.text(table.header.map { plainText(of: $0) }.joined(separator: ", "))
    html.markup("\"><table>\n<thead><tr>")
    for (cell, alignment) in zip(table.header, table.alignments) {
      html.open("th", class: alignmentClass(alignment), [("scope", "col")])
      inlines(cell, into: &html)
      html.markup("</th>")
    }
    html.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      html.markup("<tr>")
      for (cell, alignment) in zip(row, table.alignments) {
        html.open("td", class: alignmentClass(alignment))
        inlines(cell, into: &html)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table></div>\n")
  }

  private func alignmentClass(_ alignment: Table.Alignment?) -> String? {
    switch alignment {
    case .center: "center"
    case .right: "right"
    case .left, nil: nil
    }
  }

  private func inlines(_ inlines: [Inline], into html: inout HTML) {
    for inline in inlines {
      switch inline {
      case .text(let value): html.text(value)
      case .softBreak: html.markup("\n")
      case .lineBreak: html.markup("<br>\n")
      case .code(let value): html.element("code", value)
      case .emphasis(let children): wrap("em", children, into: &html)
      case .strong(let children): wrap("strong", children, into: &html)
      case .strikethrough(let children): wrap("del", children, into: &html)
      case .link(let value): link(value, into: &html)
      case .image(let value): image(value, into: &html)
      case .html(let source): html.markup(RawHTML.filtered(source))
      }
    }
  }

  private func wrap(_ name: String, _ children: [Inline], into html: inout HTML) {
    html.open(name)
    inlines(children, into: &html)
    html.markup("</\(name)>")
  }

  private func link(_ link: Link, into html: inout HTML) {
    let title: [(String, String?)] = link.title.isEmpty ? [] : [("title", link.title)]
    switch links.target(of: link.destination) {
    case .external(let address): html.open("a", [("href", address), ("rel", "external noreferrer")] + title)
    case .page(let reference): html.open("a", [("href", reference)] + title)
    case .broken:
      // Such a page is not published: the link is a finding, and an error.
      inlines(link.children, into: &html)
      return
    }
    inlines(link.children, into: &html)
    html.markup("</a>")
  }

  private func image(_ image: Link, into html: inout HTML) {
    let text = plainText(of: image.children)
    // Nothing is fetched from elsewhere: a picture of another site becomes a link to it.
    switch links.target(of: image.destination) {
    case .page(let reference):
      let title: [(String, String?)] = image.title.isEmpty ? [] : [("title", image.title)]
      html.open("img", [("src", reference), ("alt", text)] + title)
    case .external(let address):
      html.open("a", [("href", address), ("rel", "external noreferrer")])
      html.text(text.isEmpty ? address : text)
      html.markup("</a>")
    case .broken: html.text(text)
    }
  }
}
