import Schema

extension Report {
  /// A reference to an object of any kind in the same namespace (groups.md 3.4).
  mutating func typedReference(_ reference: Field) {
    expect(given: reference["apiGroup"], .subdomain)
    requireSegment(reference["kind"])
    requireSegment(reference["name"])
  }

  /// A word that is given and can stand in a URL's path.
  mutating func requireSegment(_ field: Field) {
    require(field)
    expect(field, .pathSegment)
  }
}
