extension KindValidation {
  /// core.md 4.6: only its metadata is judged.
  static let serviceAccount = KindValidation(
    "v1", "ServiceAccount",
    examples: [
      Example("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: deployer}"),
      Example("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: CI} # ←"),
    ]
  ) { _, _ in }
}
