import YAML

extension Growth {
  /// For every list that some case has in some kind: the case with an item of it many times.
  static func lists(of cases: [APIServerCase]) -> [Growth] {
    var seen: Set<String> = []
    var growths: [Growth] = []
    for one in cases where one.verdict == "accept" {
      for tree in YAMLStream(parsing: one.yaml).documents {
        for index in tree.nodes.indices where tree.nodes[index].kind == .sequence {
          let list = Node(tree: tree, index: Int32(index))
          let place = (one.kind ?? "") + " " + String(list.path.description.filter { !$0.isNumber })
          guard seen.insert(place).inserted, let growth = Growth(place, repeating: list) else { continue }
          growths.append(growth)
        }
      }
    }
    return growths
  }

  /// The text with the first item of a list repeated, each time with other names; `nil` for lists in brackets.
  private init?(_ name: String, repeating list: Node) {
    guard list.style == .block, !list.isAliased, let item = list.items.first else { return nil }
    let source = list.tree.source
    var lineStart = item.range.start
    while lineStart > 0, source[lineStart - 1] != 0x0A { lineStart -= 1 }
    let line = lineStart
    let head = source[line..<item.range.start]
    guard head.allSatisfy({ $0 == 0x20 || $0 == 0x2D }), head.count(where: { $0 == 0x2D }) == 1 else { return nil }
    // Texts of the item that name something get a number.
    let ends = ([item] + item.entries.map(\.value)).filter { $0.string?.isEmpty == false && $0.style == .plain }
      .map(\.range.end).filter { $0 <= item.range.end }
    let (start, end) = (item.range.start, item.range.end)
    self.init("items of \(name)", count: 500) { count in
      var text = String(decoding: source[..<line], as: UTF8.self)
      for number in 0..<count {
        var from = start
        text += String(decoding: head, as: UTF8.self)
        for end in ends {
          // As long for every item, lest some fit a limit of length that others do not.
          text += String(decoding: source[from..<end], as: UTF8.self) + "\(number + 1000)"
          from = end
        }
        text += String(decoding: source[from..<end], as: UTF8.self) + "\n"
      }
      return text + String(decoding: source[min(end + 1, source.count)...], as: UTF8.self)
    }
  }
}
