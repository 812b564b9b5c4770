import Findings

/// A text in some of the course's languages.
public struct LocalizedText: Sendable, Equatable, ExpressibleByStringLiteral {
  /// By language code.
  public var byLanguage: [String: String]

  public init(_ byLanguage: [String: String]) {
    self.byLanguage = byLanguage
  }

  /// The same text in every language: names, ids.
  public init(stringLiteral value: String) {
    byLanguage = ["": value]
  }

  public init(_ message: Message) {
    byLanguage = ["en": message.en]
    if let korean = message.ko { byLanguage["ko"] = korean }
  }

  /// The text in a language, else the one of all languages, else English, else the first by language code.
  public func text(in language: String) -> String {
    byLanguage[language] ?? byLanguage[""] ?? byLanguage["en"]
      ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
