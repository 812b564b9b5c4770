import Findings
import Testing
import YAML

/// A tree as indented text: kind, range and value of each node.
private func outline(_ text: String) -> String {
  let stream = YAMLStream(parsing: text)
  var lines: [String] = []
  func walk(_ node: Node, _ depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    let range = "\(node.range.start)-\(node.range.end)"
    switch node.kind {
    case .mapping:
      lines.append("\(indent){\(node.count) \(range)")
      for entry in node.entries {
        walk(entry.key, depth + 1)
        walk(entry.value, depth + 2)
      }
    case .sequence:
      lines.append("\(indent)[\(node.count) \(range)")
      for item in node.items { walk(item, depth + 1) }
    case .scalar: lines.append("\(indent)\(node.scalarType) '\(node.text)' \(range)")
    }
  }
  for tree in stream.documents {
    lines.append("---")
    walk(tree.root, 0)
  }
  return lines.joined(separator: "\n") + stream.findings.map { "\n! \($0.id) \($0.range.start)" }.joined()
}

@Test(arguments: [
  ("a: 1", "---\n{1 0-4\n  string 'a' 0-1\n    integer '1' 3-4"),
  ("a: \"x\"\nb: 'y'\n", "---\n{2 0-13\n  string 'a' 0-1\n    string 'x' 3-6\n  string 'b' 7-8\n    string 'y' 10-13"),
  ("- é: ö\n- 2", "---\n[2 0-12\n  {1 2-8\n    string 'é' 2-4\n      string 'ö' 6-8\n  integer '2' 11-12"),
  (
    "\u{FEFF}a: b\r\nc:\r\n", "---\n{2 3-11\n  string 'a' 3-4\n    string 'b' 6-7\n  string 'c' 9-10\n    null '' 11-11"
  ),
  (
    "a: |\n  x\n  y\n\nb: 1",
    "---\n{2 0-18\n  string 'a' 0-1\n    string 'x\ny\n' 3-12\n  string 'b' 14-15\n    integer '1' 17-18"
  ),
  ("# only a comment\n", ""),
  (
    "a: 1\n---\nb: 2\n---\n",
    "---\n{1 0-4\n  string 'a' 0-1\n    integer '1' 3-4\n---\n{1 9-13\n  string 'b' 9-10\n    integer '2' 12-13"
  ),
  ("a: [\n---\nb: 2", "---\n{1 9-13\n  string 'b' 9-10\n    integer '2' 12-13\n! yaml/syntax 4"),
  ("%YAML 1.1\n---\na: 1", "---\n{1 14-18\n  string 'a' 14-15\n    integer '1' 17-18"),
  (
    "x: &a {k: 1}\nz: *a\n",
    "---\n{2 0-18\n  string 'x' 0-1\n    {1 3-12\n      string 'k' 7-8\n        integer '1' 10-11\n  string 'z' 13-14\n    {1 3-12\n      string 'k' 7-8\n        integer '1' 10-11"
  ),
])
func laysTextDownAsATree(text: String, expected: String) {
  #expect(outline(text) == expected)
}

@Test(arguments: [
  ("yes", ScalarType.bool), ("NO", .bool), ("yEs", .string), ("On", .bool), ("y", .bool), ("null", .null), ("~", .null),
  ("", .null), ("0644", .integer), ("0o644", .integer), ("0x1F", .integer), ("1_000", .integer), ("+3", .integer),
  ("08", .float), ("1.0", .float), ("10.", .float), ("1e1", .float), (".5", .float), (".inf", .float),
  ("-.INF", .float),
  (".nan", .float), ("12:30", .string), ("2001-12-14", .string), ("123456789012345678901", .float), ("1.2.3", .string),
  ("-", .string), ("1Gi", .string), ("0b11", .integer), ("'1'", .string), ("!!str 1", .string), ("!!int '7'", .integer),
  ("1e400", .string), ("-1e400", .string), ("+_1", .integer), ("+_", .string), ("!amount 5", .string),
  ("!!timestamp 2001", .string), ("!!binary aGk=", .string),
])
func resolvesScalarsAsTheServerDoes(text: String, type: ScalarType) throws {
  let stream = YAMLStream(parsing: "k: \(text)\n")
  if text == "-" { return #expect(stream.findings.map(\.id) == ["yaml/syntax"]) }
  let value = try #require(stream.documents.first?.root.member("k"))
  #expect(value.scalarType == type)
}

@Test func readsValuesOfScalars() throws {
  let root = try #require(
    YAMLStream(parsing: "{a: 0644, b: 1.0, c: off, d: -0x10, e: 1e3, f: 1.5, g: 9223372036854775808}").documents.first
  ).root
  #expect(root["a"]?.integer == 420)
  #expect(root["b"]?.integer == 1)
  #expect(root["c"]?.bool == false)
  #expect(root["d"]?.integer == -16)
  #expect(root["e"]?.integer == 1000)
  #expect(root["f"]?.integer == nil)
  #expect(root["g"]?.scalar == .float(9_223_372_036_854_775_808))
}

