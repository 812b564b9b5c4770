import Findings
import Resources
import Schema
import YAML

extension Report {
  /// The security context of a container (core.md 3.9). Clusters allow privileged containers (CSC1, PSC38): only a flag
  /// of the API server says otherwise.
  mutating func containerSecurity(_ context: Field, in pod: PodScope) {
    if pod.isWindows { linuxOnly(context, Field.linuxContainerFields) }  // OS8
    if pod.os.hasText("linux") { forbid(context["windowsOptions"], .otherSystem("windowsOptions", "linux")) }  // OS4
    guard context.isGiven else { return }
    expectIdentity(context["runAsUser"])  // CSC2
    expectIdentity(context["runAsGroup"])  // CSC2
    inVersions(.userNamespaces) { report in
      report.expect(given: context["procMount"], oneOf: ["Default", "Unmasked"])  // CSC3
      if context["procMount"].hasText("Unmasked"), !pod.hasOwnUsers {
        report.refuse(context["procMount"], .unmasked)  // CSC4
      }
    }
    if context["allowPrivilegeEscalation"].node?.bool == false {
      if context["privileged"].isTrue {
        refuse(context, .escalation("'privileged: true'"), as: .privilegeEscalation)  // CSC5
      }
      if context["capabilities"]["add"].items.contains(where: { $0.hasText("CAP_SYS_ADMIN") }) {
        refuse(context, .escalation("'CAP_SYS_ADMIN'"), as: .privilegeEscalation)  // CSC6
      }
    }
    profiles(of: context)  // CSC7 CSC8
    windowsOptions(context["windowsOptions"])  // CSC9
  }

  /// The security context of a Pod (core.md 3.10).
  mutating func podSecurity(_ context: Field, _ pod: PodScope) {
    let spec = pod.spec
    hostProcess(context["windowsOptions"]["hostProcess"], pod)
    if pod.isWindows {
      linuxOnly(context, Field.linuxPodFields)  // OS5
      if !context["sysctls"].isEmpty { forbid(context["sysctls"], .otherSystem("sysctls", "windows")) }  // OS5
      linuxOnly(spec, ["hostUsers", "shareProcessNamespace"])  // OS6
      if spec["hostPID"].isTrue { linuxOnly(spec, ["hostPID"]) }  // OS7
      if spec["hostIPC"].isTrue { linuxOnly(spec, ["hostIPC"]) }  // OS7
    }
    if pod.os.hasText("linux") { forbid(context["windowsOptions"], .otherSystem("windowsOptions", "linux")) }  // OS3
    if spec["shareProcessNamespace"].isTrue, spec["hostPID"].isTrue {
      let place = spec["securityContext"]["shareProcessNamespace"]
      add(.invalid, at: place, .invalid, .sharedProcesses)  // PSC3
    }
    guard context.isGiven else { return }
    expectIdentity(context["fsGroup"])  // PSC1
    expectIdentity(context["runAsUser"])  // PSC1
    expectIdentity(context["runAsGroup"])  // PSC1
    for group in context["supplementalGroups"].items { expectIdentity(group) }  // PSC2
    sysctls(context["sysctls"], pod)
    expect(given: context["fsGroupChangePolicy"], oneOf: ["Always", "OnRootMismatch"])  // PSC9
    inVersions(.groupAndLabelPolicies) { report in
      report.expect(given: context["supplementalGroupsPolicy"], oneOf: ["Merge", "Strict"])  // PSC10
      report.expect(given: context["seLinuxChangePolicy"], oneOf: ["Recursive"])  // PSC11
    }
    profiles(of: context)
    windowsOptions(context["windowsOptions"])  // OS10
  }

  /// All containers of a Pod are processes of the node, or none is.
  private mutating func hostProcess(_ ofPod: Field, _ pod: PodScope) {
    var (hosts, others) = (0, 0)
    for container in pod.allContainers {
      let own = container["securityContext"]["windowsOptions"]["hostProcess"]
      if own.isGiven, ofPod.isGiven, own.isTrue != ofPod.isTrue { refuse(own, .mixedHostProcess) }  // PSC35
      if own.isGiven ? own.isTrue : ofPod.isTrue { hosts += 1 } else { others += 1 }
    }
    guard hosts > 0 else { return }
    if others > 0 { refuse(pod.spec, .mixedHostProcess) }  // PSC36
    if !pod.effective.isHostNetwork { refuse(pod.spec["hostNetwork"], .hostProcessNetwork) }  // PSC37
  }

  private mutating func expectIdentity(_ number: Field) {
    expect(number, in: 0...2_147_483_647)
  }

  private mutating func linuxOnly(_ holder: Field, _ names: [StaticString]) {
    for name in names { forbid(holder[name], .otherSystem("\(name)", "windows")) }
  }

  private mutating func profiles(of context: Field) {
    let (filter, armour) = (context["seccompProfile"], context["appArmorProfile"])
    if filter.isGiven {
      let (type, profile) = (filter["type"], filter["localhostProfile"])
      require(type)  // PSC12
      expect(type, oneOf: ["Localhost", "RuntimeDefault", "Unconfined"])  // PSC13
      if type.hasText("Localhost") {
        if !profile.isGiven { require(profile) }  // PSC14
        expectRelativePath(profile)  // PSC15
      } else if profile.isGiven {
        refuse(profile, .profileOfOtherType)  // PSC16
      }
    }
    if armour.isGiven {
      let (type, profile) = (armour["type"], armour["localhostProfile"])
      require(type)  // PSC17
      expect(type, oneOf: ["Localhost", "RuntimeDefault", "Unconfined"])  // PSC18
      if type.hasText("Localhost") {
        require(profile)  // PSC19
        if let text = profile.text, text.trimmingBlanks != text { refuse(profile, .paddedProfile) }  // PSC20
        expect(profile, atMostBytes: 4095)  // PSC21
      } else if profile.isGiven, type.hasText("RuntimeDefault") || type.hasText("Unconfined") {
        refuse(profile, .profileOfOtherType)  // PSC22
      }
    }
  }

