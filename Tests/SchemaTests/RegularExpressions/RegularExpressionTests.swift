import Schema
import Testing

@Suite struct RegularExpressionTests {
  /// A pattern, texts in which it matches, and texts in which it does not.
  @Test(
    arguments: [
      ("", ["", "a"], []),
      ("a", ["a", "bab"], ["", "A"]),
      ("abc|d", ["xabcx", "d"], ["ab", "bc"]),
      ("^a$", ["a"], ["a\n", "ba", "ab", ""]),
      ("^a|b$", ["ax", "xb"], ["xa", "bx"]),
      ("^(|a|)$", ["", "a"], ["aa"]),
      ("(?m)^a$", ["b\na\nc"], ["b\nab"]),
      ("\\Aa\\z", ["a"], ["a\n", "\na"]),
      ("(?m)\\Aa\\z", ["a"], ["a\nb", "b\na"]),
      ("a.c", ["abc", "a한c", "a\tc"], ["a\nc", "ac"]),
      ("(?s)a.c", ["a\nc"], ["ac"]),
      ("(?s)(?-s:a.)c", ["abc"], ["a\nc"]),
      ("^(a(?s).)b.$", ["a\nbx"], ["axb\n"]),
      ("a(?i)b", ["ab", "aB"], ["AB"]),
      ("a(?i:b)c", ["aBc"], ["aBC", "ABc"]),
      ("(a(?i))b", ["ab"], ["aB"]),
      ("^ab*c$", ["ac", "abbc"], ["abb"]),
      ("^ab+?c$", ["abc", "abbc"], ["ac"]),
      ("^ab??c$", ["abc", "ac"], ["abbc"]),
      ("(?U)^a*$", ["", "aaa"], ["b"]),
      ("^a{2}$", ["aa"], ["a", "aaa"]),
      ("^a{2,}$", ["aa", "aaaa"], ["a", ""]),
      ("^a{1,3}$", ["a", "aaa"], ["", "aaaa"]),
      ("^(ab){0,2}$", ["", "ab", "abab"], ["ababab", "a"]),
      ("^a{0}b$", ["b"], ["ab"]),
      ("^(a|b{0})+$", ["", "aaa"], ["b"]),
      ("^(a*)*$", ["", "aa"], ["b"]),
      ("^(a*)+b{2,}?$", ["abb", "bb"], ["ab"]),
      ("^((a{1,2}){2}){2}$", ["aaaa", "aaaaaaaa"], ["aaa", "aaaaaaaaa"]),
      ("^a{,2}$", ["a{,2}"], ["a", "aa"]),
      ("^a{x}{$", ["a{x}{"], ["a"]),
      ("^a{01}$", ["a{01}"], ["a"]),
      ("a\\Q.*(\\E+$", ["a.*(((("], ["ab("]),
      ("\\Q\\\\E", ["\\"], ["Q"]),
      ("\\Qab", ["ab"], ["a"]),
      ("^\\x41\\x{D55C}\\101\\0\\t\\a\\f\\v\\r\\n\\.\\_$", ["A한A\0\t\u{7}\u{C}\u{B}\r\n._"], ["A한A"]),
      ("\\bab\\b", ["ab", "x ab.", "é" + "ab"], ["xab", "ab_", "ab1"]),
      ("a\\Bb", ["ab"], ["a b"]),
      ("^\\B$", [""], ["a"]),
      ("(?P<first>a)(?<first>b)(?:c)", ["abc"], ["ab"]),
    ] as [(String, [String], [String])])
  func matches(pattern: String, good: [String], bad: [String]) throws {
    try check(pattern, good, bad)
  }

