public import Findings
public import YAML

/// What is known of one kind in one version of its group, for use with the catalogue that gave it.
public struct KindFacts {
  public enum Scope: Sendable, Equatable {
    case namespaced, cluster
    /// A list of objects (`PodList`).
    case list
    /// Part of another object (`Scale`), never applied by itself.
    case subresource
    /// Read by a program from a file, served by no API server (`KubeletConfiguration`).
    case file
  }

  /// `apps/v1`; `v1` for the core group.
  public let apiVersion: String
  public let name: String
  public let scope: Scope
  /// Those in which the kind is part of the API.
  public let versions: VersionSet
  /// Whether a server serves it without being asked to: alpha and beta versions are off by default.
  public let isServedByDefault: Bool
  let shape: Int32

  /// The group without the version; empty for the core group.
  public var group: String { Catalogue.group(of: apiVersion) }

  /// `apps/v1 Deployment`, as it lies in the catalogue.
  let key: Bytes

  init?(line: Bytes, shape: (Bytes) -> Int32) {
    var words = Words(line)
    guard let apiVersion = words.next(), let name = words.next(), let scope = words.next(), let type = words.next()
    else { return nil }
    self.apiVersion = apiVersion.string
    self.name = name.string
    if scope.hasBytes(of: "C") {
      self.scope = .cluster
    } else if scope.hasBytes(of: "list") {
      self.scope = .list
    } else if scope.hasBytes(of: "file") {
      self.scope = .file
    } else {
      self.scope = scope.hasBytes(of: "sub") ? .subresource : .namespaced
    }
    versions = words.next().map { VersionSet(facts: $0.part(from: 1)) } ?? .all
    self.shape = shape(type)
    key = line.part(0, apiVersion.count + 1 + name.count)
    let version = apiVersion.part(from: apiVersion.firstIndex(of: "/").map { $0 + 1 } ?? 0)
    // Betas of before 1.24 stayed on until they went away.
    isServedByDefault =
      self.scope == .file || !version.contains { !$0.isDigit && $0 != UInt8(ascii: "v") }
      || Catalogue.servedBetas.contains(key.string)
  }
}

extension Catalogue {
  static let servedBetas = [
    "autoscaling/v2beta2 HorizontalPodAutoscaler", "storage.k8s.io/v1beta1 CSIStorageCapacity",
    "flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema",
    "flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration",
    "flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema",
    "flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration",
    "flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema",
    "flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration",
  ]

  public static func group(of apiVersion: String) -> String {
    guard let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(apiVersion[..<slash])
  }

  /// The facts of a kind, by the two words that a manifest gives.
  public func kind(apiVersion: String, kind: String) -> KindFacts? {
    (apiVersion + " " + kind).withBytes { self.kind($0) }
  }

  /// The same, by the two values as they stand in a manifest.
  public func kind(_ apiVersion: Node, _ kind: Node) -> KindFacts? {
    apiVersion.withText { group in
      kind.withText { name in
        // Most keys fit a small buffer; longer ones are no built-in kinds.
        let count = group.count + name.count + 1
        guard count <= 128 else { return KindFacts?.none }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { key -> KindFacts? in
          _ = key.update(fromContentsOf: group)
          key[group.count] = 0x20
          for index in name.indices { key[group.count + 1 + index] = name[index] }
          return self.kind(Bytes(rebasing: key[..<count]))
        }
      }
    }
  }

  /// Every kind in every version of its group, in order of the facts.
  public var allKinds: [KindFacts] { kinds.records.compactMap { kind(at: $0) } }

  /// What became of a kind that no longer is: `nil` for one that still is or never was.
  public func removal(apiVersion: String, kind: String) -> RemovedAPI? {
    (apiVersion + " " + kind).withBytes { key in removed.find(key).flatMap { RemovedAPI(removed, at: $0) } }
  }
}

/// A kind that is gone from the API.
public struct RemovedAPI: Sendable, Equatable {
  /// The first minor version without it; may be older than the catalogue.
  public let minor: Int
  /// The version of the group to write instead; `nil` where nothing replaces it.
  public let replacement: String?
  /// What changes in the manifest; `nil` where only `apiVersion` does.
  public let changes: Message?

  init?(_ text: SortedText, at offset: Int) {
    let line = text.line(at: offset)
    var words = Words(line)
    guard words.next() != nil, words.next() != nil, let version = words.next(), let minor = VersionSet.minor(version),
      let replacement = words.next()
    else { return nil }
    self.minor = minor
    self.replacement = replacement.hasBytes(of: "-") ? nil : replacement.string
    let english = offset + line.count + 1
    let korean = text.lineEnd(english) + 1
    if korean < text.recordEnd(offset) {
      changes = Message(en: text.line(at: english).part(from: 1).string, ko: text.line(at: korean).part(from: 1).string)
    } else {
      changes = nil
    }
  }
}
