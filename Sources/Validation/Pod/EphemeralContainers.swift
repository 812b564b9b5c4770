import Findings
import Schema
import YAML

extension Report {
  /// `ephemeralContainers`: added to running Pods only, and judged all the same (core.md 3.6).
  mutating func ephemeralContainers(_ pod: PodScope) {
    let ephemeral = pod.spec["ephemeralContainers"]
    forbid(ephemeral, .ephemeralContainers)  // POD28 POD29
    var names: [[UInt8]: Field] = [:]
    for list in [pod.spec["containers"], pod.spec["initContainers"]] {
      for container in list.items { names[container.nameBytes] = container["name"] }
    }
    let targets = names
    for item in ephemeral.items {
      container(item, in: pod, isEphemeral: true)  // EPH1
      let (name, target) = (item["name"], item["targetContainerName"])
      if let other = names[item.nameBytes] {
        addDuplicate(name, of: other)  // EPH2
      } else {
        names[item.nameBytes] = name
      }
      if !target.isEmpty, targets[target.node?.withText { Array($0) } ?? []] == nil {
        addNotFound(target, .noTarget(target))  // EPH3
      }
      fieldsOfOthers(item)
      for mount in item["volumeMounts"].items {
        if !mount["subPath"].isEmpty { forbid(mount["subPath"], .subPathOfEphemeral) }  // EPH5
        if !mount["subPathExpr"].isEmpty { forbid(mount["subPathExpr"], .subPathOfEphemeral) }  // EPH5
      }
    }
  }

  /// What a container has that is not only looked into.
  private mutating func fieldsOfOthers(_ container: Field) {
    for name in ["ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle"] as [StaticString] {
      forbid(container[name], .fieldOfOthers(container[name]))  // EPH4
    }
    let resources = container["resources"]
    if resources.has("limits") || resources.has("requests") || resources.has("claims") {
      forbid(resources, .fieldOfOthers(resources))  // EPH4
    }
    let (resize, policy, rules) = (
      container["resizePolicy"], container["restartPolicy"], container["restartPolicyRules"]
    )
    inVersions(.podResize) { $0.forbid(resize, .fieldOfOthers(resize)) }  // EPH4
    inVersions(VersionSet.onlySidecarsRestart.union(.containerRestartRules)) {
      $0.forbid(policy, .fieldOfOthers(policy))  // EPH4
    }
    inVersions(.containerRestartRules) { $0.forbid(rules, .fieldOfOthers(rules)) }  // EPH4
  }
}

extension Field {
  /// Its `name`, to be found by.
  fileprivate var nameBytes: [UInt8] { self["name"].node?.withText { Array($0) } ?? [] }
}

extension Message {
  fileprivate static var ephemeralContainers: Message {
    Message(
      en: "ephemeral containers are added to a running Pod: remove them here and use 'kubectl debug'",
      ko: "임시 컨테이너는 실행 중인 Pod에 추가합니다: 여기서 지우고 'kubectl debug'를 쓰십시오")
  }

  fileprivate static func noTarget(_ target: Field) -> Message {
    Message(
      en: "the Pod has no container '\(target.written)' to look into: name one of 'containers' or 'initContainers'",
      ko: "Pod에 들여다볼 컨테이너 '\(target.written)'이(가) 없습니다: 'containers'나 'initContainers'의 이름을 쓰십시오")
  }

  fileprivate static func fieldOfOthers(_ field: Field) -> Message {
    Message(
      en: "an ephemeral container is there to look around and has no '\(field.name)': remove it",
      ko: "임시 컨테이너는 살펴보기 위한 것이라 '\(field.name)'이(가) 없습니다: 지우십시오")
  }

  fileprivate static var subPathOfEphemeral: Message {
    Message(
      en: "an ephemeral container mounts whole volumes: remove this field",
      ko: "임시 컨테이너는 볼륨 전체만 마운트합니다: 이 필드를 지우십시오")
  }
}
