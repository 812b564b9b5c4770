/// A regular expression with the syntax and meaning of RE2, as Go's `regexp` has them.
///
/// Matching walks the text once, whatever the expression: time is at most the size of the program times the length of
/// the text. Where a verdict would take too long, or hangs on members of a Unicode script that are not known here, there
/// is none.
public struct RegularExpression: Sendable {
  let program: Program

  /// `nil` where the pattern is not RE2 syntax, or goes beyond Go's limits of repetition, nesting and size.
  public init?(_ pattern: String) {
    var parser = Parser(pattern)
    guard let program = parser.program() else { return nil }
    self.program = program
  }

  /// Whether there is a verdict on every text of reasonable length; not where the pattern names a Unicode script
  /// (`\p{Greek}`: only texts in ASCII are sure of a verdict), nor where its program is too large (never a verdict).
  public var isDecidable: Bool { !program.isTooLarge && !program.hasUnknownMembers }

  /// Whether the expression matches somewhere in the text, or the whole of it; `nil` where that cannot be judged.
  public func verdict(on text: Bytes, whole: Bool = false) -> Bool? {
    if program.isTooLarge { return nil }
    var matcher = Matcher(program, isWhole: whole, isHopeful: false)
    guard let matches = matcher.matches(text) else { return nil }
    if matches || !program.hasUnknownMembers { return matches }
    // A text that does not match even with all the unknown members does not match.
    var hopeful = Matcher(program, isWhole: whole, isHopeful: true)
    return hopeful.matches(text) == false ? false : nil
  }

  public func verdict(on text: String, whole: Bool = false) -> Bool? {
    text.withBytes { verdict(on: $0, whole: whole) }
  }

  /// Whether the expression matches somewhere in the text, read as UTF-8; a byte that is not stands for U+FFFD. `false`
  /// also where that cannot be judged: ask `verdict(on:)` where this makes a difference.
  public func matches(_ text: Bytes) -> Bool { verdict(on: text) ?? false }

  public func matches(_ text: String) -> Bool { verdict(on: text) ?? false }

  /// Whether the expression matches the whole of the text, as if it stood in `\A(?:…)\z`; otherwise as `matches`.
  public func matchesWhole(_ text: Bytes) -> Bool { verdict(on: text, whole: true) ?? false }

  public func matchesWhole(_ text: String) -> Bool { verdict(on: text, whole: true) ?? false }
}
