import ArgumentParser
import Checker
import Foundation

/// Whether the engine bears whatever it is given: texts cut off anywhere, spoiled texts, and texts that grow.
struct Robustness {
  let cases: [APIServerCase]
  let pages: [Page]

  /// A Markdown page by name.
  struct Page: Sendable {
    let name: String
    let text: [UInt8]
  }

  /// CPU seconds that a KiB of text may cost, at the worst: aliases bring many nodes, and a broken text is tried with
  /// several mends. Slow machines count too.
  private static let costLimit = 0.08
  /// How much longer twice as much text may take: twice, and what memory and clocks add (2.5 was seen of what is linear).
  /// What grows with the square takes four times as long.
  private static let growthLimit = 3.0
  private static let mutationCount = 10_000

  init(cases: [APIServerCase], pageFolders: [String]) throws {
    self.cases = cases
    pages = try pageFolders.flatMap { try Robustness.pages(in: $0) }
  }

  func run() throws {
    let start = Date()
    CrashNote.install()
    var faults: [String] = []
    func report(_ what: String, _ tally: Tally) {
      print("\(what): \(tally.count) tried, none crashed; \(tally.slowest)")
      if tally.slowest.seconds > Robustness.costLimit { faults.append("\(what): \(tally.slowest)") }
    }
    let texts = Corpus.spread(cases, 200)
    report(
      "prefixes of \(texts.count) manifests of \(Set(texts.map(\.kind)).count) kinds",
      Tally.over(texts) { text, attempt in
        let bytes = Array(text.yaml.utf8)
        for length in 0...bytes.count {
          attempt.check(Array(bytes[..<length]), "the first \(length) bytes of \(text.id)")
        }
      })
    report(
      "mutations of manifests",
      Tally.over(Array(0..<Robustness.mutationCount)) { number, attempt in
        attempt.check(Corpus.mutant(number, of: texts.map { Array($0.yaml.utf8) }), "manifest mutation \(number)")
      })
    report(
      "prefixes of \(pages.count) pages",
      Tally.over(pages) { page, attempt in
        for length in stride(from: 0, through: page.text.count, by: 17) {
          attempt.check(page: Array(page.text[..<length]), "the first \(length) bytes of \(page.name)")
        }
      })
    report(
      "mutations of pages",
      Tally.over(pages.isEmpty ? [] : Array(0..<Robustness.mutationCount / 10)) { number, attempt in
        attempt.check(page: Corpus.mutant(number, of: pages.map(\.text)), "page mutation \(number)")
      })
    let growths = Growth.all + Growth.lists(of: cases)
    let grown = Tally.map(growths) { $0.measured(limit: Robustness.growthLimit) }
    for growth in grown where growth.factor > Robustness.growthLimit { faults.append(growth.description) }
    let worst = grown.max { $0.factor < $1.factor }
    print("\(grown.count) texts that grow; steepest \(worst?.description ?? "none")")
    print(String(format: "%.0f s, %.0f s of CPU", Date().timeIntervalSince(start), ProcessInfo.processorTime))
    guard faults.isEmpty else {
      print("too slow:\n  " + faults.joined(separator: "\n  "))
      throw ExitCode(1)
    }
  }

  private static func pages(in folder: String) throws -> [Page] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".md") }.sorted().map {
      Page(name: $0, text: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))))
    }
  }
}

extension ProcessInfo {
  /// Seconds of CPU that this process has used, in all its threads.
  fileprivate static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
