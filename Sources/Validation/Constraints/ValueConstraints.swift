import Findings

extension ConstraintPage {
  static let required = ConstraintPage(
    title: Message(en: "a field is missing", ko: "필드가 없음"),
    why: Message(
      en: "without this field the object means nothing, so the API server does not guess one",
      ko: "이 필드가 없으면 객체의 뜻이 정해지지 않으며 API 서버는 추측하지 않습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web # ←
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
      """))

  static let notSupported = ConstraintPage(
    title: Message(en: "a word is not known", ko: "알 수 없는 값"),
    why: Message(
      en: "the field takes certain words only, letter for letter, and the case of letters counts",
      ko: "이 필드는 정해진 값만 받으며 대소문자도 구분합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          imagePullPolicy: always # ←
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
          imagePullPolicy: Always
      """))

  static let numberRange = ConstraintPage(
    title: Message(en: "a number is out of range", ko: "범위를 벗어난 수"),
    why: Message(
      en: "the number is used as a count, a time or an identity, and has no meaning outside these bounds",
      ko: "이 수는 개수, 시간, 식별자로 쓰이며 범위 밖에서는 뜻이 없습니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        replicas: -1 # ←
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
        replicas: 1
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let percentage = ConstraintPage(
    title: Message(en: "a share is no percentage", ko: "백분율이 아닌 값"),
    why: Message(
      en: "a number counts Pods and a text is a percentage, so a number in quotes is neither",
      ko: "수는 Pod의 개수이고 문자열은 백분율이므로 따옴표 안의 수는 어느 쪽도 아닙니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        strategy:
          rollingUpdate: {maxSurge: "1"} # ←
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
          rollingUpdate: {maxSurge: 25%}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let duplicate = ConstraintPage(
    title: Message(en: "a value is given twice", ko: "값이 두 번 쓰임"),
    why: Message(
      en: "the entries of this list are told apart by this value",
      ko: "이 목록의 항목은 이 값으로 구분됩니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - {name: web, image: "nginx:1.27"}
        - {name: web, image: "redis:7"} # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - {name: web, image: "nginx:1.27"}
        - {name: cache, image: "redis:7"}
      """))

  static let forbidden = ConstraintPage(
    title: Message(en: "a field may not be given here", ko: "여기에 쓸 수 없는 필드"),
    why: Message(
      en: "the field contradicts another one, or is written by the cluster itself",
      ko: "이 필드는 다른 필드와 모순되거나 클러스터가 직접 씁니다"),
    bad: Example(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector:
          matchLabels: {app: web}
        strategy:
          type: Recreate
          rollingUpdate: {maxSurge: 1} # ←
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
          type: RollingUpdate
          rollingUpdate: {maxSurge: 1}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
      """))

  static let invalid = ConstraintPage(
    title: Message(en: "a value does not fit", ko: "맞지 않는 값"),
    why: Message(
      en: "the value is of the right type and still means nothing here, mostly because of another field",
      ko: "형식은 맞지만 다른 필드와 함께 보면 뜻이 없는 값입니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        ports:
        - port: 80
        externalTrafficPolicy: Local # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        type: NodePort
        ports:
        - port: 80
        externalTrafficPolicy: Local
      """))

  static let tooLong = ConstraintPage(
    title: Message(en: "a text is too long", ko: "너무 긴 값"),
    why: Message(
      en: "the text is stored and handed on in places that have no more room",
      ko: "이 값은 더 긴 값을 담을 수 없는 곳에 저장되고 전달됩니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostnameOverride: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostnameOverride: web
        containers:
        - {name: web, image: "nginx:1.27"}
      """))

  static let tooMany = ConstraintPage(
    title: Message(en: "a list is too long", ko: "너무 긴 목록"),
    why: Message(
      en: "programs that use the list read no more than this many entries",
      ko: "이 목록을 쓰는 프로그램은 이 개수까지만 읽습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        dnsConfig:
          nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4] # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        dnsConfig:
          nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3]
        containers:
        - {name: web, image: "nginx:1.27"}
      """))

  static let notFound = ConstraintPage(
    title: Message(en: "a name leads nowhere", ko: "가리키는 대상이 없는 이름"),
    why: Message(
      en: "the name is looked for in this very object, and there is nothing of that name",
      ko: "이 이름은 같은 객체 안에서 찾는데 그런 이름이 없습니다"),
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
            claims: [{name: gpu}] # ←
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
            claims: [{name: gpu}]
        resourceClaims:
        - {name: gpu, resourceClaimName: gpu}
      """))
}
