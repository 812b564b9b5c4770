import Findings

extension ConstraintPage {
  static let structuralSchema = ConstraintPage(
    title: Message(en: "a schema is not structural", ko: "구조적이지 않은 스키마"),
    why: Message(
      en:
        "the API server drops unknown fields and fills in defaults, so it has to know the type of each value beforehand",
      ko: "API 서버는 알 수 없는 필드를 버리고 기본값을 채우므로 값마다 타입을 미리 알아야 합니다"),
    bad: Example(
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
                spec: {type: object, uniqueItems: true} # ←
                status: {} # ←
      """),
    good: Example(
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
                spec: {type: object}
                status: {type: object}
      """))

  static let expression = ConstraintPage(
    title: Message(en: "an expression in CEL is missing or misnamed", ko: "없거나 이름이 잘못된 CEL 식"),
    why: Message(
      en: "rules and conditions are written in CEL, the language in which the API server computes them",
      ko: "규칙과 조건은 API 서버가 계산하는 언어인 CEL로 씁니다"),
    bad: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: replicas}
      spec:
        matchConstraints:
          resourceRules:
          - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
        variables:
        - {name: for, expression: object.spec.replicas} # ←
        validations:
        - expression: "" # ←
      """),
    good: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: replicas}
      spec:
        matchConstraints:
          resourceRules:
          - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
        variables:
        - {name: replicas, expression: object.spec.replicas}
        validations:
        - expression: variables.replicas <= 5
      """))

  static let webhookClient = ConstraintPage(
    title: Message(en: "a webhook cannot be called", ko: "부를 수 없는 웹훅"),
    why: Message(
      en: "the API server calls a webhook by TLS at one place, a Service or a URL",
      ko: "API 서버는 Service나 URL 가운데 한 곳의 웹훅을 TLS로 부릅니다"),
    bad: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: images}
      webhooks:
      - name: images.course.example
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig:
          url: http://images.course.example # ←
      """),
    good: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: images}
      webhooks:
      - name: images.course.example
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig:
          url: https://images.course.example
      """))

  static let wildcardAlone = ConstraintPage(
    title: Message(en: "all and some are named together", ko: "전부와 일부를 함께 씀"),
    why: Message(
      en: "'*' means all, so names beside it are a mistake or a misunderstanding",
      ko: "'*'는 전부를 뜻하므로 옆에 다른 이름이 있으면 실수이거나 오해입니다"),
    bad: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: images}
      webhooks:
      - name: images.course.example
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig:
          url: https://images.course.example
        rules:
        - {apiGroups: [""], apiVersions: [v1], operations: ["*", CREATE], resources: [pods]} # ←
      """),
    good: Example(
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: images}
      webhooks:
      - name: images.course.example
        admissionReviewVersions: [v1]
        sideEffects: None
        clientConfig:
          url: https://images.course.example
        rules:
        - {apiGroups: [""], apiVersions: [v1], operations: ["*"], resources: [pods]}
      """))
}
