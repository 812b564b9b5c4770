import Checker
public import Findings
public import Schema
import YAML

/// Reads definitions of custom resources from files and folders: what `--crds` and a course's `schemas` name.
public struct DefinitionReader: Sendable {
  /// What paths are relative to.
  let folder: Folder
  let versions: VersionSet

  public init(folder: Folder = Folder(""), versions: VersionSet = .all) {
    self.folder = folder
    self.versions = versions
  }

  /// The definitions in a file, or in the YAML and JSON files below a folder. Other objects beside them are passed over.
  ///
  /// Definitions that the API server would refuse define nothing: why is in `findings`, where it stands, with what
  /// cannot be read. Throws where there is no definition at all.
  public func add(
    _ path: String, to definitions: inout CustomResourceDefinitions, findings: inout [LocatedFinding]
  ) throws(FileError) {
    var isEmpty = true
    for file in try files(at: path, findings: &findings) {
      let source = try folder.read(file, acceptsPipes: file == path)
      let checked = Engine().check(YAMLStream(parsing: source.bytes), versions: versions)
      var found = checked.stream.findings
      for object in checked.objects where CustomResourceDefinitions.include(object.manifest.node) {
        isEmpty = false
        found += object.findings.filter { $0.severity == .error }
        let verdict = object.verdict
        if !verdict.accepted.isEmpty || !verdict.unknown.isEmpty { definitions.add(object.manifest.node) }
      }
      if !found.isEmpty { isEmpty = false }
      findings += found.map { LocatedFinding($0, in: source) }
    }
    if isEmpty { throw FileError(path: folder.path(of: path), reason: .noDefinition) }
  }

  private func files(at path: String, findings: inout [LocatedFinding]) throws(FileError) -> [String] {
    guard try folder.kind(of: path) == .folder else { return [path] }
    var errors: [FileError] = []
    let files = folder.files(below: path, errors: &errors).filter {
      $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".json")
    }
    findings += errors.map(\.finding)
    return files
  }
}
