import Checker
import Findings
public import Grading

/// A lab of the course, read from its folder and proven.
public struct CourseLab: Sendable {
  public var id: String
  public var files: LabFiles
  public var proof: LabProof
  /// The task in each language.
  public var tasks: [String: Page]

  /// The lab where `lab.yaml` could be read.
  public var lab: Lab? { proof.lab }
}

/// Reads a lab's folder.
public struct LabReader: Sendable {
  let folder: Folder
  let configuration: CourseConfiguration

  public init(folder: Folder, configuration: CourseConfiguration) {
    self.folder = folder
    self.configuration = configuration
  }

  /// The lab with its proof, as the build needs it.
  func lab(
    _ entry: CourseConfiguration.Entry, _ engine: Engine
  ) -> (lab: CourseLab?, findings: [LocatedFinding]) {
    let files: LabFiles
    do throws(FileError) {
      files = try self.files(of: entry.id)
    } catch {
      let finding = Finding(id: error.finding.finding.id, range: entry.range, message: error.message)
      return (nil, [LocatedFinding(finding, in: configuration.source)])
    }
    let proof = LabProver.prove(
      files, judge: engine.judge, versions: configuration.versions, languages: configuration.languages)
    var findings = proof.findings
    var tasks: [String: Page] = [:]
    for language in configuration.languages {
      guard let task = files.tasks[language] else {
        if !files.tasks.isEmpty { findings.append(missingTask(language, files)) }
        continue
      }
      let prover = SnippetProver(engine: engine, disabledRules: Set(configuration.disabledRules.map(\.id)))
      let reader = PageReader(prover: prover, content: folder.folder("content"), languages: configuration.languages)
      tasks[language] = reader.page(
        SourceText(name: task.name, text: task.text), versions: proof.lab?.versions ?? configuration.versions,
        findings: &findings)
    }
    return (CourseLab(id: entry.id, files: files, proof: proof, tasks: tasks), findings)
  }

  /// The files of a lab; a folder that is missing stands for no files.
  public func files(of id: String) throws(FileError) -> LabFiles {
    let path = "labs/\(id)"
    let yaml = try folder.read("\(path)/lab.yaml")
    var files = LabFiles(id: id, labYAML: LabFile(yaml))
    for language in configuration.languages where folder.exists("\(path)/task.\(language).md") {
      files.tasks[language] = LabFile(try folder.read("\(path)/task.\(language).md"))
    }
    files.given = try manifests("\(path)/given")
    files.starter = try manifests("\(path)/starter")
    files.solution = try manifests("\(path)/solution")
    files.answers = try manifests("\(path)/answers")
    return files
  }

  private func manifests(_ path: String) throws(FileError) -> [LabFile] {
    guard folder.exists(path) else { return [] }
    var files: [LabFile] = []
    for name in try folder.names(in: path) where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      files.append(LabFile(try folder.read("\(path)/\(name)")))
    }
    return files
  }

  private func missingTask(_ language: String, _ files: LabFiles) -> LocatedFinding {
    LocatedFinding(
      Finding(
        id: "lab/no-task", range: SourceRange(0, 0),
        message: Message(
          en: "the lab has no task in '\(language)': write 'task.\(language).md'",
          ko: "랩에 '\(language)' 과제가 없습니다: 'task.\(language).md'를 쓰세요")),
      in: SourceText(name: files.labYAML.name, text: files.labYAML.text))
  }
}

extension LabFile {
  init(_ source: SourceText) {
    self.init(name: source.name, text: String(decoding: source.bytes, as: UTF8.self))
  }
}
