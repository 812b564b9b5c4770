import Findings

extension KindValidation {
  /// groups.md 3.12
  static let mutatingAdmissionPolicy = KindValidation(
    "admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy", earlier: ["admissionregistration.k8s.io/v1beta1"],
    scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicy
        metadata: {name: team-label}
        spec:
          reinvocationPolicy: Never
          matchConstraints:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
          mutations:
          - patchType: ApplyConfiguration
            applyConfiguration:
              expression: "Object{metadata: Object.metadata{labels: {'team': 'shop'}}}"
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingAdmissionPolicy
        metadata: {name: team-label}
        spec: # ←
          matchConstraints:
            resourceRules:
            - {apiGroups: [""], apiVersions: [v1], operations: [DELETE], resources: [pods]} # ←
          mutations:
          - patchType: JSONPatch # ←
            applyConfiguration: # ←
              expression: "Object{}"
        """),
    ]
  ) { report, object in
    let spec = object["spec"]
    report.admissionPolicy(object, mutates: true)
    report.require(spec["mutations"])
    for mutation in spec["mutations"].items { report.mutation(mutation) }
    report.require(spec["reinvocationPolicy"])
    report.expect(spec["reinvocationPolicy"], oneOf: .reinvocationPolicies)
    report.policyExpressions(spec, mutates: true)
  }
}

extension Report {
  fileprivate mutating func mutation(_ mutation: Field) {
    let (type, patch, configuration) = (mutation["patchType"], mutation["jsonPatch"], mutation["applyConfiguration"])
    require(type)
    expect(type, oneOf: ["ApplyConfiguration", "JSONPatch"])
    switch type.text ?? "" {
    case "JSONPatch": expression(patch, not: configuration, type)
    case "ApplyConfiguration": expression(configuration, not: patch, type)
    default: break
    }
  }

  /// The expression of a mutation's type, and none of the other.
  private mutating func expression(_ field: Field, not other: Field, _ type: Field) {
    if field.isGiven {
      requireExpression(field["expression"])
    } else {
      add(.required, at: field, .required, .noPatch(field, type))
    }
    if other.isGiven { refuse(other, .otherPatch(other, type)) }
  }
}

extension Message {
  fileprivate static func noPatch(_ field: Field, _ type: Field) -> Message {
    Message(
      en: "a mutation of type \(type.written) has '\(field.name)': add it",
      ko: "\(type.written) 타입의 변경에는 '\(field.name)'이(가) 필요합니다: 추가하십시오")
  }

  fileprivate static func otherPatch(_ other: Field, _ type: Field) -> Message {
    Message(
      en: "a mutation of type \(type.written) has no '\(other.name)': remove it",
      ko: "\(type.written) 타입의 변경에는 '\(other.name)'이(가) 없습니다: 지우십시오")
  }
}
