public import Checker
import Findings

/// The forms in which a report is written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// Findings with excerpts and advice, for people.
  case text
  /// A line a finding, for editors and grep.
  case plain
  case json
}

extension ReportFormat {
  /// What a form needs to know of its reader.
  public struct Style: Sendable {
    public var language: String
    public var width: Int
    public var usesColor: Bool
    /// Whether lines that are too wide are broken at spaces, for a terminal would break them within words.
    public var breaksLines: Bool

    public init(language: String = "en", width: Int = 80, usesColor: Bool = false, breaksLines: Bool = false) {
      self.language = language
      self.width = width
      self.usesColor = usesColor
      self.breaksLines = breaksLines
    }
  }

  /// The report in this form, ended by a line break.
  public func text(of report: CheckReport, style: Style) -> String {
    switch self {
    case .text: TextReport(style: style).text(of: report)
    case .plain:
      report.findings.map { $0.plainText(language: style.language) + "\n" }.joined()
    case .json: report.json(language: style.language).indentedText + "\n"
    }
  }
}
