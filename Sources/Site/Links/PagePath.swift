/// Where pages lie in the site, relative to its root.
enum PagePath {
  /// The home page of the default language is the site's.
  static func home(_ language: String, default first: String) -> String {
    language == first ? "index.html" : "\(language)/index.html"
  }

  static func chapter(_ chapter: String, _ language: String) -> String { "\(language)/\(chapter)/index.html" }

  static func lesson(_ lesson: String, in chapter: String, _ language: String) -> String {
    "\(language)/\(chapter)/\(lesson).html"
  }

  static func labs(_ language: String) -> String { "\(language)/labs/index.html" }
  static func lab(_ id: String, _ language: String) -> String { "\(language)/labs/\(id).html" }
  static func rules(_ language: String) -> String { "\(language)/rules/index.html" }
  static func rule(_ id: String, _ language: String) -> String { "\(language)/rules/\(id).html" }

  /// Files of the course that are published as they are keep their place below `content`.
  static func asset(_ path: String) -> String { "content/\(path)" }

  /// From one file to another, as a relative path.
  static func path(from file: String, to target: String) -> String {
    var from = file.split(separator: "/").dropLast()
    var to = target.split(separator: "/")[...]
    while let first = from.first, to.count > 1, first == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return (Array(repeating: "..", count: from.count) + to).joined(separator: "/")
  }

  /// From one page to another, as a relative reference.
  static func relative(from page: String, to target: String) -> String {
    encoded(path(from: page, to: target))
  }

  /// The way from a page to the root: `../../`, or nothing.
  static func root(from page: String) -> String {
    String(repeating: "../", count: page.split(separator: "/").count - 1)
  }

  /// The path of a reference that stands in a file, without `.` and `..`; `nil` where it leads out of the course.
  static func resolved(_ reference: String, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast()
    for part in reference.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Escapes what would end the path of a reference. Letters of other scripts stay, as people read them.
  private static func encoded(_ part: String) -> String {
    var text = ""
    for scalar in part.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "#": text += "%23"
      case "?": text += "%3F"
      case " ": text += "%20"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
