/// A finding with its place in a file, as a reader gets to see it.
///
/// A finding speaks of the text that was checked, which may be a snippet. This says where that text stands.
public struct LocatedFinding: Sendable {
  /// A second place, in any file.
  public struct Place: Sendable {
    public var source: SourceText
    public var range: SourceRange
    public var message: Message

    public init(source: SourceText, range: SourceRange, message: Message) {
      self.source = source
      self.range = range
      self.message = message
    }
  }

  /// What was found; its ranges are those of the checked text, not of `source`.
  public var finding: Finding
  /// The file.
  public var source: SourceText
  /// Bytes of the file.
  public var range: SourceRange
  public var related: [Place]
  /// The edits of the finding's fix in bytes of the file; none where there is no fix, or where the text does not stand
  /// in the file in one piece.
  public var edits: [Fix.Edit]

  /// A finding whose text is the file itself.
  public init(_ finding: Finding, in source: SourceText) {
    self.finding = finding
    self.source = source
    range = finding.range
    related = finding.related.map { Place(source: source, range: $0.range, message: $0.message) }
    edits = finding.fix?.edits ?? []
  }

  /// A finding in a text that was taken from a file.
  public init(_ finding: Finding, in source: SourceText, through map: SourceMap) {
    self.finding = finding
    self.source = source
    range = map.source(of: finding.range)
    related = finding.related.map { Place(source: source, range: map.source(of: $0.range), message: $0.message) }
    edits = []
    for edit in finding.fix?.edits ?? [] {
      let place = map.source(of: edit.range)
      // A new line would need what begins the lines around it in the file.
      guard place.end - place.start == edit.range.end - edit.range.start, !edit.replacement.utf8.contains(0x0A) else {
        edits = []
        break
      }
      edits.append(Fix.Edit(range: place, replacement: edit.replacement))
    }
  }

  public var position: SourcePosition { source.position(at: range.start) }

  /// Whether it is printed before another: by file, place, id and path.
  public static func isOrderedBefore(_ left: LocatedFinding, _ right: LocatedFinding) -> Bool {
    if left.source.name != right.source.name { return left.source.name < right.source.name }
    if left.range != right.range { return left.range < right.range }
    return Finding.isOrderedBefore(left.finding, right.finding)
  }
}

extension LocatedFinding {
  /// The plain form, one line that editors make clickable: `path:line:column: severity: message [id]`.
  public func plainText(language: String = "en") -> String {
    let position = position
    return "\(source.name):\(position.line):\(position.column): \(finding.severity.rawValue): "
      + "\(finding.message.text(in: language)) [\(finding.id)]"
  }
}
