import Findings
import Grading
import Testing

/// A condition over an answer: what it gives, and the first step of the trace with its place.
struct ConditionCase: Sendable, CustomTestStringConvertible {
  var check: String
  var answer: String
  var state: Grade.State
  var says: String
  var testDescription: String { check }

  init(_ check: String, _ answer: String, _ state: Grade.State, _ says: String) {
    self.check = check
    self.answer = answer
    self.state = state
    self.says = says
  }
}

private let service = """

  ---
  apiVersion: v1
  kind: Service
  metadata: {name: web}
  spec:
    selector: {app: web}
    ports: [{port: 80, targetPort: http}]
  """

private let roles = """
  apiVersion: rbac.authorization.k8s.io/v1
  kind: Role
  metadata: {name: reader, namespace: shop}
  rules:
  - {apiGroups: [""], resources: [pods], verbs: [get, list]}
  ---
  apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: {name: readers, namespace: shop}
  roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
  subjects:
  - {kind: ServiceAccount, name: bot, namespace: ci}
  ---
  apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: {name: viewers, namespace: ops}
  roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
  subjects:
  - {kind: ServiceAccount, name: bot, namespace: ci}
  """

private let bot = "as: 'system:serviceaccount:ci:bot'"

private func storage(_ asks: String, class: String = "''") -> String {
  """
  apiVersion: v1
  kind: PersistentVolume
  metadata: {name: small}
  spec: {capacity: {storage: 5Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /x}}
  ---
  apiVersion: v1
  kind: PersistentVolumeClaim
  metadata: {name: data}
  spec: {storageClassName: \(`class`), accessModes: [ReadWriteOnce], resources: {requests: {storage: \(asks)}}}
  """
}

