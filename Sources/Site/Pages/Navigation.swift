extension LanguagePages {
  /// With more lessons than these a page lists those of its own chapter only.
  private static let mostLessonsShown = 60

  /// The course's contents, with the place of a page marked.
  func navigation(_ frame: Frame) -> String {
    let lessonCount = content.chapters.reduce(0) { $0 + $1.lessons.count }
    let showsAll = lessonCount <= LanguagePages.mostLessonsShown
    let chapters = chaptersShown.map { chapter -> [String: Any] in
      let path = PagePath.chapter(chapter.id, language)
      let isCurrent = frame.path.hasPrefix("\(language)/\(chapter.id)/")
      let lessons = chapter.lessons.compactMap { lesson -> [String: Any]? in
        guard showsAll || isCurrent, let text = lesson.texts[language] else { return nil }
        let path = PagePath.lesson(lesson.id, in: chapter.id, language)
        return ["title": text.title, "href": href(path, from: frame), "isCurrent": path == frame.path]
      }
      return [
        "title": chapter.title.text(in: language), "href": href(path, from: frame), "isCurrent": isCurrent,
        "isPage": path == frame.path, "hasLessons": !lessons.isEmpty, "lessons": lessons,
      ]
    }
    var data: [String: Any] = ["t": words.all, "chapters": chapters]
    if !content.labs.isEmpty {
      let path = PagePath.labs(language)
      data["labs"] =
        [
          "href": href(path, from: frame), "isPage": path == frame.path,
          "isCurrent": frame.kind == "lab" || frame.kind == "labs",
          "items": content.labs.map { lab -> [String: Any] in
            let path = PagePath.lab(lab.id, language)
            return [
              "title": lab.title.text(in: language), "href": href(path, from: frame), "isCurrent": path == frame.path,
            ]
          },
        ] as [String: Any]
    }
    return library.render(data, withTemplate: "navigation") ?? ""
  }
}
