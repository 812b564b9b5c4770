import ArgumentParser
import Checker
import Course
import Findings

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
    do throws(FragmentError) {
      Terminal.write(text.of(try Engine().describe(subject)))
    } catch {
      throw CommandFailure(error.message.text(in: language))
    }
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
