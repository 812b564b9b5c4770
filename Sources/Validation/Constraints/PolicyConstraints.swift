import Findings

extension ConstraintPage {
  static let addressSpelling = ConstraintPage(
    title: Message(en: "an IPv6 address has an unusual spelling", ko: "흔치 않게 쓴 IPv6 주소"),
    why: Message(
      en: "the API server accepts it and warns, since programs that compare addresses as texts take it for another",
      ko: "API 서버가 받고 경고합니다. 주소를 문자열로 비교하는 프로그램은 다른 주소로 봅니다"),
    bad: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web}
      spec:
        podSelector: {}
        ingress:
        - from:
          - ipBlock: {cidr: "FD00:0:0::/48"} # ←
      """),
    good: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web}
      spec:
        podSelector: {}
        ingress:
        - from:
          - ipBlock: {cidr: "fd00::/48"}
      """))

  static let backend = ConstraintPage(
    title: Message(en: "a backend of an Ingress is not clear", ko: "분명하지 않은 Ingress 백엔드"),
    why: Message(
      en: "a request goes to one port of one Service, or to one object of another kind",
      ko: "요청은 한 Service의 한 포트나 다른 종류의 객체 하나로 갑니다"),
    bad: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        defaultBackend:
          service: {name: web} # ←
      """),
    good: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        defaultBackend:
          service: {name: web, port: {number: 80}}
      """))

  static let deprecated = ConstraintPage(
    title: Message(en: "a field or value is out of use", ko: "더 이상 쓰지 않는 필드나 값"),
    why: Message(
      en: "the API server still accepts it and warns, and newer programs look elsewhere",
      ko: "API 서버가 아직 받고 경고하지만 새 프로그램은 다른 곳을 봅니다"),
    bad: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          kubernetes.io/ingress.class: nginx # ←
      spec:
        defaultBackend:
          service: {name: web, port: {number: 80}}
      """),
    good: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        ingressClassName: nginx
        defaultBackend:
          service: {name: web, port: {number: 80}}
      """))

  static let limitOrder = ConstraintPage(
    title: Message(en: "values of a limit contradict each other", ko: "서로 모순되는 제한 값"),
    why: Message(
      en: "a default outside the bounds would make a container that the same limit refuses",
      ko: "범위를 벗어난 기본값은 같은 제한이 거부할 컨테이너를 만듭니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: web}
      spec:
        limits:
        - type: Container
          max: {cpu: "1"}
          default: {cpu: "2"} # ←
          defaultRequest: {cpu: "1"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: LimitRange
      metadata: {name: web}
      spec:
        limits:
        - type: Container
          max: {cpu: "2"}
          default: {cpu: "2"}
          defaultRequest: {cpu: "1"}
      """))

  static let metricSource = ConstraintPage(
    title: Message(en: "a metric lacks its target or has two", ko: "목표가 없거나 둘인 메트릭"),
    why: Message(
      en: "the autoscaler compares what it measures with one target",
      ko: "오토스케일러는 측정한 값을 목표 하나와 비교합니다"),
    bad: Example(
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        maxReplicas: 10
        metrics:
        - type: Resource
          resource:
            name: cpu
            target: # ←
              type: Utilization
      """),
    good: Example(
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        maxReplicas: 10
        metrics:
        - type: Resource
          resource:
            name: cpu
            target:
              type: Utilization
              averageUtilization: 70
      """))

  static let networkPeer = ConstraintPage(
    title: Message(en: "a peer of a NetworkPolicy means nothing", ko: "뜻이 없는 NetworkPolicy 상대"),
    why: Message(
      en: "a peer is Pods chosen by labels, or addresses outside the cluster, and never both",
      ko: "상대는 레이블로 고른 Pod이거나 클러스터 밖의 주소이며 둘 다일 수는 없습니다"),
    bad: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web}
      spec:
        podSelector: {}
        ingress:
        - from:
          - {} # ←
          - ipBlock: {cidr: 10.0.0.0/8} # ←
            podSelector: {}
      """),
    good: Example(
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web}
      spec:
        podSelector: {}
        ingress:
        - from:
          - ipBlock: {cidr: 10.0.0.0/8}
          - podSelector: {}
      """))

  static let quotaScope = ConstraintPage(
    title: Message(en: "a quota counts what its scope does not have", ko: "범위에 없는 것을 세는 쿼터"),
    why: Message(
      en: "a scope chooses Pods or claims, and only what these use can be counted in it",
      ko: "범위는 Pod나 클레임을 고르므로 그것들이 쓰는 것만 셀 수 있습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: web}
      spec:
        hard: {secrets: 10}
        scopes: [BestEffort] # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: web}
      spec:
        hard: {pods: 10}
        scopes: [BestEffort]
      """))
}
