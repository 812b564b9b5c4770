import Resources
import YAML

extension PolicyRule {
  /// How well a rule fits a request, part by part (`plugin/pkg/auth/authorizer/rbac`).
  struct Fit {
    var verb: Bool
    var group: Bool
    var resource: Bool
    var name: Bool
    var path: Bool

    var isWhole: Bool { verb && group && resource && name && path }
    /// Parts that fit, what is asked weighing more than the verb.
    var weight: Int { (resource ? 4 : 0) + (group ? 2 : 0) + (verb ? 1 : 0) + (name ? 1 : 0) + (path ? 2 : 0) }
  }

  func fit(_ request: AccessRequest) -> Fit {
    let hasVerb = PolicyRule.has(verbs, request.verb)
    switch request.target {
    case .path(let path):
      return Fit(verb: hasVerb, group: true, resource: true, name: true, path: matches(path: path))
    case .resource(let group, let resource, let subresource, let name, _):
      return Fit(
        verb: hasVerb, group: PolicyRule.has(apiGroups, group), resource: matches(resource, subresource),
        name: resourceNames.isEmpty || resourceNames.contains { $0.text == name }, path: true)
    }
  }

  private static func has(_ words: [Node], _ wanted: String) -> Bool {
    words.contains { $0.hasText("*") || $0.text == wanted }
  }

  private func matches(_ resource: String, _ subresource: String) -> Bool {
    let whole = subresource.isEmpty ? resource : resource + "/" + subresource
    return resources.contains { node in
      let text = node.text
      return text == "*" || text == whole || !subresource.isEmpty && text == "*/" + subresource
    }
  }

  private func matches(path: String) -> Bool {
    nonResourceURLs.contains { node in
      let text = node.text
      if text == "*" || text == path { return true }
      guard text.hasSuffix("*") else { return false }
      var prefix = Substring(text)
      while prefix.hasSuffix("*") { prefix = prefix.dropLast() }
      return path.hasPrefix(prefix)
    }
  }

  /// `get, list on pods and services`, for a reader.
  var summary: String {
    let what =
      nonResourceURLs.isEmpty
      ? resources.map { resource in
        let group = apiGroups.first?.text ?? ""
        let words = resource.text.split(separator: "/", maxSplits: 1)
        guard !group.isEmpty, group != "*", apiGroups.count == 1, let name = words.first, words.count < 2 else {
          return resource.text
        }
        return name + "." + group
      }
      : nonResourceURLs.map { $0.text }
    let names = resourceNames.isEmpty ? "" : " '" + resourceNames.map { $0.text }.joined(separator: "', '") + "'"
    return verbs.map { $0.text }.joined(separator: ", ") + " on " + what.joined(separator: ", ") + names
  }
}
