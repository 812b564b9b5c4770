public import Findings

/// The findings of this module, for the site and for `drydock explain`.
public enum ValidationDocumentation {
  public static var all: [FindingDocumentation] {
    Constraint.allCases.map { constraint in
      let page = constraint.page
      return FindingDocumentation(
        constraint.id, constraint.severity, what: page.title, why: page.why, bad: [page.bad.manifest],
        good: [page.good.manifest])
    }
  }
}
