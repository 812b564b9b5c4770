import Findings
import Schema

extension KindValidation {
  /// groups.md 3.12
  static let validatingAdmissionPolicy = KindValidation(
    "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", earlier: ["admissionregistration.k8s.io/v1beta1"],
    scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: replicas}
        spec:
          matchConstraints:
            resourceRules:
            - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
          validations:
          - {expression: object.spec.replicas <= 5, message: at most five replicas, reason: Invalid}
        """),
      Example(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata: {name: replicas}
        spec:
          matchConstraints: # ←
            matchPolicy: Exact
          variables:
          - {name: namespace, expression: object.metadata.namespace} # ←
          validations:
          - message: at most five replicas # ←
            reason: Unauthorized # ←
          auditAnnotations:
          - {key: too many, valueExpression: string(object.spec.replicas)} # ←
        """),
    ]
  ) { report, object in
    report.admissionPolicy(object, mutates: false)
    report.validations(of: object["spec"])
    report.auditAnnotations(of: object["spec"], name: object["metadata"]["name"], prefix: object["metadata"])
    report.policyExpressions(object["spec"], mutates: false)
  }
}

extension Report {
  fileprivate mutating func validations(of spec: Field) {
    if spec["validations"].isEmpty, spec["auditAnnotations"].isEmpty {
      require(spec["validations"], .noValidation)
      require(spec["auditAnnotations"], .noValidation)
    }
    for validation in spec["validations"].items {
      let (message, computed) = (validation["message"], validation["messageExpression"])
      requireExpression(validation["expression"])
      if computed.isWrittenBlank { refuse(computed, .blank(computed), as: .expression) }
      if message.isWrittenBlank { refuse(message, .blank(message)) }
      if message.hasLineBreaks { refuse(message, .severalLines(message)) }
      expect(given: validation["reason"], oneOf: ["Forbidden", "Invalid", "RequestEntityTooLarge"])
    }
  }

  /// Keys are qualified by the policy's name.
  fileprivate mutating func auditAnnotations(of spec: Field, name: Field, prefix metadata: Field) {
    let annotations = spec["auditAnnotations"]
    if annotations.count > 20 { refuse(annotations, .manyAnnotations(annotations), as: .tooMany) }
    for annotation in annotations.items {
      let (key, value) = (annotation["key"], annotation["valueExpression"])
      let policy = name.text ?? ""
      if policy.isEmpty, metadata["generateName"].isEmpty {
        refuse(key, .keyWithoutPolicy)
      } else if !Grammar.qualifiedName.matches("\(policy.isEmpty ? "a" : policy)/\(key.text ?? "")") {
        refuse(key, .annotationKey(key), as: .labelFormat)
      }
      requireExpression(value)
      if (value.text?.trimmingBlanks.utf8.count ?? 0) > 5120 {
        add(.tooLong, at: value, .required, .longExpression(value))
      }
    }
    expectUnique(annotations, by: "key", includingEmpty: true)
  }
}

extension Message {
  fileprivate static var noValidation: Message {
    Message(
      en: "the policy checks nothing: add 'validations' or 'auditAnnotations'",
      ko: "정책이 확인하는 것이 없습니다: 'validations'나 'auditAnnotations'를 추가하십시오")
  }

  static func blank(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' holds blanks only: remove it, or write something",
      ko: "'\(field.name)'에 공백만 있습니다: 지우거나 내용을 쓰십시오")
  }

  static func severalLines(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' has several lines: write it on one", ko: "'\(field.name)'이(가) 여러 줄입니다: 한 줄로 쓰십시오")
  }

  fileprivate static func manyAnnotations(_ list: Field) -> Message {
    Message(
      en: "'auditAnnotations' has \(list.count) items: keep at most 20",
      ko: "'auditAnnotations'에 항목이 \(list.count)개 있습니다: 20개까지만 두십시오")
  }

  fileprivate static var keyWithoutPolicy: Message {
    Message(
      en: "the key is qualified by the policy's name, which is missing: add 'metadata.name'",
      ko: "키 앞에 붙을 정책 이름이 없습니다: 'metadata.name'을 추가하십시오")
  }

  fileprivate static func annotationKey(_ key: Field) -> Message {
    Message(
      en:
        "'\(key.text ?? "")' after the policy's name and '/' is no key of an annotation: use letters, digits, '-', '_' "
        + "and '.', 63 bytes at most",
      ko: "정책 이름과 '/' 뒤의 '\(key.text ?? "")'은(는) 어노테이션 키가 아닙니다: 글자, 숫자, '-', '_', '.'를 63바이트까지 쓰십시오")
  }

  fileprivate static func longExpression(_ value: Field) -> Message {
    Message(
      en: "'\(value.name)' is longer than 5120 bytes: shorten it", ko: "'\(value.name)'이(가) 5120바이트를 넘습니다: 줄이십시오")
  }
}
