/// What Kubernetes' own roles and bindings give, as far as it is modelled.
enum BuiltInAccess {
  /// Whether a ClusterRole is one that every cluster has, so that its absence among the objects says nothing.
  static func isRole(_ name: String) -> Bool {
    name == "admin" || name == "edit" || name == "view" || name.hasPrefix("system:")
  }

  /// Self reviews and the discovery paths (`system:basic-user`, `system:discovery`, `system:public-info-viewer`).
  static func allows(_ request: AccessRequest) -> Bool {
    let isSignedIn = request.groups.contains("system:authenticated")
    switch request.target {
    case .resource(let group, let resource, let subresource, _, _):
      guard isSignedIn, request.verb == "create", subresource.isEmpty else { return false }
      return group == "authorization.k8s.io"
        && (resource == "selfsubjectaccessreviews" || resource == "selfsubjectrulesreviews")
        || group == "authentication.k8s.io" && resource == "selfsubjectreviews"
    case .path(let path):
      guard request.verb == "get" else { return false }
      let isPublic = publicPaths.contains(path)
      guard isSignedIn else { return isPublic && request.groups.contains("system:unauthenticated") }
      return isPublic || discoveryPaths.contains(path) || discoveryPrefixes.contains { path.hasPrefix($0) }
    }
  }

  private static let publicPaths = ["/healthz", "/livez", "/readyz", "/version", "/version/"]
  private static let discoveryPaths = ["/api", "/apis", "/openapi"]
  private static let discoveryPrefixes = ["/api/", "/apis/", "/openapi/"]
}
