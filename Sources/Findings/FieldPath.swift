/// The way from the root of an object to one of its values.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  public enum Element: Sendable, Hashable {
    /// A field of an object: `.spec`.
    case field(String)
    /// A place in a list: `[0]`.
    case index(Int)
    /// A key of a map, as the API server prints it: `[cpu]`.
    case key(String)
  }

  public var elements: [Element]

  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  public static let root = FieldPath()

  public func field(_ name: String) -> FieldPath { FieldPath(elements + [.field(name)]) }
  public func index(_ index: Int) -> FieldPath { FieldPath(elements + [.index(index)]) }
  public func key(_ key: String) -> FieldPath { FieldPath(elements + [.key(key)]) }

  /// The path without its last element; the root stays the root.
  public var parent: FieldPath { FieldPath(Array(elements.dropLast())) }

  /// Whether it is another path or lies beneath it.
  public func isWithin(_ other: FieldPath) -> Bool { elements.starts(with: other.elements) }

  /// The same path with its last element written as the key of a map: `limits.cpu` becomes `limits[cpu]`.
  public var withLastAsKey: FieldPath {
    guard case .field(let name)? = elements.last else { return self }
    return parent.key(name)
  }

  /// As the API server writes it: `spec.containers[0].resources.limits[cpu]`.
  @inline(never)
  public var description: String {
    var text = ""
    for element in elements {
      switch element {
      case .field(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[" + key + "]"
      }
    }
    return text
  }

  /// As a JSON Pointer (RFC 6901): `/spec/containers/0/resources/limits/cpu`; the root is empty.
  @inline(never)
  public var jsonPointer: String {
    var text = ""
    for element in elements {
      text += "/"
      switch element {
      case .index(let index): text += "\(index)"
      case .field(let name), .key(let name):
        for scalar in name.unicodeScalars {
          switch scalar {
          case "~": text += "~0"
          case "/": text += "~1"
          default: text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text
  }
}
