/// Unicode's simple case folding: which scalars differ by case only.
enum CaseFolding {
  /// The one scalar that stands for all that differ from this by case only.
  static func folded(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    // A dotless i is upper case's `I`, but no fold of it.
    if scalar == 0x131 { return scalar }
    return lowered(raised(scalar))
  }

  /// All that differ by case only, itself included.
  static func variants(of scalar: UInt32) -> [UInt32] {
    let folded = folded(scalar)
    var variants = [folded]
    let upper = raised(folded)
    if upper != folded { variants.append(upper) }
    for variant in unusual where self.folded(variant) == folded { variants.append(variant) }
    return variants
  }

  private static func lowered(_ scalar: UInt32) -> UInt32 {
    guard let valid = Unicode.Scalar(scalar) else { return scalar }
    return single(valid.properties.lowercaseMapping) ?? scalar
  }

  private static func raised(_ scalar: UInt32) -> UInt32 {
    guard let valid = Unicode.Scalar(scalar) else { return scalar }
    return single(valid.properties.uppercaseMapping) ?? scalar
  }

  /// Mappings to several scalars are not simple ones.
  private static func single(_ text: String) -> UInt32? {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return nil }
    return first.value
  }

  /// Scalars which are neither the lower nor the upper case of what they fold to: titles, symbols, historical forms.
  private static let unusual: [UInt32] = [
    0xB5, 0x17F, 0x1C5, 0x1C8, 0x1CB, 0x1F2, 0x345, 0x3C2, 0x3D0, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F4, 0x3F5,
    0x1C80, 0x1C81, 0x1C82, 0x1C83, 0x1C84, 0x1C85, 0x1C86, 0x1C87, 0x1C88, 0x1E9B, 0x1E9E, 0x1F88, 0x1F89, 0x1F8A,
    0x1F8B, 0x1F8C, 0x1F8D, 0x1F8E, 0x1F8F, 0x1F98, 0x1F99, 0x1F9A, 0x1F9B, 0x1F9C, 0x1F9D, 0x1F9E, 0x1F9F, 0x1FA8,
    0x1FA9, 0x1FAA, 0x1FAB, 0x1FAC, 0x1FAD, 0x1FAE, 0x1FAF, 0x1FBC, 0x1FBE, 0x1FCC, 0x1FFC, 0x2126, 0x212A, 0x212B,
  ]
}
