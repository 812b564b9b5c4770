import Schema
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:00:00Z", 951_825_600), ("2026-01-01T00:00:00+09:00", 1_767_193_200),
    ("1969-12-31T23:59:59.5Z", -1), ("2024-12-31T1:00:00Z", 1_735_606_800),
    ("1970-01-02T01:00:00+24:60", 0),
  ])
  func readsTimestamps(text: String, seconds: Int64) throws {
    #expect(try #require(Timestamp(text)).seconds == seconds)
  }

  @Test(arguments: [
    "", "2024-01-01", "2024-13-01T00:00:00Z", "2023-02-29T00:00:00Z", "2024-01-01t00:00:00Z",
    "2024-01-01T00:00:00z", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01 00:00:00Z",
    "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00+25:00", "2024-01-01T00:00:00-00:61",
  ])
  func refusesTimestamps(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func microTimeWantsSixDigits() {
    #expect(Timestamp(micro: "2024-01-01T00:00:00.000001Z")?.nanoseconds == 1_000)
    #expect(Timestamp(micro: "2024-01-01T00:00:00Z") == nil)
    #expect(Timestamp(micro: "2024-01-01T00:00:00.000000001Z") == nil)
  }

  @Test(arguments: [("", ""), ("aGk=", "hi"), ("aGk\n=", "hi"), ("aGVsbG8=", "hello"), ("YWJj", "abc")])
  func decodesBase64(text: String, decoded: String) {
    #expect(Base64.decode(text) == Array(decoded.utf8))
  }

  @Test(arguments: ["a", "aGk", "aGk==", "a-_=", "aGk=a", "====", "a===", "hello world!"])
  func refusesBase64(text: String) {
    #expect(Base64.decode(text) == nil)
  }

  @Test(arguments: [
    ("1h30m", 5_400_000_000_000), ("1.5s", 1_500_000_000), ("-300ms", -300_000_000), ("0", 0), ("+5us", 5_000),
    (".5h", 1_800_000_000_000), ("1µs", 1_000), ("2540400h10m10.000000000s", 9_145_440_610_000_000_000),
  ])
  func readsDurations(text: String, nanoseconds: Int64) {
    #expect(GoDuration(text)?.nanoseconds == nanoseconds)
  }

  @Test(arguments: ["", "3", "-", "s", ".s", "+.s", "1d", "1x", "3000000h", "1h1"])
  func refusesDurations(text: String) {
    #expect(GoDuration(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0.1", "10.0.0.1"), ("010.0.0.1", "10.0.0.1"), ("::", "::"), ("::1", "::1"),
    ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("::ffff:10.0.0.1", "::ffff:10.0.0.1"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1::", "1::"), ("0:1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7"),
  ])
  func readsAddresses(text: String, canonical: String) throws {
    #expect(try #require(IP(text)).description == canonical)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "a", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "::1::", "1:2:3:4:5:6:7:8::",
    "fe80::1%eth0", "12345::", "1.2.3.4 ", "1:", ":1",
  ])
  func refusesAddresses(text: String) {
    #expect(IP(text) == nil)
  }

  @Test func judgesAddressesAndBlocks() throws {
    #expect(IP("010.0.0.1")?.hasLeadingZeros == true)
    #expect(IP("::ffff:1.2.3.4")?.isIPv4Mapped == true)
    let block = try #require(CIDR("10.0.0.1/8"))
    #expect(block.hasHostBits)
    #expect(block.network.description == "10.0.0.0/8")
    #expect(CIDR("10.0.0.0/08")?.hasLeadingZerosInLength == true)
    #expect(block.contains(try #require(CIDR("10.1.0.0/16"))))
    #expect(!block.contains(try #require(CIDR("0.0.0.0/0"))))
    #expect(!block.contains(try #require(IP("11.0.0.1"))))
    #expect(!block.contains(try #require(IP("::1"))))
    for text in ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "::/129", "a/8", "10.0.0.0/-1"] { #expect(CIDR(text) == nil) }
  }

  @Test func readsPercentages() {
    #expect(Percentage("150%")?.value == 150)
    #expect(Percentage("007%")?.value == 7)
    for text in ["5", "-1%", "1.5%", "%", ""] { #expect(Percentage(text) == nil) }
    #expect(IntOrString.string("25%").scaled(total: 10, roundingUp: true) == 3)
    #expect(IntOrString.string("25%").scaled(total: 10, roundingUp: false) == 2)
    #expect(IntOrString.int(4).scaled(total: 10, roundingUp: false) == 4)
  }

  @Test(arguments: [
    "0 0 * * *", " */5\t* * * * ", "5,,6 * * * *", ", * * * *", "*-1-2 * * * *", "*/100 * * * *", "0 0 31 2 *",
    "? ? ? ? ?", "+5 007 1 JAN Mon-fri", "@daily", "@every 1h30m", "@every -1s", "1/5 * * * *",
  ])
  func readsSchedules(text: String) throws {
    _ = try CronSchedule(text)
  }

  @Test(arguments: [
    ("", CronSchedule.Problem.empty), ("* * * *", .fieldCount(4)), ("* * * * * *", .fieldCount(6)),
    ("@reboot", .unknownDescriptor("@reboot")), ("@Daily", .unknownDescriptor("@Daily")),
    ("@every x", .badDuration("x")), ("60 * * * *", .outOfRange("60", field: .minute)),
    ("* * 0 * *", .outOfRange("0", field: .dayOfMonth)), ("* * * * 7", .outOfRange("7", field: .dayOfWeek)),
    ("* * * * sat-sun", .backwards("sat-sun", field: .dayOfWeek)),
    ("* 1-2-3 * * *", .tooManyHyphens("1-2-3", field: .hour)),
    ("*/1/2 * * * *", .tooManySlashes("*/1/2", field: .minute)), ("*/0 * * * *", .zeroStep("*/0", field: .minute)),
    ("* * * * monday", .badNumber("monday", field: .dayOfWeek)), ("* * L * *", .badNumber("L", field: .dayOfMonth)),
    ("-5 * * * *", .badNumber("-5", field: .minute)),
  ])
  func refusesSchedules(text: String, problem: CronSchedule.Problem) {
    #expect(throws: problem) { try CronSchedule(text) }
  }

  @Test func knowsWhenAScheduleFires() throws {
    let schedule = try CronSchedule("*/20 9-11 1/15 * sun")
    #expect((0...59).filter { schedule.fires(.minute, at: $0) } == [0, 20, 40])
    #expect((0...23).filter { schedule.fires(.hour, at: $0) } == [9, 10, 11])
    #expect((0...31).filter { schedule.fires(.dayOfMonth, at: $0) } == [1, 16, 31])
    #expect((0...6).filter { schedule.fires(.dayOfWeek, at: $0) } == [0])
    #expect(!schedule.isAnyDayOfMonth && !schedule.isAnyDayOfWeek)
  }
}
