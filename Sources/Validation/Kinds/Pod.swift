import Findings
import Schema

extension KindValidation {
  /// core.md 3; the rules of a Pod's parts lie in the folder `Pod`.
  static let pod = KindValidation(
    "v1", "Pod",
    examples: [
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: web
            image: nginx:1.27
            readinessProbe:
              httpGet: {port: 8080}
            volumeMounts:
            - {name: data, mountPath: /data}
          volumes:
          - name: data
            emptyDir: {}
        """),
      Example(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: Web # ←
        spec:
          restartPolicy: always # ←
          containers:
          - name: web
            image: nginx:1.27
            livenessProbe:
              exec: {command: ["true"]}
              httpGet: {port: 8080} # ←
            volumeMounts:
            - {name: data, mountPath: /data} # ←
        """),
    ]
  ) { report, pod in
    // The priority is filled in before validation: what that refuses hides the rest.
    guard report.priorityOfClass(pod) else { return }
    report.podAnnotations(pod["metadata"]["annotations"], of: pod["spec"], isTemplate: false)
    report.podSpec(pod["spec"], of: pod["metadata"], isTemplate: false)
    report.warnOfName(pod["metadata"]["name"])  // W1
    if !report.hasErrors { report.overheadWithoutClass(pod) }
  }
}
