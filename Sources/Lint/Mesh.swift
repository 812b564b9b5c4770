import Resources
import YAML

// What the rules on Istio share.

extension Manifest {
  /// Whether a namespace says in any way how it stands to the mesh.
  var hasMeshLabel: Bool {
    labels["istio-injection"] != nil || labels["istio.io/rev"] != nil || labels["istio.io/dataplane-mode"] != nil
  }

  /// Whether it is a namespace inside the mesh, by sidecars or ambient.
  var isMeshNamespace: Bool {
    kind == "Namespace" && hasMeshLabel && labels["istio-injection"] != "disabled"
      && labels["istio.io/dataplane-mode"] != "none"
  }
}

extension ClusterState {
  /// Whether the set shows that a namespace is in a mesh: by its labels, or by objects of Istio in it.
  func isInMesh(_ namespace: String) -> Bool {
    manifests.contains { manifest in
      if manifest.isMeshNamespace { return manifest.name == namespace }
      return manifest.effectiveNamespace == namespace && manifest.group.hasSuffix(".istio.io")
    }
  }
}

/// The protocols that Istio reads from the name of a Service's port.
enum MeshProtocol {
  /// Whether a name is a protocol, or begins with one and a hyphen: `http`, `grpc-orders`.
  static func isNamed(by name: String) -> Bool {
    if name == "grpc-web" || name.hasPrefix("grpc-web-") { return true }
    switch name.prefix(while: { $0 != "-" }) {
    case "http", "http2", "https", "grpc", "tcp", "tls", "udp", "mongo", "mysql", "redis": return true
    default: return false
    }
  }
}

/// Names of hosts in the mesh's configuration.
enum MeshHost {
  /// The full name of a host; a short name is one of the namespace of the object that says it.
  static func fullName(_ host: String, in namespace: String) -> String {
    host.utf8.contains(UInt8(ascii: ".")) ? host : "\(host).\(namespace).svc.cluster.local"
  }
}
