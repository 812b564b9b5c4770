/// The scalars between brackets, or of an escape like `\w`.
struct ScalarClass: Hashable, Sendable {
  /// The members in ASCII; all else concerns scalars beyond it.
  private var ascii = ASCIISet()
  /// In order and apart once the class is complete.
  private var ranges: [ScalarRange] = []
  private var categories: GeneralCategories = []
  /// Scalars are members too if one that differs by case only is in here.
  private var foldedRanges: [ScalarRange] = []
  private var foldedCategories: GeneralCategories = []
  /// Scalars are members too if none that differs by case only is of these.
  private var excludedCategories: [GeneralCategories] = []
  private var isNegated = false
  /// Whether there are members beyond ASCII that are not known.
  private(set) var isUnknownBeyondASCII = false

  private static let last: UInt32 = 0x10_FFFF
  private static let longS: UInt32 = 0x17F
  private static let kelvin: UInt32 = 0x212A

  init() {}

  /// `nil` where that is not known.
  func contains(_ scalar: UInt32) -> Bool? {
    if scalar < 0x80 { return ascii.contains(scalar) }
    if lists(scalar) { return !isNegated }
    return isUnknownBeyondASCII ? nil : isNegated
  }

  private func lists(_ scalar: UInt32) -> Bool {
    if ScalarRange.contains(scalar, in: ranges) { return true }
    if !categories.isEmpty, !categories.isDisjoint(with: ScalarClass.category(of: scalar)) { return true }
    if foldedRanges.isEmpty, foldedCategories.isEmpty, excludedCategories.isEmpty { return false }
    var found: GeneralCategories = []
    for variant in CaseFolding.variants(of: scalar) {
      if ScalarRange.contains(variant, in: foldedRanges) { return true }
      found.formUnion(ScalarClass.category(of: variant))
    }
    return !foldedCategories.isDisjoint(with: found) || excludedCategories.contains { $0.isDisjoint(with: found) }
  }

  private static func category(of scalar: UInt32) -> GeneralCategories {
    Unicode.Scalar(scalar).map { GeneralCategories(of: $0) } ?? []
  }

  // MARK: Building

  mutating func insert(from first: UInt32, through last: UInt32, foldingCase: Bool) {
    var set = ASCIISet()
    set.insert(from: first, through: last)
    insert(set, foldingCase: foldingCase)
    guard last >= 0x80 else { return }
    let range = ScalarRange(first: max(first, 0x80), last: last)
    guard foldingCase else { return ranges.append(range) }
    foldedRanges.append(range)
    // The only two with a case in ASCII.
    if range.contains(ScalarClass.longS) { ascii.formUnion(ASCIISet("SSss")) }
    if range.contains(ScalarClass.kelvin) { ascii.formUnion(ASCIISet("KKkk")) }
  }

  /// A class of ASCII, or all that is not of it.
  mutating func insert(_ set: ASCIISet, isNegated: Bool = false, foldingCase: Bool) {
    let members = foldingCase ? set.foldingCase : set
    var beyond: [UInt32] = []
    if foldingCase, members.contains(0x73) { beyond.append(ScalarClass.longS) }
    if foldingCase, members.contains(0x6B) { beyond.append(ScalarClass.kelvin) }
    ascii.formUnion(isNegated ? members.inverted : members)
    var start: UInt32 = 0x80
    for scalar in beyond {
      if isNegated {
        ranges.append(ScalarRange(first: start, last: scalar - 1))
        start = scalar + 1
      } else {
        ranges.append(ScalarRange(first: scalar, last: scalar))
      }
    }
    if isNegated { ranges.append(ScalarRange(first: start, last: ScalarClass.last)) }
  }

  mutating func insert(_ categories: GeneralCategories, isNegated: Bool, foldingCase: Bool) {
    for scalar in UInt32(0)..<0x80 {
      var found = ScalarClass.category(of: scalar)
      if foldingCase, found == .uppercaseLetter || found == .lowercaseLetter {
        found = [.uppercaseLetter, .lowercaseLetter]
      }
      if categories.isDisjoint(with: found) == isNegated { ascii.insert(scalar) }
    }
    if !foldingCase {
      self.categories.formUnion(isNegated ? .all.subtracting(categories) : categories)
    } else if !isNegated {
      foldedCategories.formUnion(categories)
    } else if !excludedCategories.contains(categories) {
      excludedCategories.append(categories)
    }
  }

  /// The members of a script, of which only those in ASCII are known.
  mutating func insert(_ script: Script, isNegated: Bool, foldingCase: Bool) {
    var members = script.ascii
    if foldingCase { members = members.foldingCase }
    ascii.formUnion(isNegated ? members.inverted : members)
    isUnknownBeyondASCII = true
  }

  /// Nothing is inserted any more.
  mutating func complete(isNegated: Bool) {
    self.isNegated = isNegated
    if isNegated { ascii = ascii.inverted }
    ranges = ScalarRange.merged(ranges)
    foldedRanges = ScalarRange.merged(foldedRanges)
  }
}

/// Scalars from one to another, both included.
struct ScalarRange: Hashable, Sendable {
  var first: UInt32
  var last: UInt32

  func contains(_ scalar: UInt32) -> Bool { scalar >= first && scalar <= last }

  /// In order, and without any that touch.
  static func merged(_ ranges: [ScalarRange]) -> [ScalarRange] {
    guard ranges.count > 1 else { return ranges }
    var merged: [ScalarRange] = []
    for range in ranges.sorted(by: { $0.first < $1.first }) {
      if let previous = merged.last, range.first <= previous.last + 1 {
        merged[merged.count - 1].last = max(previous.last, range.last)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Whether one of the ranges, in order and apart, has the scalar.
  static func contains(_ scalar: UInt32, in ranges: [ScalarRange]) -> Bool {
    var (lower, upper) = (0, ranges.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].last < scalar { lower = middle + 1 } else { upper = middle }
    }
    return lower < ranges.count && ranges[lower].first <= scalar
  }
}