  @Test(
    arguments: [
      ("^[a-c]$", ["a", "c"], ["d", "A", "-"]),
      ("^[^a-c]$", ["d", "\n", "한"], ["a", ""]),
      ("^[]a]$", ["]", "a"], ["["]),
      ("^[^]a]$", ["["], ["]", "a"]),
      ("^[a-]$", ["a", "-"], ["b"]),
      ("^[-a]$", ["a", "-"], ["b"]),
      ("^[a-c-e]$", ["b", "-", "e"], ["d"]),
      ("^[+--]$", ["+", ",", "-"], ["."]),
      ("^[\\d-z]$", ["5", "-", "z"], ["a"]),
      ("^[\\]\\\\\\n\\x{e9}]$", ["]", "\\", "\n", "é"], ["n", "x"]),
      ("^[à-ý가-힣]$", ["é", "한"], ["z", "中", "ÿ"]),
      ("^[.*$^]$", [".", "*", "$", "^"], ["a"]),
      ("^[[:alpha:]_]$", ["a", "Z", "_"], ["1", "é", ":"]),
      ("^[[:^alpha:]]$", ["1", "é"], ["a"]),
      ("^[^[:^alpha:]]$", ["a"], ["1", "é"]),
      ("^[[:punct:]]$", ["!", "[", "`", "~"], ["a", " "]),
      ("^[[:space:]]$", ["\t", "\u{B}", " "], ["a", "\u{A0}"]),
      ("^[[:xdigit:]]$", ["f", "F", "0"], ["g"]),
      ("^[[:alpha]$", ["[", ":", "h"], ["]", "b"]),
      ("^\\s$", ["\t", "\n", "\u{C}", "\r", " "], ["\u{B}", "\u{A0}"]),
      ("^\\S$", ["\u{B}", "한"], [" "]),
      ("^\\w$", ["a", "Z", "0", "_"], ["é", "-"]),
      ("^[\\W]$", ["é", "-"], ["a"]),
      ("^[^\\W]$", ["a"], ["é", "-"]),
      ("^\\D$", ["a", "٣"], ["3"]),
      ("^\\pL$", ["a", "é", "한", "中"], ["1", "-", "\u{301}"]),
      ("^\\PL$", ["1", "-"], ["a", "é"]),
      ("^\\p{^L}$", ["1"], ["a"]),
      ("^\\P{^Lu}$", ["A", "É"], ["a", "é", "1"]),
      ("^[\\p{Nd}\\p{Zs}]$", ["1", "٣", " ", "\u{A0}"], ["a", "½"]),
      ("^[^\\PN]$", ["½", "1"], ["a"]),
      ("^\\PC$", ["a", "한", " "], ["\n", "\u{200B}"]),
      ("^\\p{Any}$", ["a", "한", "\n"], [""]),
      ("^\\p{Letter}\\p{decimal_number}$", ["a1"], ["1a"]),
      ("^\\p{ASCII}$", ["a"], ["é"]),
    ] as [(String, [String], [String])])
  func readsClasses(pattern: String, good: [String], bad: [String]) throws {
    try check(pattern, good, bad)
  }

  /// Unicode's simple folding, which knows two letters beyond ASCII that fold into it.
  @Test(
    arguments: [
      ("(?i)^key$", ["KEY", "\u{212A}eY"], ["kex"]),
      ("(?i)^[a-z]$", ["A", "z", "\u{17F}", "\u{212A}"], ["1", "é"]),
      ("(?i)^[^k]$", ["l"], ["k", "K", "\u{212A}"]),
      ("(?i)^\\W$", ["é"], ["a", "\u{17F}"]),
      ("(?i)^[[:upper:]]$", ["a", "A"], ["1"]),
      ("(?i)^[[:^upper:]]$", ["1", "é"], ["a", "A"]),
      ("(?i)^é$", ["É", "é"], ["e"]),
      ("(?i)^Σ$", ["σ", "ς", "Σ"], ["s"]),
      ("(?i)^[α-ω]$", ["Ω", "\u{2126}", "ς", "µ"], ["a"]),
      ("(?i)^[\u{212A}]$", ["k", "K"], ["l"]),
      ("(?i)^ß$", ["ß", "ẞ"], ["ss", "S"]),
      ("(?i)^ǆ$", ["Ǆ", "ǅ"], ["d"]),
      ("(?i)^i$", ["I"], ["ı", "İ"]),
      ("(?i)^ı$", ["ı"], ["i", "I"]),
      ("(?i)^\\p{Lu}$", ["a", "A", "é"], ["1", "한"]),
      ("(?i)^\\P{Lu}$", ["1", "한"], ["a", "A", "é"]),
      ("(?i)^한\\.$", ["한."], ["한a"]),
    ] as [(String, [String], [String])])
  func foldsCase(pattern: String, good: [String], bad: [String]) throws {
    try check(pattern, good, bad)
  }

