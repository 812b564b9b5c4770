import Findings
public import Resources
import Schema
import YAML

/// The PV controller's static binding of claims to volumes (`pkg/controller/volume/persistentvolume`).
///
/// Objects come one by one, in the order of the state; after each, claims that wait are tried again. Nothing is
/// provisioned and no Pod is scheduled: a claim whose class waits for its first consumer keeps waiting.
public struct VolumeBinding: Sendable {
  public enum Outcome: Sendable, Equatable {
    case bound(volume: String)
    /// It waits for a volume to match or to be provisioned.
    case pending
    /// Its class binds when a Pod that uses it is scheduled.
    case waitsForConsumer
  }

  struct Volume {
    let object: PersistentVolume
    let size: Quantity?
    /// Sorted and without repetitions: the controller looks volumes up by this set.
    let modes: [String]
    /// Namespace and name of the claim it is for or bound to.
    var claim: (namespace: String, name: String)?
    var isBound = false

    var isReserved: Bool { claim != nil }

    func isFor(_ claim: Claim) -> Bool {
      self.claim?.namespace == claim.object.namespace && self.claim?.name == claim.object.name
    }
  }

  struct Claim {
    let object: PersistentVolumeClaim
    let size: Quantity?
    var storageClass: String?
    var outcome = Outcome.pending

    var className: String { storageClass ?? "" }
  }

  private(set) var volumes: [Volume] = []
  private(set) var claims: [Claim] = []
  private var classes: [StorageClass] = []

  public init(_ state: ClusterState) {
    for manifest in state.manifests { add(manifest) }
  }

  /// Creates one more object and lets everything settle.
  public mutating func add(_ manifest: Manifest) {
    if let volume = PersistentVolume(manifest) {
      let reference = volume.claimReference
      volumes.append(
        Volume(
          object: volume, size: volume.storage.flatMap { Quantity($0.text) },
          modes: Array(Set(volume.accessModes)).sorted(),
          claim: reference.map { ($0["namespace"]?.text ?? "", $0["name"]?.text ?? "") }))
    } else if let claim = PersistentVolumeClaim(manifest) {
      claims.append(
        Claim(
          object: claim, size: claim.storage.flatMap { Quantity($0.text) },
          storageClass: claim.storageClassName ?? defaultClass?.name))
    } else if let storageClass = StorageClass(manifest) {
      classes.removeAll { $0.name == storageClass.name }
      classes.append(storageClass)
    } else {
      return
    }
    settle()
  }

  /// What becomes of a claim; any namespace where none is asked for. `nil` where there is no such claim.
  public func outcome(claim name: String, namespace: String? = nil) -> Outcome? { claim(name, namespace)?.outcome }

  /// The class that a claim has in the end, the default filled in.
  public func storageClassName(claim name: String, namespace: String? = nil) -> String? {
    claim(name, namespace)?.storageClass
  }

  /// The claim that a volume is bound to or reserved for, as `namespace/name`.
  public func claimReference(volume name: String) -> (claim: String, isBound: Bool)? {
    guard let volume = volumes.last(where: { $0.object.name == name }), let claim = volume.claim else { return nil }
    return (claim.namespace + "/" + claim.name, volume.isBound)
  }

  func claim(_ name: String, _ namespace: String?) -> Claim? {
    claims.last { $0.object.name == name && (namespace == nil || $0.object.namespace == namespace) }
  }

  func storageClass(named name: String) -> StorageClass? { classes.last { $0.name == name } }

  /// The newest of several, as the admission plugin takes it.
  private var defaultClass: StorageClass? { classes.last { $0.isDefault } }

  private mutating func settle() {
    for index in claims.indices {
      if case .bound = claims[index].outcome { continue }
      settle(index)
    }
  }

  private mutating func settle(_ index: Int) {
    let claim = claims[index]
    if let wanted = claim.object.volumeName {
      guard let volume = volumes.lastIndex(where: { $0.object.name == wanted }), !volumes[volume].isBound else {
        return
      }
      let fits =
        volumes[volume].isReserved
        ? volumes[volume].isFor(claim) : mismatch(volumes[volume], claim, ignoresSelector: true) == nil
      if fits { bind(index, volume) }
      return
    }
    let isDelayed = storageClass(named: claim.className)?.waitsForFirstConsumer ?? false
    if let volume = bestMatch(claim, isDelayed: isDelayed) {
      bind(index, volume)
    } else if claim.storageClass == nil, let late = defaultClass {
      // The controller gives a waiting claim without class the default that has come since.
      claims[index].storageClass = late.name
      settle(index)
    } else {
      claims[index].outcome = isDelayed ? .waitsForConsumer : .pending
    }
  }

  private mutating func bind(_ claim: Int, _ volume: Int) {
    claims[claim].outcome = .bound(volume: volumes[volume].object.name)
    volumes[volume].claim = (claims[claim].object.namespace, claims[claim].object.name)
    volumes[volume].isBound = true
  }

  /// Sets of access modes are tried from the smallest; within a set a volume reserved for the claim wins, then the
  /// one of the least size.
  private func bestMatch(_ claim: Claim, isDelayed: Bool) -> Int? {
    let candidates = volumes.indices.filter { index in
      claim.object.accessModes.allSatisfy { volumes[index].modes.contains($0) }
    }
    let counts = Set(candidates.map { volumes[$0].modes.count }).sorted()
    for count in counts {
      let sets = candidates.filter { volumes[$0].modes.count == count }
      var best: Int?
      for index in sets {
        let volume = volumes[index]
        guard !volume.isBound, !volume.isReserved || volume.isFor(claim) else { continue }
        guard let size = volume.size, let asked = claim.size, size >= asked else { continue }
        guard volume.object.volumeMode == claim.object.volumeMode,
          volume.object.attributesClassName == claim.object.attributesClassName
        else { continue }
        if volume.isFor(claim) { return index }
        if isDelayed || mismatch(volume, claim, ignoresSelector: false) != nil { continue }
        if let found = best, let least = volumes[found].size, least <= size { continue }
        best = index
      }
      if let best { return best }
    }
    return nil
  }
}
