public import Findings

/// The program that reads a kind of configuration from a file, and what it does with fields that it does not know.
///
/// As the sources of the programs decode: with a strict decoder; with a strict one, and where that fails a lenient one
/// and a warning in the log; or with a lenient one. Whoever is not known to be strict is not called so.
public struct ConfigurationReader: Sendable {
  public enum UnknownFields: Sendable, Equatable {
    /// Refused in these versions, ignored in those before.
    case refused(VersionSet)
    /// Left out, with a warning in the program's log.
    case warned
    /// Left out without a word.
    case ignored
  }

  /// `kubelet`, `kube-scheduler`.
  public let program: String
  public let unknownFields: UnknownFields
  /// Versions in which a field that stands twice is refused; elsewhere the last one counts.
  public let refusesDuplicates: VersionSet

  private init(_ program: String, _ unknownFields: UnknownFields, refusesDuplicates: Bool = true) {
    self.program = program
    self.unknownFields = unknownFields
    switch unknownFields {
    case .refused(let versions) where refusesDuplicates: self.refusesDuplicates = versions
    default: self.refusesDuplicates = []
    }
  }

  /// `nil` for what an API server serves.
  public init?(of kind: KindFacts) {
    guard kind.scope == .file else { return nil }
    self.init(group: kind.group, kind: kind.name)
  }

  private init(group: String, kind: String) {
    switch group {
    case "": self.init("kubectl", .ignored)
    case "kubelet.config.k8s.io" where kind == "CredentialProviderConfig":
      self.init("kubelet", .refused(.minors(34, nil)))
    case "kubelet.config.k8s.io": self.init("kubelet", .warned)
    case "kubescheduler.config.k8s.io": self.init("kube-scheduler", .refused(.all))
    case "kubeproxy.config.k8s.io": self.init("kube-proxy", .warned)
    case "kubeadm.k8s.io": self.init("kubeadm", .warned)
    // Kustomize's decoder tells unknown fields, and takes the last of two.
    case "kustomize.config.k8s.io": self.init("kustomize", .refused(.all), refusesDuplicates: false)
    case "audit.k8s.io": self.init("kube-apiserver", .warned)
    case "pod-security.admission.config.k8s.io": self.init("kube-apiserver", .refused(.all))
    default:
      switch kind {
      case "AuthenticationConfiguration", "AuthorizationConfiguration": self.init("kube-apiserver", .refused(.all))
      case "EncryptionConfiguration": self.init("kube-apiserver", .refused(.minors(29, nil)))
      default: self.init("kube-apiserver", .ignored)
      }
    }
  }

  /// Makes what is found in the form of a file what its program says of it.
  func speak(in findings: inout [Finding], versions: VersionSet, from mark: Int = 0) {
    for index in findings.indices.dropFirst(mark) where findings[index].severity == .error {
      guard findings[index].server?.program == nil else { continue }
      if findings[index].id == "schema/unknown-field" {
        sayWhatBecomes(of: &findings[index], versions: versions)
      }
      findings[index].server?.program = program
    }
  }

  private func sayWhatBecomes(of finding: inout Finding, versions: VersionSet) {
    let holds = finding.versions ?? versions
    switch unknownFields {
    case .refused(let strict) where !holds.isDisjoint(with: strict):
      let refusing = holds.intersection(strict)
      finding.versions = refusing == versions ? nil : refusing
      finding.reason = Message(
        en: "\(program) reads the file strictly and refuses a field that it does not know",
        ko: "\(program)은(는) 파일을 엄격하게 읽어 모르는 필드가 있으면 거부합니다")
      return
    case .warned:
      finding.reason = Message(
        en: "\(program) warns of a field that it does not know, and goes on without it",
        ko: "\(program)은(는) 모르는 필드를 경고하고 그 필드 없이 계속합니다")
    case .refused, .ignored:
      finding.reason = Message(
        en: "\(program) leaves out a field that it does not know, without a word",
        ko: "\(program)은(는) 모르는 필드를 말없이 버립니다")
    }
    finding.severity = .warning
    finding.server = nil
  }
}

extension Catalogue {
  /// The program that reads the kind from a file; `nil` for kinds that an API server serves, and for unknown ones.
  public func configurationReader(apiVersion: String, kind: String) -> ConfigurationReader? {
    self.kind(apiVersion: apiVersion, kind: kind).flatMap { ConfigurationReader(of: $0) }
  }

  /// The program that reads the files of a group, where a kind of it is not known; `nil` for groups that are served.
  func configurationReader(ofGroup apiVersion: String) -> ConfigurationReader? {
    let group = Catalogue.group(of: apiVersion)
    guard !group.isEmpty else { return nil }
    return fileKinds[group].flatMap { ConfigurationReader(of: $0) }
  }

  /// Whether a kind is one of a configuration file of which the catalogue knows nothing, not even that it is wrong.
  public func isUnknownFile(apiVersion: String, kind: String) -> Bool {
    let group = Catalogue.group(of: apiVersion)
    guard group.hasSuffix("config.k8s.io") || group == "kubeadm.k8s.io" || group == "kind.x-k8s.io",
      self.kind(apiVersion: apiVersion, kind: kind) == nil
    else { return false }
    switch stranger(apiVersion: apiVersion, kind: kind) {
    case .removed, .elsewhere: return false
    case .unknownKind(let near): return near == nil
    case .unknownGroup, .foreign: return true
    }
  }
}
