import Findings
import Testing

struct SourceMapTests {
  /// `ab\n` at 10, a tab at 20 shown as two spaces, `c` at 21, CRLF at 22.
  private var map: SourceMap {
    var map = SourceMap()
    map.append(source: 10, length: 2)
    map.append(source: 12, length: 1)
    map.append(source: 20, sourceLength: 1, length: 2)
    map.append(source: 21, length: 1)
    map.append(source: 22, sourceLength: 2, length: 1)
    return map
  }

  @Test func leadsEachByteToItsPlace() {
    #expect((0...7).map { map.source(of: $0) } == [10, 11, 12, 20, 20, 21, 22, 24])
    #expect(map.length == 7)
    #expect(map.segments.count == 4)
  }

  @Test(arguments: [
    (0, 2, 10, 12), (0, 3, 10, 13), (2, 4, 12, 21), (3, 6, 20, 22), (5, 7, 21, 24), (4, 4, 20, 20), (0, 99, 10, 24),
  ])
  func rangesEndAfterTheirLastByte(start: Int, end: Int, from: Int, to: Int) {
    #expect(map.source(of: SourceRange(start, end)) == SourceRange(from, to))
  }

  @Test func composes() {
    var inner = SourceMap()
    inner.append(source: 1, length: 3)
    inner.append(source: 5, length: 2)
    let composed = inner.composed(with: map)
    #expect((0...5).map { composed.source(of: $0) } == (0..<3).map { map.source(of: $0 + 1) } + [21, 22, 24])
    #expect(composed.length == 5)
  }

  @Test func partsKeepPlaces() {
    let part = map.part(SourceRange(1, 6))
    #expect((0..<5).map { part.source(of: $0) } == [11, 12, 20, 20, 21])
    #expect(map.part(SourceRange(3, 3)) == SourceMap())
    #expect(SourceMap().source(of: SourceRange(3, 9)) == SourceRange(0, 0))
  }
}
