/// Numbers that look random and are the same in every run (SplitMix64).
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A place in a text, its end included.
  mutating func offset(in text: [UInt8]) -> Int { Int.random(in: 0...text.count, using: &self) }

  /// A part of a text of at most so many bytes.
  mutating func range(in text: [UInt8], atMost length: Int) -> Range<Int> {
    let start = offset(in: text)
    return start..<min(text.count, start + Int.random(in: 0...length, using: &self))
  }
}
