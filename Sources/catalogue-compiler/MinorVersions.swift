/// Minor versions of Kubernetes 1 in which something holds.
struct MinorVersions: Hashable {
  static let oldest = 25
  static let newest = 37
  static let all = MinorVersions(Array(oldest...newest))

  private(set) var minors: [Int]

  init(_ minors: [Int]) { self.minors = minors.sorted() }

  /// Reads `@1.29-`, `@-1.31`, `@1.27-1.30`, `@1.36`; `nil` for any other text.
  init?(range text: String) {
    guard text.hasPrefix("@") else { return nil }
    let bounds = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = bounds.first, let last = bounds.last, bounds.count <= 2 else { return nil }
    let low = Int(first.dropFirst(2)) ?? MinorVersions.oldest
    let high = Int(last.dropFirst(2)) ?? MinorVersions.newest
    guard low <= high else { return nil }
    self.init(Array(low...high))
  }

  mutating func insert(_ minor: Int) {
    guard !minors.contains(minor) else { return }
    minors = (minors + [minor]).sorted()
  }

  /// `@1.29-`, `@-1.31`, `@1.27-1.30,1.33-`; empty where it holds in all that are given.
  func suffix(among whole: MinorVersions) -> String {
    guard self != whole, let last = MinorVersions.all.minors.last, let first = MinorVersions.all.minors.first else {
      return ""
    }
    var runs: [(Int, Int)] = []
    for minor in minors {
      if let end = runs.last?.1, end + 1 == minor {
        runs[runs.count - 1].1 = minor
      } else {
        runs.append((minor, minor))
      }
    }
    let texts = runs.map { run in
      if run.0 == run.1 { return "1.\(run.0)" }
      return (run.0 == first ? "" : "1.\(run.0)") + "-" + (run.1 == last ? "" : "1.\(run.1)")
    }
    return "@" + texts.joined(separator: ",")
  }
}
