/// A file as a value: what it is called, and its text.
public struct LabFile: Sendable, Equatable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// The texts of a lab's folder. Reading them from disk is the shell's part.
public struct LabFiles: Sendable {
  /// The folder's name.
  public var id: String
  public var labYAML: LabFile
  /// The task in Markdown, by language code.
  public var tasks: [String: LabFile]
  /// What the cluster holds before the learner comes.
  public var given: [LabFile]
  public var starter: [LabFile]
  public var solution: [LabFile]
  /// The files of `answers/`, named without the folder; each is a whole submission.
  public var answers: [LabFile]

  public init(
    id: String, labYAML: LabFile, tasks: [String: LabFile] = [:], given: [LabFile] = [], starter: [LabFile] = [],
    solution: [LabFile] = [], answers: [LabFile] = []
  ) {
    self.id = id
    self.labYAML = labYAML
    self.tasks = tasks
    self.given = given
    self.starter = starter
    self.solution = solution
    self.answers = answers
  }
}
