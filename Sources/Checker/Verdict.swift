public import Findings

/// What the API server would say of an object, by version: the versions asked for fall into three parts.
public struct Verdict: Sendable, Equatable {
  public var accepted: VersionSet
  public var refused: VersionSet
  /// Neither could be told, for the reason given.
  public var unknown: VersionSet
  public var reason: Message?

  public init(accepted: VersionSet = [], refused: VersionSet = [], unknown: VersionSet = [], reason: Message? = nil) {
    self.accepted = accepted
    self.refused = refused
    self.unknown = unknown
    self.reason = reason
  }

  public var isAccepted: Bool { refused.isEmpty && unknown.isEmpty }

  /// `valid 1.29–1.37; refused 1.25–1.28`.
  public func text(language: String = "en") -> String {
    let isKorean = language == "ko"
    var parts: [String] = []
    if !accepted.isEmpty { parts.append((isKorean ? "유효 " : "valid ") + accepted.description) }
    if !refused.isEmpty { parts.append((isKorean ? "거부 " : "refused ") + refused.description) }
    if !unknown.isEmpty {
      parts.append((isKorean ? "판단 불가" : "not judged") + (reason.map { " (\($0.text(in: language)))" } ?? ""))
    }
    return parts.joined(separator: "; ")
  }
}
