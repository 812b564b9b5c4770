/// What there is to know of a finding id: its page on the site, and what `drydock explain` prints.
public struct FindingDocumentation: Sendable {
  /// `lint/image-tag-latest`.
  public var id: String
  public var severity: Severity
  /// What it finds, in one sentence.
  public var what: Message
  /// Why it matters, and how to mend it.
  public var why: Message
  /// Texts that have the finding; tests prove it.
  public var bad: [String]
  /// Texts that do not.
  public var good: [String]
  /// Whether a course may switch it off; what the API server refuses cannot be.
  public var canBeDisabled: Bool

  public init(
    _ id: String, _ severity: Severity = .error, what: Message, why: Message, bad: [String] = [], good: [String] = [],
    canBeDisabled: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.what = FindingDocumentation.sentence(what)
    self.why = FindingDocumentation.sentence(why)
    self.bad = bad.map { FindingDocumentation.withoutMarks($0) }
    self.good = good.map { FindingDocumentation.withoutMarks($0) }
    self.canBeDisabled = canBeDisabled
  }

  /// What is worded as a message, as a sentence of a page: with a capital and a full stop.
  private static func sentence(_ message: Message) -> Message {
    Message(en: sentence(message.en), ko: message.ko.map { sentence($0) })
  }

  private static func sentence(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return text }
    let isLower = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") && !text.hasPrefix("kubectl")
    let isEnded = last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
    let capital = String(decoding: [isLower ? first - 32 : first], as: UTF8.self)
    return (isLower ? capital + text.dropFirst() : text) + (isEnded ? "" : ".")
  }

  /// An example without the comments `# ←` by which tests know its lines.
  private static func withoutMarks(_ example: String) -> String {
    var lines: [String] = []
    for line in example.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.hasSuffix(" # ←") ? String(line.dropLast(4)) : String(line))
    }
    return lines.joined(separator: "\n")
  }

  /// The part of the id before the slash: `lint`.
  public var area: String { String(id.prefix { $0 != "/" }) }
}
