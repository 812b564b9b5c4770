import Findings
import Testing
import Validation

private func object(_ kind: String, _ rest: String, annotations: String = "") -> String {
  "apiVersion: v1\nkind: \(kind)\nmetadata: {name: a, annotations: {\(annotations)}}\n\(rest)"
}

private func service(_ spec: String, annotations: String = "") -> String {
  object("Service", "spec: {\(spec)}", annotations: annotations)
}

private func volume(_ spec: String) -> String {
  object("PersistentVolume", "spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], \(spec)}")
}

private func claim(_ spec: String) -> String {
  object(
    "PersistentVolumeClaim", "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, \(spec)}")
}

private func attachment(_ spec: String) -> String {
  "apiVersion: storage.k8s.io/v1\nkind: VolumeAttachment\nmetadata: {name: a}\nspec: {attacher: a, nodeName: a, "
    + "source: {inlineVolumeSpec: {accessModes: [ReadWriteOnce], \(spec)}}}"
}

private func namespace(enforcing version: String) -> String {
  "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {\(enforced): \(version)}}"
}

private let enforced = "pod-security.kubernetes.io/enforce-version"
private let ports = "ports: [{port: 80}]"
private let ranges = "service.beta.kubernetes.io/load-balancer-source-ranges"
private let options = "volume.beta.kubernetes.io/mount-options"
private let inline = "spec.source.inlineVolumeSpec"

