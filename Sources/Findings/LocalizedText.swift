/// A text in the languages of the course.
public struct LocalizedText: Sendable, Equatable, ExpressibleByStringLiteral {
  private var byLanguage: [String: String]
  private var all: String?

  public init(_ byLanguage: [String: String] = [:]) {
    self.byLanguage = byLanguage
  }

  public init(all text: String) {
    byLanguage = [:]
    all = text
  }

  /// The same text in every language: names, ids.
  public init(stringLiteral value: String) {
    self.init(all: value)
  }

  public init(_ message: Message) {
    byLanguage = ["en": message.en]
    if let korean = message.ko { byLanguage["ko"] = korean }
  }

  /// The text in a language; where it is missing, in any other, so that something is shown.
  public func text(in language: String) -> String {
    byLanguage[language] ?? all ?? byLanguage["en"] ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
