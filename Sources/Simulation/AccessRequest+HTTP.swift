extension AccessRequest {
  /// What the API server asks its authorizers for an HTTP request (`apiserver/pkg/endpoints/request/requestinfo.go`).
  ///
  /// Several where more than one must be allowed: applying an object that does not exist patches and creates it.
  public static func requests(
    user: String, groups: [String], method: String, url: String, contentType: String = ""
  ) -> [AccessRequest] {
    let halves = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = halves.first.map { String($0) } ?? ""
    let query = halves.count > 1 ? String(halves[1]) : ""
    let verb = HTTPPath.verb(of: method)
    guard let place = HTTPPath(path, verb: verb, query: query) else {
      return [AccessRequest(user: user, groups: groups, verb: method.lowercased(), target: .path(path))]
    }
    let request = AccessRequest(user: user, groups: groups, verb: place.verb, target: place.target)
    guard place.verb == "patch", contentType.hasPrefix("application/apply-patch") else { return [request] }
    var creation = request
    creation.verb = "create"
    return [request, creation]
  }
}

/// The path of a request for resources, taken apart.
private struct HTTPPath {
  private(set) var verb: String
  private(set) var target: AccessRequest.Target

  static func verb(of method: String) -> String {
    switch method {
    case "POST": "create"
    case "GET", "HEAD": "get"
    case "PUT": "update"
    case "PATCH": "patch"
    case "DELETE": "delete"
    default: ""
    }
  }

  /// `nil` for a path that is none of resources.
  init?(_ path: String, verb method: String, query: String) {
    var parts = path.split(separator: "/").map { String($0) }[...]
    guard parts.count >= 3, let prefix = parts.popFirst(), prefix == "api" || prefix == "apis" else { return nil }
    var group = ""
    if prefix == "apis" {
      guard parts.count >= 3 else { return nil }
      group = parts.popFirst() ?? ""
    }
    // The version.
    _ = parts.popFirst()
    var verb = method
    if let special = parts.first, special == "watch" || special == "proxy", parts.count > 1 {
      verb = special
      parts = parts.dropFirst()
    }
    var namespace = ""
    if parts.first == "namespaces", parts.count > 1 {
      namespace = parts[parts.startIndex + 1]
      if parts.count > 2, parts[parts.startIndex + 2] != "status", parts[parts.startIndex + 2] != "finalize" {
        parts = parts.dropFirst(2)
      }
    }
    guard let resource = parts.popFirst() else { return nil }
    var name = parts.popFirst() ?? ""
    let subresource = verb == "proxy" ? "" : parts.popFirst() ?? ""
    if name.isEmpty, verb == "get" {
      verb = HTTPPath.isWatch(query) ? "watch" : "list"
      name = HTTPPath.selectedName(query)
    } else if name.isEmpty, verb == "delete" {
      verb = "deletecollection"
    }
    self.verb = verb
    target = .resource(group: group, resource: resource, subresource: subresource, name: name, namespace: namespace)
  }

  private static func isWatch(_ query: String) -> Bool {
    query.split(separator: "&").contains { $0 == "watch=true" || $0 == "watch=1" }
  }

  /// The name that a field selector asks for: a list of one object counts as a request for it.
  private static func selectedName(_ query: String) -> String {
    let start = "fieldSelector=metadata.name="
    let selector = query.split(separator: "&").first { $0.hasPrefix(start) }
    return selector.map { String($0.dropFirst(start.utf8.count)) } ?? ""
  }
}
