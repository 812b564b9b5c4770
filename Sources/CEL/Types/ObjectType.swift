/// A type with fields.
public final class ObjectType: Sendable {
  /// What sets it apart from others.
  public let name: String
  /// How a reader is told of it.
  public let title: String
  private let lookUp: @Sendable (String) -> CELType?

  /// `lookUp` answers the type of a field; it is asked for each use. `.error` says that the field may be there or not.
  public init(name: String, title: String? = nil, lookUp: @escaping @Sendable (String) -> CELType?) {
    self.name = name
    self.title = title ?? name
    self.lookUp = lookUp
  }

  public convenience init(name: String, fields: [(String, CELType)]) {
    self.init(name: name) { field in
      for (name, type) in fields where name == field { return type }
      return nil
    }
  }

  func field(_ name: String) -> CELType? { lookUp(name) }
}
