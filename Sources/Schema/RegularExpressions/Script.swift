/// A script of Unicode, as `\p{…}` names it. Which scalars beyond ASCII are written in it is not known here: the tables
/// would be larger than all the rest.
enum Script {
  case latin
  case common
  /// None of its members are ASCII.
  case other

  /// From a name in lower case and without underscores.
  init?(named name: String) {
    switch name {
    case "latin": self = .latin
    case "common": self = .common
    default:
      guard Script.isName(name) else { return nil }
      self = .other
    }
  }

  var ascii: ASCIISet {
    switch self {
    case .latin: ASCIISet("AZaz")
    case .common: ASCIISet("AZaz").inverted
    case .other: ASCIISet()
    }
  }

  private static func isName(_ name: String) -> Bool {
    let letters = Array(name.utf8)
    return names.withUTF8Buffer { text in
      text.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(letters) }
    }
  }

  /// Those of Unicode 17 without the two above.
  private static let names: StaticString = """
    adlam ahom anatolianhieroglyphs arabic armenian avestan balinese bamum bassavah batak bengali beriaerfe \
    bhaiksuki bopomofo brahmi braille buginese buhid canadianaboriginal carian caucasianalbanian chakma cham \
    cherokee chorasmian coptic cuneiform cypriot cyprominoan cyrillic deseret devanagari divesakuru dogra duployan \
    egyptianhieroglyphs elbasan elymaic ethiopic garay georgian glagolitic gothic grantha greek gujarati \
    gunjalagondi gurmukhi gurungkhema han hangul hanifirohingya hanunoo hatran hebrew hiragana imperialaramaic \
    inherited inscriptionalpahlavi inscriptionalparthian javanese kaithi kannada katakana kawi kayahli kharoshthi \
    khitansmallscript khmer khojki khudawadi kiratrai lao lepcha limbu lineara linearb lisu lycian lydian mahajani \
    makasar malayalam mandaic manichaean marchen masaramgondi medefaidrin meeteimayek mendekikakui meroiticcursive \
    meroitichieroglyphs miao modi mongolian mro multani myanmar nabataean nagmundari nandinagari newa newtailue nko \
    nushu nyiakengpuachuehmong ogham olchiki oldhungarian olditalic oldnortharabian oldpermic oldpersian oldsogdian \
    oldsoutharabian oldturkic olduyghur olonal oriya osage osmanya pahawhhmong palmyrene paucinhau phagspa \
    phoenician psalterpahlavi rejang runic samaritan saurashtra sharada shavian siddham sidetic signwriting sinhala \
    sogdian sorasompeng soyombo sundanese sunuwar sylotinagri syriac tagalog tagbanwa taile taitham taiviet taiyo \
    takri tamil tangsa tangut telugu thaana thai tibetan tifinagh tirhuta todhri tolongsiki toto tulutigalari \
    ugaritic vai vithkuqi wancho warangciti yezidi yi zanabazarsquare
    """
}
