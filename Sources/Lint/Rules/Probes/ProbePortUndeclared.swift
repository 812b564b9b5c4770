import Findings
import Resources
import YAML

extension Rule {
  /// A probe's port is one that the container declares.
  ///
  /// A name is looked up in the probed container alone (the kubelet's `probe.ResolveContainerPort`), and the API
  /// server does not check it. A number works undeclared, so that is mentioned only where the container does declare
  /// ports.
  static let probePortUndeclared = Rule(
    id: "probe-port-undeclared", category: .probes, severity: .error,
    what: Message(en: "a probe of a port that the container does not declare", ko: "컨테이너가 선언하지 않은 포트의 프로브"),
    why: Message(
      en: "A name that is not declared never works: the probe fails until the container is restarted or left out.",
      ko: "선언되지 않은 이름은 절대 동작하지 않아, 컨테이너가 재시작되거나 제외될 때까지 프로브가 실패합니다."),
    advice: Message(
      en: "Declare the port under 'ports', or correct the probe.", ko: "'ports'에 포트를 선언하거나 프로브를 고치세요."),
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              ports: [{name: http, containerPort: 8080}]
              readinessProbe: {httpGet: {path: /ready, port: http}}
              livenessProbe: {tcpSocket: {port: 8080}}
            - name: declares-nothing
              image: web:1.0
              readinessProbe: {httpGet: {path: /ready, port: 9090}}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              image: web:1.0
              ports: [{name: http, containerPort: 8080}]
              readinessProbe:
                httpGet:
                  path: /ready
                  port: htpp # ←
              livenessProbe:
                tcpSocket: {port: 8081} # ←
        """),
    ]
  ) { manifest, _, report in
    for container in manifest.allContainers {
      let ports = container.ports
      for probe in container.probes {
        for (_, handler) in probe.handlers {
          guard let port = handler["port"] else { continue }
          if let number = port.integer {
            guard !ports.isEmpty, !ports.contains(where: { $0["containerPort"]?.integer == number }) else { continue }
            report.add(.undeclaredNumber(port.text, container.title), at: port, severity: .info)
          } else if !ports.contains(where: { $0["name"]?.text == port.text }) {
            report.add(.undeclaredName(port.text, container.title), at: port)
          }
        }
      }
    }
  }
}

extension Message {
  fileprivate static func undeclaredName(_ port: String, _ container: String) -> Message {
    Message(
      en: "container '\(container)' declares no port named '\(port)', so the probe always fails: correct the name",
      ko: "컨테이너 '\(container)'에 '\(port)'(이)라는 포트가 없어 프로브가 항상 실패합니다: 이름을 고치세요")
  }

  fileprivate static func undeclaredNumber(_ port: String, _ container: String) -> Message {
    Message(
      en: "container '\(container)' declares other ports than \(port): check the number, or declare it",
      ko: "컨테이너 '\(container)'은(는) \(port)이(가) 아닌 포트를 선언합니다: 번호를 확인하거나 선언하세요")
  }
}
