import Findings
import Markdown
import Testing

/// What is wrong with the maps of a page's code blocks: each byte must stand at its place in the source, but for line
/// breaks and parts of tabs.
func unfaithfulPlaces(_ document: MarkdownDocument) -> [String] {
  var problems: [String] = []
  let source = document.source.bytes
  func check(_ text: String, _ map: SourceMap, _ name: String) {
    let bytes = Array(text.utf8)
    if map.length != bytes.count { problems.append("\(name): map of \(map.length) for \(bytes.count) bytes") }
    var last = -1
    for (offset, byte) in bytes.enumerated() {
      let place = map.source(of: offset)
      if place < last { problems.append("\(name): \(offset) goes back") }
      last = place
      let found = place < source.count ? source[place] : UInt8(ascii: "\n")
      let isBreak = byte == UInt8(ascii: "\n") && (found == UInt8(ascii: "\r") || found == byte)
      let isTab = byte == UInt8(ascii: " ") && found == UInt8(ascii: "\t")
      if found != byte, !isBreak, !isTab { problems.append("\(name): \(offset) is \(byte), source \(place) \(found)") }
    }
  }
  for block in document.codeBlocks {
    check(block.text, block.map, "block \(block.index)")
    for document in block.hereDocuments { check(document.text, document.map, "here-document of \(block.index)") }
  }
  return problems
}

struct CodeBlockTests {
  struct Example: Sendable {
    var markdown: String
    var language: String
    var text: String
    /// The source between the places of the first and the last byte of the text, line break excluded.
    var written: String
    /// The source of the whole block.
    var block: String
  }

  @Test(arguments: [
    Example(
      markdown: "```yaml\na: 1\n```\n", language: "yaml", text: "a: 1\n", written: "a: 1", block: "```yaml\na: 1\n```"),
    Example(
      markdown: "1. x\n\n   ```yaml\n   a:\n     b: 1\n   ```\n", language: "yaml", text: "a:\n  b: 1\n",
      written: "a:\n     b: 1", block: "```yaml\n   a:\n     b: 1\n   ```"),
    Example(
      markdown: "> - x\n>   ~~~~ yaml\n>   a: 1\n>   ~~~\n>\n>   b: 2\n>   ~~~~~\n", language: "yaml",
      text: "a: 1\n~~~\n\nb: 2\n", written: "a: 1\n>   ~~~\n>\n>   b: 2",
      block: "~~~~ yaml\n>   a: 1\n>   ~~~\n>\n>   b: 2\n>   ~~~~~"),
    Example(
      markdown: "-\t```yaml\n\ta: 1\n\t- b\n\t```\n", language: "yaml", text: "a: 1\n- b\n", written: "a: 1\n\t- b",
      block: "```yaml\n\ta: 1\n\t- b\n\t```"),
    // The item's content begins in the middle of a tab: two columns of it remain in the text.
    Example(
      markdown: "- ```\n\ta: 1\n  ```\n", language: "", text: "  a: 1\n", written: "\ta: 1",
      block: "```\n\ta: 1\n  ```"),
    Example(
      markdown: "  ```yaml\r\n  a: 1\r\n b: 2\r\n  ```\r\n", language: "yaml", text: "a: 1\nb: 2\n",
      written: "a: 1\r\n b: 2", block: "```yaml\r\n  a: 1\r\n b: 2\r\n  ```"),
    Example(
      markdown: "    a: 1\n\n    b: 2\n\nx\n", language: "", text: "a: 1\n\nb: 2\n", written: "a: 1\n\n    b: 2",
      block: "a: 1\n\n    b: 2"),
    Example(
      markdown: "    ```yaml\n    a: 1\n", language: "", text: "```yaml\na: 1\n", written: "```yaml\n    a: 1",
      block: "```yaml\n    a: 1"),
    Example(
      markdown: "\u{FEFF}```YAML\n한글: 1\n```", language: "yaml", text: "한글: 1\n", written: "한글: 1",
      block: "```YAML\n한글: 1\n```"),
    Example(
      markdown: "---\ntitle: x\n---\n```json\n{}\n```\n", language: "json", text: "{}\n", written: "{}",
      block: "```json\n{}\n```"),
    Example(
      markdown: "```yaml\n```yaml\na: 1\n```\n", language: "yaml", text: "```yaml\na: 1\n", written: "```yaml\na: 1",
      block: "```yaml\n```yaml\na: 1\n```"),
    Example(markdown: "```yaml\n```\n", language: "yaml", text: "", written: "", block: "```yaml\n```"),
    Example(
      markdown: "```yaml title=\"a \\\"b\\\" c\"\na: 1\n```\n", language: "yaml", text: "a: 1\n", written: "a: 1",
      block: "```yaml title=\"a \\\"b\\\" c\"\na: 1\n```"),
  ])
  func mapsEveryByteToThePage(example: Example) throws {
    let page = document(example.markdown)
    #expect(page.codeBlocks.count == 1)
    let block = try #require(page.codeBlocks.first)
    #expect(block.language == example.language)
    #expect(block.text == example.text)
    let text = SourceRange(0, max(0, example.text.utf8.count - 1))
    #expect(page.source.text(of: block.map.source(of: text)) == example.written)
    #expect(page.source.text(of: block.range) == example.block)
    #expect(unfaithfulPlaces(page) == [])
    #expect(summary(page) == [])
  }

  @Test(arguments: [
    ("```yaml\na: 1", "a: 1\n", "```", "```yaml\na: 1"),
    ("> ```\n> a\n```\n```\n", "a\n", "```", "```\n> a"),
    ("- ~~~~\n  a\n\nb", "a\n\n", "~~~~", "~~~~\n  a\n"),
    ("```", "", "```", "```"),
  ])
  func reportsFencesThatAreNeverClosed(markdown: String, text: String, fence: String, range: String) throws {
    let page = document(markdown)
    #expect(summary(page) == ["markdown/unclosed-fence '\(fence)'"])
    let block = try #require(page.codeBlocks.first)
    #expect(block.text == text)
    #expect(page.source.text(of: block.range) == range)
    #expect(unfaithfulPlaces(page) == [])
  }

  @Test func numbersBlocksInOrderOfPosition() {
    let page = document("```a\n```\n\n> ```b\n> ```\n>\n> - x\n>\n>       c\n\n~~~d\n~~~\n")
    #expect(
      page.codeBlocks.map { "\($0.index) \($0.language) \($0.isFenced)" } == [
        "0 a true", "1 b true", "2  false", "3 d true",
      ])
  }
}
