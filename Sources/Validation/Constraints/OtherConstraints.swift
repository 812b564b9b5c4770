import Findings

extension ConstraintPage {
  static let podSecurityLevel = ConstraintPage(
    title: Message(en: "a level of Pod security is not known", ko: "알 수 없는 Pod 보안 수준"),
    why: Message(
      en: "the API server reads this label to decide which Pods it lets into the namespace",
      ko: "API 서버는 이 레이블을 읽어 네임스페이스에 들일 Pod를 정합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: strict # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels:
          pod-security.kubernetes.io/enforce: restricted
      """))

  static let clusterAddress = ConstraintPage(
    title: Message(en: "addresses of a Service contradict each other", ko: "서로 모순되는 Service 주소"),
    why: Message(
      en: "a Service has one address of each family, or none, and an alias has none",
      ko: "Service의 주소는 계열마다 하나이거나 없으며 별칭에는 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        clusterIPs: [10.96.0.20] # ←
        ports:
        - port: 80
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        clusterIP: 10.96.0.20
        ports:
        - port: 80
      """))

  static let servicePortName = ConstraintPage(
    title: Message(en: "one of several ports has no name", ko: "여러 포트 가운데 이름 없는 포트"),
    why: Message(
      en: "when a Service has several ports, others refer to them by name",
      ko: "Service의 포트가 여럿이면 다른 곳에서 이름으로 가리킵니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        ports:
        - {name: http, port: 80}
        - port: 443 # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        ports:
        - {name: http, port: 80}
        - {name: https, port: 443}
      """))

  static let secretKey = ConstraintPage(
    title: Message(en: "a Secret lacks what its type promises", ko: "타입이 약속한 내용이 없는 Secret"),
    why: Message(
      en: "programs rely on the keys that the type of a Secret promises",
      ko: "프로그램은 Secret의 타입이 약속하는 키를 믿고 씁니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Secret # ←
      metadata: {name: web}
      type: kubernetes.io/ssh-auth
      stringData:
        password: secret
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: web}
      type: kubernetes.io/ssh-auth
      stringData:
        ssh-privatekey: secret
      """))

  static let accessRule = ConstraintPage(
    title: Message(en: "a rule mixes what cannot be mixed", ko: "섞을 수 없는 것을 섞은 규칙"),
    why: Message(
      en: "URLs belong to no namespace and no API group, so a rule is about them or about resources",
      ko: "URL은 네임스페이스나 API 그룹에 속하지 않으므로 규칙은 URL이나 리소스 가운데 하나만 다룹니다"),
    bad: Example(
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: web}
      rules:
      - nonResourceURLs: [/metrics] # ←
        verbs: [get]
      """),
    good: Example(
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: web}
      rules:
      - nonResourceURLs: [/metrics]
        verbs: [get]
      """))
}
