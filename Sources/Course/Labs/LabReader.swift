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
      var unreadable: [LocatedFinding] = []
      files = try self.files(of: entry.id, findings: &unreadable)
      guard unreadable.isEmpty else { return (nil, unreadable) }
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
  ///
  /// What is no text is in `findings`; nothing can be proven or graded then.
  public func files(of id: String, findings: inout [LocatedFinding]) throws(FileError) -> LabFiles {
    let path = "labs/\(id)"
    var files = LabFiles(id: id, labYAML: LabFile(try folder.read("\(path)/lab.yaml"), findings: &findings))
    for language in configuration.languages where folder.exists("\(path)/task.\(language).md") {
      let task = try folder.read("\(path)/task.\(language).md")
      files.tasks[language] = LabFile(task, findings: &findings)
    }
    files.given = try manifests("\(path)/given", &findings)
    files.starter = try manifests("\(path)/starter", &findings)
    files.solution = try manifests("\(path)/solution", &findings)
    files.answers = try manifests("\(path)/answers", &findings)
    return files
  }

  private func manifests(_ path: String, _ findings: inout [LocatedFinding]) throws(FileError) -> [LabFile] {
    guard folder.exists(path) else { return [] }
    var files: [LabFile] = []
    for name in try folder.names(in: path) where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      files.append(LabFile(try folder.read("\(path)/\(name)"), findings: &findings))
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
  /// A file of a lab, or one to be graded; what is no text is in `findings`.
  ///
  /// - Parameter name: What it is called; by default its path.
  public init(_ source: SourceText, named name: String? = nil, findings: inout [LocatedFinding]) {
    for var finding in source.encodingFindings {
      if source.name.hasSuffix(".md") { finding.id = "markdown/invalid-utf8" }
      findings.append(LocatedFinding(finding, in: source))
    }
    self.init(name: name ?? source.name, text: String(decoding: source.bytes, as: UTF8.self))
  }
}
