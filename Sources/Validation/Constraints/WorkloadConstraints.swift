import Findings

extension ConstraintPage {
  static let restartPolicy = ConstraintPage(
    title: Message(en: "a restart policy does not fit the kind", ko: "종류에 맞지 않는 재시작 정책"),
    why: Message(
      en: "a Deployment's Pods run forever and are always restarted; a Job's Pods end and are not",
      ko: "Deployment의 Pod는 계속 실행되므로 항상 다시 시작하고 Job의 Pod는 끝나므로 그렇지 않습니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            restartPolicy: Never # ←
            containers:
            - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            restartPolicy: Always
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let selectorMismatch = ConstraintPage(
    title: Message(en: "a selector does not select its own Pods", ko: "셀렉터가 자기 Pod를 고르지 않음"),
    why: Message(
      en: "a workload that cannot find the Pods it makes would make new ones without end",
      ko: "자신이 만든 Pod를 찾지 못하는 워크로드는 끝없이 새 Pod를 만듭니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: shop} # ←
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let selectorOperator = ConstraintPage(
    title: Message(en: "a condition of a selector cannot be read", ko: "읽을 수 없는 셀렉터 조건"),
    why: Message(
      en: "a condition has one of a few operators, with values or without, as the operator asks",
      ko: "조건에는 정해진 연산자가 있고 연산자에 따라 값이 있거나 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: web}
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests: {storage: 1Gi}
        selector:
          matchExpressions:
          - {key: tier, operator: Equals, values: [fast]} # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: web}
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests: {storage: 1Gi}
        selector:
          matchExpressions:
          - {key: tier, operator: In, values: [fast]}
      """))

  static let stuckUpdate = ConstraintPage(
    title: Message(en: "an update cannot begin", ko: "시작할 수 없는 업데이트"),
    why: Message(
      en: "an update replaces Pods by having one more or one less for a while",
      ko: "업데이트는 잠시 Pod를 하나 더하거나 빼면서 교체합니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        strategy:
          rollingUpdate: {maxSurge: 0, maxUnavailable: 0} # ←
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        strategy:
          rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let schedule = ConstraintPage(
    title: Message(en: "a schedule cannot be read", ko: "읽을 수 없는 스케줄"),
    why: Message(
      en: "a schedule has five fields, each with its own bounds",
      ko: "스케줄에는 필드가 다섯 개 있고 각각 범위가 있습니다"),
    bad: Example(
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: web}
      spec:
        schedule: "* * *" # ←
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: web}
      spec:
        schedule: "*/5 * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                - {name: web, image: "nginx:1.27"}
      """))
}
