import Findings

/// A set of functions that an environment has from some version of Kubernetes on.
///
/// Its functions are written as text, an overload a line, and read when they are asked for:
///
///     string.substring(int, int) -> string    a method
///     ip.isCanonical(string) -> bool          a function whose name has a dot: 'ip.' is no type of a target
///     list<A>.sum() -> A
///
/// Single capitals are parameters. A function of a dotted name is written with `=` before it.
struct Library: Sendable {
  /// Its name in the module's own files.
  let name: StaticString
  /// The versions of Kubernetes whose API server knows it when an expression is new. A new library is taken one version
  /// after it comes, so that the version before can still read what is stored.
  let versions: VersionSet
  /// Those in which it may be known or not: nobody here has seen it.
  let doubtful: VersionSet
  let text: StaticString

  init(_ name: StaticString, _ versions: VersionSet, doubtful: VersionSet = [], _ text: StaticString) {
    self.name = name
    self.versions = versions
    self.doubtful = doubtful
    self.text = text
  }
}

/// One form of a function.
public struct Overload: Sendable {
  let function: String
  let isMethod: Bool
  /// The types of the arguments, that of a method's target first.
  let arguments: [CELType]
  let result: CELType
  /// How many parameters it has.
  let parameters: Int32
  let versions: VersionSet
  let doubtful: VersionSet
}

extension VersionSet {
  /// The minor versions from one on.
  static func since(_ minor: Int) -> VersionSet { minors(minor...99) }

  static func minors(_ range: ClosedRange<Int>) -> VersionSet {
    var versions: VersionSet = []
    for version in KubernetesVersion.all where range.contains(version.minor) { versions.insert(VersionSet(version)) }
    return versions
  }
}
