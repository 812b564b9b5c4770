import Schema

extension KindValidation {
  /// core.md 4.5
  static let namespace = KindValidation(
    "v1", "Namespace", scope: .cluster, names: .label,
    examples: [
      Example("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}"),
      Example("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop.test} # ←\nspec:\n  finalizers: [cleanup] # ←"),
    ]
  ) { report, object in
    let finalizers = object["spec"]["finalizers"]
    for finalizer in finalizers.items {
      report.expect(always: finalizer.reported(at: finalizers), .qualifiedName)  // NS2
      report.expectDomain(of: finalizer.reported(at: finalizers))  // NS3
    }
    let metadata = object["metadata"]
    if let name = metadata["name"].text, !Grammar.labelValue.matches(name) {
      report.expect(given: metadata["name"].reported(at: metadata, "labels"), .labelValue)  // NS1
    }
  }
}
