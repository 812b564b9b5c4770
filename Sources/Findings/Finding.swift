/// A fact about a place: what is wrong there, why, and how to mend it.
public struct Finding: Sendable, Equatable {
  /// `area/kebab-case`: `yaml/duplicate-key`, `schema/unknown-field`, `lint/image-tag-latest`.
  public var id: String
  public var severity: Severity
  /// Bytes of the text that was checked.
  public var range: SourceRange
  /// Where in the object; the root for findings about a text as a whole.
  public var path: FieldPath
  public var message: Message
  /// The API server's own words for it, where it has any.
  public var server: ServerError?
  /// Why it matters, in a sentence or two.
  public var reason: Message?
  /// How to mend it, where the message does not say so already.
  public var advice: Message?
  /// An edit that mends it without changing anything else.
  public var fix: Fix?
  /// Other places that have to do with it.
  public var related: [Related]
  /// The versions, among those asked for, in which it holds; `nil` when it holds in all.
  public var versions: VersionSet?
  /// Where what stands here belongs: what is missing there is missing because it is here.
  public var home: FieldPath?

  @inline(never)
  public init(
    id: String, severity: Severity = .error, range: SourceRange, path: FieldPath = .root, message: Message,
    server: ServerError? = nil, reason: Message? = nil, advice: Message? = nil, fix: Fix? = nil,
    related: [Related] = [], versions: VersionSet? = nil
  ) {
    self.id = id
    self.severity = severity
    self.range = range
    self.path = path
    self.message = message
    self.server = server
    self.reason = reason
    self.advice = advice
    self.fix = fix
    self.related = related
    self.versions = versions
  }

  /// Whether a finding is printed before another: by place, then id, then path.
  public static func isOrderedBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.id != right.id { return left.id < right.id }
    return left.path.description < right.path.description
  }
}

/// Another place that a finding speaks of, in the same text unless a source is named.
public struct Related: Sendable, Equatable {
  public var range: SourceRange
  public var message: Message

  public init(range: SourceRange, message: Message) {
    self.range = range
    self.message = message
  }
}

/// A change to the text that mends a finding.
public struct Fix: Sendable, Equatable {
  public struct Edit: Sendable, Equatable {
    public var range: SourceRange
    public var replacement: String

    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What it does, as a command: `write 'containerPort'`.
  public var title: Message
  /// In order of position, without overlaps.
  public var edits: [Edit]

  public init(title: Message, edits: [Edit]) {
    self.title = title
    self.edits = edits
  }
}
