import Findings

extension ConstraintPage {
  static let deprecatedKind = ConstraintPage(
    title: Message(en: "a kind is out of use", ko: "더 이상 쓰지 않는 종류"),
    why: Message(
      en: "the API server warns of every request for it, and newer programs look at the kind that replaced it",
      ko: "API 서버는 이 종류의 모든 요청에 경고하며 새 프로그램은 이를 대신한 종류를 봅니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: Endpoints # ←
      metadata: {name: db}
      subsets:
      - addresses: [{ip: 192.0.2.10}]
        ports: [{port: 5432}]
      """),
    good: Example(
      """
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: db-1
        labels: {kubernetes.io/service-name: db}
      addressType: IPv4
      endpoints:
      - addresses: [192.0.2.10]
      ports: [{port: 5432}]
      """))

  static let droppedField = ConstraintPage(
    title: Message(en: "the API server drops a field", ko: "API 서버가 버리는 필드"),
    why: Message(
      en: "the API server knows the field and removes it without a word, as long as its feature gate is off",
      ko: "API 서버는 이 필드를 알지만 기능 게이트가 꺼져 있으면 말없이 지웁니다"),
    bad: Example(
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests: {storage: 10Gi}
        dataSourceRef: # ←
          apiGroup: snapshot.storage.k8s.io
          kind: VolumeSnapshot
          name: nightly
          namespace: backups
      """),
    good: Example(
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests: {storage: 10Gi}
        dataSourceRef:
          apiGroup: snapshot.storage.k8s.io
          kind: VolumeSnapshot
          name: nightly
      """))
}
