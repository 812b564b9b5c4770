import CSite
import Mustache

/// The files that pages are made with: templates, styles, scripts, words.
///
/// The built-in ones are the repository's own folder `templates/`, embedded. A course replaces single files, or adds
/// to them, by files of the same names in its own folder `templates/`.
public struct TemplateSet: Sendable {
  private var files: [String: [UInt8]]

  /// The built-in files.
  public init() {
    files = [:]
    for index in 0..<drydock_template_count() {
      guard let file = drydock_template_at(index)?.pointee else { continue }
      files[String(cString: file.name)] = Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
    }
  }

  /// The built-in files with those of a course over them, by their path in its folder: `css/9-own.css`.
  public init(overriddenBy own: [String: [UInt8]]) {
    self.init()
    files.merge(own) { _, own in own }
  }

  /// The paths of all files, in order.
  public var names: [String] { files.keys.sorted() }

  subscript(name: String) -> [UInt8]? { files[name] }

  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// Languages in which the interface speaks.
  var languages: [String] {
    names.filter { $0.hasPrefix("strings.") && $0.hasSuffix(".yaml") }.map { String($0.dropFirst(8).dropLast(5)) }
  }

  /// The words of a language; English ones where there is no translation.
  func words(in language: String) -> InterfaceWords {
    let english = InterfaceWords(language: "en", yaml: files["strings.en.yaml"] ?? [], fallback: nil)
    guard language != "en", let own = files["strings.\(language).yaml"] else { return english }
    return InterfaceWords(language: language, yaml: own, fallback: english)
  }

  /// Styles and scripts as the site publishes them.
  var assets: [SiteFile] {
    let styles = names.filter { $0.hasPrefix("css/") && $0.hasSuffix(".css") }
    var assets = [SiteFile(path: "assets/drydock.css", bytes: styles.flatMap { files[$0] ?? [] })]
    for name in names where name.hasPrefix("scripts/") {
      assets.append(SiteFile(path: "assets/" + name.dropFirst("scripts/".count), bytes: files[name] ?? []))
    }
    assets.append(SiteFile(path: "assets/mark.svg", bytes: files["mark.svg"] ?? []))
    return assets
  }

  /// The Mustache templates, read and checked.
  func library() throws(SiteError) -> MustacheLibrary {
    var library = MustacheLibrary()
    var partials: [String: [String]] = [:]
    for name in names where name.hasSuffix(".mustache") {
      let text = text(name)
      let short = String(name.dropLast(".mustache".count))
      do {
        try library.register(text, named: short)
      } catch let error as MustacheTemplate.ParserError {
        throw .template(
          name, line: error.context.lineNumber, column: error.context.columnNumber, problem: "\(error.error)")
      } catch {
        throw .template(name, line: 1, column: 1, problem: "\(error)")
      }
      partials[short] = TemplateSet.partials(in: text)
    }
    if let loop = TemplateSet.loop(in: partials) {
      throw .template("\(loop).mustache", line: 1, column: 1, problem: "it includes itself through its partials")
    }
    return library
  }

  /// The names that a template includes: `{{>name}}` and `{{<name}}`.
  private static func partials(in text: String) -> [String] {
    text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { tag in
      guard tag.first == ">" || tag.first == "<", let end = tag.firstRange(of: "}}") else { return nil }
      return tag[..<end.lowerBound].dropFirst().filter { !$0.isWhitespace }
    }
  }

  /// A template that includes itself, at whatever remove: rendering it would never end.
  private static func loop(in partials: [String: [String]]) -> String? {
    partials.keys.sorted().first { start in
      var seen: Set<String> = []
      var waiting = partials[start] ?? []
      while let next = waiting.popLast() {
        if next == start { return true }
        if seen.insert(next).inserted { waiting += partials[next] ?? [] }
      }
      return false
    }
  }
}
