import Findings
import Schema

extension Words {
  fileprivate static let hostPathTypes: Words = [
    "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
  ]
}

extension Report {
  /// Sources that a Pod's volume and a PersistentVolume share, with the same rules (core.md 3.14, PV15).
  mutating func sharedSource(_ source: Field, of volume: Field) {
    switch source.name {
    case "hostPath":
      // Without a path the API server does not look at the type.
      if source["path"].isEmpty { return require(source["path"]) }  // VOL8
      expectNoBacksteps(source["path"])  // VOL9
      expect(source["type"], oneOf: .hostPathTypes)  // VOL10
    case "gcePersistentDisk":
      let disk = source.reported(at: volume, "persistentDisk")
      require(disk["pdName"])  // VOL13
      expect(disk["partition"], in: 0...255)  // VOL14
    case "awsElasticBlockStore":
      require(source["volumeID"])  // VOL15
      expect(source["partition"], in: 0...255)  // VOL16
    case "nfs":
      require(source["server"])  // VOL24
      require(source["path"])  // VOL24
      if !(source["path"].text ?? "").hasPrefix("/") {
        refuse(source["path"], .relativeExport, as: .pathFormat)  // VOL25
      }
    case "flocker": flocker(source)
    case "rbd":
      require(source["monitors"])  // VOL37
      require(source["image"])  // VOL37
    case "cephfs": require(source["monitors"])  // VOL40
    case "quobyte": quobyte(source)
    case "fc": fibreChannel(source)
    case "flexVolume": flexVolume(source)
    case "vsphereVolume": require(source["volumePath"])  // VOL58
    case "photonPersistentDisk": require(source["pdID"])  // VOL59
    case "portworxVolume": require(source["volumeID"])  // VOL60
    case "azureDisk": azureDisk(source)
    case "scaleIO":
      require(source["gateway"])  // VOL69
      require(source["system"])  // VOL69
      require(source["volumeName"])  // VOL69
    default: break
    }
  }

  /// A reference that is given has a name.
  mutating func referenceName(of reference: Field) {
    if reference.isGiven { require(reference["name"]) }
  }

  mutating func driver(_ driver: Field) {
    require(driver)  // VOL70
    expect(driver, atMostBytes: 63)  // VOL71
    if let name = driver.text, !name.isEmpty, !Grammar.subdomain.matches(name.lowercased()) {
      expect(given: driver, .subdomain)  // VOL72
    }
  }

  mutating func iscsi(_ source: Field) {
    require(source["targetPortal"])  // VOL26
    require(source["iqn"])  // VOL26
    if let name = source["iqn"].text, !name.isEmpty, !isQualifiedISCSIName(name) {
      refuse(source["iqn"], .iscsiName)  // VOL27
    }
    expect(source["lun"], in: 0...255)  // VOL28
    if source["chapAuthDiscovery"].isTrue || source["chapAuthSession"].isTrue, !source["secretRef"].isGiven {
      add(.required, at: source["secretRef"], .required, .noSecretForChap)  // VOL29
    }
    if let name = source["initiatorName"].text, !isQualifiedISCSIName(name) {
      refuse(source["initiatorName"].reported(at: source, "initiatorname"), .iscsiName)  // VOL30
    }
  }

  mutating func storageOS(_ source: Field) {
    require(source["volumeName"])  // VOL66
    expect(source["volumeName"], .label)  // VOL67
    expect(source["volumeNamespace"], .label)  // VOL67
  }

  private mutating func flocker(_ source: Field) {
    let (name, id) = (source["datasetName"], source["datasetUUID"])
    if name.isEmpty, id.isEmpty { add(.required, at: source, .required, .flocker("one")) }  // VOL33
    if !name.isEmpty, !id.isEmpty { refuse(source, .flocker("one of them")) }  // VOL34
    if name.isQualified { refuse(name, .slashInDataset) }  // VOL35
  }

  private mutating func quobyte(_ source: Field) {
    let (registry, tenant) = (source["registry"], source["tenant"])
    if registry.isEmpty {
      require(registry)  // VOL41
    } else if (tenant.text ?? "").utf8.count >= 65 {
      add(.tooLong, at: tenant, .required, .longTenant)  // VOL42
    } else if !(registry.text ?? "").split(separator: ",", omittingEmptySubsequences: false).allSatisfy({
      splitHostPort(String($0)) != nil
    }) {
      refuse(registry, .registry)  // VOL43
    }
    require(source["volume"])  // VOL44
  }

  private mutating func fibreChannel(_ source: Field) {
    let (names, ids, unit) = (source["targetWWNs"], source["wwids"], source["lun"])
    if names.isEmpty, ids.isEmpty { add(.required, at: names, .required, .fibreChannel("one")) }  // VOL51
    if !names.isEmpty, !ids.isEmpty { refuse(names, .fibreChannel("one of them")) }  // VOL52
    guard !names.isEmpty else { return }
    if unit.isGiven { expect(unit, in: 0...255) } else { require(unit) }  // VOL53 VOL54
  }

