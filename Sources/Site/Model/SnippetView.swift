import Findings

/// A piece of code as a page shows it, with what was proven of it.
public struct SnippetView: Sendable {
  /// What the engine made of the text.
  public enum Proof: Sendable, Equatable {
    /// The API server would take every object, in these versions.
    case accepted(VersionSet)
    /// It would take the text as the value at a place, `Deployment:spec.template.spec`.
    case fragment(of: String, VersionSet)
    /// It would refuse it, as the author means to show; the findings say why.
    case refused(VersionSet)
    /// The author asked not to check it, and says why.
    case ignored(reason: String)
    /// There is nothing to check: a command, an output, a program.
    case none
  }

  /// The author's name for it, unique in the page.
  public var id: String?
  /// A file name; a snippet that has one can be downloaded.
  public var title: String?
  /// The fence's language word: `yaml`, `sh`, `console`; empty for plain text.
  public var language: String
  public var text: String
  public var proof: Proof
  /// With ranges in bytes of `text`.
  public var findings: [Finding]
  /// Lines to emphasise, counted from 1.
  public var emphasizedLines: [ClosedRange<Int>]
  public var showsLineNumbers: Bool
  public var offersCopy: Bool
  /// Checked but not shown.
  public var isHidden: Bool

  public init(
    id: String? = nil, title: String? = nil, language: String, text: String, proof: Proof = .none,
    findings: [Finding] = [], emphasizedLines: [ClosedRange<Int>] = [], showsLineNumbers: Bool = false,
    offersCopy: Bool = true, isHidden: Bool = false
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.text = text
    self.proof = proof
    self.findings = findings
    self.emphasizedLines = emphasizedLines
    self.showsLineNumbers = showsLineNumbers
    self.offersCopy = offersCopy
    self.isHidden = isHidden
  }
}
