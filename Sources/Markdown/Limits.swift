/// What a page may hold; beyond it there is a finding, and the rest of the page is read.
enum Limits {
  static let documentBytes = 4 << 20
  /// Quotes, lists and inline markup within each other.
  static let nesting = 100
  /// `![` in one run of lines without a blank one: cmark 0.30 takes time by the square of their number.
  static let imageOpeners = 5_000
  /// Link definitions that table cells may refer to.
  static let definitionBytes = 64 << 10
  /// Here-documents that one command line may take; further operators are not read.
  static let hereDocumentsOfALine = 16
  /// How far from the last known place a piece of text is looked for.
  static let searchWindow = 4_096
}
