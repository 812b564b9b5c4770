/// A text in the languages of the course.
public struct LocalizedText: Sendable, Equatable {
  private var byLanguage: [String: String]
  private var all: String?

  public init(_ byLanguage: [String: String] = [:]) {
    self.byLanguage = byLanguage
  }

  public init(all text: String) {
    byLanguage = [:]
    all = text
  }

  /// The text in a language; where it is missing, in any other, so that something is shown.
  public func text(in language: String) -> String {
    byLanguage[language] ?? all ?? byLanguage["en"] ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
