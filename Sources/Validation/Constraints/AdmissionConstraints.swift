import Findings

extension ConstraintPage {
  static let accessReview = ConstraintPage(
    title: Message(en: "a question about access is not one", ko: "물음이 되지 않는 접근 리뷰"),
    why: Message(
      en: "a review asks whether somebody may do one thing, is answered at once and never stored",
      ko: "리뷰는 누군가가 한 가지 일을 할 수 있는지 묻고 바로 답을 받으며 저장되지 않습니다"),
    bad: Example(
      """
      apiVersion: authorization.k8s.io/v1
      kind: SelfSubjectAccessReview
      metadata: {name: may-i} # ←
      spec:
        resourceAttributes: {verb: get, resource: pods}
      """),
    good: Example(
      """
      apiVersion: authorization.k8s.io/v1
      kind: SelfSubjectAccessReview
      spec:
        resourceAttributes: {verb: get, resource: pods}
      """))

  static let tokenPlace = ConstraintPage(
    title: Message(en: "tokens are handed over in the open", ko: "드러난 곳으로 전달되는 토큰"),
    why: Message(
      en: "a driver finds tokens among the attributes of a volume unless it asks for them as secrets, and attributes "
        + "end up in logs",
      ko: "시크릿으로 요청하지 않으면 드라이버는 토큰을 볼륨 속성으로 받는데 속성은 로그에 남습니다"),
    bad: Example(
      """
      apiVersion: storage.k8s.io/v1
      kind: CSIDriver
      metadata: {name: disks.example.com}
      spec: # ←
        tokenRequests:
        - {audience: vault}
      """),
    good: Example(
      """
      apiVersion: storage.k8s.io/v1
      kind: CSIDriver
      metadata: {name: disks.example.com}
      spec:
        tokenRequests:
        - {audience: vault}
        serviceAccountTokenInSecrets: true
      """))

  static let admission = ConstraintPage(
    title: Message(en: "an admission plugin refuses the object", ko: "어드미션 플러그인이 거부하는 객체"),
    why: Message(
      en: "plugins of the API server fill in what classes say, and refuse a Pod that says something else",
      ko: "API 서버의 플러그인은 클래스가 정한 값을 채우며 다른 값을 쓴 Pod를 거부합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        priorityClassName: system-cluster-critical
        priority: 100 # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        priorityClassName: system-cluster-critical
        containers:
        - {name: web, image: "nginx:1.27"}
      """))
}
