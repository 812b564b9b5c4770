import Findings
import Resources
import YAML

extension Rule {
  /// The Service that a StatefulSet names is headless and selects its Pods.
  ///
  /// Silent about a missing Service unless the set holds Services in the namespace.
  static let statefulSetServiceMissing = Rule(
    id: "statefulset-service-missing", category: .reliability, severity: .error,
    what: Message(
      en: "a StatefulSet whose 'serviceName' is no headless Service of its Pods",
      ko: "'serviceName'이 자기 Pod의 헤드리스 서비스가 아닌 StatefulSet"),
    why: Message(
      en: "Its Pods get no stable DNS names, by which peers of a cluster find each other.",
      ko: "Pod가 안정된 DNS 이름을 얻지 못해 클러스터의 구성원이 서로를 찾지 못합니다."),
    advice: Message(
      en: "Name a Service with 'clusterIP: None' whose selector matches the Pods.",
      ko: "이 Pod들과 맞는 셀렉터와 'clusterIP: None'을 가진 서비스를 지정하세요."),
    examples: [
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: "db:1.0"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db}
        spec:
          clusterIP: None
          selector: {app: db}
          ports: [{port: 5432}]
        """),
      Example(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db # ←
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: db, image: "db:1.0"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db}
        spec:
          selector: {app: db}
          ports: [{port: 5432}]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.kind == "StatefulSet", let name = manifest.spec?["serviceName"], !name.text.isEmpty else { return }
    let namespace = manifest.effectiveNamespace
    guard let service = cluster.manifest(kind: "Service", name: name.text, namespace: namespace) else {
      if cluster.holds("Service", in: namespace) { report.add(.noService(name.text, namespace), at: name) }
      return
    }
    if service.spec?["clusterIP"]?.hasText("None") != true {
      report.add(.notHeadless(name.text), at: name)
    } else if let labels = manifest.podTemplate?.labels,
      !Labels(service.spec?["selector"]).pairs.allSatisfy({ labels[$0.key] == $0.value })
    {
      report.add(.selectsOthers(name.text), at: name)
    }
  }
}

extension Message {
  fileprivate static func noService(_ name: String, _ namespace: String) -> Message {
    Message(
      en: "service '\(name)' is not in namespace '\(namespace)': add a headless one",
      ko: "네임스페이스 '\(namespace)'에 서비스 '\(name)'이(가) 없습니다: 헤드리스 서비스를 추가하세요")
  }
  fileprivate static func notHeadless(_ name: String) -> Message {
    Message(
      en: "service '\(name)' has a cluster IP, so the Pods get no names of their own: set 'clusterIP: None' there",
      ko: "서비스 '\(name)'에 클러스터 IP가 있어 Pod가 자기 이름을 얻지 못합니다: 거기서 'clusterIP: None'으로 하세요")
  }
  fileprivate static func selectsOthers(_ name: String) -> Message {
    Message(
      en: "service '\(name)' does not select these Pods: use their labels in its selector",
      ko: "서비스 '\(name)'이(가) 이 Pod들을 선택하지 않습니다: 그 셀렉터에 이 레이블을 쓰세요")
  }
}
