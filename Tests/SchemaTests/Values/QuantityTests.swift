import Schema
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("1.5", "1500m"), ("1.5Gi", "1536Mi"), ("1024Mi", "1Gi"), ("0.5Gi", "512Mi"),
    ("1000m", "1"), (".5", "500m"), ("1.", "1"), ("+1", "1"), ("1E", "1E"), ("1E3", "1e3"), ("1e3", "1e3"),
    ("12e6", "12e6"), ("100k", "100k"), ("100000", "100k"), (" 2Gi ", "2Gi"), ("-5m", "-5m"), ("0.1n", "1n"),
    ("1.0000000001", "1000000001n"), (".", "0"), ("-", "0"), ("Ki", "0"), (".G", "0"), ("1Ei", "1Ei"),
    ("16Ei", "9223372036854775807"), ("500Mi", "500Mi"), ("1e19", "10e18"), ("10E", "10E"), ("1.1Ki", "1127"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), ("0.5Ki", "512"),
  ])
  func rendersNormalForm(text: String, normal: String) throws {
    #expect(try #require(Quantity(text)).description == normal)
  }

  @Test(arguments: [
    "", " ", "K1", "1K", "1KB", "1mi", "1ki", "1g", "1e", "1 Gi", "0x10", "1_000", "1Gib", "--1", "1e1.5", "1..2",
  ])
  func refuses(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test(arguments: [
    ("1", "1000m", 0), ("1Gi", "1G", 1), ("1Ki", "1024", 0), ("-1", "1", -1), ("-2", "-1", -1), ("0", "-0", 0),
    ("1e30", "1E", 1), ("100m", "0.2", -1), ("1.25", "1.3", -1), ("1.3", "1.25", 1),
  ])
  func compares(left: String, right: String, order: Int) throws {
    let (left, right) = (try #require(Quantity(left)), try #require(Quantity(right)))
    #expect((left < right ? -1 : left > right ? 1 : 0) == order)
  }

  @Test(arguments: [("1500m", false), ("1k", true), ("2", true), ("1u", false), ("1e30", true), ("0", true)])
  func knowsWholeNumbers(text: String, isWhole: Bool) throws {
    #expect(try #require(Quantity(text)).isWhole == isWhole)
  }

  @Test func readsIntoIntegers() throws {
    #expect(Quantity("250m")?.milliValue == 250)
    #expect(Quantity("1u")?.milliValue == 1)
    #expect(Quantity("1500m")?.value == 2)
    #expect(Quantity("64Mi")?.value == 67_108_864)
    #expect(Quantity("1e30")?.value == nil)
    #expect(Quantity("-1500m")?.value == -2)
    #expect(Quantity("0.001m")?.value == 1)
  }
}
