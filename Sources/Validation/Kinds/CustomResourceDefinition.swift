import Findings
import Schema

extension KindValidation {
  /// groups.md 3.16. The costs of rules in CEL are bounded, not estimated; defaults are not held to rules.
  static let customResourceDefinition = KindValidation(
    "apiextensions.k8s.io/v1", "CustomResourceDefinition", scope: .cluster, metadata: .general,
    examples: [
      Example(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: lessons.course.example}
        spec:
          group: course.example
          scope: Namespaced
          names: {plural: lessons, kind: Lesson, shortNames: [ls]}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            additionalPrinterColumns:
            - {name: Title, type: string, jsonPath: .spec.title}
            selectableFields:
            - {jsonPath: .spec.title}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [title]
                    properties:
                      title: {type: string, maxLength: 80, pattern: "^[A-Z]"}
                      minutes: {type: integer, minimum: 1, default: 30}
                  status: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """),
      Example(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: lesson.course.example} # ←
        spec:
          group: course.example
          scope: namespaced # ←
          names: {plural: lessons, kind: Lesson}
          versions: # ←
          - name: v1.0 # ←
            served: true
            storage: false
            schema:
              openAPIV3Schema:
                type: object
        """),
      Example(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: lessons.course.example}
        spec:
          group: course.example
          scope: Namespaced
          names: {plural: lessons, kind: Lesson}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec: # ←
                    properties:
                      title: {type: text} # ←
                      code: {type: string, pattern: "(?=a)"} # ←
                      parts: # ←
                        type: array
                        x-kubernetes-list-type: map
        """),
    ]
  ) { report, object in
    report.definition(object)
  }
}

extension Report {
  fileprivate mutating func definition(_ object: Field) {
    let spec = object["spec"]
    let (group, names) = (spec["group"], spec["names"])
    expectName(object["metadata"], "\(names["plural"].text ?? "").\(group.text ?? "")", grammar: .subdomain)
    require(group)
    expect(group, .subdomain)
    if let text = group.text, Grammar.subdomain.matches(text), !text.utf8.contains(UInt8(ascii: ".")) {
      refuse(group, .groupWithoutDot(group), as: .nameFormat)
    }
    require(spec["scope"])
    expect(spec["scope"], oneOf: ["Cluster", "Namespaced"])
    resourceNames(names)
    resourceVersions(of: object)
    conversion(spec["conversion"], of: spec)
    approval(of: object)
    if spec["preserveUnknownFields"].isTrue { refuse(spec["preserveUnknownFields"], .preservedFields) }
  }

  private mutating func resourceNames(_ names: Field) {
    let (kind, plural, singular, list) = (names["kind"], names["plural"], names["singular"], names["listKind"])
    require(plural)
    require(kind)
    expect(plural, .label1035)
    expectKindName(kind)
    // The singular and the list's kind are made of the kind where they are absent.
    let name = kind.text ?? ""
    if singular.isEmpty {
      let isName = name.isEmpty || Grammar.label1035.matches(name.loweringASCII)
      if name.isEmpty { require(singular) } else if !isName { refuse(singular, .copiedKind(singular), as: .nameFormat) }
    }
    expect(singular, .label1035)
    if list.isEmpty {
      let isName = Grammar.label1035.matches((name + "List").loweringASCII)
      if name.isEmpty { require(list) } else if !isName { refuse(list, .copiedKind(list), as: .nameFormat) }
    }
    expectKindName(list)
    if !kind.isEmpty, list.hasTextOf(kind) { refuse(list, .sameKind) }
    for name in names["shortNames"].items { expect(always: name, .label1035) }
    for name in names["categories"].items { expect(always: name, .label1035) }
  }

  private mutating func conversion(_ conversion: Field, of spec: Field) {
    guard conversion.isGiven else { return }
    let (strategy, webhook) = (conversion["strategy"], conversion["webhook"])
    let client = webhook["clientConfig"].reported(at: conversion, "webhookClientConfig")
    let versions = webhook["conversionReviewVersions"].reported(at: conversion, "conversionReviewVersions")
    require(strategy)
    expect(strategy, oneOf: ["None", "Webhook"])
    if spec["preserveUnknownFields"].isTrue, !strategy.hasText("None") { refuse(strategy, .preservedFields) }
    if strategy.hasText("Webhook") {
      if client.isGiven { webhookClient(client) } else { require(client, .noClient) }
      reviewVersions(versions)
    } else {
      forbid(client, .unusedWebhook)
      if !versions.isEmpty { forbid(versions, .unusedWebhook) }
    }
  }

  /// Groups of the community say where their API was reviewed.
  private mutating func approval(of object: Field) {
    let group = object["spec"]["group"].text ?? ""
    guard ["k8s.io", "kubernetes.io"].contains(where: { group == $0 || group.hasSuffix("." + $0) }) else { return }
    let annotation = object["metadata"]["annotations"].entry("api-approved.kubernetes.io")
    guard let text = annotation.text, !text.isEmpty else { return require(annotation, .noApproval) }
    if text.hasPrefix("unapproved") { return }
    let url = text.hasPrefix("/") ? nil : WebAddress(text)
    if url?.scheme.isEmpty ?? true || url?.host.isEmpty ?? true { refuse(annotation, .badApproval(annotation)) }
  }
}

extension Message {
  fileprivate static func groupWithoutDot(_ group: Field) -> Message {
    Message(
      en: "group '\(group.written)' is no domain: write one such as '\(group.written).example.com'",
      ko: "그룹 '\(group.written)'은(는) 도메인이 아닙니다: '\(group.written).example.com'처럼 쓰십시오")
  }

  static var preservedFields: Message {
    Message(
      en: "unknown fields are kept by 'x-kubernetes-preserve-unknown-fields: true' in the schema: use that instead",
      ko: "알 수 없는 필드는 스키마의 'x-kubernetes-preserve-unknown-fields: true'로 유지합니다: 대신 그것을 쓰십시오")
  }

  fileprivate static func copiedKind(_ field: Field) -> Message {
    Message(
      en: "'\(field.name)' is made of the kind, which is no name: mend the kind",
      ko: "'\(field.name)'은(는) kind로 만들어지는데 kind가 이름이 될 수 없습니다: kind를 고치십시오")
  }

  fileprivate static var sameKind: Message {
    Message(
      en: "a list is of another kind than its items: write another 'listKind'",
      ko: "목록은 항목과 다른 종류입니다: 다른 'listKind'를 쓰십시오")
  }

  fileprivate static var noClient: Message {
    Message(
      en: "the webhook that converts is nowhere: add 'webhook.clientConfig'",
      ko: "변환할 웹훅의 위치가 없습니다: 'webhook.clientConfig'를 추가하십시오")
  }

  fileprivate static var unusedWebhook: Message {
    Message(
      en: "without 'strategy: Webhook' no webhook is asked: remove this, or write that strategy",
      ko: "'strategy: Webhook'이 아니면 웹훅을 부르지 않습니다: 지우거나 그 전략을 쓰십시오")
  }

  fileprivate static var noApproval: Message {
    Message(
      en: "the group belongs to the Kubernetes community: use your own, or say in the annotation "
        + "'api-approved.kubernetes.io' where its API was reviewed",
      ko: "이 그룹은 Kubernetes 커뮤니티의 것입니다: 자신의 그룹을 쓰거나 'api-approved.kubernetes.io' 어노테이션에 검토된 곳을 쓰십시오")
  }

  fileprivate static func badApproval(_ annotation: Field) -> Message {
    Message(
      en: "'\(annotation.written)' is no URL of a review: write one, or a text that begins with 'unapproved'",
      ko: "'\(annotation.written)'은(는) 검토 URL이 아닙니다: URL이나 'unapproved'로 시작하는 글을 쓰십시오")
  }
}
