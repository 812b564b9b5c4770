import Foundation
import YAML

/// A text of any size, to see whether twice as much takes twice as long.
struct Growth: Sendable, CustomStringConvertible {
  let name: String
  /// The text with so many parts.
  let text: @Sendable (Int) -> String
  /// The number of parts from which the time is taken, and four times as many.
  var count = 1000
  /// How much longer twice as much takes, where it was measured.
  private(set) var factor = 0.0

  init(_ name: String, count: Int = 1000, text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
    self.count = count
  }

  /// A text whose parts differ by their number.
  init(_ name: String, head: String = "", tail: String = "", part: @escaping @Sendable (Int) -> String) {
    self.init(name) { count in
      var text = head
      for number in 0..<count { text += part(number) }
      return text + tail
    }
  }

  var description: String { String(format: "%.2f times for twice as much (%@)", factor, name) }

  /// The same, measured; a factor above the limit is measured anew, for clocks vary.
  func measured(limit: Double) -> Growth {
    let attempt = Attempt()
    let (small, large) = (Array(text(count).utf8), Array(text(count * 4).utf8))
    _ = attempt.seconds(for: small, name)
    var best = (small: Double.infinity, large: Double.infinity)
    var result = self
    for _ in 0..<4 {
      best.small = min(best.small, attempt.seconds(for: small, name))
      best.large = min(best.large, attempt.seconds(for: large, name))
      result.factor = (best.large / best.small).squareRoot()
      if result.factor <= limit { break }
    }
    return result
  }
}

extension Growth {
  static let all: [Growth] = documents + yaml + objects

  private static let documents = [
    Growth("documents of workloads") { "---\n" + deployment($0) },
    Growth("documents of workloads and their Services") { "---\n" + deployment($0) + "---\n" + service($0) },
    Growth("broken documents") { "---\napiVersion: v1\nkind: Pod\nmetadata: {name: a\($0)\n" },
    Growth("documents that are text") { "---\ntext \($0)\n" },
    Growth("documents with a key twice") { "---\napiVersion: v1\nkind: Pod\nkind: Pod\nmetadata: {name: p\($0)}\n" },
    Growth("documents of custom resources") { "---\napiVersion: a\($0).example.org/v1\nkind: K\($0)\n" },
    Growth("documents of unknown kinds") { "---\napiVersion: apps/v1\nkind: Deplyment\($0)\n" },
    Growth("objects of a List", head: "apiVersion: v1\nkind: List\nitems:\n") {
      "- {apiVersion: v1, kind: ConfigMap, metadata: {name: c\($0)}, data: {a: 1}}\n"
    },
    Growth("objects of a List with a key twice", head: "apiVersion: v1\nkind: List\nitems:\n") {
      "- {apiVersion: v1, kind: ConfigMap, metadata: {name: c\($0)}, data: {a: b, a: c}}\n"
    },
  ]

  private static let yaml = [
    Growth("keys", head: configMap) { "  k\($0): v\n" },
    Growth("the same key", head: configMap) { _ in "  k: v\n" },
    Growth("keys that are none", head: configMap) { "  'k \($0)': v\n" },
    Growth("lists with a key twice", head: configMap + "  list:\n") { _ in "  - {a: 1, a: 2}\n" },
    Growth("anchors and aliases", head: configMap) { "  a\($0): &a\($0) v\n  b\($0): *a\($0)\n" },
    Growth("aliases of one anchor", head: configMap + "  a: &a v\n") { "  b\($0): *a\n" },
    Growth("merge keys", head: configMap + "  a: &a {x: y}\n") { "  b\($0): {<<: *a, z: z}\n" },
    Growth("merge keys with anchors", head: configMap) {
      "  a\($0): &a\($0) {x: y}\n  b\($0): &b\($0) {<<: *a\($0)}\n"
    },
    Growth("merge keys of one mapping", head: configMap + "  a: &a {x: y}\n") { _ in "  <<: *a\n" },
    Growth("items on one line", head: "apiVersion: v1\nkind: Pod\nspec: {containers: [", tail: "]}\n") {
      "{name: C\($0), image: '가'}, "
    },
    Growth("a long text", head: configMap + "  k: ") { _ in "word " },
    Growth("a long text of lines", head: configMap + "  k: |\n") { "    line \($0)\n" },
    Growth("a long quoted text", head: configMap + "  k: \"", tail: "\"\n") { _ in "\\n가" },
    Growth("a long key", head: configMap + "  ? ", tail: "\n  : v\n") { _ in "key" },
    Growth("a long name", head: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ") { _ in "X" },
    Growth("a long number", head: "apiVersion: v1\nkind: Pod\nspec:\n  priority: ") { _ in "9" },
    Growth("a long quantity", head: quantity) { _ in "9" },
    Growth("comments") { _ in "# a comment\n" },
    Growth("empty lines") { _ in "\r\n" },
    Growth("brackets") { _ in "[" },
    Growth("unknown fields", head: pod) { "  f\($0): v\n" },
    Growth("fields of the wrong type", head: pod + "  containers:\n") { "  - {name: \($0), image: 1, ports: x}\n" },
  ]

  private static let objects = [
    Growth("labels", head: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n") { "    l\($0): v\n" },
    Growth("labels that are none", head: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n") {
      "    -l\($0): v v\n"
    },
    Growth("containers with mounts", head: pod + "  containers:\n", tail: "  volumes: [{name: v, emptyDir: {}}]\n") {
      "  - {name: c\($0), image: a, volumeMounts: [{name: v, mountPath: /v}]}\n"
    },
    Growth("volumes and mounts") { count in
      let names = (0..<count).map { "v\($0)" }
      return pod + "  volumes:\n" + names.map { "  - {name: \($0), emptyDir: {}}\n" }.joined()
        + "  containers:\n  - name: c\n    image: a\n    volumeMounts:\n"
        + names.map { "    - {name: \($0), mountPath: /\($0)}\n" }.joined()
    },
    Growth("containers and init containers") { count in
      let list = (0..<count).map { "  - {name: c\($0), image: 'a:1'}\n" }.joined()
      return pod + "  containers:\n" + list + "  initContainers:\n"
        + list.replacingOccurrences(of: "name: c", with: "name: i")
    },
    Growth("schemas of a definition", head: definition) { "            f\($0): {type: string, enum: [a, b, a]}\n" },
  ]

  private static let configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n"
  private static let pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n"
  private static let quantity =
    pod + "  containers:\n  - name: c\n    image: a\n    resources:\n      limits:\n        cpu: "
  private static let definition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: ks.example.org}
    spec:
      group: example.org
      names: {kind: K, plural: ks, singular: k, listKind: KList}
      scope: Namespaced
      versions:
      - name: v1
        served: true
        storage: true
        schema:
          openAPIV3Schema:
            type: object
            properties:

    """

  private static func deployment(_ number: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: d\(number)}
    spec:
      selector: {matchLabels: {app: a\(number)}}
      template:
        metadata: {labels: {app: a\(number)}}
        spec: {containers: [{name: c, image: 'a:1'}]}

    """
  }

  private static func service(_ number: Int) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: s\(number)}
    spec: {selector: {app: a\(number)}, ports: [{port: 80}]}

    """
  }
}
