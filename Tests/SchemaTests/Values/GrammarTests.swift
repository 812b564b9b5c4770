import Schema
import Testing

@Suite struct GrammarTests {
  static let long = String(repeating: "a", count: 64)

  @Test(arguments: [
    (Grammar.label, ["0", "1-2", "a--b"], ["", "A", "-a", "a-", "a_b", "a.b", long, "a\n"]),
    (.label1035, ["a1-b"], ["1a", "a.b", ""]),
    (.subdomain, ["1.2.3.4", "a.b", long], ["", "a..b", ".a", "a.", "A", "a_b"]),
    (.wildcardSubdomain, ["*.a", "*.a.b"], ["*", "*a.b", "a.*.b", "*.*.a", "*."]),
    (.subdomainWithUnderscore, ["_srv._tcp.x", "a_b.c"], ["__a", "a_", "_"]),
    (.qualifiedName, ["a", "A.b_c-d", "x.io/A"], ["", "/a", "a/", "a/b/c", "X.io/a", "-a", "a-", "x_y/a"]),
    (.annotationKey, ["X.IO/a"], ["a/b/c", ""]),
    (.labelValue, ["", "1.0", "True"], ["-1", "a b", "a/b", "x:y", long]),
    (.portName, ["http", "a", "1a"], ["", "HTTP", "80", "a--b", "abcdefghijklmnop", "-a", "a-"]),
    (.configKey, [".dockerconfigjson", "a..b", "-"], ["", "a/b", "a b", "..x", ".", ".."]),
    (.environmentVariable, ["1A", "a b", "my.env", "\""], ["", "A=B", "\t", "é"]),
    (.cIdentifier, ["_", "a1"], ["1a", "a-b", ""]),
    (.httpHeaderName, ["X-A"], ["X_A", ""]),
    (.pathSegment, ["A_B c", "a:b", ""], [".", "..", "a/b", "a%b"]),
  ])
  func matches(grammar: Grammar, good: [String], bad: [String]) {
    for text in good { #expect(grammar.matches(text), "\(text)") }
    for text in good { #expect(grammar.faults(in: text) == []) }
    for text in bad { #expect(!grammar.matches(text), "\(text)") }
    for text in bad { #expect(!grammar.faults(in: text).isEmpty) }
  }

  @Test(arguments: [
    (Grammar.portName, "", [GrammarFault.pattern(.portName), .noLetter]),
    (.portName, "A--B-", [.pattern(.portName), .noLetter, .doubleHyphen, .outerHyphen]),
    (.qualifiedName, "a/", [.empty, .pattern(.qualifiedName)]),
    (.qualifiedName, "/a", [.emptyPrefix]),
    (.qualifiedName, "A_/-", [.prefixPattern, .pattern(.qualifiedName)]),
    (.label, "-" + long, [.tooLong(63), .pattern(.label)]),
    (.pathSegment, "a/%", [.holds("/"), .holds("%")]),
  ])
  func givesOneFaultForEachServerError(grammar: Grammar, text: String, faults: [GrammarFault]) {
    #expect(grammar.faults(in: text) == faults)
  }
}
