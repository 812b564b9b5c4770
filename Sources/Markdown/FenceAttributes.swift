public import Findings

/// One attribute of a fence: `key="value"`, `key=value`, or a bare word.
public struct FenceAttribute: Sendable, Equatable {
  /// As written; `hl_lines` for `{2-3}`.
  public var name: String
  /// Without quotes and escapes; `nil` for a bare word.
  public var value: String?
  /// In the page.
  public var nameRange: SourceRange
  /// In the page, without the quotes.
  public var valueRange: SourceRange?

  /// The value's place, or the name's where there is no value.
  public var range: SourceRange { valueRange ?? nameRange }
}

/// What follows the language word of a fence, in the order written.
public struct FenceAttributes: Sendable, Equatable {
  public var all: [FenceAttribute] = []

  public init() {}

  /// The first attribute of a name.
  public subscript(name: String) -> FenceAttribute? { all.first { $0.name == name } }

  /// The value of an attribute; `nil` where it is absent or a bare word.
  public func value(of name: String) -> String? { self[name]?.value }

  public func contains(_ name: String) -> Bool { self[name] != nil }
}
