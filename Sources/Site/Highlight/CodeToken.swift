import Findings

/// A run of code that is shown in one colour.
struct CodeToken: Equatable {
  /// The style sheet's class is `tok-` and the name.
  enum Kind: String {
    case key, string, number, constant, comment, punctuation
    /// YAML's anchors, aliases and tags.
    case reference
    case variable, command, option, prompt, output
  }

  var kind: Kind
  /// Bytes of the code.
  var range: SourceRange

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    range = SourceRange(start, end)
  }

  /// The tokens of a text in a language, in order and without overlaps; none for languages that are not known.
  static func tokens(of code: [UInt8], language: String) -> [CodeToken] {
    switch language {
    case "yaml", "yml", "json", "jsonc": YAMLHighlighting.tokens(of: code)
    case "sh", "bash", "shell", "zsh":
      ConsoleHighlighting.hasPrompt(code) ? ConsoleHighlighting.tokens(of: code) : ShellHighlighting.tokens(of: code)
    case "console", "shell-session", "terminal": ConsoleHighlighting.tokens(of: code)
    default: []
    }
  }

  /// Whether a language is a transcript, of which a reader wants the commands only.
  static func isTranscript(_ code: [UInt8], language: String) -> Bool {
    switch language {
    case "console", "shell-session", "terminal": true
    case "sh", "bash", "shell", "zsh": ConsoleHighlighting.hasPrompt(code)
    default: false
    }
  }
}
