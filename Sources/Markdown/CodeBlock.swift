public import Findings

/// A fenced or indented code block.
public struct CodeBlock: Sendable, Equatable {
  /// Its number in the page, from 0, in order of position.
  public var index: Int
  /// The first word of the info string in lower case, `yaml` for `yaml,ignore` or `{ .yaml }`; empty when there is none.
  public var language: String
  public var attributes: FenceAttributes
  /// The text without the fence's own indentation; lines end with LF.
  public var text: String
  /// From bytes of `text` to bytes of the page.
  public var map: SourceMap
  /// From the opening fence (for indented code: its first byte) to the end of the last line, without its line break.
  public var range: SourceRange
  /// The info string in the page; empty, after the fence, where there is none.
  public var infoRange: SourceRange
  public var isFenced: Bool
}
