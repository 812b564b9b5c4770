import Checker
import Findings
import Foundation
import Testing

/// The mistakes that people make most: a manifest each, what the terminal says of it in both languages, and what the
/// fixes make of it.
///
/// With `UPDATE_EXPECTED=1` in the environment the files are written, and the difference is reviewed like code.
struct MistakesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Mistakes")
  private static let versions = VersionSet.since(.newest)

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".fixed.yaml") }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  @Test(arguments: names) func saysWhatIsWrong(_ name: String) throws {
    let bytes = try Array(Data(contentsOf: Self.folder.appending(path: name + ".yaml")))
    let checked = Engine().check(bytes, versions: Self.versions)
    let source = SourceText(name: name + ".yaml", bytes: bytes)
    var text = ""
    for language in ["en", "ko"] {
      for finding in checked.findings {
        text += TerminalText(language: language).text(of: LocatedFinding(finding, in: source)) + "\n"
      }
    }
    try expect(text, matches: name + ".txt")
    #expect(!checked.findings.isEmpty || name.hasPrefix("accepted-"))
    for finding in checked.findings { #expect(finding.message.ko != nil) }
    let fixed = Mended(bytes, versions: Self.versions)
    #expect(fixed.newErrors == [])
    try expect(fixed.rounds == 0 ? "" : String(decoding: fixed.bytes, as: UTF8.self), matches: name + ".fixed.yaml")
  }

  /// An empty text stands for a file that does not exist.
  private func expect(_ text: String, matches name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != nil {
      if text.isEmpty {
        try? FileManager.default.removeItem(at: file)
      } else {
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == expected, "\(name)")
  }
}

/// A text after all its fixes were put in, as often as there are any.
struct Mended {
  var bytes: [UInt8]
  var rounds = 0
  var before: [String] = []
  var after: [String] = []
  var newErrors: [String] = []

  init(_ bytes: [UInt8], versions: VersionSet) {
    self.bytes = bytes
    let engine = Engine()
    var mendsErrors = false
    while rounds < 6 {
      let found = engine.check(self.bytes, versions: versions).findings
      let errors = found.filter { $0.severity == .error }.map { "\($0.id)@\($0.path.description)" }
      if rounds == 0 { before = errors }
      newErrors += Mended.difference(errors, rounds == 0 ? errors : after)
      if mendsErrors, errors.count >= after.count { newErrors.append("as many errors as before") }
      after = errors
      mendsErrors = found.contains { $0.severity == .error && $0.fix != nil }
      let fixed = FixedText(self.bytes, mending: found.compactMap { $0.fix?.edits })
      if fixed.used.isEmpty { break }
      self.bytes = fixed.bytes
      rounds += 1
    }
  }

  private static func difference(_ errors: [String], _ known: [String]) -> [String] {
    var known = known
    return errors.filter { error in
      guard let index = known.firstIndex(of: error) else { return true }
      known.remove(at: index)
      return false
    }
  }
}
