import ArgumentParser
import Checker
import Findings
import Foundation
import Schema

/// Measures what the engine costs beside a bare parse of the same bytes.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Prints how many manifests each stage judges in a second of CPU time.",
    discussion: """
      Every stage gets the same texts whole, one engine for all of them. The figures are medians of the rounds; each
      round measures all stages one after another, after a round that only warms up. The ratio is that of a stage's
      time to that of libyaml's events in the same round.
      """)

  @Argument(help: "Files of recorded cases, or folders of manifests; each is measured by itself.")
  var paths: [String]

  @Option(help: "Measured rounds.")
  var rounds = 9

  @Option(help: "The Kubernetes versions to judge for.")
  var versions = "1.36"

  @Option(help: "Measure this stage alone, for a profiler: events, yaml, schema, server, fixes or lint.")
  var only: Stage?

  func run() throws {
    guard let versions = VersionSet(versions) else { throw ValidationError("'\(versions)' is no set of versions") }
    guard rounds > 0 else { throw ValidationError("measure at least one round") }
    for path in paths { try measure(Corpus(path: path), versions) }
  }

  private func measure(_ corpus: Corpus, _ versions: VersionSet) throws {
    let stages = only.map { [$0] } ?? Stage.allCases
    let (engine, catalogue) = (Engine(), Catalogue())
    // Small corpora are read several times, as clocks count in coarse steps.
    let passes = max(1, 4_000_000 / max(1, corpus.bytes))
    var rounds: [[Double]] = []
    for round in 0...self.rounds {
      var times: [Double] = []
      for stage in stages {
        let start = Bench.processorTime()
        for _ in 0..<passes { Bench.keep(stage.run(corpus, engine, catalogue, versions)) }
        times.append(Bench.processorTime() - start)
      }
      if round > 0 { rounds.append(times) }
    }
    print(
      "\(corpus.name): \(corpus.texts.count) texts, \(corpus.bytes) bytes, read \(passes) times a round; "
        + "medians of \(rounds.count) rounds after one to warm up")
    for (index, stage) in stages.enumerated() {
      let perSecond = Double(corpus.texts.count * passes) / Bench.median(rounds.map { $0[index] })
      let ratio = Bench.median(rounds.map { $0[index] / $0[0] })
      print(
        "  " + stage.name.padding(toLength: 24, withPad: " ", startingAt: 0)
          + String(format: "%9.0f a CPU second, ratio %5.2f", perSecond, ratio))
    }
  }

  /// Seconds of CPU that this process has used.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  @inline(never)
  private static func keep(_ value: Int) { precondition(value >= 0) }
}
