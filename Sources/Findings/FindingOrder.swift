extension [Finding] {
  /// Sorts into the order in which findings are printed. Equal ones keep their order.
  ///
  /// Findings are large: those that are in order already stay where they are, others are moved once.
  public mutating func sortByPlace() {
    guard count > 1, !isSortedByPlace else { return }
    let order = withUnsafeBufferPointer { findings in
      findings.indices.sorted { left, right in
        if Finding.isOrderedBefore(findings[left], findings[right]) { return true }
        return left < right && !Finding.isOrderedBefore(findings[right], findings[left])
      }
    }
    self = order.map { self[$0] }
  }

  /// The same in that order.
  public func sortedByPlace() -> [Finding] {
    var findings = self
    findings.sortByPlace()
    return findings
  }

  private var isSortedByPlace: Bool {
    withUnsafeBufferPointer { findings in
      for index in findings.indices.dropFirst() {
        let (before, after) = (findings[index - 1].range, findings[index].range)
        if before < after { continue }
        if after < before || Finding.isOrderedBefore(findings[index], findings[index - 1]) { return false }
      }
      return true
    }
  }
}
