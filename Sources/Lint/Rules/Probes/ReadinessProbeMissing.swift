import Findings
import Resources
import YAML

extension Rule {
  /// A container behind a Service says when it can serve.
  ///
  /// Looks only at workloads that a Service of the set selects: where no traffic comes in, readiness tells nobody
  /// anything but a rollout.
  static let readinessProbeMissing = Rule(
    id: "readiness-probe-missing", category: .probes, severity: .warning,
    what: Message(en: "a container behind a Service without a readiness probe", ko: "서비스 뒤에 있으면서 준비성 프로브가 없는 컨테이너"),
    why: Message(
      en: "Traffic reaches a Pod that cannot serve yet, and a rollout takes a broken version for a good one.",
      ko: "아직 응답할 수 없는 Pod로 트래픽이 가고, 롤아웃은 고장 난 버전을 정상으로 여깁니다."),
    advice: Message(
      en: "Add a 'readinessProbe' that answers what a client would ask.",
      ko: "클라이언트가 물을 것에 답하는 'readinessProbe'를 추가하세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          containers:
            - name: web
              image: web:1.0
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: nobody-sends-here, labels: {app: worker}}
        spec:
          containers: [{name: worker, image: "worker:1.0"}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8080}]
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec:
          containers:
            - name: web # ←
              image: web:1.0
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8080}]
        """),
    ]
  ) { manifest, cluster, report in
    guard manifest.runsUntilReplaced, let service = cluster.services(selecting: manifest).first else { return }
    for container in manifest.containers where container.probe(.readiness) == nil {
      report.add(
        .noReadiness(container.title, service.displayName), missing: "readinessProbe", in: container.node)
    }
  }
}

extension Message {
  fileprivate static func noReadiness(_ container: String, _ service: String) -> Message {
    Message(
      en: "'\(service)' sends to container '\(container)' before it can serve: add a 'readinessProbe'",
      ko: "'\(service)'이(가) 준비되지 않은 컨테이너 '\(container)'(으)로 보냅니다: 'readinessProbe'를 추가하세요")
  }
}
