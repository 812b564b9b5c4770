import Checker
import Findings
import Foundation
import Resources
import Testing
import YAML

@testable import Lint

/// The objects of an example.
func manifests(_ text: String) throws -> [Manifest] {
  let stream = YAMLStream(parsing: text)
  try #require(stream.findings.isEmpty, "\(text)")
  return stream.documents.flatMap { Manifest.manifests(in: $0.root) }
}

/// What a rule finds in a text whose objects are considered together.
func findings(of rule: Rule, in text: String) throws -> [Finding] {
  let manifests = try manifests(text)
  let cluster = ClusterState(manifests)
  return manifests.flatMap { rule.findings(for: $0, in: cluster) }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}

@Suite struct RuleTests {
  @Test(arguments: Rule.all)
  func findsWhatItsExamplesMark(rule: Rule) throws {
    for example in rule.examples {
      let source = SourceText(name: "example", text: example.manifest)
      let found = try findings(of: rule, in: example.manifest)
      let lines = found.map { source.line(at: $0.range.start) }.sorted()
      #expect(lines == example.markedLines, "\(found.map(\.message.en))\n\(example.manifest)")
    }
    #expect(rule.examples.contains { $0.isGood } && rule.examples.contains { !$0.isGood })
  }

  @Test(arguments: Rule.all)
  func speaksBothLanguagesInOneSentence(rule: Rule) throws {
    for message in [rule.what, rule.why, rule.advice] { #expect(message.ko != nil) }
    for example in rule.examples {
      for finding in try findings(of: rule, in: example.manifest) {
        let text = finding.message.en
        #expect(finding.message.ko != nil, "\(text)")
        #expect(text.contains(": ") && !text.hasSuffix("."), "\(text)")
        #expect(finding.reason == rule.why && finding.advice == rule.advice)
      }
    }
    #expect(!rule.what.en.hasSuffix(".") && rule.why.en.hasSuffix(".") && rule.advice.en.hasSuffix("."))
  }

  /// The other rules and no others may speak of an example too; none may crash, and paths must lead somewhere.
  @Test(arguments: Rule.all)
  func findingsOfAllRulesHavePlaces(rule: Rule) throws {
    for example in rule.examples {
      let length = example.manifest.utf8.count
      for other in Rule.all {
        for finding in try findings(of: other, in: example.manifest) {
          #expect(finding.range.end > finding.range.start && finding.range.end <= length, "\(finding.id)")
          #expect(finding.path != .root, "\(finding.id)")
        }
      }
    }
  }

  /// What a rule's page shows is to be taken by the API server; kinds of no catalogue cannot be judged.
  @Test(arguments: Rule.all)
  func examplesAreObjectsTheServerTakes(rule: Rule) {
    let engine = Engine()
    let versions = VersionSet.all.intersection(VersionSet.since(KubernetesVersion(minor: 34) ?? .newest))
    for example in rule.examples {
      let checked = engine.check(Array(example.manifest.utf8), versions: versions)
      #expect(!checked.objects.isEmpty)
      for object in checked.objects { #expect(object.verdict.refused.isEmpty, "\(example.manifest)") }
      let errors = checked.findings.filter { $0.severity == .error }
      #expect(errors.map { "\($0.id) \($0.message.en)" } == [], "\(example.manifest)")
    }
  }

  @Test func areListedInAlphabeticalOrderOnce() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
  }

  @Test func haveAFileEach() throws {
    let rules = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Lint/Rules")
      .standardized
    var files: Set<String> = []
    for category in Rule.Category.allCases {
      let folder = rules.appending(path: category.rawValue.capitalized)
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        files.insert("\(category.rawValue)/\(file.lowercased())")
      }
    }
    let expected = Rule.all.map { "\($0.category.rawValue)/\($0.id.replacing("-", with: "")).swift" }
    #expect(files == Set(expected))
  }
}
