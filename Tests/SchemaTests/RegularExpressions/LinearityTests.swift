import Testing

@testable import Schema

/// Time is counted in instructions looked at: for each place in the text each instruction at most twice.
@Suite struct LinearityTests {
  @Test(arguments: [
    ("(a*)*b", "a", 2000), ("(a|a)*b", "a", 2000), ("((a+)+)+$b", "a", 2000), ("(.*)(.*)(.*)(.*)(.*)b", "a", 2000),
    ("(?:a?){30}a{30}b", "a", 2000), ("a{1000}b", "a", 2000), ("(a{0,30}){0,30}b", "a", 200),
    ("^(a|aa|aaa)*b", "a", 2000),
    ("(?i)(k|\u{212A}|[j-l])*b", "k", 500), ("(\\pL|\\p{Lu}|.)*b", "é", 200), ("\\B\\Ba*\\B(\\B|a)*b", "a", 500),
  ])
  func isLinear(pattern: String, piece: String, count: Int) throws {
    let program = try #require(RegularExpression(pattern)).program
    for length in [count, 2 * count] {
      var matcher = RegularExpression.Matcher(program)
      let text = String(repeating: piece, count: length)
      #expect(text.withBytes { matcher.matches($0) } == false)
      #expect(matcher.steps <= 2 * program.instructions.count * (length + 1))
    }
  }

  @Test func readsLongAlternationsOnce() throws {
    let words = (0..<2000).map { "word\($0)" }
    let expression = try #require(RegularExpression("^(" + words.joined(separator: "|") + ")$"))
    #expect(expression.matches("word1999"))
    #expect(!expression.matches("word2000"))
    var matcher = RegularExpression.Matcher(expression.program)
    #expect("word1234".withBytes { matcher.matches($0) } == true)
    #expect(matcher.steps <= 2 * expression.program.instructions.count * 9)
  }

  @Test func stopsEarlyBehindAnAnchor() throws {
    let program = try #require(RegularExpression("^(a|b)c|^d")).program
    #expect(program.isAnchored)
    var matcher = RegularExpression.Matcher(program)
    #expect(String(repeating: "x", count: 10_000).withBytes { matcher.matches($0) } == false)
    #expect(matcher.steps < 20)
    for pattern in ["^a|b", "(?m)^a", "a^b", "a*^b", "\\Ba", "$", "(^a)?b"] {
      #expect(try #require(RegularExpression(pattern)).program.isAnchored == false, "\(pattern)")
    }
  }

  @Test func keepsOneOfEqualClasses() throws {
    let program = try #require(RegularExpression("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[0-9a-z]){3}")).program
    #expect(program.classes.count == 2)
    #expect(program.instructions.count == 13)
  }

  @Test func doesNotJudgeWhatTakesTooLong() throws {
    let program = try #require(RegularExpression("(a|b)*c")).program
    var matcher = RegularExpression.Matcher(program, stepLimit: 1000)
    #expect(String(repeating: "ab", count: 1000).withBytes { matcher.matches($0) } == nil)
  }

  /// Go's limit of size is 3.3 million instructions, ours of what is judged 32,000.
  @Test func doesNotKeepLargePrograms() throws {
    let large = try #require(RegularExpression(String(repeating: "(?:ab{999}|c)", count: 40)))
    #expect(!large.isDecidable)
    #expect(large.program.instructions.isEmpty)
    #expect(large.verdict(on: "a") == nil)
    #expect(RegularExpression("(" + String(repeating: "(xx?)", count: 1000) + "){1000}") == nil)
    #expect(RegularExpression(String(repeating: "(xx?){1000}", count: 1000)) == nil)
  }

  @Test func limitsNesting() throws {
    for (open, close) in [("(", ")"), ("(?:", ")*")] {
      let deep = { String(repeating: open, count: $0) + "a" + String(repeating: close, count: $0) }
      #expect(try #require(RegularExpression(deep(999))).matches("a"))
      #expect(RegularExpression(deep(1000)) == nil)
    }
  }
}
