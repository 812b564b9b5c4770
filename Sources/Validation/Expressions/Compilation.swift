import CEL
import Findings
import YAML

/// The expressions of an object, compiled as one version of the API server does.
struct Compilation {
  /// Stands for all versions whose expressions may use the same.
  let version: KubernetesVersion
  private(set) var faults: [(ordinal: Int, field: Field, error: CompileError)] = []
  /// How many expressions were looked at: the same fields have the same number in all versions.
  private var count = 0

  init(version: KubernetesVersion) {
    self.version = version
  }

  /// An environment of this version.
  func environment(_ functions: FunctionTable = .kubernetes) -> Environment {
    Environment(functions, version: version)
  }

  /// Compiles an expression; `nil` where it does not compile. It has to answer one of some types, if any are given.
  @discardableResult
  mutating func compile(_ field: Field, in environment: Environment, answers: [CELType] = []) -> CheckedExpression? {
    count += 1
    guard let node = field.node, node.isScalar else { return nil }
    do throws(CompileError) {
      let checked = try environment.compile(node.text)
      if answers.isEmpty || checked.answers(oneOf: answers) { return checked }
      refuse(field, checked.otherAnswer(than: answers))
    } catch {
      faults.append((count, field, error))
    }
    return nil
  }

  /// Adds what is wrong with the expression that was looked at last.
  mutating func refuse(_ field: Field, _ error: CompileError) {
    faults.append((count, field, error))
  }

  mutating func refuse(_ field: Field, _ fault: CompileError.Fault) {
    refuse(field, CompileError(fault, at: 0))
  }

  /// Leaves the last fault open if it is of some kind.
  mutating func holdBackLast(where isUnclear: (CompileError.Fault) -> Bool) {
    guard let last = faults.last, last.ordinal == count, isUnclear(last.error.fault) else { return }
    faults.removeLast()
    holdBack(last.field, .type)
  }

  /// Says that it cannot be told whether the API server takes it.
  mutating func holdBack(_ field: Field, _ reason: CompileError.Reason) {
    refuse(field, CompileError(.beyondJudgement(reason), at: 0))
  }
}

extension VersionSet {
  /// The versions in runs in which expressions may use the same.
  fileprivate var generations: [VersionSet] {
    // A minor version that begins a run is one from which something new is known.
    let starts = [27, 28, 29, 30, 31, 32, 33, 34, 35]
    var runs: [VersionSet] = []
    for version in versions {
      if runs.isEmpty || starts.contains(version.minor) { runs.append([]) }
      runs[runs.count - 1].formUnion(VersionSet(version))
    }
    return runs
  }
}

extension Report {
  /// Compiles expressions in each version that is asked for, and reports what is wrong with them.
  mutating func compile(_ body: (inout Compilation) -> Void) {
    var faults: [(ordinal: Int, field: Field, error: CompileError, versions: VersionSet)] = []
    for versions in rulesHold.generations {
      guard let version = versions.versions.last else { continue }
      var compilation = Compilation(version: version)
      body(&compilation)
      for fault in compilation.faults {
        if let same = faults.firstIndex(where: { $0.ordinal == fault.ordinal && $0.error == fault.error }) {
          faults[same].versions.formUnion(versions)
        } else {
          faults.append((fault.ordinal, fault.field, fault.error, versions))
        }
      }
    }
    for fault in faults {
      if fault.error.isRefusal {
        inVersions(fault.versions) { $0.refuseExpression(fault.field, fault.error) }
      } else {
        leaveUnjudged(fault.versions, fault.error.message)
      }
    }
  }

  private mutating func refuseExpression(_ field: Field, _ error: CompileError) {
    let range = field.node.flatMap { $0.wordRange(atTextByte: Int(error.offset)) }
    add(.expression, at: field, .invalid, error.message, range: range)
  }
}

extension Node {
  /// The word, or else the character, at a byte of the text, where the source has it.
  fileprivate func wordRange(atTextByte offset: Int) -> SourceRange? {
    guard let place = place(ofTextByte: offset), place < tree.source.count else { return nil }
    let source = tree.source
    func isWord(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
    }
    var end = place
    while end < range.end, isWord(source[end]) { end += 1 }
    if end == place {
      end = min(place + 1, range.end)
      while end < range.end, source[end] & 0xC0 == 0x80 { end += 1 }
    }
    return end > place ? SourceRange(place, end) : nil
  }
}
