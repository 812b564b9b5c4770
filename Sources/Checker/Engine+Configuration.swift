import Findings
import Resources
import Schema
import YAML

/// Files that programs read, judged by those programs rather than by an API server.
extension Engine {
  /// A key that stands twice is refused by programs that decode strictly; for others the last one counts.
  func soften(
    _ faults: Range<Int>, readAs manifest: Manifest, versions: VersionSet, _ findings: inout [Finding]
  ) {
    guard !faults.isEmpty,
      let reader = catalogue.configurationReader(apiVersion: manifest.apiVersion, kind: manifest.kind)
    else {
      return
    }
    for index in faults where findings[index].id == "yaml/duplicate-key" {
      let refusing = (findings[index].versions ?? versions).intersection(reader.refusesDuplicates)
      if refusing.isEmpty {
        findings[index].severity = .warning
        findings[index].server = nil
        findings[index].reason = Message(
          en: "\(reader.program) takes the last of the two", ko: "\(reader.program)은(는) 둘 가운데 뒤의 것을 씁니다")
      } else {
        findings[index].versions = refusing == versions ? nil : refusing
        findings[index].server?.program = reader.program
      }
    }
  }
}

extension Message {
  static var fileOfAProgram: Message {
    Message(
      en: "a file that a program reads, not an object of the API server",
      ko: "API 서버의 오브젝트가 아니라 프로그램이 읽는 파일")
  }
}
