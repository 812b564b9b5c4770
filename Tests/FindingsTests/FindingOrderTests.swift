import Findings
import Testing

private func finding(_ id: String, at start: Int, _ end: Int, field: String = "", _ message: String = "") -> Finding {
  Finding(
    id: id, range: SourceRange(start, end), path: field.isEmpty ? .root : FieldPath.root.field(field),
    message: Message(en: message))
}

@Suite struct FindingOrderTests {
  @Test func findingsStandByPlaceThenIdThenPath() {
    let sorted = [
      finding("b", at: 0, 4), finding("b", at: 4, 5), finding("a", at: 4, 6), finding("b", at: 4, 6, field: "a"),
      finding("b", at: 4, 6, field: "b"), finding("a", at: 9, 9),
    ]
    for shift in sorted.indices {
      let turned = Array(sorted[shift...] + sorted[..<shift])
      #expect(turned.sortedByPlace() == sorted)
      #expect(Array(turned.reversed()).sortedByPlace() == sorted)
    }
  }

  @Test func equalOnesKeepTheirOrder() {
    let twins = [finding("a", at: 2, 3, "first"), finding("a", at: 2, 3, "second")]
    #expect(twins.sortedByPlace() == twins)
    let before = finding("z", at: 0, 1)
    #expect((twins + [before]).sortedByPlace() == [before] + twins)
    #expect([Finding]().sortedByPlace().isEmpty)
  }
}