@Test func mergesMappingsInPlace() throws {
  let stream = YAMLStream(parsing: "base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  z: 3\nlist:\n  <<: [*b, {w: 4}]\n")
  let root = try #require(stream.documents.first).root
  #expect(root["use"]?.entries.map { $0.key.text } == ["x", "y", "z"])
  #expect(root["list"]?.entries.map { $0.key.text } == ["x", "y", "w"])
  #expect(root["use"]?["y"]?.path.description == "use.y")
  #expect(root["use"]?["y"]?.isAliased == true)
  #expect(stream.findings.isEmpty)
}

@Test func anchorsBesideAMergeKeyAreKept() throws {
  let stream = YAMLStream(parsing: "base: &b {x: 1}\na:\n  <<: *b\n  list: &l [1, 2]\nc: *l\n")
  #expect(stream.findings.isEmpty)
  let root = try #require(stream.documents.first).root
  #expect(root["c"]?.items.map(\.text) == ["1", "2"])
  #expect(root["a"]?.entries.map { $0.key.text } == ["x", "list"])
}

@Test(arguments: [
  ("a: 1\nb: 2\na: 3", "yaml/duplicate-key", 10, "a"),
  ("x:\n- {k: 1, k: 2}", "yaml/duplicate-key", 12, "x[0].k"),
  ("b: &b {x: 1}\nc:\n  x: 2\n  <<: *b", "yaml/merge-override", 7, "c.x"),
  ("a: *nope", "yaml/unknown-alias", 3, ""),
  ("a: &a [*a]", "yaml/recursive-alias", 7, ""),
  ("{a: b}: c", "yaml/bad-key", 0, ""),
  ("? ~\n: c", "yaml/bad-key", 2, ""),
  ("<<: 3", "yaml/bad-merge", 0, ""),
  ("a:\n\t- b", "yaml/syntax", 3, ""),
  ("a: 'b", "yaml/syntax", 3, ""),
  ("a: b: c", "yaml/syntax", 4, ""),
  ("{a: /x?y=1}", "yaml/syntax", 4, ""),
  ("- [a, {b: why?}]", "yaml/syntax", 10, ""),
  ("a: \"\\\\ x\\/y\"", "yaml/syntax", 8, ""),
  ("a: !!int abc", "yaml/syntax", 3, ""),
  ("a: !!bool 'maybe'", "yaml/syntax", 3, ""),
  ("a: !!null x", "yaml/syntax", 3, ""),
  ("a: !!float ~", "yaml/syntax", 3, ""),
  ("%YAML 1.2\n---\na: 1", "yaml/syntax", 0, ""),
  ("yes: 1\non: 2", "yaml/duplicate-key", 7, "on"),
  ("1: a\n0x1: b", "yaml/duplicate-key", 5, "0x1"),
])
func reportsWhatIsWrong(text: String, id: String, start: Int, path: String) {
  let findings = YAMLStream(parsing: text).findings
  #expect(findings.map(\.id) == [id])
  #expect(findings.first?.range.start == start)
  #expect(findings.first?.path.description == path)
}

@Test(arguments: [
  "a: /x?y=1", "{a: 'x?'}", "[{? a : b}]", "a: \"\\\\/ x/y\"", "a: '\\/'", "1: a\n\"1\": b", "true: a\n'yes': b",
  "1.0: a\n1: b", "a: !!int '7'", "a: !!float 7", "a: !!null ''", "a: !!int 18446744073709551615",
])
func readsWhatTheServerReads(text: String) {
  #expect(YAMLStream(parsing: text).findings.isEmpty)
}

@Test(arguments: [
  ("{a:, b: c}", ["a:", "b"]), ("x: 1\ny: {labels: {app:}, é:}", ["x", "y"]), ("{a:b:, c:}", ["a:b:", "c:"]),
])
func readsKeysThatEndInAColon(text: String, keys: [String]) throws {
  let stream = YAMLStream(parsing: text)
  #expect(stream.findings.isEmpty)
  #expect(try #require(stream.documents.first).root.entries.map { $0.key.text } == keys)
}

@Test func readsQuotesThatNeedNoBackslash() throws {
  let stream = YAMLStream(parsing: "a: \"it\\'s \\'é\\' \\\"x\\\"\"\nb: 'c'\nd: \"\\a\"")
  #expect(stream.findings.isEmpty)
  let root = try #require(stream.documents.first).root
  #expect(root["a"]?.text == "it's 'é' \"x\"")
  #expect(root["d"]?.text == "\u{7}")
}