private let cases: [ConditionCase] = [
  .init("{exists: Deployment/web}", web, .passed, "1:1 Deployment/web is there"),
  .init(
    "{exists: {kind: Deployment, name: web, namespace: default}}", web, .passed, "1:1 Deployment/default/web is there"),
  .init("{exists: Deployment/shop/web}", web, .failed, "3:11 the Deployment/web is in namespace 'default', not 'shop'"),
  .init("{exists: Deployment/api}", web, .failed, "3:18 there is no Deployment/api, but Deployment/web"),
  .init("{exists: StatefulSet/web}", web, .failed, "2:7 there is no StatefulSet/web, but Deployment/web"),

  .init("{field: {of: Deployment/web, at: spec.replicas, equals: 1}}", web, .passed, "5:3 spec.replicas is '1'"),
  .init(
    "{field: {of: Deployment/web, at: spec.replicas, atLeast: 2}}", web, .failed,
    "5:3 spec.replicas is '1', not at least '2'"),
  .init(
    "{field: {of: Deployment/web, at: spec.strategy.type, oneOf: [Recreate, RollingUpdate]}}", web, .passed,
    "5:3 spec.strategy.type is 'RollingUpdate'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[name=web].resources.limits.cpu', equals: '0.5'}}",
    web, .passed, "13:35 spec.template.spec.containers[name=web].resources.limits.cpu is '500m'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[0].resources.requests.cpu', atMost: 1}}", web,
    .passed, "13:35 spec.template.spec.containers[0].resources.requests.cpu is '500m'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[*].livenessProbe.failureThreshold', equals: 3}}",
    web, .passed, "14:24 spec.template.spec.containers[*].livenessProbe.failureThreshold is '3'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[name=web].startupProbe', exists: true}}", web,
    .failed, "10:9 spec.template.spec.containers[name=web] of the Deployment/web has no 'startupProbe'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[name=api].image', equals: 'web:1'}}", web, .failed,
    "10:7 spec.template.spec.containers of the Deployment/web has no '[name=api]'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[*].image', matches: 'web:?'}}", web, .passed,
    "11:16 spec.template.spec.containers[*].image is 'web:1'"),
  .init(
    "{field: {of: Deployment/web, at: 'spec.template.spec.containers[*].image', matches: '*@sha256:*'}}", web, .failed,
    "11:16 spec.template.spec.containers[*].image is 'web:1', not like '*@sha256:*'"),
  .init(
    "{field: {of: Deployment/web, at: 'metadata.labels[\"a/b\"]', exists: false}}", web, .passed,
    "3:11 metadata of the Deployment/web has no 'labels'"),
  .init(
    "{field: {of: Deployment/web, at: spec.selector.matchLabels, equals: {app: web}}}", web, .passed,
    "5:27 spec.selector.matchLabels is '{app}'"),
  .init(
    "{field: {of: Deployment/web, at: metadata.name, equals: 'm'}}", web, .failed,
    "3:18 metadata.name is 'web', not 'm'"),

  .init("{valid: true}", web, .passed, "the API server accepts every object"),
  .init("{valid: true}", web + "\nbogus: 1", .failed, "18:1 there is no field 'bogus'"),
  .init("{valid: true}", "apiVersion: x/v1\nkind: Odd\n", .unknown, "2:7 the kind 'Odd' is not known"),
  .init("{lintClean: true}", "apiVersion: v1\nkind: Pod\nimage: web\n", .passed, "these rules find nothing"),
  .init(
    "{lintClean: {rules: [lint/image-tag]}}", "apiVersion: v1\nkind: Pod\nimage: web\n", .failed, "3:8 'web' has no tag"
  ),
  .init(
    "{lintClean: {rules: [lint/other]}}", "apiVersion: v1\nkind: Pod\nimage: web\n", .passed, "these rules find nothing"
  ),

  .init(
    "{selects: {service: web, workload: Deployment/web}}", web + service, .passed,
    "23:13 the Service/web selects the Pods of the Deployment/web"),
  .init(
    "{selects: {service: Service/web, workload: Deployment/web}}", web + service.replacing("{app: web}", "{app: wbe}"),
    .failed, "23:19 the selector asks for app: wbe, the Pods of the Deployment/web have 'web'"),
  .init(
    "{selects: {service: web, workload: Deployment/web}}", web + service.replacing("{app: web}", "{tier: a}"), .failed,
    "23:20 the selector asks for tier: a, the Pods of the Deployment/web have no such label"),
  .init(
    "{selects: {service: web, workload: Deployment/web}}",
    web + service.replacing("targetPort: http", "targetPort: htp"), .failed,
    "24:34 the targetPort 'htp' is the name of no container port of the Deployment/web"),
  .init(
    "{selects: {service: web, workload: Deployment/web}}",
    web + service.replacing("targetPort: http", "targetPort: 9090"), .failed,
    "24:34 no container of the Deployment/web declares the port 9090 that the Service leads to"),
  .init(
    "{selects: {service: web, workload: Deployment/web}}",
    web + service.replacing("{name: web}", "{name: web, namespace: a}"), .failed,
    "21:34 the Service/web is in namespace 'a', the Deployment/web in 'default'"),
  .init(
    "{selects: {service: web, workload: Service/web}}", web + service, .failed, "19:1 the Service/web runs no Pods"),

  .init(
    "{startup: {workload: Deployment/web, startsAfter: 5}}", web, .passed,
    "14:24 container 'web' is left alone until it answers at 5 s"),
  .init(
    "{startup: {workload: Deployment/web, startsAfter: 60}}", web, .failed,
    "14:72 the livenessProbe of container 'web' kills it at 10 s (after 3 failures 5 s apart, the first at 0 s or later), before it answers at 60 s"
  ),
  .init(
    "{startup: {workload: Deployment/web, startsAfter: 60}}",
    web.replacing("        livenessProbe", "        startupProbe: {tcpSocket: {port: http}}\n        livenessProbe"),
    .failed,
    "14:23 the startupProbe of container 'web' kills it at 20 s (after 3 failures 10 s apart, the first at 0 s or later), before it answers at 60 s"
  ),
  .init(
    "{startup: {workload: Deployment/web, startsAfter: 60}}",
    web.replacing(
      "        livenessProbe",
      "        startupProbe: {tcpSocket: {port: http}, failureThreshold: 7}\n        livenessProbe"), .passed,
    "14:23 container 'web' is left alone until it answers at 60 s"),

  .init(
    "{ready: {workload: Deployment/web}}", web, .passed, "15:25 the readinessProbe of container 'web' gates traffic"),
  .init(
    "{ready: {workload: Deployment/web}}",
    web.replacing("readinessProbe: {httpGet: {path: /, port: http}}", "tty: true"), .failed,
    "10:9 container 'web' has no readinessProbe, so its Pod counts as ready as soon as it runs"),
  .init(
    "{ready: {workload: Deployment/web}}",
    web.replacing("readinessProbe: {httpGet: {path: /, port: http}}", "readinessProbe: {tcpSocket: {port: 80}}"),
    .failed, "15:44 the readinessProbe asks port '80', which container 'web' does not declare"),

  .init(
    "{can: {\(bot), verb: list, resource: pods, namespace: shop}}", roles, .passed,
    "5:3 the Role/reader grants get, list on pods, and the RoleBinding/readers gives it to ServiceAccount 'bot'"),
  .init(
    "{can: {\(bot), verb: update, resource: deployments.apps, namespace: shop}}", roles, .failed,
    "5:15 the Role/reader grants get, list on pods, not update on deployments.apps"),
  .init(
    "{can: {\(bot), verb: delete, resource: pods, namespace: shop, name: web-0}}", roles, .failed,
    "5:47 the Role/reader grants get, list on pods, not delete on pods 'web-0'"),
  .init(
    "{can: {\(bot), verb: get, resource: pods, namespace: dev}}", roles, .failed,
    "9:38 the RoleBinding/readers grants it in namespace 'shop', not in namespace 'dev'"),
  .init(
    "{can: {as: 'system:serviceaccount:shop:bot', verb: get, resource: pods, namespace: shop}}", roles, .failed,
    "12:3 the RoleBinding/readers names the ServiceAccount 'bot' of namespace 'ci', not 'system:serviceaccount:shop:bot'"
  ),
  .init(
    "{can: {as: eve, verb: get, resource: pods}}", roles, .failed, "no RoleBinding or ClusterRoleBinding names 'eve'"),
  .init(
    "{can: {\(bot), verb: get, resource: pods, namespace: ops}}", roles, .unknown,
    "17:10 the RoleBinding/viewers gives Kubernetes' own ClusterRole 'view', whose rules are not here"),
  .init("{can: {as: eve, verb: get, resource: /version}}", roles, .passed, "everybody who is signed in may do this"),
  .init(
    "{cannot: {\(bot), verb: delete, resource: pods, namespace: shop}}", roles, .passed,
    "5:47 the Role/reader grants get, list on pods, not delete on pods"),
  .init(
    "{cannot: {\(bot), verb: get, resource: pods, namespace: shop}}", roles, .failed,
    "5:3 the Role/reader grants get, list on pods, and the RoleBinding/readers gives it to ServiceAccount 'bot'"),

  .init("{binds: {claim: data}}", storage("3Gi"), .passed, "9:7 the claim 'data' binds to the volume 'small'"),
  .init(
    "{binds: {claim: data, volume: small}}", storage("8Gi"), .failed,
    "9:92 the volume 'small' is of 5Gi, the claim asks for 8Gi"),
  .init(
    "{binds: {claim: data}}", storage("3Gi", class: "fast"), .failed,
    "9:26 the volume 'small' is of class '', the claim asks for 'fast'"),
  .init(
    "{binds: {claim: data}}",
    storage("3Gi").replacing("accessModes: [ReadWriteOnce], resources", "accessModes: [ReadWriteMany], resources"),
    .failed, "9:43 the volume 'small' offers ReadWriteOnce, the claim asks for ReadWriteMany"),
  .init(
    "{binds: {claim: data}}", storage("3Gi").replacing("resources", "selector: {matchLabels: {a: b}}, resources"),
    .failed, "9:88 the labels of the volume 'small' do not satisfy the claim's selector"),
  .init("{binds: {claim: data, volume: big}}", storage("3Gi"), .failed, "9:7 there is no volume 'big'"),
  .init(
    "{binds: {claim: other, namespace: shop}}", storage("3Gi"), .failed,
    "there is no PersistentVolumeClaim 'other' in namespace 'shop'"),

  .init(
    "{mounts: {workload: Deployment/web, claim: data, path: /data}}",
    web.replacing("        resources", "        volumeMounts: [{name: data, mountPath: /data/}]\n        resources"),
    .passed, "13:24 container 'web' mounts the claim 'data' at /data"),
  .init(
    "{mounts: {workload: Deployment/web, claim: data, path: /data}}",
    web.replacing("        resources", "        volumeMounts: [{name: data, mountPath: /dat}]\n        resources"),
    .failed, "13:48 container 'web' mounts it at '/dat', not '/data'"),
  .init(
    "{mounts: {workload: Deployment/web, claim: data, path: /data}}", web, .failed,
    "17:9 the volume is there, but no container mounts it"),
  .init(
    "{mounts: {workload: Deployment/web, claim: logs, path: /data}}", web, .failed,
    "17:57 no volume of the Deployment/web is the claim 'logs', one is 'data'"),

  .init("{all: [{exists: Deployment/web}, {valid: true}]}", web, .passed, "1:1 Deployment/web is there"),
  .init(
    "{all: [{exists: Deployment/web}, {exists: Deployment/api}]}", web, .failed,
    "3:18 there is no Deployment/api, but Deployment/web"),
  .init("{any: [{exists: Deployment/api}, {exists: Deployment/web}]}", web, .passed, "1:1 Deployment/web is there"),
  .init(
    "{any: [{exists: Deployment/api}, {exists: Job/x}]}", web, .failed,
    "3:18 there is no Deployment/api, but Deployment/web"),
  .init("{not: {exists: Deployment/web}}", web, .failed, "1:1 Deployment/web is there"),
  .init(
    "{not: {can: {\(bot), verb: get, resource: pods, namespace: ops}}}", roles, .unknown,
    "17:10 the RoleBinding/viewers gives Kubernetes' own ClusterRole 'view', whose rules are not here"),
]

@Test(arguments: cases)
func conditionsSayWhatHoldsAndWhy(one: ConditionCase) throws {
  let (lab, findings) = Lab.read(lab(asking: one.check))
  #expect(findings.map(\.message.en) == [])
  let grade = Grader.grade(
    lab: try #require(lab), files: [LabFile(name: "a.yaml", text: one.answer)], given: [], judge: testJudge,
    language: "en")
  let result = try #require(grade.results.first)
  #expect(result.state == one.state)
  let step = try #require(result.trace.first)
  let place = step.source.map { $0.position(at: step.range.start) }.map { "\($0.line):\($0.column) " } ?? ""
  #expect(place + step.message.en == one.says)
  if one.state == .failed { #expect(step.isNearMiss) }
  #expect(step.message.ko != nil || one.check.contains("valid") || one.check.contains("lint"))
}

extension String {
  func replacing(_ old: String, _ new: String) -> String {
    var text = ""
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      text += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return text + rest
  }
}
