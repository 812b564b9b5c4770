import Mustache

/// Makes a site of what a course holds.
public enum Site {
  /// All files of the site, in order of path: the same content gives the same bytes.
  public static func files(
    of content: SiteContent, templates: TemplateSet = TemplateSet()
  ) throws(SiteError) -> [SiteFile] {
    let library = try templates.library()
    let map = SiteMap(content)
    var files = templates.assets
    files += content.assets.map { SiteFile(path: PagePath.asset($0.path), bytes: $0.bytes) }
    let words = Dictionary(
      content.languages.map { ($0, templates.words(in: $0)) }, uniquingKeysWith: { first, _ in first })
    for (language, own) in words.sorted(by: { $0.key < $1.key }) {
      let pages = LanguagePages(
        content: content, language: language, words: own, languageWords: words, map: map, library: library)
      files += pages.home() + pages.chapters() + pages.lessons() + pages.labs() + pages.rules()
    }
    files.sort { $0.path < $1.path }
    for (file, next) in zip(files, files.dropFirst()) where file.path == next.path {
      throw .sameAddress(file.path)
    }
    if let unsafe = files.first(where: { !$0.isSafe }) { throw .unsafeAddress(unsafe.path) }
    return files
  }
}
