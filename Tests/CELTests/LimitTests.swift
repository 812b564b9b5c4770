import Findings
import Testing

@testable import CEL

private func fault(_ text: String, _ environment: Environment = .suite) -> CompileError.Fault? {
  do throws(CompileError) {
    _ = try environment.compile(text)
    return nil
  } catch {
    return error.fault
  }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

@Test func longExpressionsAreRefused() {
  #expect(fault("'" + repeated("é", 99_998) + "'") == nil)
  #expect(fault("'" + repeated("é", 99_999) + "'") == .tooLong(100_000))
}

@Test func nestingHasALimit() {
  #expect(fault(repeated("(", 99) + "1" + repeated(")", 99)) == nil)
  #expect(fault(repeated("(", 100) + "1" + repeated(")", 100)) == .beyondJudgement(.depth))
  #expect(fault(repeated("(", 249) + "1" + repeated(")", 249)) == .beyondJudgement(.depth))
  #expect(fault(repeated("(", 250) + "1" + repeated(")", 250)) == .tooNested(250))
  #expect(fault(repeated("[", 40_000)) == .tooNested(250))
}

@Test func rowsHaveALimit() {
  #expect(fault("1" + repeated(" + 1", 249)) == nil)
  #expect(fault("1" + repeated(" + 1", 250)) == .tooNested(250))
  #expect(fault("dyn(1)" + repeated(".a", 249)) == nil)
  #expect(fault("dyn(1)" + repeated(".a", 250)) == .tooNested(250))
  #expect(fault("true" + repeated(" && true", 5_000)) == nil)
  #expect(fault(repeated("!", 10_000) + "true") == nil)
  #expect(fault(repeated("true ? 1 : ", 200) + "1") == .beyondJudgement(.depth))
}

/// A tree that is far deeper than it is nested.
@Test func treesHaveALimit() {
  var text = "1"
  for _ in 0..<20 { text = "(" + text + ")" + repeated(" + 1", 100) }
  #expect(fault(text) == .beyondJudgement(.depth))
}

/// Types that double with each name, and would not fit into memory.
@Test func typesHaveALimit() {
  var text = "x60"
  for number in (0..<60).reversed() {
    let next = "{x\(number): x\(number)}"
    text = "cel.bind(x\(number + 1), \(next), \(text))"
  }
  #expect(fault("cel.bind(x0, 1, \(text))") == .beyondJudgement(.type))
}

@Test func costsAreBounded() throws {
  var environment = Environment.suite
  environment.variables = ["self": .list(.string)]
  func cost(_ text: String) throws -> UInt64 {
    let item = Extent(size: 100)
    let list = Extent(size: 1000, entry: { item })
    return CostBound.cost(of: try environment.compile(text), in: environment, variables: [("self", list)])
  }
  #expect(try cost("true") == 0)
  #expect(try cost("self.size() > 1") == 3)
  #expect(try cost("self.all(x, x == 'a')") < 10_000)
  #expect(try cost("self.all(x, self.exists(y, y == x))") > 10_000_000)
  #expect(try cost("self.all(x, self.all(y, self.all(z, self.all(w, self.all(v, self.all(u, u != v))))))") > 1 << 50)
}

/// Values that are read from texts are small, whatever the texts are.
@Test(
  arguments: [
    "ip(self[0]).isLoopback()", "cidr(self[0]).containsIP(self[1])",
    "cidr('::/0').containsCIDR(cidr(self[0]).masked())",
    "cidr(self[0]).ip().family() == 4", "semver(self[0]).major() > 1", "isSemver(self[0])", "ip.isCanonical(self[0])",
    "format.dns1123Label().validate(self[0]).hasValue()", "!format.named(self[0]).hasValue()",
  ])
func costsOfReadValuesAreBounded(text: String) throws {
  var environment = Environment(.kubernetes, version: .newest)
  environment.variables = ["self": .list(.string)]
  let item = Extent(size: 100)
  let list = Extent(size: 1000, entry: { item })
  let checked = try environment.compile(text)
  #expect(CostBound.cost(of: checked, in: environment, variables: [("self", list)]) < 1000)
}
