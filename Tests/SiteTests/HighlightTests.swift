import Testing

@testable import Site

struct HighlightTests {
  /// Tokens as `kind text`, on lines.
  private func described(_ code: String, _ language: String) -> [String] {
    let bytes = Array(code.utf8)
    return CodeToken.tokens(of: bytes, language: language).map {
      "\($0.kind.rawValue) \(String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("a: 1", ["key a", "punctuation :", "number 1"]),
    ("on: on", ["key on", "punctuation :", "constant on"]),
    ("a: \"on\"  # 예", ["key a", "punctuation :", "string \"on\"", "comment # 예"]),
    (
      "- &x {b: ~}\n- *x",
      [
        "punctuation -", "reference &x", "punctuation {", "key b", "punctuation :", "constant ~", "punctuation }",
        "punctuation -", "reference *x",
      ]
    ),
    (
      "---\na: !!str 1\n...\n",
      ["punctuation ---", "key a", "punctuation :", "reference !!str", "string 1", "punctuation ..."]
    ),
    ("# only\n", ["comment # only"]),
    ("a: |\n  # text\nb: 2", ["key a", "punctuation :", "string |\n  # text", "key b", "punctuation :", "number 2"]),
    ("", []),
  ])
  func coloursWhatTheReaderRead(code: String, expected: [String]) {
    #expect(described(code, "yaml") == expected)
  }

  @Test func coloursBrokenDocumentsLineByLineAndTheOthersByTheirTrees() {
    let code = "a: [1\nb: 'x' # c\n- 7\n---\nyes: yes\n"
    #expect(
      described(code, "yaml") == [
        "key a", "punctuation :", "string [1", "key b", "punctuation :", "string 'x'", "comment # c", "punctuation -",
        "number 7", "punctuation ---", "key yes", "punctuation :", "constant yes",
      ])
  }

  @Test func coloursJSONAsYAML() {
    #expect(
      described("{\"a\": [true, 2]}", "json") == [
        "punctuation {", "key \"a\"", "punctuation :", "punctuation [", "constant true", "punctuation ,", "number 2",
        "punctuation ]}",
      ])
  }

  @Test(arguments: [
    ("kubectl get pods -l app=web # all", ["command kubectl", "option -l", "comment # all"]),
    (
      "NS=shop kubectl -n \"$NS\" get 'x y' | sort",
      [
        "command NS=shop", "command kubectl", "option -n", "string \"", "variable $NS", "string \"", "string 'x y'",
        "punctuation |", "command sort",
      ]
    ),
    ("a \\\n  --b ${C}", ["command a", "option --b", "variable ${C}"]),
    (
      "cat <<EOF\nplain $x\nEOF\nls",
      ["command cat", "punctuation <<EOF", "string plain $x\n", "punctuation EOF", "command ls"]
    ),
    (
      "kubectl apply -f - <<'EOF'\napiVersion: v1\nEOF",
      [
        "command kubectl", "option -f", "option -", "punctuation <<'EOF'", "key apiVersion", "punctuation :",
        "string v1",
        "punctuation EOF",
      ]
    ),
    ("echo 'open", ["command echo", "string 'open"]),
    ("cat <<EOF", ["command cat", "punctuation <<EOF"]),
    ("$", ["variable $"]),
  ])
  func coloursShell(code: String, expected: [String]) {
    #expect(described(code, "sh") == expected)
  }

  @Test func coloursTranscripts() {
    let code = "$ kubectl get \\\n  -o wide\nNAME\n\n$ cat <<E\nx\nE\ndone\n"
    let expected = [
      "prompt $ ", "command kubectl", "option -o", "output NAME", "prompt $ ", "command cat", "punctuation <<E",
      "string x\n", "punctuation E", "output done",
    ]
    #expect(described(code, "console") == expected)
    #expect(described(code, "bash") == expected)
  }

  @Test(arguments: [
    "a: [1, {b: 2}\n", "\u{0}\u{1}", "{{ x }}: y", "'", "\"", "<<", "a <<", "$ a <<", "\\", "- - - -",
    "a:\r\n  b: c\r\n", "\u{FEFF}a: 1",
  ])
  func tokensAreInOrderAndWithinTheText(code: String) {
    for language in ["yaml", "json", "sh", "console", "text"] {
      let bytes = Array(code.utf8)
      var end = 0
      for token in CodeToken.tokens(of: bytes, language: language) {
        #expect(token.range.start >= end && token.range.end > token.range.start && token.range.end <= bytes.count)
        end = token.range.end
      }
    }
  }
}
