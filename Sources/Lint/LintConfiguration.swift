/// Which rules speak. Ids are given with or without the area: `lint/image-tag-latest`, `image-tag-latest`.
public struct LintConfiguration: Sendable {
  private let enabled: Set<String>
  private let disabled: Set<String>
  private let only: Set<String>?

  /// - Parameters:
  ///   - enabled: rules that are off by default and shall speak.
  ///   - disabled: rules that shall not speak; it outweighs `enabled`.
  ///   - only: where given, exactly these speak.
  public init(enabled: [String] = [], disabled: [String] = [], only: [String]? = nil) {
    self.enabled = Set(enabled.map(LintConfiguration.ruleID))
    self.disabled = Set(disabled.map(LintConfiguration.ruleID))
    self.only = only.map { Set($0.map(LintConfiguration.ruleID)) }
  }

  /// Whether a rule speaks.
  public func isActive(_ rule: Rule) -> Bool {
    if let only { return only.contains(rule.id) }
    return !disabled.contains(rule.id) && (rule.isOnByDefault || enabled.contains(rule.id))
  }

  /// The ids that name no rule, in alphabetical order, for whoever read the configuration to complain about.
  public var unknownIDs: [String] {
    enabled.union(disabled).union(only ?? []).filter { Rule.named($0) == nil }.sorted()
  }

  private static func ruleID(_ id: String) -> String { id.hasPrefix("lint/") ? String(id.dropFirst(5)) : id }
}

extension Rule {
  /// The rule of an id, given with or without the area.
  public static func named(_ id: String) -> Rule? {
    let id = id.hasPrefix("lint/") ? String(id.dropFirst(5)) : id
    return all.first { $0.id == id }
  }
}
