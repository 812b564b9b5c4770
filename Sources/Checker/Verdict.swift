public import Findings

/// What the API server would say of an object, by version: the versions asked for fall into three parts.
public struct Verdict: Sendable, Equatable {
  public var accepted: VersionSet
  public var refused: VersionSet
  /// Neither could be told, for the reason given.
  public var unknown: VersionSet
  public var reason: Message?
  /// Why some versions refuse what others take, the first reason of each set of versions.
  public var refusals: [Refusal]

  /// Versions with what they refuse.
  public struct Refusal: Sendable, Equatable {
    public var versions: VersionSet
    public var message: Message
  }

  public init(accepted: VersionSet = [], refused: VersionSet = [], unknown: VersionSet = [], reason: Message? = nil) {
    self.accepted = accepted
    self.refused = refused
    self.unknown = unknown
    self.reason = reason
    refusals = []
  }

  /// The verdict on what these findings were made of, for the versions asked.
  init(of findings: [Finding], versions: VersionSet) {
    self.init()
    for finding in findings where finding.severity == .error {
      let holds = finding.versions ?? versions
      refused.formUnion(holds)
      if holds != versions, !refusals.contains(where: { $0.versions == holds }) {
        refusals.append(Refusal(versions: holds, message: finding.message))
      }
    }
    // What is not served by default is neither accepted nor refused by a cluster that nobody described.
    for finding in findings where finding.id == "schema/not-served" {
      unknown.formUnion((finding.versions ?? versions).subtracting(refused))
      reason = finding.message
    }
    accepted = versions.subtracting(refused).subtracting(unknown)
  }

  /// Takes back that some versions accept what nothing refused.
  mutating func holdBack(_ versions: VersionSet, _ reason: Message?) {
    let held = accepted.intersection(versions)
    guard !held.isEmpty else { return }
    accepted.subtract(held)
    unknown.formUnion(held)
    self.reason = reason
  }

  public var isAccepted: Bool { refused.isEmpty && unknown.isEmpty }

  /// `valid 1.29–1.37; refused 1.25–1.28 (field 'restartPolicy' exists since 1.28)`.
  public func text(language: String = "en") -> String {
    let isKorean = language == "ko"
    var parts: [String] = []
    if !accepted.isEmpty { parts.append((isKorean ? "유효 " : "valid ") + accepted.description) }
    if accepted.isEmpty, unknown.isEmpty {
      if !refused.isEmpty { parts.append((isKorean ? "거부 " : "refused ") + refused.description) }
    } else {
      for refusal in refusals {
        parts.append(
          (isKorean ? "거부 " : "refused ") + "\(refusal.versions.description) (\(refusal.message.text(in: language)))")
      }
    }
    if !unknown.isEmpty {
      parts.append((isKorean ? "판단 불가" : "not judged") + (reason.map { " (\($0.text(in: language)))" } ?? ""))
    }
    return parts.joined(separator: "; ")
  }
}
