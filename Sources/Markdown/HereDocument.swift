public import Findings

/// A here-document in a shell fence: text that a command is given.
public struct HereDocument: Sendable, Equatable {
  /// What the text is given to.
  public enum Target: Sendable, Equatable {
    /// `kubectl apply -f -`: the verb, and whether the text comes in as a manifest (`-f -`).
    case kubectl(verb: String, readsManifest: Bool)
    /// `cat > web.yaml`, `tee web.yaml`: the file's name.
    case file(String)
    /// Anything else: the command's first word.
    case other(String)
  }

  public var target: Target
  /// `EOF`.
  public var delimiter: String
  /// Whether the shell replaces `$NAME`: the delimiter is not quoted.
  public var expandsVariables: Bool
  /// Whether the closing delimiter stands where the shell wants it; false when it is indented, or missing.
  public var isTerminated: Bool
  /// Lines as the command gets them: without prompts, for `<<-` without leading tabs. Common indentation stays.
  public var text: String
  /// From bytes of `text` to bytes of the page.
  public var map: SourceMap
  /// The operator and delimiter, `<<EOF`, in the page.
  public var range: SourceRange
}
