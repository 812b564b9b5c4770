import Findings
import Grading
import YAML

/// A judge that needs no engine: a key `bogus` is refused, an image without tag is a lint finding, kind Odd is unknown.
var testJudge: Judge {
  Judge(engine: "abc") { files, _, _ in
    files.map { file in
      var judgement = Judgement(findings: YAMLStream(parsing: file.text).findings)
      for tree in YAMLStream(parsing: file.text).documents {
        for index in tree.nodes.indices {
          let node = Node(tree: tree, index: Int32(index))
          if node.key?.text == "bogus", let key = node.key {
            judgement.findings.append(
              Finding(id: "schema/unknown-field", range: key.range, message: "there is no field 'bogus'"))
          }
          if node.key?.text == "image", !node.text.contains(":") {
            judgement.findings.append(
              Finding(
                id: "lint/image-tag", severity: .warning, range: node.range, message: "'\(node.text)' has no tag"))
          }
          if node.key?.text == "kind", node.text == "Odd" {
            judgement.unjudged.append((node.range, "the kind 'Odd' is not known"))
          }
        }
      }
      return judgement
    }
  }
}

let web = """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web}
  spec:
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec:
        containers:
        - name: web
          image: web:1
          ports: [{name: http, containerPort: 8080}]
          resources: {limits: {cpu: 500m}}
          livenessProbe: {httpGet: {path: /, port: http}, periodSeconds: 5}
          readinessProbe: {httpGet: {path: /, port: http}}
        volumes:
        - {name: data, persistentVolumeClaim: {claimName: data}}
  """

/// A lab that asks one thing, as a flow mapping.
func lab(asking check: String, given: String = "") -> LabFiles {
  LabFiles(
    id: "one", labYAML: LabFile(name: "lab.yaml", text: oneRequirement(check)),
    given: given.isEmpty ? [] : [LabFile(name: "given/all.yaml", text: given)])
}

private func oneRequirement(_ check: String) -> String {
  """
  format: 1
  title: One
  summary: One.
  difficulty: easy
  minutes: 5
  requirements:
  - id: one
    title: One.
    points: 1
    check: \(check)
  """
}
