import Findings

extension ConstraintPage {
  static let severalHandlers = ConstraintPage(
    title: Message(en: "a probe has several handlers", ko: "프로브에 핸들러가 여럿"),
    why: Message(
      en: "a probe does one thing, and the API server does not choose among several",
      ko: "프로브는 한 가지만 확인하며 API 서버는 여럿 가운데 고르지 않습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          livenessProbe:
            httpGet: {port: 80}
            tcpSocket: {port: 80} # ←
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
          livenessProbe:
            httpGet: {port: 80}
      """))

  static let noHandler = ConstraintPage(
    title: Message(en: "a probe or hook does nothing", ko: "할 일이 없는 프로브나 훅"),
    why: Message(
      en: "without a handler there is nothing to check or to run",
      ko: "핸들러가 없으면 확인하거나 실행할 것이 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          livenessProbe: # ←
            periodSeconds: 5
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
          livenessProbe:
            periodSeconds: 5
            tcpSocket: {port: 80}
      """))

  static let initContainerProbe = ConstraintPage(
    title: Message(en: "an init container has probes or hooks", ko: "초기화 컨테이너의 프로브나 훅"),
    why: Message(
      en: "an init container runs to its end before the others start, so there is nothing to watch",
      ko: "초기화 컨테이너는 다른 컨테이너가 시작되기 전에 끝나므로 지켜볼 것이 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        initContainers:
        - name: setup
          image: busybox:1.36
          readinessProbe: {tcpSocket: {port: 80}} # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        initContainers:
        - name: proxy
          image: busybox:1.36
          restartPolicy: Always
          readinessProbe: {tcpSocket: {port: 80}}
        containers:
        - {name: web, image: "nginx:1.27"}
      """))

  static let mountWithoutVolume = ConstraintPage(
    title: Message(en: "a mount names no volume of the Pod", ko: "Pod에 없는 볼륨을 마운트"),
    why: Message(
      en: "a container mounts what the Pod has in its volumes, by name",
      ko: "컨테이너는 Pod의 볼륨을 이름으로 마운트합니다"),
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
          - {name: date, mountPath: /data} # ←
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
          - {name: data, mountPath: /data}
        volumes:
        - {name: data, emptyDir: {}}
      """))

  static let mountPathTwice = ConstraintPage(
    title: Message(en: "two things are mounted at one path", ko: "한 경로에 두 번 마운트"),
    why: Message(
      en: "what is mounted second hides what was first",
      ko: "두 번째로 마운트한 것이 첫 번째를 가립니다"),
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
          - {name: data, mountPath: /data}
          - {name: data, mountPath: /data, subPath: b} # ←
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
          - {name: data, mountPath: /data}
          - {name: data, mountPath: /more, subPath: b}
        volumes:
        - {name: data, emptyDir: {}}
      """))

  static let severalVolumeSources = ConstraintPage(
    title: Message(en: "a volume has several sources", ko: "볼륨의 출처가 여럿"),
    why: Message(
      en: "a volume is one thing, and the API server does not choose among several",
      ko: "볼륨은 하나의 출처를 가지며 API 서버는 여럿 가운데 고르지 않습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes:
        - name: data
          emptyDir: {}
          configMap: {name: web} # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes:
        - name: data
          configMap: {name: web}
        containers:
        - {name: web, image: "nginx:1.27"}
      """))

  static let fileMode = ConstraintPage(
    title: Message(en: "a file mode is out of range", ko: "범위를 벗어난 파일 모드"),
    why: Message(
      en: "the mode is a number from 0 to 0777 in octal; without the leading zero it is read as decimal",
      ko: "파일 모드는 8진수 0부터 0777까지이며 앞의 0이 없으면 10진수로 읽힙니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes:
        - name: data
          configMap: {name: web, defaultMode: 644} # ←
        containers:
        - {name: web, image: "nginx:1.27"}
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        volumes:
        - name: data
          configMap: {name: web, defaultMode: 0644}
        containers:
        - {name: web, image: "nginx:1.27"}
      """))

  static let hostPort = ConstraintPage(
    title: Message(en: "a port of the node differs from the container's", ko: "노드 포트와 컨테이너 포트가 다름"),
    why: Message(
      en: "with hostNetwork the container listens on the node itself, so the two numbers are one",
      ko: "hostNetwork이면 컨테이너가 노드에서 직접 듣기 때문에 두 번호는 같습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostNetwork: true
        containers:
        - name: web
          image: nginx:1.27
          ports:
          - {containerPort: 80, hostPort: 8080} # ←
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostNetwork: true
        containers:
        - name: web
          image: nginx:1.27
          ports:
          - {containerPort: 80, hostPort: 80}
      """))

  static let environmentSource = ConstraintPage(
    title: Message(en: "a variable has no source, or several", ko: "변수의 출처가 없거나 여럿"),
    why: Message(
      en: "a variable has one value, from one place",
      ko: "변수의 값은 한 곳에서 하나만 옵니다"),
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
          - name: MODE
            value: fast
            valueFrom: {configMapKeyRef: {name: web, key: mode}} # ←
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
          - name: MODE
            valueFrom: {configMapKeyRef: {name: web, key: mode}}
      """))

  static let fieldReference = ConstraintPage(
    title: Message(en: "a container cannot see this field", ko: "컨테이너가 볼 수 없는 필드"),
    why: Message(
      en: "only a few fields of the Pod, and amounts of its containers, can be given to a container",
      ko: "Pod의 몇몇 필드와 컨테이너의 리소스 양만 컨테이너에 줄 수 있습니다"),
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
          - name: IP
            valueFrom: {fieldRef: {fieldPath: status.podIp}} # ←
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
          - name: IP
            valueFrom: {fieldRef: {fieldPath: status.podIP}}
      """))

  static let privilegeEscalation = ConstraintPage(
    title: Message(en: "rights are given and refused at once", ko: "권한을 주면서 막음"),
    why: Message(
      en: "a privileged container has all rights already, so it cannot be kept from gaining more",
      ko: "특권 컨테이너는 이미 모든 권한이 있으므로 권한 상승을 막을 수 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
        - name: web
          image: nginx:1.27
          securityContext: {privileged: true, allowPrivilegeEscalation: false} # ←
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
          securityContext: {allowPrivilegeEscalation: false}
      """))
}
