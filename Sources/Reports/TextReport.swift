import Checker
import Findings

/// A report for people: findings, what could not be judged, and a line that sums it up.
struct TextReport {
  var style: ReportFormat.Style

  func text(of report: CheckReport) -> String {
    let terminal = TerminalText(width: style.width, usesColor: style.usesColor, language: style.language)
    var text = ""
    for located in report.findings { text += broken(firstLineOf: terminal.text(of: located)) + "\n" }
    for object in report.objects where !object.verdict.isAccepted && object.verdict.refused != report.versions {
      text += line(object.file, object.line, name(object), object.verdict.text(language: style.language))
    }
    for place in report.notJudged {
      text += line(place.file, place.line, isKorean ? "판단하지 않음" : "not judged", place.reason.text(in: style.language))
    }
    if text.hasSuffix("\n\n") == false, !text.isEmpty { text += "\n" }
    return text + summary(of: report) + "\n"
  }

  private var isKorean: Bool { style.language == "ko" }

  private func name(_ object: CheckReport.Object) -> String {
    object.name.map { "\(object.kind)/\($0)" } ?? object.kind
  }

  private func line(_ file: String, _ line: Int, _ subject: String, _ words: String) -> String {
    broken(firstLineOf: "\(file):\(line): \(subject): \(words)\n")
  }

  /// What follows the first line fits as it is.
  private func broken(firstLineOf text: String) -> String {
    guard style.breaksLines, let end = text.firstIndex(of: "\n") else { return text }
    return String(text[..<end]).wrapped(to: style.width, indent: 4) + text[end...]
  }

  /// `12 objects: 10 valid for 1.25–1.37, 1 refused, 1 not judged; 3 texts not judged; 2 errors, 1 warning`.
  private func summary(of report: CheckReport) -> String {
    var parts: [String] = []
    if !report.objects.isEmpty { parts.append(verdicts(report)) }
    let texts = report.notJudged.count
    if texts > 0 { parts.append(isKorean ? "판단하지 않은 텍스트 \(texts)개" : "\(count(texts, "text")) not judged") }
    if parts.isEmpty { parts.append(isKorean ? "판단한 오브젝트 없음" : "no object was judged") }
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    let info = report.count(of: .info)
    parts.append(
      isKorean
        ? "오류 \(errors), 경고 \(warnings)" + (info > 0 ? ", 정보 \(info)" : "")
        : "\(count(errors, "error")), \(count(warnings, "warning"))" + (info > 0 ? ", \(info) info" : ""))
    return parts.joined(separator: "; ")
  }

  private func verdicts(_ report: CheckReport) -> String {
    let versions = report.versions.description
    var parts = [
      isKorean
        ? "오브젝트 \(report.objects.count)개: \(versions)에서 유효 \(report.accepted)"
        : "\(count(report.objects.count, "object")): \(report.accepted) valid for \(versions)"
    ]
    if report.refused > 0 { parts.append(isKorean ? "거부 \(report.refused)" : "\(report.refused) refused") }
    if report.unknown > 0 { parts.append(isKorean ? "판단 불가 \(report.unknown)" : "\(report.unknown) not judged") }
    return parts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
