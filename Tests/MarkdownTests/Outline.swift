import Findings
import Markdown

/// A page as one line per block, to compare whole outcomes.
func outline(_ markdown: String, dialect: MarkdownDialect = .course) -> String {
  lines(of: document(markdown, dialect: dialect).blocks).joined(separator: "\n")
}

func document(_ markdown: String, dialect: MarkdownDialect = .course) -> MarkdownDocument {
  MarkdownDocument(parsing: SourceText(name: "page.md", text: markdown), dialect: dialect)
}

/// Findings as `id 'text of the range' message`.
func summary(_ document: MarkdownDocument) -> [String] {
  document.findings.map { "\($0.id) '\(document.source.text(of: $0.range))'" }
}

private func lines(of blocks: [Block]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block {
    case .heading(let heading): ["h\(heading.level)#\(heading.anchor) \(text(of: heading.content))"]
    case .paragraph(let inlines): ["p " + text(of: inlines)]
    case .blockQuote(let blocks): ["quote"] + lines(of: blocks).map { "  " + $0 }
    case .alert(let kind, let blocks): ["alert \(kind)"] + lines(of: blocks).map { "  " + $0 }
    case .list(let list):
      ["list\(list.start.map { " \($0)" } ?? "") \(list.isTight ? "tight" : "loose")"]
        + list.items.flatMap { item in
          ["  item" + (item.task.map { $0 ? " done" : " open" } ?? "")] + lines(of: item.blocks).map { "    " + $0 }
        }
    case .codeBlock(let code): ["code \(code.language) \(code.text.debugDescription)"]
    case .html(let html): ["html \(html.debugDescription)"]
    case .thematicBreak: ["break"]
    case .table(let table):
      ["table " + table.alignments.map { $0.map { "\($0)" } ?? "none" }.joined(separator: " ")]
        + ([table.header] + table.rows).map { "  " + $0.map { text(of: $0) }.joined(separator: " | ") }
    }
  }
}

func text(of inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let value): value
    case .softBreak: "⏎"
    case .lineBreak: "↵"
    case .code(let value): "`\(value)`"
    case .emphasis(let children): "<em>\(text(of: children))</em>"
    case .strong(let children): "<b>\(text(of: children))</b>"
    case .strikethrough(let children): "<s>\(text(of: children))</s>"
    case .link(let link), .image(let link):
      "\(link.isImage ? "!" : "")[\(text(of: link.children))](\(link.destination)\(link.title.isEmpty ? "" : " '\(link.title)'"))"
    case .html(let value): "«\(value)»"
    }
  }.joined()
}
