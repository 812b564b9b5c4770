public import Resources

/// The kubelet's handling of one container with probes: when it becomes ready, is killed, restarted, delayed.
///
/// A model in whole seconds, without latency, image pulls and jitter. Ticks of the startup and liveness workers stay on
/// their grid over restarts; equal results go on counting over restarts; restarts wait 0, 10, 20, … at most 300 s.
public struct ContainerLife: Sendable {
  /// How the application behaves during one run of its container. Seconds count from the start of the run.
  public struct Run: Sendable {
    public struct Change: Sendable {
      public var second: Int64
      public var isSuccess: Bool

      public init(second: Int64, isSuccess: Bool) {
        self.second = second
        self.isSuccess = isSuccess
      }
    }

    /// What each probe sees, in order of time; a probe without changes always succeeds.
    public var startup: [Change] = []
    public var liveness: [Change] = []
    public var readiness: [Change] = []
    /// When and how it ends by itself.
    public var exit: (second: Int64, code: Int64)?
    /// How long it takes to stop when told to.
    public var stopSeconds: Int64 = 0

    public init() {}

    /// An application that answers nothing before a second, and everything from then on.
    public static func answers(after second: Int64) -> Run {
      var run = Run()
      let changes = [Change(second: 0, isSuccess: second <= 0), Change(second: second, isSuccess: true)]
      run.startup = changes
      run.liveness = changes
      run.readiness = changes
      return run
    }

    func result(_ kind: Probe.Kind, age: Int64) -> Bool {
      let changes =
        switch kind {
        case .startup: startup
        case .liveness: liveness
        case .readiness: readiness
        }
      return changes.last { $0.second <= age }?.isSuccess ?? true
    }
  }

  public enum What: Sendable, Equatable {
    case ready, unready, startupPassed
    case killed(by: Probe.Kind)
    case exited(code: Int64)
    case backoff(seconds: Int64)
    case restarted(count: Int64)
    case ended(succeeded: Bool)
  }

  public struct Event: Sendable, Equatable {
    public var second: Int64
    public var what: What

    public init(second: Int64, what: What) {
      self.second = second
      self.what = what
    }
  }

  public enum State: Sendable, Equatable { case running, waiting, terminated }

  public private(set) var events: [Event] = []
  public private(set) var restartCount: Int64 = 0
  public private(set) var isReady = false
  public private(set) var state = State.running

  private let runs: [Run]
  private let restartPolicy: String
  private let gracePeriods: (startup: Int64, liveness: Int64)
  private var startup: ProbeWorker?
  private var liveness: ProbeWorker?
  private var readiness: ProbeWorker?

  private var start: Int64 = 0
  private var isStarted = false
  private var exitAt: (second: Int64, code: Int64, wasKilled: Bool)?
  private var restartAt: Int64?
  private var lastRestart: Int64?
  private var delay: Int64 = 0
  /// The startup probe passed in this second, which the liveness worker does not see yet.
  private var startedNow = false

  /// Runs a container of a Pod from second 0 to the last one, both included.
  ///
  /// The last of `runs` is repeated. Time is cut at a day, which bounds the work for any input.
  public init(of container: Container, in pod: PodSpec, runs: [Run], until last: Int64) {
    self.runs = runs.isEmpty ? [Run()] : runs
    restartPolicy = pod.restartPolicy
    let grace = pod.terminationGracePeriodSeconds
    gracePeriods = (
      container.probe(.startup)?.terminationGracePeriodSeconds ?? grace,
      container.probe(.liveness)?.terminationGracePeriodSeconds ?? grace
    )
    startup = container.probe(.startup).map { ContainerLife.worker($0, verdict: nil) }
    liveness = container.probe(.liveness).map { ContainerLife.worker($0, verdict: true) }
    readiness = container.probe(.readiness).map { ContainerLife.worker($0, verdict: false) }
    begin(at: 0)
    var now: Int64 = 0
    let end = min(last, 86_400)
    while now <= end {
      advance(to: now)
      now += 1
    }
  }

  private static func worker(_ probe: Probe, verdict: Bool?) -> ProbeWorker {
    ProbeWorker(
      initialDelay: probe.initialDelaySeconds, period: probe.periodSeconds, successThreshold: probe.successThreshold,
      failureThreshold: probe.failureThreshold, verdict: verdict)
  }

  private var run: Run { runs[min(Int(clamping: restartCount), runs.count - 1)] }

