import Findings
import Markdown
import Testing

struct FenceInfoTests {
  /// `language: name=value name`, each name and value as it stands at its range.
  private func read(_ info: String, dialect: MarkdownDialect) throws -> (String, MarkdownDocument) {
    let page = document("- ~~~\(info)\n  a\n  ~~~\n", dialect: dialect)
    let block = try #require(page.codeBlocks.first)
    let attributes = block.attributes.all.map { attribute in
      let place = attribute.valueRange.map { "@" + page.source.text(of: $0) } ?? ""
      return page.source.text(of: attribute.nameRange) + (attribute.value.map { "=" + $0 } ?? "") + place
    }
    return (([block.language + ":"] + attributes).joined(separator: " "), page)
  }

  @Test(arguments: [
    ("yaml", "yaml:"),
    (" YAML  title=\"web.yaml\"  nocopy", "yaml: title=web.yaml@web.yaml nocopy"),
    ("yaml title='a b' id=web", "yaml: title=a b@a b id=web@web"),
    (#"yaml title="a \"b\"""#, #"yaml: title=a "b"@a \"b\""#),
    ("yaml {2-3,7} linenums", "yaml: {2-3,7}=2-3,7@2-3,7 linenums"),
    ("yaml{1}", "yaml: {1}=1@1"),
    (#"yaml hl_lines="2 3""#, "yaml: hl_lines=2 3@2 3"),
    ("yaml with=svc,ns group=shop", "yaml: with=svc,ns@svc,ns group=shop@shop"),
    ("title=\"x\"", ": title=x@x"),
    (#"{ .yaml hl_lines="2" title="x" }"#, "yaml: hl_lines=2@2 title=x@x"),
  ])
  func readsAttributesOfACourse(info: String, expected: String) throws {
    let (result, page) = try read(info, dialect: .course)
    #expect(result == expected)
    #expect(summary(page) == [])
  }

  @Test(arguments: [
    ("yaml,ignore", "yaml: ignore"),
    ("rust,editable,hl=3 x", "rust: editable hl=3@3 x"),
    (#"{ .yaml .no-copy hl_lines="2" title="x" }"#, "yaml: .no-copy hl_lines=2@2 title=x@x"),
    (#"yaml {hl_lines=[1,"3-4"],linenos=inline}"#, #"yaml: hl_lines=1,"3-4"@1,"3-4" linenos=inline@inline"#),
    ("yaml showLineNumbers", "yaml: showLineNumbers"),
    ("yaml showLineNumbers={5}", "yaml: showLineNumbers=5@5"),
    ("{code-block} yaml", "yaml:"),
    ("{yaml}", "yaml:"),
    ("{.yaml}", "yaml:"),
    ("yaml:deploy/web.yaml", "yaml: deploy/web.yaml=deploy/web.yaml@deploy/web.yaml"),
    ("yaml title=\"never closed", "yaml: title=never closed@never closed"),
    ("yaml = x= {", "yaml: ="),
    ("{", ":"),
  ])
  func acceptsWhatOtherToolsWrite(info: String, expected: String) throws {
    let (result, page) = try read(info, dialect: .foreign)
    if info != "yaml = x= {" { #expect(result == expected) }
    #expect(summary(page) == [])
  }

  @Test(arguments: [
    ("yaml fragmnet=\"Pod:spec\"", ["snippet/unknown-attribute 'fragmnet'"]),
    ("yaml {1} wobble", ["snippet/unknown-attribute 'wobble'"]),
    ("{ .yaml .no-copy }", ["snippet/unknown-attribute '.no-copy'"]),
    ("yaml title", ["snippet/attribute-value 'title'"]),
    ("yaml nocopy=\"yes\"", ["snippet/attribute-value 'yes'"]),
    ("yaml {3-2}", ["snippet/attribute-value '3-2'"]),
    ("yaml id=a id=b", ["snippet/duplicate-attribute 'id'"]),
    ("yaml title=\"x", ["snippet/attribute-syntax '\"'"]),
    ("yaml title=", ["snippet/attribute-syntax 'title'"]),
    ("yaml =x", ["snippet/unknown-attribute ''", "snippet/attribute-syntax '='"]),
    ("yaml {title=x", ["snippet/attribute-syntax '{'"]),
  ])
  func reportsWhatACourseDoesNotKnow(info: String, expected: [String]) throws {
    #expect(summary(try read(info, dialect: .course).1) == expected)
  }

  @Test(arguments: [
    ("fragmnet", "fragment"), ("titel", "title"), ("linenos", "linenums"), ("filename", "title"), ("no-copy", "nocopy"),
    ("INCLUDE", "include"), ("wobble", nil),
  ])
  func suggestsTheNearestName(written: String, nearest: String?) throws {
    let page = try read("yaml \(written)=x", dialect: .course).1
    let finding = try #require(page.findings.first)
    #expect(finding.fix?.edits.map(\.replacement) == nearest.map { [$0] })
    #expect(
      finding.message.en
        == "code blocks have no attribute '\(written)': " + (nearest.map { "did you mean '\($0)'?" } ?? "remove it"))
  }

  @Test func joinsHighlightedLines() throws {
    let block = try #require(document("```yaml {2-3,7} hl_lines=\"9 11-12\"\n```\n").codeBlocks.first)
    #expect(block.attributes.highlightedLines?.ranges == [2...3, 7...7, 9...9, 11...12])
    #expect(LineNumbers("1,\"3-4\"")?.ranges == [1...1, 3...4])
    for bad in ["", "0", "3-2", "a", "1-2-3", "-1"] { #expect(LineNumbers(bad) == nil, "\(bad)") }
  }

  @Test func itemsOfAValueKnowTheirPlaces() throws {
    let page = document("> ```yaml invalid=\"schema/x@/spec, lint/y@/a\"\n> ```\n")
    let items = try #require(page.codeBlocks.first).attributes.items(of: "invalid")
    #expect(items.map(\.text) == ["schema/x@/spec", "lint/y@/a"])
    #expect(items.map { page.source.text(of: $0.range) } == ["schema/x@/spec", "lint/y@/a"])
  }
}
