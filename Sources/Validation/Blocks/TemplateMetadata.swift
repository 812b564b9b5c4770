import Findings
import Schema

extension Report {
  /// The metadata of a template from which claims are made: labels and annotations, and nothing else.
  mutating func templateMetadata(_ metadata: Field) {
    labels(metadata["labels"])
    annotations(metadata["annotations"])
    for name in Field.metadataOfOwner { forbid(metadata[name], .claimMetadata(metadata[name])) }
    forbid(metadata["uid"].reported(at: metadata, "uID"), .claimMetadata(metadata["uid"]))
  }
}

extension Field {
  /// What a claim made from a template gets from its owner.
  fileprivate static let metadataOfOwner: [StaticString] = [
    "name", "generateName", "namespace", "selfLink", "resourceVersion", "generation", "creationTimestamp",
    "deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences", "finalizers", "managedFields",
  ]
}

extension Message {
  fileprivate static func claimMetadata(_ key: Field) -> Message {
    Message(
      en: "the claim gets its '\(key.name)' from the Pod: keep only 'labels' and 'annotations'",
      ko: "클레임의 '\(key.name)'은(는) Pod에서 정해집니다: 'labels'와 'annotations'만 두십시오")
  }
}
