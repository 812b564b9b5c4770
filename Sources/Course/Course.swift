public import Findings

/// A course as it was read and proven.
public struct Course: Sendable {
  public var configuration: CourseConfiguration
  /// By chapter, lesson and language in the order of the course file.
  public var lessons: [Lesson]
  /// The welcome of each language, `content/<language>/index.md`, where there is one.
  public var welcomes: [String: Lesson]
  public var labs: [CourseLab]
  /// Files of `content/` that are published as they are.
  public var assets: [Asset]
  /// Everything found, in order of file and place.
  public var findings: [LocatedFinding]

  public struct Asset: Sendable {
    /// Relative to `content/`.
    public var path: String
    public var bytes: [UInt8]
  }
}
