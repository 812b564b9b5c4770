import Checker
import Findings

/// A lab of the course, read from its folder and proven.
public struct CourseLab: Sendable {
  public var id: String
  /// The task in each language.
  public var tasks: [String: Page]
}

/// Reads a lab's folder.
struct LabReader {
  let folder: Folder
  let configuration: CourseConfiguration

  func lab(_ entry: CourseConfiguration.Entry, _ engine: Engine) -> (lab: CourseLab?, findings: [LocatedFinding]) {
    (nil, [])
  }
}
