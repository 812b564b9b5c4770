import Findings

extension ConstraintPage {
  static let bootstrapToken = ConstraintPage(
    title: Message(en: "a bootstrap token of another form", ko: "형식이 다른 부트스트랩 토큰"),
    why: Message(
      en: "a bootstrap token is six characters of a public name, a dot and sixteen of a secret, all of a-z and 0-9",
      ko: "부트스트랩 토큰은 공개 이름 6자, 점, 비밀 16자이며 모두 a-z와 0-9입니다"),
    bad: Example(
      """
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: InitConfiguration
      bootstrapTokens:
      - token: my-secret-token # ←
      """),
    good: Example(
      """
      apiVersion: kubeadm.k8s.io/v1beta4
      kind: InitConfiguration
      bootstrapTokens:
      - token: abcdef.0123456789abcdef
      """))

  static let duration = ConstraintPage(
    title: Message(en: "a duration is out of range", ko: "범위를 벗어난 기간"),
    why: Message(
      en: "the program waits or repeats by this duration, and does not start with one that it cannot work with",
      ko: "프로그램이 이 기간으로 기다리거나 반복하며, 쓸 수 없는 기간이면 시작하지 않습니다"),
    bad: Example(
      """
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      shutdownGracePeriod: 500ms # ←
      """),
    good: Example(
      """
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      shutdownGracePeriod: 30s
      """))

  static let encryptionKey = ConstraintPage(
    title: Message(en: "a key of another length", ko: "길이가 다른 키"),
    why: Message(
      en: "AES takes keys of 16, 24 or 32 bytes and secretbox of 32, written as base64",
      ko: "AES는 16, 24, 32바이트, secretbox는 32바이트의 키를 base64로 받습니다"),
    bad: Example(
      """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers:
        - aescbc:
            keys:
            - name: key1
              secret: c2VjcmV0 # ←
        - identity: {}
      """),
    good: Example(
      """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers:
        - aescbc:
            keys:
            - name: key1
              secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
        - identity: {}
      """))

  static let encryptionProvider = ConstraintPage(
    title: Message(en: "an item that is not one provider", ko: "제공자가 하나가 아닌 항목"),
    why: Message(
      en: "providers are tried in order, and each item of the list is one of them",
      ko: "제공자는 차례대로 시도되므로 목록의 항목 하나가 제공자 하나입니다"),
    bad: Example(
      """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers:
        - identity: {} # ←
          secretbox:
            keys:
            - {name: key1, secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=}
      """),
    good: Example(
      """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers:
        - secretbox:
            keys:
            - {name: key1, secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=}
        - identity: {}
      """))

  static let kubeconfigCredentials = ConstraintPage(
    title: Message(en: "credentials that do not go together", ko: "함께 쓸 수 없는 인증 정보"),
    why: Message(
      en: "a client proves who it is, and whom it trusts, in one way; of two it cannot tell which is meant",
      ko: "클라이언트는 한 가지 방법으로 자신을 증명하고 상대를 확인하며, 두 가지가 있으면 어느 것인지 알 수 없습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Config
      current-context: dev
      contexts:
      - name: dev
        context: {cluster: dev, user: me}
      clusters:
      - name: dev
        cluster: {server: "https://10.0.0.1:6443"}
      users:
      - name: me
        user:
          token: abc # ←
          username: me
          password: secret
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Config
      current-context: dev
      contexts:
      - name: dev
        context: {cluster: dev, user: me}
      clusters:
      - name: dev
        cluster: {server: "https://10.0.0.1:6443"}
      users:
      - name: me
        user:
          token: abc
      """))

  static let kubeconfigName = ConstraintPage(
    title: Message(en: "a name that the kubeconfig does not have", ko: "kubeconfig에 없는 이름"),
    why: Message(
      en: "the current context names a cluster and a user, and all three are looked for in the same file",
      ko: "현재 컨텍스트가 클러스터와 사용자를 가리키며 셋 모두 같은 파일에서 찾습니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Config
      current-context: prod # ←
      contexts: []
      clusters: []
      users: []
      """),
    good: Example(
      """
      apiVersion: v1
      kind: Config
      current-context: prod
      contexts:
      - name: prod
        context: {cluster: prod, user: me}
      clusters:
      - name: prod
        cluster: {server: "https://10.0.0.1:6443"}
      users:
      - name: me
        user: {token: abc}
      """))

  static let thresholdOrder = ConstraintPage(
    title: Message(en: "two bounds in the wrong order", ko: "순서가 뒤바뀐 두 경계"),
    why: Message(
      en: "between the two bounds the program works, so the lower one has to lie below the upper one; a bound that is "
        + "not written has its default",
      ko: "프로그램은 두 경계 사이에서 동작하므로 낮은 쪽이 높은 쪽보다 작아야 하며, 쓰지 않은 경계는 기본값입니다"),
    bad: Example(
      """
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      imageGCHighThresholdPercent: 70 # ←
      """),
    good: Example(
      """
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      imageGCHighThresholdPercent: 70
      imageGCLowThresholdPercent: 60
      """))
}
