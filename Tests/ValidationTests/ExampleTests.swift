import Findings
import Foundation
import Resources
import Testing
import Validation
import YAML

/// What is found in the first object of a text, in some versions.
func findings(in text: String, versions: VersionSet = .all) throws -> [Finding] {
  let stream = YAMLStream(parsing: text)
  try #require(stream.findings.isEmpty, "\(stream.findings.map { $0.message.en })")
  let manifest = try #require(stream.documents.first.flatMap { Manifest($0.root) })
  return Validator().findings(for: manifest, versions: versions)
}

/// The lines of findings, each once.
private func lines(of findings: [Finding], in text: String) -> [Int] {
  let source = SourceText(name: "example", text: text)
  return Set(findings.map { source.line(at: $0.range.start) }).sorted()
}

private let everyKind = KindValidation.all + KindValidation.configuration + KindValidation.mesh

@Test(arguments: everyKind.map { "\($0.apiVersion) \($0.kind)" })
func findsWhatTheExamplesOfAKindMark(name: String) throws {
  let validation = try #require(everyKind.first { "\($0.apiVersion) \($0.kind)" == name })
  for example in validation.examples {
    // That the kind itself is out of use is said at its name, in good examples too.
    let found = try findings(in: example.manifest, versions: .since(.newest))
      .filter { $0.id != Constraint.deprecatedKind.id }
    #expect(
      lines(of: found, in: example.manifest) == example.markedLines,
      "\(found.map { "\($0.server?.description ?? $0.id): \($0.message.en)" })")
    #expect(example.manifest.hasPrefix("apiVersion: \(validation.apiVersion)\nkind: \(validation.kind)"))
  }
  #expect(validation.examples.contains { $0.markedLines.isEmpty })
  // Who asks about themselves is always answered.
  #expect(validation.examples.contains { !$0.markedLines.isEmpty } || validation.kind == "SelfSubjectReview")
}

@Test(arguments: Constraint.allCases)
func findsWhatThePageOfAConstraintMarks(constraint: Constraint) throws {
  let page = constraint.page
  let found = try findings(in: page.bad.manifest, versions: .since(.newest))
  let own = found.filter { $0.id == constraint.id }
  #expect(lines(of: own, in: page.bad.manifest) == page.bad.markedLines, "\(found.map { $0.id })")
  #expect(own.contains { $0.severity == constraint.severity }, "its page calls it another severity")
  #expect(!page.bad.markedLines.isEmpty)
  let rest = try findings(in: page.good.manifest, versions: .since(.newest))
  #expect(rest.isEmpty, "\(rest.map { "\($0.server?.description ?? $0.id)" })")
  #expect(page.good.markedLines.isEmpty)
}

@Test func everyFileOfKindsIsListed() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/Validation/Kinds")
  for (list, place) in [
    (KindValidation.all, ""), (KindValidation.configuration, "Configuration"), (KindValidation.mesh, "Mesh"),
  ] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(place).path)
      .filter { $0.hasSuffix(".swift") }.map { $0.replacing(".swift", with: "") }
    let kinds = list.map { $0.kind }
    // A file holds all versions of its kind.
    #expect(files.sorted() == Set(kinds).sorted())
    #expect(kinds == kinds.sorted())
  }
}
