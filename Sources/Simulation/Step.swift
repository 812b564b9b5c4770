public import Findings
public import YAML

/// One step by which a simulator came to its answer.
public struct Step: Sendable {
  public enum Kind: Sendable, Equatable {
    /// It led to the answer.
    case decision
    /// What almost gave another answer, and why it did not.
    case nearMiss
  }

  public var kind: Kind
  public var message: Message
  /// The field that decided it; `nil` where what is missing has no place.
  public var node: Node?

  public init(_ message: Message, at node: Node? = nil, kind: Kind = .decision) {
    self.message = message
    self.node = node
    self.kind = kind
  }

  public static func nearMiss(_ message: Message, at node: Node? = nil) -> Step {
    Step(message, at: node, kind: .nearMiss)
  }
}
