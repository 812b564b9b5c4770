/// Which texts are tried.
enum Corpus {
  /// Bytes of the longest text whose prefixes are all tried: their work grows with the square.
  private static let longest = 2500

  /// Some cases spread over kinds and sizes: of every kind in turn the shortest left, then the longest left.
  static func spread(_ cases: [APIServerCase], _ count: Int) -> [APIServerCase] {
    var byKind: [String: [APIServerCase]] = [:]
    for one in cases where one.yaml.utf8.count <= longest { byKind[one.kind ?? "", default: []].append(one) }
    var groups = byKind.sorted { $0.key < $1.key }.map { group in
      group.value.sorted { ($0.yaml.utf8.count, $0.id) < ($1.yaml.utf8.count, $1.id) }
    }
    var chosen: [APIServerCase] = []
    var takesLongest = false
    while chosen.count < count, groups.contains(where: { !$0.isEmpty }) {
      for index in groups.indices where !groups[index].isEmpty && chosen.count < count {
        chosen.append(takesLongest ? groups[index].removeLast() : groups[index].removeFirst())
      }
      takesLongest.toggle()
    }
    return chosen
  }

  /// A text with one to three mutations; the same for the same number.
  static func mutant(_ number: Int, of texts: [[UInt8]]) -> [UInt8] {
    var random = RandomSource(seed: UInt64(number))
    var text = texts.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let mutation = Mutation.allCases.randomElement(using: &random) ?? .flipBits
      mutation.apply(to: &text, &random, other: texts.randomElement(using: &random) ?? [])
    }
    return text
  }
}
