import Findings
import Schema

extension KindValidation {
  /// component-base, `ValidateTracingConfiguration`
  static let tracingConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "TracingConfiguration", readBy: "kube-apiserver",
    others: ["apiserver.config.k8s.io/v1alpha1", "apiserver.config.k8s.io/v1beta1"],
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: TracingConfiguration
        endpoint: localhost:4317
        samplingRatePerMillion: 100
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: TracingConfiguration
        endpoint: ftp://collector # ←
        samplingRatePerMillion: 2000000 # ←
        """),
    ]
  ) { report, file in report.tracing(file) }
}

extension Report {
  mutating func tracing(_ tracing: Field) {
    let rate = tracing["samplingRatePerMillion"]
    expect(rate, in: 0...1_000_000)
    guard let text = tracing["endpoint"].text, !text.isEmpty else { return }
    let schemes: [String] = ["dns", "unix", "unix-abstract", "vsock", "http", "https"]
    guard let scheme = WebAddress(text)?.scheme, !scheme.isEmpty, !schemes.contains(scheme), text.contains("/") else {
      return
    }
    refuse(tracing["endpoint"], .endpoint(tracing["endpoint"]), as: .addressFormat)
  }
}

extension Message {
  fileprivate static func endpoint(_ field: Field) -> Message {
    Message(
      en: "endpoint '\(field.written)' is no place to send traces to: write one such as 'localhost:4317'",
      ko: "endpoint '\(field.written)'은(는) 추적을 보낼 곳이 아닙니다: 'localhost:4317'처럼 쓰십시오")
  }
}
