/// The kubelet's worker for one probe of one container (`pkg/kubelet/prober/worker.go`), in whole seconds.
struct ProbeWorker {
  let initialDelay: Int64
  let period: Int64
  let successThreshold: Int64
  let failureThreshold: Int64

  /// The second from which ticks are counted.
  private var origin: Int64 = 0
  private var isOnHold = false
  private var lastResult: Bool?
  private var run: Int64 = 0
  private(set) var verdict: Bool?

  init(initialDelay: Int64, period: Int64, successThreshold: Int64, failureThreshold: Int64, verdict: Bool?) {
    self.initialDelay = initialDelay
    self.period = max(1, period)
    self.successThreshold = max(1, successThreshold)
    self.failureThreshold = max(1, failureThreshold)
    self.verdict = verdict
  }

  func ticks(at now: Int64) -> Bool { now >= origin && (now - origin) % period == 0 }

  /// Ticks are counted from here on.
  mutating func realign(at now: Int64) { origin = now }

  /// A new run of the container: the hold ends, the count of equal results stays.
  mutating func begin(verdict: Bool?) {
    isOnHold = false
    self.verdict = verdict
  }

  mutating func hold() {
    isOnHold = true
    run = 0
  }

  /// Whether a tick at this age of the container's run probes.
  func probes(atAge age: Int64) -> Bool { !isOnHold && age >= initialDelay }

  /// Counts a result; answers the new verdict where the count reached its threshold.
  mutating func count(_ result: Bool) -> Bool? {
    if result == lastResult { run += 1 } else { run = 1 }
    lastResult = result
    guard run >= (result ? successThreshold : failureThreshold) else { return nil }
    verdict = result
    return result
  }
}
