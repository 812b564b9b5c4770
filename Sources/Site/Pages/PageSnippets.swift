/// The figures of one page, and the files that readers download from them.
struct PageSnippets {
  private let pages: LanguagePages
  private let frame: LanguagePages.Frame
  private(set) var files: [SiteFile] = []

  init(pages: LanguagePages, frame: LanguagePages.Frame) {
    self.pages = pages
    self.frame = frame
  }

  /// A snippet as a figure; one with a file name gets a file beside the page.
  mutating func figure(_ snippet: SnippetView, anchor: String) -> HTML {
    let links = LinkResolution(map: pages.map, file: "", page: frame.path, language: pages.language)
    let figure = SnippetFigure(
      snippet: snippet, language: pages.language, words: pages.words, anchor: anchor,
      download: download(snippet), rulePage: links.rulePage)
    return figure.html
  }

  /// Writes the file of a snippet; two of one name and different texts get numbers before their names.
  private mutating func download(_ snippet: SnippetView) -> String? {
    guard let title = snippet.title, isFileName(title), snippet.offersCopy else { return nil }
    let folder = frame.path.hasSuffix(".html") ? String(frame.path.dropLast(5)) : frame.path
    let bytes = Array(snippet.text.utf8)
    var name = title
    var number = 2
    while let other = files.first(where: { $0.path == "\(folder)/\(name)" }), other.bytes != bytes {
      name = "\(number)-\(title)"
      number += 1
    }
    let file = SiteFile(path: "\(folder)/\(name)", bytes: bytes)
    if !files.contains(file) { files.append(file) }
    return PagePath.relative(from: frame.path, to: file.path)
  }

  /// A title that is a plain file name with an ending: `web.yaml`.
  private func isFileName(_ title: String) -> Bool {
    let parts = title.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty } && title.utf8.count <= 100
      && title.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0) }
  }
}