  private mutating func note(_ now: Int64, _ what: What) { events.append(Event(second: now, what: what)) }

  private mutating func begin(at now: Int64) {
    start = now
    state = .running
    exitAt = run.exit.map { (now + $0.second, $0.code, false) }
    startup?.begin(verdict: nil)
    liveness?.begin(verdict: true)
    readiness?.begin(verdict: false)
    isStarted = false
  }

  /// One second, in the kubelet's order: exit, start, startup, liveness, readiness, and what a kill brings at once.
  private mutating func advance(to now: Int64) {
    exitIfDue(now)
    if let due = restartAt, due <= now, state == .waiting {
      restart(at: now)
    }
    startedNow = false
    let isFreshlyStarted = state == .running && !isStarted && startup == nil
    if isFreshlyStarted {
      isStarted = true
      updateReady(now)
    }
    tickStartup(now)
    tickLiveness(now)
    tickReadiness(now, atOnce: isFreshlyStarted || startedNow)
    updateReady(now)
    // A kill may let the container exit within the same second.
    if let exit = exitAt, exit.wasKilled, exit.second <= now {
      exitIfDue(now)
      if let due = restartAt, due <= now, state == .waiting {
        restart(at: now)
        if startup == nil {
          isStarted = true
          tickReadiness(now, atOnce: true)
        }
        updateReady(now)
      }
    }
  }

  private mutating func restart(at now: Int64) {
    restartAt = nil
    lastRestart = now
    restartCount += 1
    note(now, .restarted(count: restartCount))
    begin(at: now)
  }

  private mutating func exitIfDue(_ now: Int64) {
    guard state == .running, let exit = exitAt, exit.second <= now else { return }
    exitAt = nil
    state = .waiting
    note(now, .exited(code: exit.code))
    if isReady {
      isReady = false
      note(now, .unready)
    }
    isStarted = false
    guard restartPolicy == "Always" || restartPolicy == "OnFailure" && (exit.code != 0 || exit.wasKilled) else {
      state = .terminated
      note(now, .ended(succeeded: exit.code == 0))
      return
    }
    guard let last = lastRestart, now - last <= 600 else {
      // The first restart, or one after ten quiet minutes.
      delay = 10
      restartAt = now
      return
    }
    restartAt = now + delay
    note(now, .backoff(seconds: delay))
    delay = min(300, delay * 2)
  }

  private mutating func kill(_ now: Int64, by kind: Probe.Kind) {
    note(now, .killed(by: kind))
    startup?.hold()
    liveness?.hold()
    let grace = max(2, kind == .startup ? gracePeriods.startup : gracePeriods.liveness)
    let stop = run.stopSeconds
    let killed = stop >= grace ? (now + grace, Int64(137), true) : (now + stop, Int64(143), true)
    if let own = exitAt, !own.wasKilled, own.second <= killed.0 { return }
    exitAt = killed
  }

  private mutating func tickStartup(_ now: Int64) {
    guard state == .running, var worker = startup, worker.ticks(at: now), worker.probes(atAge: now - start) else {
      return
    }
    let verdict = worker.count(run.result(.startup, age: now - start))
    if verdict == true {
      worker.hold()
      isStarted = true
      startedNow = true
      note(now, .startupPassed)
    }
    startup = worker
    if verdict == false { kill(now, by: .startup) }
  }

  private mutating func tickLiveness(_ now: Int64) {
    guard state == .running, isStarted, !startedNow, var worker = liveness, worker.ticks(at: now),
      worker.probes(atAge: now - start)
    else { return }
    let verdict = worker.count(run.result(.liveness, age: now - start))
    liveness = worker
    if verdict == false { kill(now, by: .liveness) }
  }

  private mutating func tickReadiness(_ now: Int64, atOnce: Bool) {
    guard state == .running, isStarted, var worker = readiness else { return }
    if atOnce, !isReady { worker.realign(at: now) }
    if worker.ticks(at: now), worker.probes(atAge: now - start) {
      _ = worker.count(run.result(.readiness, age: now - start))
    }
    readiness = worker
  }

  private mutating func updateReady(_ now: Int64) {
    let isReadyNow = state == .running && isStarted && (readiness == nil || readiness?.verdict == true)
    guard isReadyNow != isReady else { return }
    isReady = isReadyNow
    note(now, isReadyNow ? .ready : .unready)
  }
}
