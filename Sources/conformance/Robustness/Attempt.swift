import Checker
import Course
import Findings
import Foundation
import Resources

/// One thread's engine and what it has tried.
final class Attempt {
  private let engine = Engine()
  private let paths = PathChecker(versions: .all)
  private(set) var tally = Tally()

  /// Gives a text to the whole engine: check, lint, and the report in both languages.
  func check(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
    measure(bytes.count, name) { check(bytes) }
  }

  private func check(_ bytes: [UInt8]) {
    let checked = engine.check(bytes, versions: .all)
    let lint = engine.lint(checked.manifests, among: ClusterState(checked.manifests)).flatMap { $0 }
    write(CheckReport(of: checked, lint: lint, source: SourceText(name: "-", bytes: bytes), versions: .all))
  }

  /// Gives a text to the reader of pages.
  func check(page bytes: [UInt8], _ name: @autoclosure () -> String) {
    measure(bytes.count, name) { write(paths.check(page: SourceText(name: "page.md", bytes: bytes), with: engine)) }
  }

  /// CPU seconds of one check.
  func seconds(for bytes: [UInt8], _ name: String) -> Double {
    CrashNote.write(name)
    let before = Attempt.processorTime
    check(bytes)
    return Attempt.processorTime - before
  }

  private func write(_ report: CheckReport) {
    for language in ["en", "ko"] { precondition(!report.json(language: language).text.isEmpty) }
  }

  private func measure(_ bytes: Int, _ name: () -> String, _ work: () -> Void) {
    CrashNote.write(name())
    func seconds() -> Double {
      let before = Attempt.processorTime
      work()
      return Attempt.processorTime - before
    }
    // A clock that slows down once is not the engine's fault.
    var cost = Cost(bytes: bytes, seconds: seconds(), name: "")
    if cost.seconds > tally.slowest.seconds { cost = Cost(bytes: bytes, seconds: seconds(), name: name()) }
    tally.add(cost)
  }

  /// Seconds of CPU that this thread has used.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What a text costs: CPU seconds for each KiB; less than one counts as one.
struct Cost: CustomStringConvertible {
  let name: String
  let seconds: Double

  init(bytes: Int, seconds: Double, name: String) {
    self.name = name
    self.seconds = seconds / max(1, Double(bytes) / 1024)
  }

  var description: String { String(format: "slowest %.2f ms a KiB (%@)", seconds * 1000, name) }
}

/// How much was tried, and what cost most for its size.
struct Tally {
  private(set) var count = 0
  private(set) var slowest = Cost(bytes: 0, seconds: 0, name: "none")

  mutating func add(_ cost: Cost) {
    count += 1
    if cost.seconds > slowest.seconds { slowest = cost }
  }

  /// Tries items on all processors.
  static func over<Item: Sendable>(_ items: [Item], _ body: @Sendable (Item, Attempt) -> Void) -> Tally {
    var whole = Tally()
    // An engine costs more than a text, so some texts share one.
    let starts = Array(stride(from: 0, to: items.count, by: 20))
    let parts = map(starts) { start in
      let attempt = Attempt()
      for item in items[start..<min(items.count, start + 20)] { body(item, attempt) }
      return attempt.tally
    }
    for part in parts {
      whole.count += part.count
      if part.slowest.seconds > whole.slowest.seconds { whole.slowest = part.slowest }
    }
    return whole
  }

  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: items.count) { results, count in
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: items.count) {
        results.initializeElement(at: $0, to: body(items[$0]))
      }
      count = items.count
    }
  }
}
