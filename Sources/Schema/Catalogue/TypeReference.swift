public import Findings

/// The type of the value at some place of a kind, for use with the catalogue that gave it.
public struct TypeReference: CustomStringConvertible {
  public let kind: KindFacts
  /// The place; list items have the index 0.
  public let path: FieldPath
  /// Those in which the place exists.
  public let versions: VersionSet
  /// `Deployment:spec.template.spec`.
  public let description: String
  let shape: Int32
  /// The type and the number of the last field on the way; `nil` for the object itself.
  let field: (type: TypeFacts, index: Int)?
}

/// Why a place of a kind cannot be found.
public enum PlaceError: Error, Sendable, Equatable {
  case unknownKind(String, suggestion: String?)
  /// `offset` counts bytes from the start of the written place.
  case unknownField(String, in: String, offset: Int, suggestion: String?)
  /// A field of a value that has none.
  case notAnObject(String, offset: Int)

  /// The same with another suggestion for a kind that is not known, where there is one.
  public func preferring(_ suggestion: String?) -> PlaceError {
    if case .unknownKind(let name, _) = self, let suggestion { return .unknownKind(name, suggestion: suggestion) }
    return self
  }

  public var message: Message {
    switch self {
    case .unknownKind(let name, let near):
      Message(
        en: "there is no kind '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        ko: "'\(name)' 종류는 없습니다" + (near.map { "; '\($0)'을(를) 쓰려던 것인가요?" } ?? ""))
    case .unknownField(let name, let place, _, let near):
      Message(
        en: "'\(place)' has no field '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        ko: "'\(place)'에는 필드 '\(name)'이(가) 없습니다" + (near.map { "; '\($0)'을(를) 쓰려던 것인가요?" } ?? ""))
    case .notAnObject(let place, _):
      Message(en: "'\(place)' has no fields", ko: "'\(place)'에는 하위 필드가 없습니다")
    }
  }
}

extension Catalogue {
  /// Whether one version of a kind is rather meant than another: stable before beta before alpha, higher before
  /// lower, the core group first.
  static func isPreferred(_ left: KindFacts, _ right: KindFacts) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    if left.group.isEmpty != right.group.isEmpty { return left.group.isEmpty }
    return left.apiVersion < right.apiVersion
  }

  /// The kind that somebody means by its bare name, in any case, also in the plural; the newest stable version of it.
  public func kind(named name: String) -> KindFacts? {
    let lowered = name.lowercased()
    let singular = [lowered, Catalogue.abbreviations[lowered] ?? lowered] + Catalogue.singulars(of: lowered)
    let candidates = allKinds.filter { $0.scope != .list && singular.contains($0.name.lowercased()) }
    let exact = candidates.filter { $0.name == name }
    return (exact.isEmpty ? candidates : exact).min(by: Catalogue.isPreferred)
  }

  static func singulars(of word: String) -> [String] {
    var forms: [String] = []
    if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
    if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
    return forms
  }

  private static let abbreviations = [
    "cj": "cronjob", "cm": "configmap", "crd": "customresourcedefinition", "deploy": "deployment", "ds": "daemonset",
    "ep": "endpoints", "hpa": "horizontalpodautoscaler", "ing": "ingress", "netpol": "networkpolicy", "no": "node",
    "ns": "namespace", "pc": "priorityclass", "pdb": "poddisruptionbudget", "po": "pod", "pv": "persistentvolume",
    "pvc": "persistentvolumeclaim", "quota": "resourcequota", "rc": "replicationcontroller", "rs": "replicaset",
    "sa": "serviceaccount", "sc": "storageclass", "sts": "statefulset", "svc": "service",
  ]

  /// Finds a place written as `Deployment:spec.template.spec` or `Pod:spec.containers[]`; the kind may be written
  /// with its group and version before it (`apps/v1/Deployment:spec`).
  public func place(_ text: String) throws(PlaceError) -> TypeReference {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kindText = String(halves[0])
    return try place(
      kindText, fields: halves.count > 1 ? String(halves[1]) : "", offset: kindText.utf8.count + 1,
      stepsIntoItems: false)
  }

  /// Finds a place written as `deployment.spec.strategy`; items of lists need not be marked.
  public func place(explaining text: String) throws(PlaceError) -> TypeReference {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let kindText = String(halves[0])
    return try place(
      kindText, fields: halves.count > 1 ? String(halves[1]) : "", offset: kindText.utf8.count + 1, stepsIntoItems: true
    )
  }

  private func place(
    _ kindText: String, fields: String, offset: Int, stepsIntoItems: Bool
  ) throws(PlaceError) -> TypeReference {
    guard let kind = kind(written: kindText) else {
      let names = allKinds.filter { $0.scope != .list }.map { $0.name }
      throw .unknownKind(kindText, suggestion: Nearest.word(to: kindText, among: names))
    }
    var (shape, path, versions) = (kind.shape, FieldPath.root, kind.versions)
    var written = kind.name
    var field: (type: TypeFacts, index: Int)?
    var offset = offset
    for part in fields.split(separator: ".") {
      let name = String(part.prefix(while: { $0 != "[" }))
      if stepsIntoItems { enterItems(&shape, &path) }
      guard self.shape(shape).kind == .object else { throw .notAnObject(written, offset: offset) }
      let facts = type(self.shape(shape).operand)
      var index = name.withBytes { facts.index(of: $0) }
      guard index >= 0 else {
        let names = facts.fields.map { $0.name }
        let near = name.withBytes { Nearest.word(to: $0, among: names)?.string }
        throw .unknownField(name, in: written, offset: offset, suggestion: near)
      }
      let having = name.withBytes { facts.versions(of: $0) }
      // Of a field whose type changed, the newest type.
      while facts.fields[index].otherType >= 0 { index = Int(facts.fields[index].otherType) }
      field = (facts, index)
      shape = facts.fields[index].shape
      versions.formIntersection(having)
      path = path.field(name)
      written += (written == kind.name ? ":" : ".") + name
      if part.utf8.count > name.utf8.count {
        guard enterItems(&shape, &path) else { throw .notAnObject(written, offset: offset + name.utf8.count) }
        written += part.dropFirst(name.count)
      }
      offset += part.utf8.count + 1
    }
    return TypeReference(
      kind: kind, path: path, versions: versions, description: written, shape: shape, field: field)
  }

  /// Goes from a list or a map to what it holds.
  @discardableResult
  private func enterItems(_ number: inout Int32, _ path: inout FieldPath) -> Bool {
    let shape = shape(number)
    guard shape.kind == .list || shape.kind == .map else { return false }
    if shape.kind == .list { path = path.index(0) }
    number = shape.operand
    return true
  }

  private func kind(written text: String) -> KindFacts? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return kind(named: text) }
    return kind(apiVersion: String(text[..<slash]), kind: String(text[text.utf8.index(after: slash)...]))
  }
}

extension KindFacts {
  fileprivate var rank: Int { Catalogue.rank(of: apiVersion) }
}

extension Catalogue {
  /// Stable versions above betas above alphas.
  static func rank(of apiVersion: String) -> Int {
    let version = apiVersion.split(separator: "/").last ?? ""
    let numbers = version.utf8.split(whereSeparator: { !$0.isDigit }).compactMap { Int(Substring($0)) }
    let stage = version.contains("b") ? 1 : version.contains("l") ? 0 : 2
    return stage * 10_000 + (numbers.first ?? 0) * 100 + (numbers.count > 1 ? numbers[1] : 0)
  }
}
