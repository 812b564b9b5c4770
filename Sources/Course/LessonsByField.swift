public import Checker
public import Schema

/// Which lessons teach a field: those whose snippets set it.
public struct LessonsByField {
  private let lessons: [Lesson]
  private let engine: Engine

  public init(_ lessons: [Lesson], engine: Engine) {
    self.lessons = lessons
    self.engine = engine
  }

  /// The lessons in a language, by the number of snippets that set the field or a field of it, the most first.
  public func lessons(teaching field: FieldName, language: String) -> [Lesson] {
    lessons.filter { $0.language == language }
      .map { lesson in (lesson: lesson, count: lesson.page.snippets.count { sets($0, field) }) }
      .filter { $0.count > 0 }
      // `sorted` keeps the order of the course among equals only if told to.
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.lesson)
  }

  private func sets(_ proven: ProvenSnippet, _ field: FieldName) -> Bool {
    if case .fragment(let place) = proven.snippet.demand {
      return engine.fieldNames(inFragment: Array(proven.snippet.text.utf8), of: place).contains(field)
    }
    return proven.proof.objects.contains { engine.fieldNames(in: $0.manifest).contains(field) }
  }
}
