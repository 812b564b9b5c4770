import Foundation
import Testing

@testable import Site

struct TemplateTests {
  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates").standardizedFileURL
  }

  @Test func everyFileOfTheFolderIsEmbedded() throws {
    let set = TemplateSet()
    var names: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder)
      if isFolder.boolValue || path.hasPrefix(".") { continue }
      names.append(path)
      #expect(set[path] == Array(try Data(contentsOf: folder.appending(path: path))), "\(path)")
    }
    #expect(set.names == names.sorted())
  }

  @Test func everyTranslationHasEveryKey() {
    let set = TemplateSet()
    let english = set.words(in: "en")
    #expect(set.languages == ["en", "ko"])
    for language in set.languages {
      let own = InterfaceWords(language: language, yaml: set["strings.\(language).yaml"] ?? [], fallback: nil)
      #expect(own.keys == english.keys, "\(language)")
    }
  }

  @Test func templatesUseKeysThatExist() {
    let set = TemplateSet()
    let keys = set.words(in: "en").keys
    for name in set.names where name.hasSuffix(".mustache") {
      for match in set.text(name).matches(of: #/\{\{t\.([a-z-]+)\}\}/#) {
        #expect(keys.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  @Test func aCourseReplacesSingleFiles() throws {
    let own = TemplateSet(overriddenBy: [
      "turning.mustache": Array("<p>own</p>\n".utf8), "css/9-own.css": Array("/* own */\n".utf8),
      "strings.en.yaml": Array("labs: Exercises\n".utf8),
    ])
    let files = try Site.files(of: DemoCourse.content, templates: own)
    let lab = files.first { $0.path == "en/labs/slow-starter.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(lab?.contains("<p>own</p>") == true)
    #expect(lab?.contains(">Exercises</a>") == true)
    let css = files.first { $0.path == "assets/drydock.css" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(css?.hasSuffix("/* own */\n") == true)
  }

  @Test func theRepositorysOwnFolderIsTheBuiltInSet() throws {
    let set = try TemplateSet(overriddenByFolder: folder.path)
    #expect(set.names == TemplateSet().names)
    #expect(try TemplateSet(overriddenByFolder: folder.path + "/missing").names == TemplateSet().names)
    let file = folder.path + "/mark.svg"
    #expect(throws: SiteError.unreadableTemplate(file)) { _ = try TemplateSet(overriddenByFolder: file) }
  }

  @Test func aTemplateThatCannotBeReadIsNamedWithItsPlace() {
    let own = TemplateSet(overriddenBy: ["lab.mustache": Array("a\n{{#b}}\n".utf8)])
    #expect(throws: SiteError.template("lab.mustache", line: 3, column: 1, problem: "expectedSectionEnd")) {
      _ = try Site.files(of: DemoCourse.content, templates: own)
    }
  }

  @Test func aTemplateMustNotIncludeItself() {
    let own = TemplateSet(overriddenBy: ["a.mustache": Array("{{> b }}".utf8), "b.mustache": Array("{{>a}}".utf8)])
    #expect(
      throws: SiteError.template("a.mustache", line: 1, column: 1, problem: "it includes itself through its partials")
    ) { _ = try Site.files(of: DemoCourse.content, templates: own) }
  }
}
