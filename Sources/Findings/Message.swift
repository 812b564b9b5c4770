/// One sentence for a reader, in every language the product speaks.
///
/// Lower case, no full stop, quoting what was written with single quotes, and saying what to do.
/// A message without Korean is shown in English to a Korean reader.
public struct Message: Sendable, Equatable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public var en: String
  public var ko: String?

  @inline(never)
  public init(en: String, ko: String? = nil) {
    self.en = en
    self.ko = ko
  }

  public init(stringLiteral value: String) {
    self.init(en: value)
  }

  /// The sentence in a language, given by its code; English where the language is not spoken.
  public func text(in language: String = "en") -> String {
    language == "ko" ? ko ?? en : en
  }
}
