import CEL

/// The types of what is asked of admission, as far as expressions see them.
extension ObjectType {
  private static let groupVersionKind = ObjectType(
    name: "kubernetes.GroupVersionKind", fields: [("group", .string), ("version", .string), ("kind", .string)])

  private static let groupVersionResource = ObjectType(
    name: "kubernetes.GroupVersionResource", fields: [("group", .string), ("version", .string), ("resource", .string)])

  private static let userInfo = ObjectType(
    name: "kubernetes.UserInfo",
    fields: [
      ("username", .string), ("uid", .string), ("groups", .list(.string)), ("extra", .map(.string, .list(.string))),
    ])

  static let request = ObjectType(
    name: "kubernetes.AdmissionRequest",
    fields: [
      ("kind", .object(groupVersionKind)), ("resource", .object(groupVersionResource)), ("subResource", .string),
      ("requestKind", .object(groupVersionKind)), ("requestResource", .object(groupVersionResource)),
      ("requestSubResource", .string), ("name", .string), ("namespace", .string), ("operation", .string),
      ("userInfo", .object(userInfo)), ("dryRun", .bool), ("options", .dyn),
    ])

  private static let namespaceMetadata = ObjectType(
    name: "kubernetes.NamespaceMetadata",
    fields: [
      ("name", .string), ("generateName", .string), ("namespace", .string), ("labels", .map(.string, .string)),
      ("annotations", .map(.string, .string)), ("UID", .string), ("creationTimestamp", .timestamp),
      ("deletionGracePeriodSeconds", .int), ("deletionTimestamp", .timestamp), ("generation", .int),
      ("resourceVersion", .string), ("finalizers", .list(.string)),
    ])

  private static let namespaceCondition = ObjectType(
    name: "kubernetes.NamespaceCondition",
    fields: [
      ("status", .string), ("type", .string), ("lastTransitionTime", .timestamp), ("message", .string),
      ("reason", .string),
    ])

  private static let namespaceSpec = ObjectType(
    name: "kubernetes.NamespaceSpec", fields: [("finalizers", .list(.string))])

  private static let namespaceStatus = ObjectType(
    name: "kubernetes.NamespaceStatus",
    fields: [("conditions", .list(.object(namespaceCondition))), ("phase", .string)])

  static let namespace = ObjectType(
    name: "kubernetes.Namespace",
    fields: [
      ("metadata", .object(namespaceMetadata)), ("spec", .object(namespaceSpec)), ("status", .object(namespaceStatus)),
    ])

  /// The same by name, for expressions that make one.
  static let admission: [String: ObjectType] = [
    "kubernetes.GroupVersionKind": groupVersionKind, "kubernetes.GroupVersionResource": groupVersionResource,
    "kubernetes.UserInfo": userInfo, "kubernetes.AdmissionRequest": request,
    "kubernetes.NamespaceMetadata": namespaceMetadata, "kubernetes.NamespaceCondition": namespaceCondition,
    "kubernetes.NamespaceSpec": namespaceSpec, "kubernetes.NamespaceStatus": namespaceStatus,
    "kubernetes.Namespace": namespace,
  ]

  static let jsonPatch = ObjectType(
    name: "JSONPatch", fields: [("op", .string), ("path", .string), ("from", .string), ("value", .dyn)])
}
