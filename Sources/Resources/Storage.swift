public import YAML

/// A PersistentVolume.
public struct PersistentVolume: Sendable {
  public let manifest: Manifest

  /// `nil` for other kinds.
  public init?(_ manifest: Manifest) {
    guard manifest.group.isEmpty, manifest.kind == "PersistentVolume" else { return nil }
    self.manifest = manifest
  }

  public var name: String { manifest.name ?? "" }
  public var storage: Node? { manifest.spec?["capacity"]?["storage"] }
  public var accessModes: [String] { manifest.spec?["accessModes"]?.items.map { $0.text } ?? [] }
  /// Empty where there is none.
  public var storageClassName: String {
    manifest.annotations[PersistentVolumeClaim.classAnnotation] ?? manifest.spec?["storageClassName"]?.text ?? ""
  }
  /// `Filesystem` where nothing is written.
  public var volumeMode: String { manifest.spec?["volumeMode"]?.text ?? "Filesystem" }
  public var attributesClassName: String { manifest.spec?["volumeAttributesClassName"]?.text ?? "" }
  public var claimReference: Node? { manifest.spec?["claimRef"] }
}

/// A PersistentVolumeClaim.
public struct PersistentVolumeClaim: Sendable {
  static let classAnnotation = "volume.beta.kubernetes.io/storage-class"

  public let manifest: Manifest

  /// `nil` for other kinds.
  public init?(_ manifest: Manifest) {
    guard manifest.group.isEmpty, manifest.kind == "PersistentVolumeClaim" else { return nil }
    self.manifest = manifest
  }

  public var name: String { manifest.name ?? "" }
  public var namespace: String { manifest.effectiveNamespace }
  public var storage: Node? { manifest.spec?["resources"]?["requests"]?["storage"] }
  public var accessModes: [String] { manifest.spec?["accessModes"]?.items.map { $0.text } ?? [] }
  /// As written: `nil` asks for the default class, an empty text for none.
  public var storageClassName: String? {
    manifest.annotations[PersistentVolumeClaim.classAnnotation] ?? manifest.spec?["storageClassName"]?.text
  }
  /// `Filesystem` where nothing is written.
  public var volumeMode: String { manifest.spec?["volumeMode"]?.text ?? "Filesystem" }
  public var attributesClassName: String { manifest.spec?["volumeAttributesClassName"]?.text ?? "" }
  public var volumeName: String? { manifest.spec?["volumeName"]?.string }
  public var selector: LabelSelector? { manifest.spec?["selector"].map { LabelSelector($0) } }
}

/// A StorageClass.
public struct StorageClass: Sendable {
  public let manifest: Manifest

  /// `nil` for other kinds.
  public init?(_ manifest: Manifest) {
    guard manifest.group == "storage.k8s.io", manifest.kind == "StorageClass" else { return nil }
    self.manifest = manifest
  }

  public var name: String { manifest.name ?? "" }
  public var provisioner: String { manifest.node["provisioner"]?.text ?? "" }
  public var waitsForFirstConsumer: Bool {
    manifest.node["volumeBindingMode"]?.hasText("WaitForFirstConsumer") ?? false
  }
  public var isDefault: Bool {
    manifest.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
      || manifest.annotations["storageclass.beta.kubernetes.io/is-default-class"] == "true"
  }
}
