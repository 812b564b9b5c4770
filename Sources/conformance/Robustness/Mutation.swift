/// One way to spoil a text, as slips, tools and ill will do.
enum Mutation: CaseIterable {
  case flipBits, deleteBytes, insertBytes, spliceOther, duplicateLines, swapLines, cutIndentation, brokenUTF8
  case deepNesting, longWord, longKey, hugeNumber, aliases, manyDocuments, otherScript, controlCharacters

  func apply(to text: inout [UInt8], _ random: inout RandomSource, other: [UInt8]) {
    switch self {
    case .flipBits:
      guard !text.isEmpty else { return }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        text[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
    case .deleteBytes: text.removeSubrange(random.range(in: text, atMost: 12))
    case .insertBytes:
      let signs: [UInt8] = Array(":-#&*!|>'\"%@`{}[],? \n\t~<=\\/0.eE".utf8)
      let inserted = (0..<Int.random(in: 1...5, using: &random)).map { _ in signs.randomElement(using: &random) ?? 0 }
      insert(inserted, into: &text, &random)
    case .spliceOther: insert(Array(other[random.range(in: other, atMost: 400)]), into: &text, &random)
    case .duplicateLines:
      changeLines(of: &text) { lines in
        let place = Int.random(in: 0..<lines.count, using: &random)
        let some = Array(lines[place..<min(lines.count, place + Int.random(in: 1...6, using: &random))])
        for _ in 0..<Int.random(in: 1...20, using: &random) { lines.insert(contentsOf: some, at: place) }
      }
    case .swapLines:
      changeLines(of: &text) { lines in
        lines.swapAt(
          Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
      }
    case .cutIndentation:
      changeLines(of: &text) { lines in
        let place = Int.random(in: 0..<lines.count, using: &random)
        lines[place] =
          Bool.random(using: &random)
          ? lines[place].drop { $0 == 0x20 } : [0x20, UInt8.random(in: 8...32, using: &random)] + lines[place]
      }
    case .brokenUTF8:
      let pieces: [[UInt8]] = [
        [0x80], [0xC3], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xF4, 0x90, 0x80, 0x80],
        [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF],
      ]
      insert(pieces.randomElement(using: &random) ?? [], into: &text, &random)
    case .deepNesting:
      let piece = ["[", "{a: ", "- ", "? ", "[[", "{\"a\":["].randomElement(using: &random) ?? "["
      insert(Mutation.repeated(piece, Int.random(in: 2...3000, using: &random)), into: &text, &random)
    case .longWord: insert(Mutation.repeated("x", Int.random(in: 200...20_000, using: &random)), into: &text, &random)
    case .longKey:
      let key = "\n" + String(repeating: "k", count: Int.random(in: 60...2000, using: &random)) + ": 1\n"
      insert(Array(key.utf8), into: &text, &random)
    case .hugeNumber:
      let numbers = [
        "9223372036854775808", "-9223372036854775809", "1e400", "-1e-400", ".inf", "0x8000000000000000", "2147483648",
        "-0", "1_000", "0o777777777777777777777777", String(repeating: "9", count: 5000), "1e99999999999",
        "99999999999999999999Ei", "0.0000000000000000000000001n", "-2147483649", "NaN", "18446744073709551616",
      ]
      insert(Array((numbers.randomElement(using: &random) ?? "0").utf8), into: &text, &random)
    case .aliases:
      let bombs = [
        "&a ", "*a", "<<: *a", "&a [*a]", "<<: [*a, *a]",
        "\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b,*b]\nd: &d [*c,*c,*c]\ne: [*d,*d,*d,*d]\n",
        "\nl: &l {a: 1}\nm: &m {<<: *l, b: 2}\nn: {<<: [*l, *m], <<: *m}\n",
      ]
      insert(Array((bombs.randomElement(using: &random) ?? "").utf8), into: &text, &random)
    case .manyDocuments:
      let separator = ["\n---\n", "\n...\n", "\n--- \n", "\r\n---\r\n"].randomElement(using: &random) ?? "\n---\n"
      if Bool.random(using: &random) { return insert(Array(separator.utf8), into: &text, &random) }
      let one = text.prefix(2000) + Array(separator.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) { text += one }
    case .otherScript: insert(Array("쿠버네티스\u{0301}👩‍🚀\u{FEFF}\u{2028}".utf8), into: &text, &random)
    case .controlCharacters: insert([UInt8.random(in: 0...31, using: &random), 0x7F], into: &text, &random)
    }
  }

  private func insert(_ bytes: [UInt8], into text: inout [UInt8], _ random: inout RandomSource) {
    text.insert(contentsOf: bytes, at: random.offset(in: text))
  }

  private static func repeated(_ piece: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: piece, count: count).utf8)
  }

  private func changeLines(of text: inout [UInt8], _ change: (inout [ArraySlice<UInt8>]) -> Void) {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard !lines.isEmpty else { return }
    change(&lines)
    text = Array(lines.joined(separator: [0x0A]))
  }
}
