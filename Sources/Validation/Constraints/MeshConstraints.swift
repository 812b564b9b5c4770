import Findings

extension ConstraintPage {
  static let mesh = ConstraintPage(
    title: Message(en: "the mesh refuses its configuration", ko: "메시가 거부하는 설정"),
    why: Message(
      en: "istiod looks at its objects before the API server keeps them, and refuses what proxies could not follow",
      ko: "istiod는 API 서버가 저장하기 전에 객체를 보고 프록시가 따를 수 없는 것을 거부합니다"),
    bad: Example(
      """
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default}
      spec:
        portLevelMtls: # ←
          8080: {mode: DISABLE}
      """),
    good: Example(
      """
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default}
      spec:
        selector: {matchLabels: {app: web}}
        portLevelMtls:
          8080: {mode: DISABLE}
      """))
}
