import Findings

/// The functions of an environment by name, each form with the versions that have it.
public struct FunctionTable: Sendable {
  private var byName: [String: [Int32]] = [:]
  /// All forms; a resolved call names its own by their numbers.
  private(set) var overloads: [Overload] = []

  init(_ libraries: [Library]) {
    for library in libraries {
      for overload in OverloadReader.overloads(of: library) {
        if let overload { add(overload) }
      }
    }
  }

  mutating func add(_ overload: Overload) {
    byName[overload.function, default: []].append(Int32(overloads.count))
    overloads.append(overload)
  }

  func forms(of function: String) -> [Int32] { byName[function] ?? [] }

  subscript(number: Int32) -> Overload { overloads[Int(number)] }

  /// What every expression in Kubernetes may use.
  public static let kubernetes = FunctionTable(kubernetesLibraries)
  /// The same for the mutations of admission policies.
  public static let patches = FunctionTable(kubernetesLibraries + [.jsonPatch])
  /// The same for the selectors of devices.
  public static let devices = FunctionTable(kubernetesLibraries + [.deviceSemver])

  /// The same for the conformance suite.
  static let suite = FunctionTable(kubernetesLibraries + [.reversedStrings])

  static let kubernetesLibraries: [Library] = [
    .standard, .comparisons, .mixedComparisons, .optionals, .laterOptionals, .twoVariables,
    .strings, .formattedStrings, .lists, .moreLists, .sets, .regularExpressions, .urls, .formats,
    .quantities, .addresses, .semver, .normalizedSemver, .authorization, .authorizationSelectors,
  ]
}
