public import Findings
public import Resources
public import YAML

/// A learner's files, read, with what is given and what the engine found in them.
public struct Submission: Sendable {
  public struct Document: Sendable {
    public let source: SourceText
    public let stream: YAMLStream
    public let manifests: [Manifest]
    /// What the engine found in it; nothing for what is given.
    public var judgement: Judgement

    init(_ file: LabFile) {
      source = SourceText(name: file.name, text: file.text)
      stream = YAMLStream(parsing: source.bytes)
      manifests = stream.documents.flatMap { Manifest.manifests(in: $0.root) }
      judgement = Judgement(findings: [])
    }
  }

  /// The learner's, in the order given.
  public private(set) var files: [Document]
  public let given: [Document]
  /// What is given and the learner's objects; of two with one identity the learner's counts, as kubectl would apply it.
  public let state: ClusterState

  public init(files: [LabFile], given: [LabFile], judge: Judge, versions: VersionSet) {
    self.files = files.map { Document($0) }
    self.given = given.map { Document($0) }
    var manifests: [Manifest] = []
    var places: [String: Int] = [:]
    for manifest in (self.given + self.files).flatMap({ $0.manifests }) {
      let identity = "\(manifest.group)/\(manifest.kind)/\(manifest.effectiveNamespace)/\(manifest.name ?? "")"
      if let place = places[identity] {
        manifests[place] = manifest
      } else {
        places[identity] = manifests.count
        manifests.append(manifest)
      }
    }
    state = ClusterState(manifests)
    guard self.files.allSatisfy({ $0.stream.findings.allSatisfy { $0.severity != .error } }) else { return }
    for (index, judgement) in judge.judgements(files, given, versions).enumerated() where index < self.files.count {
      self.files[index].judgement = judgement
    }
  }

  /// Whether the learner handed in no object at all.
  public var isEmpty: Bool { files.allSatisfy { $0.manifests.isEmpty } }

  /// The first place that cannot be read as YAML.
  public var unreadable: LocatedFinding? {
    for file in files {
      if let finding = file.stream.findings.first(where: { $0.severity == .error }) {
        return LocatedFinding(finding, in: file.source)
      }
    }
    return nil
  }

  /// The file that a node stands in.
  public func source(of node: Node) -> SourceText? {
    for document in files + given where document.stream.documents.contains(where: { $0 === node.tree }) {
      return document.source
    }
    return nil
  }
}
