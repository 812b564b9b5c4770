import Findings
import Schema

extension Words {
  fileprivate static let group: Words = ["rbac.authorization.k8s.io"]
}

extension Report {
  /// The rules of a Role or a ClusterRole (groups.md 3.6).
  mutating func accessRules(_ rules: Field, isClusterWide: Bool) {
    for rule in rules.items {
      let urls = rule["nonResourceURLs"]
      require(rule["verbs"], .noVerbs)
      if !urls.isEmpty {
        if !isClusterWide { refuse(urls, .urlsInRole, as: .accessRule) }
        if !rule["apiGroups"].isEmpty || !rule["resources"].isEmpty || !rule["resourceNames"].isEmpty {
          refuse(urls, .urlsAndResources, as: .accessRule)
        }
        continue
      }
      require(rule["apiGroups"], .noGroups)
      require(rule["resources"], .noResources)
    }
  }

  /// The role that a binding gives.
  mutating func roleReference(_ role: Field, kinds: Words) {
    expect(role["apiGroup"], oneOf: .group)
    expect(always: role["kind"], oneOf: kinds)
    require(role["name"])
    expect(role["name"], .pathSegment)
  }

  /// Those to whom a binding gives it.
  mutating func subjects(_ subjects: Field, isClusterWide: Bool) {
    for subject in subjects.items {
      require(subject["name"])
      switch subject["kind"].text ?? "" {
      case "ServiceAccount":
        expect(subject["name"], .subdomain)
        if !subject["apiGroup"].isEmpty { expect(subject["apiGroup"], oneOf: [""]) }
        if isClusterWide { require(subject["namespace"], .noNamespace(subject["name"])) }
      case "User", "Group": expect(subject["apiGroup"], oneOf: .group)
      default: expect(always: subject["kind"], oneOf: ["ServiceAccount", "User", "Group"])
      }
    }
  }
}

extension Message {
  fileprivate static var noVerbs: Message {
    Message(en: "the rule allows nothing: add 'verbs' such as 'get'", ko: "규칙이 허용하는 동작이 없습니다: 'get' 같은 'verbs'를 추가하십시오")
  }

  fileprivate static var urlsInRole: Message {
    Message(
      en: "a Role reaches only what lies in its namespace, and URLs do not: use a ClusterRole",
      ko: "Role은 네임스페이스 안의 것만 다루며 URL은 그렇지 않습니다: ClusterRole을 쓰십시오")
  }

  fileprivate static var urlsAndResources: Message {
    Message(
      en: "a rule is about URLs or about resources: write two rules", ko: "규칙 하나는 URL이나 리소스 가운데 하나만 다룹니다: 규칙을 둘로 나누십시오")
  }

  fileprivate static var noGroups: Message {
    Message(
      en: "the rule names no API group: add 'apiGroups', with \"\" for the core group",
      ko: "규칙에 API 그룹이 없습니다: 'apiGroups'를 추가하십시오. 코어 그룹은 \"\"입니다")
  }

  fileprivate static var noResources: Message {
    Message(
      en: "the rule names no resources: add 'resources' such as 'pods'",
      ko: "규칙에 리소스가 없습니다: 'pods' 같은 'resources'를 추가하십시오")
  }

  fileprivate static func noNamespace(_ name: Field) -> Message {
    let name = name.text ?? ""
    return Message(
      en: "'\(name)' is looked for in a namespace: add 'namespace' to the subject",
      ko: "'\(name)'을(를) 찾을 네임스페이스가 없습니다: 주체에 'namespace'를 추가하십시오")
  }
}