/// Type and field of what the server refuses.
@Test(
  arguments: [
    // What the allocator refuses comes alone, the number of families after the rest of it.
    (service("clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, bad], \(ports)"), ["Invalid spec.clusterIPs[1]"]),
    (service("clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, 10.96.0.8], \(ports)"), ["Invalid spec.clusterIPs"]),
    (service("clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, None], \(ports)"), ["Invalid spec.clusterIPs[1]"]),
    (service("clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9, 'fd00::9'], \(ports)"), ["Invalid spec.ipFamilyPolicy"]),
    (
      service("clusterIP: None, clusterIPs: [None, bad], \(ports)"),
      ["Invalid spec.clusterIPs", "Invalid spec.clusterIPs[1]"]
    ),
    (service("ipFamilyPolicy: '', ipFamilies: [IPv4, IPv6], \(ports)"), ["NotSupported spec.ipFamilyPolicy"]),
    (service("ipFamilies: [IPv4, IPv4], \(ports)"), ["Duplicate spec.ipFamilies[1]"]),
    (service("ipFamilies: [IPv5, IPv4], \(ports)"), ["NotSupported spec.ipFamilies[0]"]),
    (
      service("clusterIP: None, ipFamilies: [IPv4, IPv6], selector: {a: b}, \(ports)"),
      ["Invalid spec.ipFamilyPolicy"]
    ),
    (service("clusterIP: None, ipFamilies: [IPv4, IPv6], \(ports)"), []),
    (
      service("clusterIP: None, ipFamilies: [IPv4, IPv6], ipFamilyPolicy: SingleStack, \(ports)"),
      ["Invalid spec.ipFamilyPolicy"]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: A}\nspec: {ipFamilies: [IPv4, IPv6], \(ports)}",
      ["Invalid spec.ipFamilyPolicy"]
    ),
    // Ports of nodes are taken once whatever their protocol, but shared by ports of one number.
    (
      service("type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30080}]"),
      ["Invalid spec.ports[1].nodePort"]
    ),
    (
      service(
        "type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{name: a, port: 80, nodePort: 30080}, "
          + "{name: b, port: 81, protocol: UDP, nodePort: 30080}]"), ["Invalid spec.ports[1].nodePort"]
    ),
    (
      service(
        "type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 80, protocol: UDP, nodePort: 30080}, {name: c, "
          + "port: 81, nodePort: 30080}]"), ["Invalid spec.ports[2].nodePort"]
    ),
    (
      service(
        "type: NodePort, ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 80, protocol: UDP, nodePort: "
          + "30080}, {name: c, port: 80, protocol: SCTP, nodePort: 30081}]"), []
    ),
    (
      service(
        "ports: [{name: a, port: 80, nodePort: 30080}, {name: b, port: 81, nodePort: 30081}, {name: c, port: 80, "
          + "nodePort: 30081}]"),
      [
        "Duplicate spec.ports[2]", "Duplicate spec.ports[2].nodePort", "Forbidden spec.ports[0].nodePort",
        "Forbidden spec.ports[1].nodePort", "Forbidden spec.ports[2].nodePort",
      ]
    ),
    (service("ports: [{name: a, port: 80, protocol: ''}, {name: b, port: 80}]"), ["Duplicate spec.ports[1]"]),
    (
      service("ports: [{name: a, targetPort: 80}, {name: b, targetPort: 81}]"),
      ["Duplicate spec.ports[1]", "Invalid spec.ports[0].port", "Invalid spec.ports[1].port"]
    ),
    // Each part of the annotation is a block, an empty one too.
    (
      service("type: LoadBalancer, \(ports)", annotations: "\(ranges): '10.0.0.0/8,'"),
      ["Invalid metadata.annotations[\(ranges)]"]
    ),
    (
      service("type: LoadBalancer, \(ports)", annotations: "\(ranges): 10.0.0.1/8"),
      ["Invalid metadata.annotations[\(ranges)]"]
    ),
    (service("type: LoadBalancer, \(ports)", annotations: "\(ranges): ' 10.0.0.0/8 , 11.0.0.0/8'"), []),
    (service("type: LoadBalancer, \(ports)", annotations: "\(ranges): ' '"), []),
    // ReadWriteOncePod stands beside itself, and beside what is no mode.
    (
      object(
        "PersistentVolumeClaim",
        "spec: {accessModes: [ReadWriteOncePod, ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}"), []
    ),
    (
      object(
        "PersistentVolumeClaim", "spec: {accessModes: [ReadWriteOncePod, A], resources: {requests: {storage: 1Gi}}}"),
      ["NotSupported spec.accessModes"]
    ),
    // Only the one source that counts is judged, and FlexVolume always.
    (volume("hostPath: {path: /a}, local: {}"), ["Forbidden spec.local"]),
    (volume("hostPath: {type: A}"), ["Required spec.hostPath.path"]),
    (
      volume(
        "iscsi: {targetPortal: \(String(repeating: "a", count: 64)), iqn: 'iqn.2020-01.a:b', initiatorName: ''}"),
      ["Invalid spec.iscsi.initiatorname", "Invalid spec.iscsi.targetportal"]
    ),
    (volume("local: {}"), ["Required spec.local.path", "Required spec.nodeAffinity"]),
    (volume("hostPath: {path: /a}, flexVolume: {}"), ["Required spec.flexVolume.driver"]),
    (volume("hostPath: {path: /a}, flexVolume: {driver: a/b}"), []),
    (
      object(
        "PersistentVolume", "spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]}",
        annotations: "\(options): ro"), ["Forbidden metadata.annotations.\(options)", "Required spec"]
    ),
    (
      object(
        "PersistentVolume",
        "spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], local: {}, nfs: {server: a, path: /a}}",
        annotations: "\(options): ro"), ["Forbidden spec.local"]
    ),
    (volume("quobyte: {registry: 'a:1,', volume: v}"), ["Invalid spec.quobyte.registry"]),
    (volume("quobyte: {registry: 'a:1:2', volume: v}"), ["Invalid spec.quobyte.registry"]),
    (volume("quobyte: {registry: ':,a:b,[::1]:99999', volume: v}"), []),
    (volume("quobyte: {registry: '[a:1', volume: v}"), ["Invalid spec.quobyte.registry"]),
    (
      volume("azureDisk: {diskName: a, diskURI: 'https://a', kind: '', cachingMode: ''}"),
      ["NotSupported spec.azureDisk.cachingMode", "NotSupported spec.azureDisk.kind"]
    ),
    // A reference to another namespace is dropped before the two are compared.
    (claim("dataSource: {kind: A}, dataSourceRef: {kind: A, name: a, namespace: b}"), []),
    (
      claim("dataSource: {kind: PersistentVolumeClaim}, dataSourceRef: {kind: A, name: a, namespace: b}"),
      ["Required spec.dataSource.name", "Required spec.dataSourceRef.name"]
    ),
    (
      claim(
        "dataSource: {apiGroup: '', kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: "
          + "PersistentVolumeClaim, name: a}"), ["Invalid spec"]
    ),
    (
      claim("dataSourceRef: {name: a}"),
      [
        "Invalid spec.dataSource", "Invalid spec.dataSourceRef", "Required spec.dataSource.kind",
        "Required spec.dataSourceRef.kind",
      ]
    ),
    (
      attachment("local: {path: /a}"), ["Required \(inline).csi", "Required \(inline).nodeAffinity"]
    ),
    (attachment("csi: {driver: a, volumeHandle: a}, volumeAttributesClassName: A"), []),
    (
      "apiVersion: storage.k8s.io/v1\nkind: CSINode\nmetadata: {name: a}\nspec: {drivers: [{nodeID: a}, {nodeID: a}]}",
      ["Duplicate spec.drivers[1].name", "Required spec.drivers[0].name", "Required spec.drivers[1].name"]
    ),
    // What has no owner that counts, and versions beyond those that exist.
    (
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, ownerReferences: [{apiVersion: /v1, kind: Event, name: a, "
        + "uid: a}]}", ["Invalid metadata.ownerReferences"]
    ),
    (namespace(enforcing: "v1.2147483648"), []),
    (namespace(enforcing: "v1.99999999999999999999"), ["Invalid metadata.labels[\(enforced)]"]),
    (object("Node", "spec: {podCIDR: 10.0.0.0/24, podCIDRs: [10.0.0.0/24, 10.0.0.0/24]}"), ["Invalid spec.podCIDRs"]),
  ] as [(String, [String])])
func refusesInObjectsOfTheCoreWhatTheServerRefuses(manifest: String, expected: [String]) throws {
  let found = try findings(in: manifest, versions: .since(.newest)).filter { $0.severity == .error }
  let errors = found.compactMap { finding in
    finding.server.map { "\($0.kind.rawValue.dropFirst(10)) \($0.field)" }
  }
  #expect(Set(errors).sorted() == expected.sorted(), "\(found.map { $0.server?.description ?? "" })")
}

/// A port of nodes that the health check takes too is found while it is allocated.
@Test func takesThePortOfTheHealthCheckOnce() throws {
  func found(_ port: Int) throws -> [String] {
    let rest = "type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: \(port)"
    let manifest = service("\(rest), ports: [{port: 80, nodePort: 30080}]")
    return try findings(in: manifest).compactMap { $0.server.map { "\($0.kind.rawValue) \($0.field)" } }
  }
  #expect(try found(30080) == ["InternalError spec.healthCheckNodePort"])
  #expect(try found(30081).isEmpty)
}

/// Registry credentials are an object in JSON as Go reads it.
@Test(
  arguments: [
    (#"{"a": 1, "a": [2, {}]}"#, true), (" null ", true), (#"{"a": "\u00e9\/", "b": -1.5e+3}"#, true),
    (#"{"a": 1,}"#, false), (#"{"a": 01}"#, false), (#"{"a": 1e999}"#, false), (#"{"a": .5}"#, false),
    (#"{'a': 1}"#, false), ("{a: 1}", false), ("[]", false), ("{} x", false), ("", false), (#"{"a": [1}"#, false),
    (#"{"a": "\x"}"#, false), ("{\"a\": \"\t\"}", false), (#"{"a"}"#, false), (#"{"a": tru}"#, false),
  ] as [(String, Bool)])
func readsRegistryCredentials(text: String, isTaken: Bool) throws {
  let written = text.map { $0 == "\t" ? "\\t" : $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
  let found = try findings(
    in: object("Secret", "type: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: \"\(written)\"}"))
  #expect(found.isEmpty == isTaken, "\(found.map { $0.message.en })")
}

/// A text of `stringData` takes the place of the value in `data`, and its size.
@Test func countsTheDataThatIsKept() throws {
  let text = String(repeating: "a", count: 1_048_576)
  let value = String(repeating: "A", count: 64)
  let kept = object("Secret", "data: {a: \(value)}\nstringData: {a: \(text)}")
  let both = object("Secret", "data: {b: \(value)}\nstringData: {a: \(text)}")
  #expect(try findings(in: kept).isEmpty)
  #expect(try findings(in: both).map { $0.id } == ["validation/too-long"])
}
