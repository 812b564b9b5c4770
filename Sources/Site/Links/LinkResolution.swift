import Findings

/// Where a link of a Markdown page leads.
enum LinkTarget: Equatable {
  /// Another site, as written.
  case external(String)
  /// A reference relative to the page.
  case page(String)
  case broken(BrokenLink)
}

/// Why a link leads nowhere.
enum BrokenLink: Equatable {
  case page(String, nearest: String?)
  case anchor(String, of: String, nearest: String?)
  case lab(String, nearest: String?)
  case rule(String, nearest: String?)
  /// A scheme that a page must not use, such as `javascript`.
  case scheme(String)
  case outside(String)
  case empty
}

/// Resolves the links of one page.
struct LinkResolution {
  let map: SiteMap
  /// The Markdown file, relative to the course folder.
  let file: String
  /// The page made of it, relative to the site's root.
  let page: String
  let language: String

  func target(of destination: String, isImage: Bool = false) -> LinkTarget {
    guard !destination.isEmpty else { return .broken(.empty) }
    if let scheme = scheme(of: destination) {
      let rest = String(destination.dropFirst(scheme.count + 1))
      switch scheme.lowercased() {
      case "http", "https", "mailto": return .external(destination)
      case "lab": return lab(rest)
      case "rule": return rule(rest)
      default: return .broken(.scheme(scheme))
      }
    }
    if destination.hasPrefix("/") { return .broken(.outside(destination)) }
    let (path, anchor) = split(destination)
    if path.isEmpty {
      guard let own = map.lessons[file] else { return .broken(.page(file, nearest: nil)) }
      return checked(anchor ?? "", in: own, reference: "", named: file)
    }
    guard let resolved = PagePath.resolved(path, from: file) else { return .broken(.outside(destination)) }
    if let target = map.lessons[resolved] {
      return checked(anchor, in: target, reference: PagePath.relative(from: page, to: target.path), named: path)
    }
    let content = "content/"
    if resolved.hasPrefix(content), map.assets.contains(String(resolved.dropFirst(content.count))) {
      let asset = PagePath.asset(String(resolved.dropFirst(content.count)))
      return .page(PagePath.relative(from: page, to: asset))
    }
    let files = isImage ? map.assets.map { content + $0 } : Array(map.lessons.keys)
    let nameCount = resolved.split(separator: "/").last?.count ?? 0
    let nearest = Nearest.word(to: resolved, among: files, limit: max(2, nameCount / 3))
      .map { PagePath.path(from: file, to: $0) }
    return .broken(.page(path, nearest: nearest))
  }

  /// The page of a rule, relative to this page; `nil` where there is none.
  func rulePage(_ id: String) -> String? {
    map.rules.contains(id) ? PagePath.relative(from: page, to: PagePath.rule(id, language)) : nil
  }

  private func lab(_ rest: String) -> LinkTarget {
    let (id, anchor) = split(rest)
    let labs = map.labs[language] ?? [:]
    guard let target = labs[id] else { return .broken(.lab(id, nearest: Nearest.word(to: id, among: labs.keys))) }
    return checked(anchor, in: target, reference: PagePath.relative(from: page, to: target.path), named: "lab:\(id)")
  }

  private func rule(_ id: String) -> LinkTarget {
    if let reference = rulePage(id) { return .page(reference) }
    return .broken(.rule(id, nearest: Nearest.word(to: id, among: map.rules)))
  }

  private func checked(_ anchor: String?, in target: SiteMap.Page, reference: String, named name: String) -> LinkTarget
  {
    guard let anchor else { return .page(reference) }
    guard target.anchors.contains(anchor) else {
      return .broken(.anchor(anchor, of: name, nearest: Nearest.word(to: anchor, among: target.anchors)))
    }
    return .page("\(reference)#\(anchor)")
  }

  private func split(_ reference: String) -> (path: String, anchor: String?) {
    guard let hash = reference.firstIndex(of: "#") else { return (reference, nil) }
    return (String(reference[..<hash]), String(reference[reference.index(after: hash)...]))
  }

  /// What stands before the first colon, where it can be a scheme (RFC 3986).
  private func scheme(of destination: String) -> String? {
    if destination.hasPrefix("//") { return "" }
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let scheme = destination[..<colon]
    let isScheme = scheme.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isScheme ? String(scheme) : nil
  }
}

/// The word that somebody may have meant.
enum Nearest {
  /// The candidate with the fewest changed letters, when these are few; of equals the first by name.
  static func word(to written: String, among candidates: some Collection<String>, limit: Int? = nil) -> String? {
    let limit = limit ?? max(2, written.count / 3)
    let ranked = candidates.map { (distance(written, $0, limit: limit), $0) }.filter { $0.0 <= limit }
    return ranked.min { $0 < $1 }?.1
  }

  private static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    guard abs(left.count - right.count) <= limit, left.count <= 400 else { return limit + 1 }
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let change = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, min(row[column], diagonal) + 1)
      }
    }
    return row[right.count]
  }
}
