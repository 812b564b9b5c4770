import Findings

extension ConstraintPage {
  static let quantity = ConstraintPage(
    title: Message(en: "an amount is negative, nothing or a fraction", ko: "음수, 0 또는 분수인 양"),
    why: Message(
      en: "amounts are promised and counted, so they cannot be negative, and some things only come whole",
      ko: "리소스의 양은 약속하고 세는 값이므로 음수일 수 없고 어떤 것은 정수여야 합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            requests: {cpu: "-1"} # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            requests: {cpu: "1"}
      """))

  static let requestAboveLimit = ConstraintPage(
    title: Message(en: "a request is above its limit", ko: "제한보다 큰 요청"),
    why: Message(
      en: "the scheduler would keep more for the container than it may ever use",
      ko: "컨테이너가 쓸 수 있는 것보다 더 많이 예약하게 됩니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            requests: {memory: 1Gi} # ←
            limits: {memory: 512Mi}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            requests: {memory: 512Mi}
            limits: {memory: 512Mi}
      """))

  static let resourceName = ConstraintPage(
    title: Message(en: "a resource is not known", ko: "알 수 없는 리소스"),
    why: Message(
      en: "names without a domain are those of Kubernetes; devices carry the domain of their maker",
      ko: "도메인 없는 이름은 Kubernetes의 것이고 장치에는 만든 곳의 도메인이 붙습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            limits: {gpu: 1} # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          resources:
            limits: {example.com/gpu: 1}
      """))
}
