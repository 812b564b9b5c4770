extension KindValidation {
  /// core.md 4.15. A binding is an answer to a Pod's question, and not kept; the Pod that it names has to be there.
  static let binding = KindValidation(
    "v1", "Binding", metadata: .none,
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Binding
        metadata: {name: web}
        target: {kind: Node, name: node-1}
        """),
      Example(
        """
        apiVersion: v1
        kind: Binding
        metadata: {name: web}
        target:
          kind: Pod # ←
          name: "" # ←
        """),
    ]
  ) { report, object in
    let target = object["target"]
    report.expect(target["kind"], oneOf: ["Node"])  // BIND1
    report.require(target["name"])  // BIND2
  }
}