  private mutating func flexVolume(_ source: Field) {
    require(source["driver"])  // VOL55
    for (key, value) in source["options"].entries {
      let domain = key.written.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? ""
      let lowered = "." + domain.lowercased()
      if lowered.hasSuffix(".kubernetes.io") || lowered.hasSuffix(".k8s.io") {
        refuse(value, .reservedOption(key))  // VOL56
      }
    }
  }

  private mutating func azureDisk(_ source: Field) {
    let identifier = source["diskURI"]
    require(source["diskName"])  // VOL61
    require(identifier)  // VOL61
    expect(given: source["cachingMode"], oneOf: ["None", "ReadOnly", "ReadWrite"])  // VOL62
    expect(given: source["kind"], oneOf: ["Dedicated", "Managed", "Shared"])  // VOL63
    let head = source["kind"].hasText("Managed") ? "/subscriptions/" : "https://"
    if !(identifier.text ?? "").hasPrefix(head) {
      add(.notSupported, at: identifier, .notSupported, .diskLocation(head))  // VOL64 VOL65
    }
  }
}

/// `iqn.2020-01.org.example:disk`, `eui.` with 16 or `naa.` with 32 letters or digits.
private func isQualifiedISCSIName(_ name: String) -> Bool {
  let text = Array(name.utf8)
  func isWord(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122
  }
  if name.hasPrefix("eui") { return text.count == 20 && text[4...].allSatisfy(isWord) }
  if name.hasPrefix("naa") { return text.count == 36 && text[4...].allSatisfy(isWord) }
  guard name.hasPrefix("iqn"), text.count > 12 else { return false }
  let date = text[4..<11]
  let isDate = date.enumerated().allSatisfy { $0.offset == 4 ? $0.element == 45 : $0.element >= 48 && $0.element <= 57 }
  guard text[3] == 46, isDate, text[11] == 46, let colon = text[12...].firstIndex(of: 58), colon > 12 else {
    return false
  }
  let refused = Array(",;*&$| \t\n\r\u{0C}".utf8)
  return text[12..<colon].allSatisfy { isWord($0) || $0 == 45 || $0 == 46 }
    && colon + 1 < text.count && text[(colon + 1)...].allSatisfy { !refused.contains($0) }
}

extension Message {
  fileprivate static var relativeExport: Message {
    Message(en: "the exported path begins with '/': write it from the root", ko: "내보낸 경로는 '/'로 시작합니다: 루트부터 쓰십시오")
  }

  fileprivate static var iscsiName: Message {
    Message(
      en: "the name is no iSCSI name: write one such as 'iqn.2020-01.org.example:disk'",
      ko: "iSCSI 이름이 아닙니다: 'iqn.2020-01.org.example:disk'처럼 쓰십시오")
  }

  fileprivate static var noSecretForChap: Message {
    Message(
      en: "CHAP needs a user and a password: name a Secret in 'secretRef'",
      ko: "CHAP에는 사용자와 암호가 필요합니다: 'secretRef'에 Secret을 쓰십시오")
  }

  fileprivate static func flocker(_ count: String) -> Message {
    Message(
      en: "a dataset has a 'datasetName' or a 'datasetUUID': give \(count)",
      ko: "데이터셋에는 'datasetName'이나 'datasetUUID' 가운데 하나만 쓰십시오")
  }

  fileprivate static var slashInDataset: Message {
    Message(en: "the name holds '/': remove it", ko: "이름에 '/'가 있습니다: 지우십시오")
  }

  fileprivate static var longTenant: Message {
    Message(en: "the tenant is too long: use at most 64 bytes", ko: "테넌트가 너무 깁니다: 64바이트까지 쓰십시오")
  }

  fileprivate static var registry: Message {
    Message(
      en: "the registry is a list of 'host:port' with commas: write it so",
      ko: "레지스트리는 쉼표로 나눈 'host:port' 목록입니다: 그렇게 쓰십시오")
  }

  fileprivate static func fibreChannel(_ count: String) -> Message {
    Message(en: "a disk has 'targetWWNs' or 'wwids': give \(count)", ko: "디스크에는 'targetWWNs'나 'wwids' 가운데 하나만 쓰십시오")
  }

  fileprivate static func reservedOption(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' lies in a domain of Kubernetes: use an option of the driver",
      ko: "'\(key.written)'은(는) Kubernetes의 도메인에 속합니다: 드라이버의 옵션을 쓰십시오")
  }

  fileprivate static func diskLocation(_ head: String) -> Message {
    Message(
      en: "a disk of this kind begins with '\(head)': write its full location",
      ko: "이 종류의 디스크는 '\(head)'로 시작합니다: 전체 위치를 쓰십시오")
  }
}