  private mutating func sysctls(_ settings: Field, _ pod: PodScope) {
    var names = FieldsByText()
    for setting in settings.items {
      let name = setting["name"]
      require(name)  // PSC4
      guard let text = name.text, !text.isEmpty else { continue }
      if !isSysctlName(text) {
        refuse(name, .sysctl, as: .nameFormat)  // PSC5
      } else if let first = names.insert(name) {
        addDuplicate(name, of: first)  // PSC6
      }
      let dotted = normalizedSysctl(text)
      inVersions(.sysctlsOfHost) { report in
        if pod.effective.isHostNetwork, dotted.hasPrefix("net.") {
          report.refuse(name, .sysctlOfHost("hostNetwork"))  // PSC7
        }
        if pod.spec["hostIPC"].isTrue, isIPCSysctl(dotted) { report.refuse(name, .sysctlOfHost("hostIPC")) }  // PSC8
      }
    }
  }
}

extension Field {
  fileprivate static let linuxContainerFields: [StaticString] = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged",
    "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
  ]
  fileprivate static let linuxPodFields: [StaticString] = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy", "runAsUser", "runAsGroup",
    "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
  ]
}

/// Segments of `[a-z0-9]([-_a-z0-9]*[a-z0-9])?` joined by dots or slashes, at most 253 bytes.
private func isSysctlName(_ text: String) -> Bool {
  func isWord(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 || byte >= 97 && byte <= 122 }
  return text.utf8.count <= 253
    && Array(text.utf8).split(omittingEmptySubsequences: false) { $0 == 46 || $0 == 47 }.allSatisfy { part in
      guard let first = part.first, let last = part.last, isWord(first), isWord(last) else { return false }
      return part.allSatisfy { isWord($0) || $0 == 45 || $0 == 95 }
    }
}

/// With dots as separators: of a name whose first separator is a slash, dots and slashes are swapped.
private func normalizedSysctl(_ text: String) -> String {
  guard let first = text.unicodeScalars.first(where: { $0 == "." || $0 == "/" }), first == "/" else { return text }
  var swapped = ""
  for scalar in text.unicodeScalars {
    swapped.unicodeScalars.append(scalar == "/" ? "." : scalar == "." ? "/" : scalar)
  }
  return swapped
}

private func isIPCSysctl(_ name: String) -> Bool {
  name.hasPrefix("fs.mqueue.")
    || [
      "kernel.sem", "kernel.shm", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
      "kernel.msg", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni",
    ].contains(name)
}

extension Message {
  fileprivate static func otherSystem(_ field: String, _ system: String) -> Message {
    Message(
      en: "'\(field)' means nothing on '\(system)', which 'os' asks for: remove one of the two",
      ko: "'\(field)'은(는) 'os'가 정한 '\(system)'에서 뜻이 없습니다: 둘 가운데 하나를 지우십시오")
  }

  fileprivate static var unmasked: Message {
    Message(
      en: "'Unmasked' is safe only with users of the Pod's own: add 'hostUsers: false' to the Pod",
      ko: "'Unmasked'는 Pod의 사용자 네임스페이스에서만 안전합니다: Pod에 'hostUsers: false'를 추가하십시오")
  }

  fileprivate static func escalation(_ other: String) -> Message {
    Message(
      en: "\(other) gives the very rights that 'allowPrivilegeEscalation: false' refuses: keep one of the two",
      ko: "\(other)은(는) 'allowPrivilegeEscalation: false'가 막는 권한을 줍니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var sharedProcesses: Message {
    Message(
      en: "with 'hostPID: true' the Pod has the node's processes: remove it or 'shareProcessNamespace'",
      ko: "'hostPID: true'이면 노드의 프로세스를 씁니다: 그것이나 'shareProcessNamespace'를 지우십시오")
  }

  fileprivate static var mixedHostProcess: Message {
    Message(
      en: "either all containers of a Pod are HostProcess containers or none: write the same for all",
      ko: "Pod의 컨테이너는 모두 HostProcess이거나 모두 아니어야 합니다: 같게 쓰십시오")
  }

  fileprivate static var hostProcessNetwork: Message {
    Message(
      en: "HostProcess containers use the node's network: write 'hostNetwork: true'",
      ko: "HostProcess 컨테이너는 노드의 네트워크를 씁니다: 'hostNetwork: true'를 쓰십시오")
  }

  fileprivate static var profileOfOtherType: Message {
    Message(
      en: "'localhostProfile' goes with 'type: Localhost' only: change the type or remove the profile",
      ko: "'localhostProfile'은 'type: Localhost'에서만 씁니다: 종류를 바꾸거나 프로필을 지우십시오")
  }

  fileprivate static var paddedProfile: Message {
    Message(en: "the profile has blanks around it: remove them", ko: "프로필 앞뒤에 공백이 있습니다: 지우십시오")
  }

  fileprivate static var sysctl: Message {
    Message(
      en: "this is no name of a kernel setting: write one such as 'net.core.somaxconn'",
      ko: "커널 설정의 이름이 아닙니다: 'net.core.somaxconn'처럼 쓰십시오")
  }

  fileprivate static func sysctlOfHost(_ field: String) -> Message {
    Message(
      en: "with '\(field)' this setting would be the node's: remove one of the two",
      ko: "'\(field)'이면 이 설정은 노드의 것입니다: 둘 가운데 하나를 지우십시오")
  }
}
