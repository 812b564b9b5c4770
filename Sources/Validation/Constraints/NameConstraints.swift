import Findings

extension ConstraintPage {
  static let nameFormat = ConstraintPage(
    title: Message(en: "a name has letters it cannot have", ko: "이름에 쓸 수 없는 글자"),
    why: Message(
      en: "names become parts of DNS names, URLs and file names, which allow little",
      ko: "이름은 DNS 이름, URL, 파일 이름의 일부가 되므로 쓸 수 있는 글자가 적습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: Web_Config} # ←
      data: {a: b}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {a: b}
      """))

  static let labelFormat = ConstraintPage(
    title: Message(en: "a label or key has letters it cannot have", ko: "레이블이나 키에 쓸 수 없는 글자"),
    why: Message(
      en: "labels are compared and listed by selectors, so their keys and values have a strict form",
      ko: "레이블은 셀렉터가 비교하고 나열하므로 키와 값의 형식이 엄격합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        labels:
          app: web shop # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        labels:
          app: web-shop
      """))

  static let configKey = ConstraintPage(
    title: Message(en: "a key cannot be a file name", ko: "파일 이름이 될 수 없는 키"),
    why: Message(
      en: "keys of ConfigMaps and Secrets become names of files in volumes",
      ko: "ConfigMap과 Secret의 키는 볼륨에서 파일 이름이 됩니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data:
        conf/app: port=80 # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data:
        app.conf: port=80
      """))

  static let environmentName = ConstraintPage(
    title: Message(en: "a variable cannot have this name", ko: "변수 이름으로 쓸 수 없음"),
    why: Message(
      en: "an equals sign ends the name of an environment variable, and only printable characters reach every program",
      ko: "등호는 환경 변수 이름의 끝을 뜻하며 인쇄 가능한 글자만 모든 프로그램에 전달됩니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          env:
          - {name: "MODE=fast", value: "1"} # ←
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
          env:
          - {name: MODE, value: fast}
      """))

  static let portName = ConstraintPage(
    title: Message(en: "a port cannot have this name", ko: "포트 이름으로 쓸 수 없음"),
    why: Message(
      en:
        "names of ports are those of services in the registry of IANA: at most 15 characters with a letter among them",
      ko: "포트 이름은 IANA 서비스 이름의 형식을 따르며 15자 이하이고 글자가 하나 이상 있어야 합니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          ports:
          - {name: HTTP, containerPort: 80} # ←
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
          ports:
          - {name: http, containerPort: 80}
      """))

  static let portRange = ConstraintPage(
    title: Message(en: "a port number is out of range", ko: "범위를 벗어난 포트 번호"),
    why: Message(
      en: "ports are numbers from 1 to 65535",
      ko: "포트 번호는 1부터 65535까지입니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          ports:
          - containerPort: 80800 # ←
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
          ports:
          - containerPort: 8080
      """))

  static let pathFormat = ConstraintPage(
    title: Message(en: "a path leads out of its place", ko: "경로가 정해진 곳을 벗어남"),
    why: Message(
      en: "a path with two dots or from the root could reach files that the container is not given",
      ko: "두 점이나 루트로 시작하는 경로는 컨테이너에 주지 않은 파일에 닿을 수 있습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
          - {name: data, mountPath: /data, subPath: ../other} # ←
        volumes:
        - {name: data, emptyDir: {}}
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
          volumeMounts:
          - {name: data, mountPath: /data, subPath: other}
        volumes:
        - {name: data, emptyDir: {}}
      """))

  static let addressFormat = ConstraintPage(
    title: Message(en: "an address cannot be read", ko: "읽을 수 없는 주소"),
    why: Message(
      en: "programs read unusual forms of an address differently, so only one form is taken",
      ko: "프로그램마다 특이한 형식의 주소를 다르게 읽으므로 한 가지 형식만 받습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostAliases:
        - {ip: 10.0.0.256, hostnames: [db]} # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostAliases:
        - {ip: 10.0.0.25, hostnames: [db]}
        containers:
        - {name: web, image: "nginx:1.27"}
      """))
}
