import Findings
import Schema

extension KindValidation {
  /// The configuration of the admission plugins that ask webhooks.
  static let webhookAdmissionConfiguration = KindValidation.file(
    "apiserver.config.k8s.io/v1", "WebhookAdmissionConfiguration", readBy: "kube-apiserver",
    examples: [
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: WebhookAdmissionConfiguration
        kubeConfigFile: /etc/kubernetes/webhook.conf
        """),
      Example(
        """
        apiVersion: apiserver.config.k8s.io/v1
        kind: WebhookAdmissionConfiguration
        kubeConfigFile: webhook.conf # ←
        """),
    ]
  ) { report, file in report.expectAbsolutePath(file["kubeConfigFile"]) }
}