@Test(arguments: [("{a:[1]}", 2), ("[b:{c: d}]", 2), ("{a:, b: [}", 2), (String(repeating: "[a:,", count: 40), 2)])
func blamesTheFirstColonOfABrokenText(text: String, start: Int) {
  let findings = YAMLStream(parsing: text).findings
  #expect(findings.map(\.id) == ["yaml/syntax"])
  #expect(findings.first?.range.start == start)
}

@Test func tellsWhichOfTheKeysThatRepeatAreDropped() throws {
  let root = try #require(YAMLStream(parsing: "a: 1\nb: 2\na: 3\na: 4").documents.first).root
  let tree = root.tree
  #expect(root.entries.map { tree.nodes[Int($0.key.index)].isSuperseded } == [true, false, true, false])
}

/// Large mappings find their keys by a table.
@Test(arguments: [
  ("yes: 1\non: 2", 1), ("1: a\n0x1: b", 1), ("1.5: a\n15e-1: b", 1), ("a: 1\n'a': 2", 1), ("1: a\n\"1\": b", 0),
  ("true: a\n'yes': b", 0), ("1.0: a\n1: b", 0),
])
func largeMappingsHaveTheSameDuplicates(text: String, count: Int) {
  let many = (0..<100).map { "\nkey-\($0): x" }.joined()
  #expect(YAMLStream(parsing: text).findings.count == count)
  #expect(YAMLStream(parsing: text + many).findings.map(\.id) == Array(repeating: "yaml/duplicate-key", count: count))
}

@Test func takesTheLastOfDuplicateKeys() {
  #expect(YAMLStream(parsing: "a: 1\na: 2").documents.first?.root["a"]?.integer == 2)
}

@Test func keepsLimits() {
  var limits = Limits()
  limits.streamBytes = 10
  #expect(YAMLStream(parsing: "a: 1234567890", limits: limits).findings.map(\.id) == ["yaml/too-large"])
  let deep = String(repeating: "[", count: 10_000)
  #expect(YAMLStream(parsing: deep).findings.map(\.id) == ["yaml/too-deep"])
  let exact = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
  #expect(YAMLStream(parsing: exact).findings.isEmpty)
  var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
  for level in 1...9 {
    bomb += "a\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ") + "]\n"
  }
  #expect(YAMLStream(parsing: bomb).findings.map(\.id) == ["yaml/too-many-aliases"])
}

@Test func locatesBytesThatAreNotUTF8() {
  let stream = YAMLStream(parsing: [0x61, 0x3A, 0x20, 0xC3, 0x28, 0x0A] + Array("---\nb: 1\n".utf8))
  #expect(stream.findings.map(\.id) == ["yaml/invalid-utf8"])
  #expect(stream.findings.first?.range.start == 3)
  #expect(stream.documents.count == 1)
}

@Test func findsComments() throws {
  let text = "# first\na: \"# no\" # second\nb: |\n  # text\nc: x#y\n"
  let tree = try #require(YAMLStream(parsing: text).documents.first)
  let source = SourceText(name: "-", text: text)
  #expect(tree.comments.map { source.text(of: $0) } == ["# first", "# second"])
}

@Test func everyPrefixOfARichTextIsRead() {
  let text =
    "a: &x [1, 'two', \"th\\tree\"]\nb:\n  - *x\n  - {<<: {k: v}, k: w}\n---\nc: |\n  é\n  ü\n...\n--- # x\nd: >-\n  y\n"
  let bytes = Array(text.utf8)
  for count in 0...bytes.count {
    let stream = YAMLStream(parsing: Array(bytes.prefix(count)))
    for tree in stream.documents {
      for index in tree.nodes.indices {
        let node = Node(tree: tree, index: Int32(index))
        #expect(node.range.end <= count)
        _ = node.path
      }
    }
  }
}

@Test(arguments: [
  (
    "kind: Pod\nspec:\n  initContainers\n  - name: a\n", 18,
    "'initContainers' is a key without ':': add it, or make the line a comment with '#'"
  ),
  ("web.yaml\napiVersion: v1\n", 0, "the file name 'web.yaml' is no part of a manifest: make it a comment with '#'"),
])
func blamesTheLineThatLacksItsColon(text: String, start: Int, message: String) {
  let findings = YAMLStream(parsing: text).findings
  #expect(findings.map(\.message.en) == [message])
  #expect(findings.first?.range.start == start)
}

@Test func keepsWhatWasReadBeforeADocumentBroke() {
  let stream = YAMLStream(parsing: "apiVersion: v1\nkind: Pod\nspec:\n  a: [1, {b: c\n")
  #expect(stream.documents.isEmpty)
  #expect(stream.partialDocuments.first?.root["kind"]?.text == "Pod")
}
