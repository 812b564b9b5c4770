/// What `drydock new lab` writes: a lab whose proof holds.
enum LabTemplate {
  static func files(name: String, languages: [String]) -> [(path: String, text: String)] {
    let root = "labs/\(name)"
    func localized(_ text: String) -> String {
      "{" + languages.map { "\($0): \"\(text)\"" }.joined(separator: ", ") + "}"
    }
    let lab = """
      format: 1
      title: \(localized("Reach the web"))
      summary: \(localized("A Service that selects nobody."))
      topics: [services]
      difficulty: easy
      minutes: 5
      versions: 1.34-1.37
      requirements:
      - id: valid
        title: \(localized("The API server takes your manifests"))
        points: 1
        check: {valid: true}
      - id: selects
        title: \(localized("The Service reaches the Pods of the Deployment"))
        points: 4
        needs: [valid]
        check:
          selects: {service: web, workload: Deployment/web}
        feedback:
        - id: nobody
          say: \(localized("Compare the Service's selector with the labels of the Pod template."))
      hints:
      - \(localized("A selector compares labels of Pods, not of the Deployment."))
      answers:
      - file: starter-unchanged.yaml
        title: \(localized("Nothing was changed"))
        points: 1
        failed: [selects]
        says: [selects/nobody]

      """
    return [("\(root)/lab.yaml", lab)]
      + languages.map { ("\(root)/task.\($0).md", "Make the Service `web` reach the Pods of the Deployment `web`.\n") }
      + [
        ("\(root)/starter/web.yaml", manifests(selector: "webb")),
        ("\(root)/solution/web.yaml", manifests(selector: "web")),
        ("\(root)/answers/starter-unchanged.yaml", manifests(selector: "webb")),
      ]
  }

  private static func manifests(selector: String) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
          - name: web
            image: nginx:1.27
            ports:
            - name: http
              containerPort: 8080
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selector:
        app: \(selector)
      ports:
      - name: http
        port: 80
        targetPort: http

    """
  }
}
