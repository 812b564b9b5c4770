import ArgumentParser
import Checker
import Course
import Findings
import Schema

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a finding by its id, or a field of a kind.",
    usage: "drydock explain <subject> [<options>]",
    discussion: """
      Examples:
        drydock explain schema/unknown-field
        drydock explain deployment.spec.strategy
        drydock explain pod.spec.containers.livenessProbe
      """)

  @Argument(help: "A finding's id, or a kind and the way to a field.")
  var subject: String

  @OptionGroup var course: CourseOptions

  @OptionGroup var definitions: DefinitionOptions

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let language = options.reader
    let text = Explanation(language: language, width: Terminal.width)
    if subject.contains("/"), !subject.contains(".") || CourseDocumentation.all.contains(where: { $0.id == subject }) {
      guard let documentation = CourseDocumentation.all.first(where: { $0.id == subject }) else {
        throw CommandFailure(unknownID())
      }
      Terminal.write(text.of(documentation))
      return
    }
    let engine = Engine(definitions: try definitions.read(versions: .all, language: language).0)
    let place: PlaceExplanation
    do throws(FragmentError) {
      place = try engine.describe(subject)
    } catch {
      throw CommandFailure(error.message.text(in: language))
    }
    // Rules about a whole object would be nearly all there are.
    let rules = place.name.map { RulesByField(engine).rules(at: $0, depth: 2) } ?? []
    Terminal.write(text.of(place, rules: rules, lessons: try await lessons(teaching: place.name, engine, language)))
  }

  /// The lessons of the course in the folder, where there is one, that teach a field.
  private func lessons(
    teaching field: FieldName?, _ engine: Engine, _ language: String
  ) async throws -> [(title: String, path: String)] {
    guard let field, course.folder.exists(CourseConfiguration.fileName) else { return [] }
    let lessons: [Lesson]
    do throws(FileError) {
      lessons = try await CourseReader(folder: course.folder).lessons()
    } catch {
      throw CourseCommand.failure(error, language: language)
    }
    return LessonsByField(lessons, engine: engine).lessons(teaching: field, language: language).prefix(5)
      .map { ($0.frontMatter.title, $0.page.source.name) }
  }

  private func unknownID() -> String {
    let area = subject.prefix { $0 != "/" }
    if let nearest = CourseDocumentation.id(nearestTo: subject) {
      return "no finding has the id '\(subject)': did you mean '\(nearest)'?"
    }
    let near = CourseDocumentation.all.map(\.id).filter { $0.hasPrefix(area + "/") }
    return near.isEmpty
      ? "no finding has the id '\(subject)': ids begin with yaml/, schema/, validation/, lint/, snippet/, course/, lab/ or markdown/"
      : "no finding has the id '\(subject)'; those of '\(area)' are:\n  " + near.joined(separator: "\n  ")
  }
}