  private func check(_ pattern: String, _ good: [String], _ bad: [String]) throws {
    let expression = try #require(RegularExpression(pattern))
    #expect(expression.isDecidable)
    for text in good { #expect(expression.matches(text), "\(pattern) in \(text)") }
    for text in bad { #expect(!expression.matches(text), "\(pattern) not in \(text)") }
  }

  @Test(arguments: [
    "(", ")", "(a", "a)", "(a))", "(a|b|", "a|b|)", "*", "a|*", "(*a)", "a**", "a*+", "a???", "a{2}{3}", "a{2}*", "{2}",
    "x{1001}", "x{9876543210}", "x{2,1}", "x{1,9876543210}", "(x{100}){11}", "(((x{10}){0,10}){2,}){10}",
    "(?:[a-z]{4}){0,251}", "[", "[]", "[^]", "[a", "[a-", "[z-a]", "[a-[:alpha:]]", "[a-\\d]", "[[:letter:]]",
    "[[:^:]]",
    "\\", "\\1", "\\8", "\\C", "\\Z", "\\G", "\\E", "\\q", "\\é", "\\x", "\\x4", "\\xg0", "\\x{}", "\\x{110000}",
    "\\x{41", "[\\Q]", "\\p", "\\pX", "\\p{", "\\p{}", "\\p{^}", "\\p{Klingon}", "\\p{Lx}", "(?=a)", "(?!a)", "(?<=a)",
    "(?<!a)", "(?>a)", "(?#a)", "(?P<n", "(?P<n>a", "(?P<>a)", "(?P<a-b>a)", "(?P=n)", "(?'n'a)", "(?i", "(?-)",
    "(?i-)",
    "(?--i)", "(?x)", "\\Q\\E*", "(?i)*",
  ])
  func refuses(pattern: String) {
    #expect(RegularExpression(pattern) == nil)
  }

  @Test(arguments: [
    "(?)", "(?i)(?-i)", "(?i-s:a)", "a*(?i)*", "a*\\Q\\E*", "((x{500}){0}){3}", "(x{0,}){1000}", "(x*){1000}", "a{0}{",
    "}",
    "]", "(?P<_1>a)", "(?:)*", "()*", "^*", "\\b+", "[[.a.]]", "[[:a]", "\\Q[\\", "\\777", "\\x{10FFFF}", "[\\pL-z]",
  ])
  func takes(pattern: String) {
    #expect(RegularExpression(pattern) != nil)
  }

  @Test func readsBytesThatAreNotUTF8AsReplacements() throws {
    let any = try #require(RegularExpression("^.$"))
    let replacement = try #require(RegularExpression("^\u{FFFD}{2}$"))
    for bytes in [[0xFF, 0x80], [0xC3, 0xC3], [0xC0, 0x80], [0xED, 0xA0]] as [[UInt8]] {
      bytes.withUnsafeBufferPointer { text in
        #expect(!any.matches(text))
        #expect(replacement.matches(text))
      }
    }
  }

  @Test(arguments: [
    ("a|ab", "ab", true), ("a", "ab", false), ("a*", "", true), ("(?i)get|put", "PUT", true),
    ("/api/.*", "/api", false),
    ("b", "ab", false), ("^a$", "a", true),
  ])
  func matchesWholeTexts(pattern: String, text: String, matches: Bool) throws {
    #expect(try #require(RegularExpression(pattern)).matchesWhole(text) == matches)
  }

  /// Of scripts only the members in ASCII are known.
  @Test(
    arguments: [
      ("\\p{Greek}", "a", false), ("\\p{Greek}", "α", nil), ("\\P{Greek}", "a", true), ("^\\P{Greek}$", "한", nil),
      ("\\p{Greek}|한", "한", true), ("^a\\p{Greek}", "한", false), ("[\\p{Han}\\pL]", "é", true),
      ("[^\\p{Han}\\pL]", "é", false), ("\\p{Latin}", "a", true), ("\\p{Latin}", "1", false),
      ("^\\p{Common}$", "-", true),
      ("\\p{oldItalic}", "a", false), ("(?i)\\p{Cyrillic}", "a", false),
    ] as [(String, String, Bool?)])
  func doesNotJudgeUnknownMembers(pattern: String, text: String, verdict: Bool?) throws {
    let expression = try #require(RegularExpression(pattern))
    #expect(!expression.isDecidable)
    #expect(expression.verdict(on: text) == verdict)
    #expect(expression.matches(text) == (verdict ?? false))
  }
}
