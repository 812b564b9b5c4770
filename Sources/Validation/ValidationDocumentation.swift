public import Findings

/// The findings of this module, for the site and for `drydock explain`.
public enum ValidationDocumentation {
  public static var all: [FindingDocumentation] {
    Constraint.allCases.map { constraint in
      let page = constraint.page
      return FindingDocumentation(
        constraint.id, what: page.title, why: page.why, bad: [page.bad.unmarked], good: [page.good.unmarked])
    }
  }
}

extension Example {
  /// The manifest without its marks.
  fileprivate var unmarked: String {
    manifest.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix(" # ←") ? String($0.dropLast(4)) : String($0) }.joined(separator: "\n")
  }
}
