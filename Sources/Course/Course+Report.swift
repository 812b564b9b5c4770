public import Checker
import Findings

extension Course {
  /// What was judged in the course, as `check` reports it.
  public var report: CheckReport {
    var report = CheckReport(versions: configuration.versions)
    for page in pages {
      report.files += 1
      for proven in page.snippets {
        let snippet = proven.snippet
        let fence = page.source.line(at: snippet.fenceRange.start)
        switch proven.proof.outcome {
        case .accepted, .failed, .notJudged:
          for object in proven.proof.objects {
            report.objects.append(
              CheckReport.Object(
                file: snippet.origin.name,
                line: snippet.origin.line(at: snippet.map.source(of: object.manifest.node.range.start)),
                apiVersion: object.manifest.apiVersion, kind: object.manifest.kind, name: object.manifest.name,
                namespace: object.manifest.namespace, verdict: object.verdict))
          }
          if case .notJudged(let reason) = proven.proof.outcome, proven.proof.objects.isEmpty {
            report.notJudged.append(CheckReport.NotJudged(file: page.source.name, line: fence, reason: reason))
          }
        case .ignored(let reason):
          report.notJudged.append(
            CheckReport.NotJudged(file: page.source.name, line: fence, reason: Message(en: reason)))
        case .fragment, .refusedAsMeant, .none: break
        }
      }
    }
    report.findings = findings
    return report
  }

  /// Every page: welcomes, lessons, tasks of labs.
  public var pages: [Page] {
    configuration.languages.compactMap { welcomes[$0]?.page } + lessons.map(\.page)
      + labs.flatMap { lab in configuration.languages.compactMap { lab.tasks[$0] } }
  }
}
