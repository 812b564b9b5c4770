import Checker
import Findings
import Testing

private let pod = """
  apiVersion: v1
  kind: Pod
  metadata: {name: web}
  spec:
    priorityClassName: urgent
    containers: [{name: web, image: "nginx:1.27"}]
  """
private let urgent = """
  ---
  apiVersion: scheduling.k8s.io/v1
  kind: PriorityClass
  metadata: {name: urgent}
  value: 5
  """

/// A Pod whose class nobody has given is neither accepted nor refused, unless it is refused anyway.
@Test(arguments: [
  (pod, "not judged (the cluster must have a PriorityClass 'urgent', which is not among these objects)"),
  (pod + "\n" + urgent, "valid 1.30–1.36"),
  (pod + "\n  restartPolicy: always", "refused 1.30–1.36"),
])
func holdsBackWhatOtherObjectsDecide(text: String, verdict: String) throws {
  let versions = try #require(VersionSet("1.30-1.36"))
  let checked = Engine().check(Array(text.utf8), versions: versions)
  #expect(checked.objects.first?.verdict.text() == verdict)
}
