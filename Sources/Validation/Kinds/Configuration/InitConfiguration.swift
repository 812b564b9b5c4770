import Findings
import Schema
import YAML

extension KindValidation {
  /// kubeadm, `ValidateInitConfiguration`
  static let initConfiguration = KindValidation.file(
    "kubeadm.k8s.io/v1beta4", "InitConfiguration", readBy: "kubeadm",
    others: ["kubeadm.k8s.io/v1beta3", "kubeadm.k8s.io/v1beta2"],
    examples: [
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
        - token: abcdef.0123456789abcdef
          ttl: 24h0m0s
          usages: [signing, authentication]
          groups: ["system:bootstrappers:kubeadm:default-node-token"]
        localAPIEndpoint: {advertiseAddress: 10.0.0.1, bindPort: 6443}
        nodeRegistration:
          name: node-1
          criSocket: unix:///run/containerd/containerd.sock
        """),
      Example(
        """
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
        - token: abcdef # ←
          usages: [signing, login] # ←
          groups: ["system:masters"] # ←
        localAPIEndpoint:
          advertiseAddress: node-1 # ←
          bindPort: 70000 # ←
        nodeRegistration:
          name: Node_1 # ←
          criSocket: tcp://127.0.0.1:2375 # ←
          imagePullPolicy: always # ←
        certificateKey: abc # ←
        """),
    ]
  ) { report, file in
    for token in file["bootstrapTokens"].items { report.bootstrapTokenItem(token) }
    report.apiEndpoint(file["localAPIEndpoint"])
    report.nodeRegistration(file["nodeRegistration"])
    report.certificateKey(file["certificateKey"])
  }
}

extension Report {
  fileprivate mutating func bootstrapTokenItem(_ item: Field) {
    bootstrapToken(item["token"])
    let words: Words = ["signing", "authentication"]
    for usage in item["usages"].items where !words.contains(usage) { refuse(usage, .usage(usage), as: .notSupported) }
    let usages = item["usages"]
    for group in item["groups"].items where !isBootstrapGroup(group.text ?? "") { refuse(group, .group(group)) }
    if !item["groups"].isEmpty, !usages.isEmpty, !usages.items.contains(where: { $0.hasText("authentication") }) {
      refuse(item["groups"], .groupsWithoutUse)
    }
    if item["expires"].isGiven, item["ttl"].isGiven { refuse(item["ttl"].reported(at: item), .twoEnds) }
  }
}

/// `system:bootstrappers:` and a word of a-z, 0-9, `:` and `-`.
private func isBootstrapGroup(_ text: String) -> Bool {
  guard text.hasPrefix("system:bootstrappers:") else { return false }
  let rest = Array(text.utf8.dropFirst(21))
  guard let first = rest.first, let last = rest.last, first != 58, first != 45, last != 58, last != 45 else {
    return false
  }
  return rest.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 122) || $0 == 58 || $0 == 45 }
}

extension Message {
  fileprivate static func usage(_ field: Field) -> Message {
    Message(
      en: "a token is not for '\(field.written)': use 'signing' and 'authentication'",
      ko: "토큰의 용도에 '\(field.written)'은(는) 없습니다: 'signing'과 'authentication'을 쓰십시오")
  }

  fileprivate static func group(_ field: Field) -> Message {
    Message(
      en: "a token cannot give the group '\(field.written)': begin it with 'system:bootstrappers:'",
      ko: "토큰으로 '\(field.written)' 그룹을 줄 수 없습니다: 'system:bootstrappers:'로 시작하십시오")
  }

  fileprivate static var groupsWithoutUse: Message {
    Message(
      en: "groups are of those who authenticate with the token: add the usage 'authentication'",
      ko: "그룹은 토큰으로 인증한 쪽의 것입니다: 용도 'authentication'을 추가하십시오")
  }

  fileprivate static var twoEnds: Message {
    Message(en: "'ttl' and 'expires' both say when it ends: keep one", ko: "'ttl'과 'expires'가 모두 끝나는 때를 말합니다: 하나만 두십시오")
  }
}
