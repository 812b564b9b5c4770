/// Gives headings names that are unique in a page, as GitHub makes them.
struct Anchors {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Takes a name that the author chose; false when another heading has it.
  mutating func take(_ name: String) -> Bool { used.insert(name).inserted }

  /// Makes a name from a heading's text.
  mutating func anchor(for text: String) -> String {
    let base = Self.slug(text)
    guard !used.insert(base).inserted else { return base }
    var count = counts[base] ?? 0
    var name: String
    repeat {
      count += 1
      name = "\(base)-\(count)"
    } while !used.insert(name).inserted
    counts[base] = count
    return name
  }

  /// Lower case; letters of every script, digits, hyphens and underscores stay, spaces become hyphens, the rest goes.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug += "-"
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
        slug.unicodeScalars.append(scalar)
      default: break
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
