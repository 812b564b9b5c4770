import Findings
import Schema
import YAML

extension Report {
  /// `env` and `envFrom` of a container (core.md 3.4, CTR20–CTR41).
  mutating func environment(of container: Field, in pod: PodScope) {
    for variable in container["env"].items {
      require(variable["name"])  // CTR20
      expectVariable(variable["name"])  // CTR21
      let source = variable["valueFrom"]
      guard source.isGiven else { continue }
      valueSource(source, of: variable)
      fieldAndResource(source, inVolume: false)  // CTR25
      keyReference(source["configMapKeyRef"])
      keyReference(source["secretKeyRef"])
      if source["fileKeyRef"].isGiven {
        inVersions(.environmentFiles) { $0.fileReference(source["fileKeyRef"], in: pod) }
      }
    }
    let sources = container["envFrom"]
    for source in sources.items {
      expectVariable(source["prefix"])  // CTR37
      let (map, secret) = (source["configMapRef"], source["secretRef"])
      switch (map.isGiven, secret.isGiven) {
      case (false, false): refuse(source.reported(at: sources), .noEnvironmentSource, as: .environmentSource)  // CTR38
      case (true, true): refuse(source.reported(at: sources), .twoEnvironmentSources, as: .environmentSource)  // CTR39
      default: break
      }
      for reference in [map, secret] where reference.isGiven {
        require(reference["name"])  // CTR40
        expectPrefix(reference["name"], of: .subdomain)  // CTR41
      }
    }
  }

  private mutating func expectVariable(_ name: Field) {
    expect(name, .environmentVariable)
    guard let node = name.node, node.withText({ Grammar.environmentVariable.matches($0) && !isStrictVariable($0) })
    else { return }
    inVersions(.strictEnvironmentNames) { $0.refuse(name, .strictVariable(name), as: .environmentName) }
  }

  mutating func fieldAndResource(_ source: Field, inVolume: Bool) {
    let field = source["fieldRef"]
    if field.isGiven { fieldReference(field, inVolume: inVolume) }
    // Of two references of a file the API server reads the first.
    if inVolume, field.isGiven { return }
    if source["resourceFieldRef"].isGiven { resourceReference(source["resourceFieldRef"], inVolume: inVolume) }
  }

  private mutating func valueSource(_ source: Field, of variable: Field) {
    let kinds: [StaticString] = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"]
    var count = 0
    for kind in kinds where source[kind].isGiven { count += 1 }
    if count == 1, source.has("fileKeyRef") {
      inVersions(.environmentFilesDropped) { $0.refuse(source, .droppedSource, as: .environmentSource) }  // CTR22
    }
    if count == 0 {
      refuse(source, .noValueSource, as: .environmentSource)  // CTR22
    } else if !variable["value"].isEmpty {
      refuse(  // CTR23
        source, .valueTwice(variable), as: .environmentSource,
        related: [
          Related(range: variable["value"].range, message: Message(en: "the value is here", ko: "값은 여기에 있습니다"))
        ])
    } else if count > 1 {
      refuse(source, .twoValueSources(variable), as: .environmentSource)  // CTR24
    }
  }

  private mutating func keyReference(_ reference: Field) {
    guard reference.isGiven else { return }
    expect(always: reference["name"], .subdomain)  // CTR26
    require(reference["key"])  // CTR27
    expect(reference["key"], .configKey)  // CTR28
  }

  private mutating func fileReference(_ reference: Field, in pod: PodScope) {
    require(reference["key"])  // CTR29
    expect(reference["key"], .environmentVariable)  // CTR30
    let name = reference["volumeName"]
    require(name)  // CTR31
    expect(name, .label)  // CTR32
    if let volume = pod.volume(named: name) {
      if !volume.isEmptyDirectory { refuse(name, .notEmptyDirectory(name)) }  // CTR34
    } else {
      addNotFound(name, .noVolume(name, in: pod), as: .mountWithoutVolume)  // CTR33
    }
    require(reference["path"])  // CTR35
    expectNoBacksteps(reference["path"])  // CTR36
  }
}

/// `[-._a-zA-Z][-._a-zA-Z0-9]*`, not `.` and not beginning with `..`: the older grammar of variables.
private func isStrictVariable(_ text: Bytes) -> Bool {
  guard let first = text.first, first < 48 || first > 57, Grammar.configKey.matches(text) else { return text.isEmpty }
  return true
}

extension Message {
  fileprivate static func strictVariable(_ name: Field) -> Message {
    Message(
      en: "older servers refuse the name '\(name.written)': use letters, digits, '-', '_' and '.', no digit first",
      ko: "이전 서버는 '\(name.written)'을(를) 거부합니다: 글자, 숫자, '-', '_', '.'만 쓰고 숫자로 시작하지 마십시오")
  }

  fileprivate static var noValueSource: Message {
    Message(
      en: "'valueFrom' names no source: add one such as 'configMapKeyRef' or 'secretKeyRef'",
      ko: "'valueFrom'에 출처가 없습니다: 'configMapKeyRef'나 'secretKeyRef' 같은 출처를 쓰십시오")
  }

  fileprivate static var droppedSource: Message {
    Message(
      en: "older servers drop 'fileKeyRef' and find no source left: use 'configMapKeyRef' or 'secretKeyRef'",
      ko: "이전 서버는 'fileKeyRef'를 버려 출처가 남지 않습니다: 'configMapKeyRef'나 'secretKeyRef'를 쓰십시오")
  }

  fileprivate static func valueTwice(_ variable: Field) -> Message {
    let name = variable["name"].text ?? ""
    return Message(
      en: "'\(name)' has a 'value' and a 'valueFrom': keep one",
      ko: "'\(name)'에 'value'와 'valueFrom'이 모두 있습니다: 하나만 두십시오")
  }

  fileprivate static func twoValueSources(_ variable: Field) -> Message {
    let name = variable["name"].text ?? ""
    return Message(
      en: "the value of '\(name)' comes from several sources: keep one", ko: "'\(name)'의 값이 여러 출처에서 옵니다: 하나만 두십시오")
  }

  fileprivate static var noEnvironmentSource: Message {
    Message(
      en: "the entry names no source: add 'configMapRef' or 'secretRef'",
      ko: "항목에 출처가 없습니다: 'configMapRef'나 'secretRef'를 쓰십시오")
  }

  fileprivate static var twoEnvironmentSources: Message {
    Message(
      en: "the entry names two sources: write one entry for each", ko: "항목에 출처가 둘 있습니다: 출처마다 항목을 따로 쓰십시오")
  }

  fileprivate static func notEmptyDirectory(_ name: Field) -> Message {
    Message(
      en: "files with variables lie in an 'emptyDir': make volume '\(name.written)' one",
      ko: "변수 파일은 'emptyDir'에 있어야 합니다: 볼륨 '\(name.written)'을(를) 'emptyDir'로 만드십시오")
  }
}
