import ArgumentParser
import Checker
import Course
import Findings
import Site

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Proves the course and renders its site.",
    usage: "drydock build [<options>]",
    discussion: """
      Every snippet is judged and every lab is proven first; where there is an \
      error, nothing is rendered and the old site stays. The new site takes the \
      old one's place in one step.

      Files in the course's folder 'templates/' replace the built-in ones of the \
      same name.

      Examples:
        drydock build
        drydock build --course training --output public
      """)

  @OptionGroup var course: CourseOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the site is published; by default 'site' in the course's folder.", valueName: "folder"))
  var output: String?

  @OptionGroup var jobs: JobOptions

  @OptionGroup var report: ReportOptions

  func run() async throws {
    let folder = course.folder
    let course = try await CourseCommand.read(folder, jobs: jobs.jobs, language: report.language)
    var outcome = course.report
    let content = SiteContent(course)
    outcome.findings = (outcome.findings + brokenLinks(content, course)).sorted(by: LocatedFinding.isOrderedBefore)
    let code = try report.write(outcome)
    guard code == .success else {
      note(
        "nothing was rendered: \(folder.path(of: output ?? "site")) is as it was",
        "렌더링하지 않았습니다: \(folder.path(of: output ?? "site"))는 그대로입니다")
      throw code
    }
    let path = output ?? folder.path(of: "site")
    let pages = try publish(content, at: path, templates: templates(of: folder))
    for lab in course.labs {
      guard let percent = lab.proof.noticedPercent else { continue }
      note(
        "lab \(lab.id): \(percent) % of \(lab.proof.mutantCount) mutant\(lab.proof.mutantCount == 1 ? "" : "s") of the solution lose points",
        "랩 \(lab.id): 풀이의 변형 \(lab.proof.mutantCount)개 중 \(percent) %가 감점됩니다")
    }
    note("\(pages) files in \(path)", "\(path)에 파일 \(pages)개")
  }

  private func publish(_ content: SiteContent, at path: String, templates: TemplateSet) throws -> Int {
    let language = report.language ?? Terminal.language
    do {
      let files = try Site.files(of: content, templates: templates)
      try SiteFolder(path: path).publish(files)
      return files.count
    } catch let error as SiteError {
      throw CommandFailure(error.message.text(in: language))
    } catch let error as PublicationError {
      throw CommandFailure(error.message.text(in: language))
    }
  }

  /// The course's own templates, by their path in its folder.
  private func templates(of folder: Folder) throws -> TemplateSet {
    let templates = folder.confined.folder("templates")
    guard templates.exists("") else { return TemplateSet() }
    var own: [String: [UInt8]] = [:]
    var errors: [FileError] = []
    for path in templates.files(errors: &errors) {
      do throws(FileError) {
        own[path] = try templates.read(path).bytes
      } catch {
        errors.append(error)
      }
    }
    if let error = errors.first { throw CommandFailure(error.message.text(in: report.language ?? Terminal.language)) }
    return TemplateSet(overriddenBy: own)
  }

  private func brokenLinks(_ content: SiteContent, _ course: Course) -> [LocatedFinding] {
    var sources: [String: SourceText] = [:]
    for page in course.pages { sources[page.source.name] = page.source }
    let root = self.course.folder
    return Site.brokenLinks(in: content).flatMap { page in
      let name = root.path(of: page.path)
      let source = sources[name] ?? SourceText(name: name, bytes: [])
      return page.findings.map { LocatedFinding($0, in: source) }
    }
  }

  private func note(_ english: String, _ korean: String) {
    let language = report.language ?? Terminal.language
    Terminal.write("drydock: \(language == "ko" ? korean : english)\n", to: .error)
  }
}
