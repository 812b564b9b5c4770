/// A set of Unicode's general categories.
struct GeneralCategories: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a category, a group of them or an alias is called in `\p{…}`, in lower case and without underscores; `nil`
  /// where there is none of that name.
  static func named(_ name: String) -> GeneralCategories? {
    switch name {
    case "lc", "casedletter": return [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    case "any": return .all
    case "assigned": return .all.subtracting(.unassigned)
    default: break
    }
    let categories = short(name)
    if !categories.isEmpty { return categories }
    for (alias, meaning) in aliases where "\(alias)" == name { return short("\(meaning)") }
    return nil
  }

  /// A category by its two letters, a group of them by one.
  private static func short(_ name: String) -> GeneralCategories {
    var categories: GeneralCategories = []
    letters.withUTF8Buffer { bytes in
      for number in 0..<(bytes.count / 2) where name.isCategory(bytes[number * 2], bytes[number * 2 + 1]) {
        categories.formUnion(GeneralCategories(rawValue: 1 << UInt32(number)))
      }
    }
    return categories
  }

  init(of scalar: Unicode.Scalar) {
    let number: UInt32 =
      switch scalar.properties.generalCategory {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .mathSymbol: 18
      case .currencySymbol: 19
      case .modifierSymbol: 20
      case .otherSymbol: 21
      case .spaceSeparator: 22
      case .lineSeparator: 23
      case .paragraphSeparator: 24
      case .control: 25
      case .format: 26
      case .surrogate: 27
      case .privateUse: 28
      case .unassigned: 29
      @unknown default: 29
      }
    self.init(rawValue: 1 << number)
  }

  static let uppercaseLetter = GeneralCategories(rawValue: 1)
  static let lowercaseLetter = GeneralCategories(rawValue: 2)
  static let titlecaseLetter = GeneralCategories(rawValue: 4)
  static let unassigned = GeneralCategories(rawValue: 1 << 29)
  static let all = GeneralCategories(rawValue: 1 << 30 - 1)

  /// Two letters each, in the order of their numbers.
  private static let letters: StaticString = "lullltlmlomnmcmendnlnopcpdpspepipfposmscsksozszlzpcccfcscocn"

  private static let aliases: [(StaticString, StaticString)] = [
    ("closepunctuation", "pe"), ("combiningmark", "m"), ("connectorpunctuation", "pc"), ("control", "cc"),
    ("cntrl", "cc"), ("currencysymbol", "sc"), ("dashpunctuation", "pd"), ("decimalnumber", "nd"), ("digit", "nd"),
    ("enclosingmark", "me"), ("finalpunctuation", "pf"), ("format", "cf"), ("initialpunctuation", "pi"),
    ("letter", "l"), ("letternumber", "nl"), ("lineseparator", "zl"), ("lowercaseletter", "ll"), ("mark", "m"),
    ("mathsymbol", "sm"), ("modifierletter", "lm"), ("modifiersymbol", "sk"), ("nonspacingmark", "mn"),
    ("number", "n"), ("openpunctuation", "ps"), ("other", "c"), ("otherletter", "lo"), ("othernumber", "no"),
    ("otherpunctuation", "po"), ("othersymbol", "so"), ("paragraphseparator", "zp"), ("privateuse", "co"),
    ("punctuation", "p"), ("punct", "p"), ("separator", "z"), ("spaceseparator", "zs"), ("spacingmark", "mc"),
    ("surrogate", "cs"), ("symbol", "s"), ("titlecaseletter", "lt"), ("unassigned", "cn"), ("uppercaseletter", "lu"),
  ]
}

extension String {
  /// Whether this names a category of these two letters, or with its only letter the group of the first.
  fileprivate func isCategory(_ first: UInt8, _ second: UInt8) -> Bool {
    var bytes = utf8.makeIterator()
    guard bytes.next() == first else { return false }
    guard let last = bytes.next() else { return true }
    return last == second && bytes.next() == nil
  }
}
