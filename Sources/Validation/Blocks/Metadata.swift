import Findings
import Schema
import YAML

extension Report {
  /// The metadata of an object (core.md 1.7).
  mutating func metadata(
    _ metadata: Field, names: Grammar, formerNames: KindValidation.FormerNames? = nil, scope: KindValidation.Scope,
    rules: KindValidation.MetadataRules = .common
  ) {
    if metadata["generateName"].isEmpty, rules != .commonWithoutName { require(metadata["name"]) }  // META1
    if let former = formerNames, !versions.isDisjoint(with: former.versions) {
      // What was no name before is none now.
      let count = findings.count
      self.names(metadata, former.grammar, rules)
      if findings.count == count {
        inVersions(VersionSet.all.subtracting(former.versions)) { $0.names(metadata, names, rules) }
      }
    } else {
      self.names(metadata, names, rules)
    }
    // The API server clears a namespace that a cluster-scoped object is given, and fills in a missing one (META4).
    if scope == .namespaced { expect(metadata["namespace"], .label) }  // META5
    labels(metadata["labels"])  // META7 META8
    annotations(metadata["annotations"])  // META9 META10
    owners(metadata["ownerReferences"])  // META11–META14
    finalizers(metadata["finalizers"], rules)  // META15–META17
    managedFields(metadata["managedFields"])  // META18–META22
  }

  /// The name of an object, or what the API server makes one of.
  private mutating func names(_ metadata: Field, _ names: Grammar, _ rules: KindValidation.MetadataRules) {
    let (name, prefix) = (metadata["name"], metadata["generateName"])
    expect(name, names)  // META2
    if rules != .commonWithoutPrefix { expectPrefix(prefix, of: names) }  // META3
    if name.isEmpty { expectGeneratedName(prefix.reported(at: metadata, "name"), of: names) }  // META2
  }

  /// A text to which the API server appends characters to make a name: a trailing hyphen is as good as a letter.
  mutating func expectPrefix(_ prefix: Field, of names: Grammar) {
    guard let text = prefix.text, !text.isEmpty, !names.matches(prefix: text) else { return }
    expect(given: prefix, names)
  }

  /// The name that the API server makes of a prefix: what has room of it and five characters.
  private mutating func expectGeneratedName(_ prefix: Field, of names: Grammar) {
    guard let text = prefix.text, !text.isEmpty else { return }
    let name = generatedName(text)
    if !names.matches(name) { refuse(prefix, .noGeneratedName(text), as: .nameFormat) }
  }

  /// Labels of an object or a template.
  mutating func labels(_ labels: Field) {
    for (key, value) in labels.entries {
      expect(given: key, .qualifiedName, reportedAt: labels)  // META7
      expect(value, .labelValue, reportedAt: labels)  // META8
    }
  }

  mutating func annotations(_ annotations: Field) {
    var bytes = 0
    for (key, value) in annotations.entries {
      expect(given: key, .annotationKey, reportedAt: annotations)  // META9
      bytes += (key.node?.withText { $0.count } ?? 0) + (value.node?.withText { $0.count } ?? 0)
    }
    if bytes > 262_144 { addTooLong(annotations, 262_144) }  // META10
  }

  private mutating func owners(_ owners: Field) {
    var controller: Field?
    for owner in owners.items {
      let version = owner["apiVersion"].text ?? ""
      // With more than one slash it is no version at all.
      if version.isEmpty || version.hasSuffix("/") || version.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 {
        refuse(owner["apiVersion"].reported(at: owners, "apiVersion"), .ownerVersion)  // META11
      }
      for name in ["kind", "name", "uid"] as [StaticString] where owner[name].isEmpty {
        refuse(owner[name].reported(at: owners, name), .ownerField("\(name)"))  // META12
      }
      if version == "v1" || version == "/v1", owner["kind"].hasText("Event") {
        refuse(owner.reported(at: owners), .eventAsOwner)  // META13
      }
      guard owner["controller"].isTrue else { continue }
      if let controller { refuse(owner.reported(at: owners), .secondController(controller)) }  // META14
      controller = owner
    }
  }

  private mutating func finalizers(_ finalizers: Field, _ rules: KindValidation.MetadataRules) {
    var (orphan, foreground) = (false, false)
    for finalizer in finalizers.items {
      expect(always: finalizer.reported(at: finalizers), .qualifiedName)  // META15
      if rules != .general, rules != .generalAfterwards { expectDomain(of: finalizer) }  // META17
      orphan = orphan || finalizer.hasText("orphan")
      foreground = foreground || finalizer.hasText("foregroundDeletion")
    }
    if orphan, foreground { refuse(finalizers, .opposedFinalizers) }  // META16
  }

  /// A finalizer without a domain is one of the API server's own.
  mutating func expectDomain(of finalizer: Field) {
    let own: Words = ["kubernetes", "orphan", "foregroundDeletion"]
    if !finalizer.isQualified, !own.contains(finalizer) { refuse(finalizer, .unqualifiedFinalizer(finalizer)) }
  }
}

extension Report {
  /// Pods take their name as host name, which has no dots.
  mutating func warnOfName(_ name: Field) {
    if let text = name.text, Grammar.subdomain.matches(text), !Grammar.label.matches(text) {
      warn(.nameFormat, at: name, .noHostName(name))  // W1
    }
  }
}

/// A name such as the API server makes of a prefix.
private func generatedName(_ prefix: String) -> String {
  String(decoding: prefix.utf8.prefix(58), as: UTF8.self) + "bcdfg"
}

extension Field {
  /// The name that an object gets by its metadata: its own, or one that is made of a prefix.
  var finalName: (field: Field, text: String)? {
    let (name, prefix) = (self["name"], self["generateName"])
    if let text = name.text, !text.isEmpty { return (name, text) }
    guard let text = prefix.text, !text.isEmpty else { return nil }
    return (prefix.reported(at: self, "name"), generatedName(text))
  }
}

extension Grammar {
  /// Whether a name can begin with the text: a hyphen at its end is as good as a letter.
  func matches(prefix text: String) -> Bool {
    matches(text.utf8.count > 1 && text.hasSuffix("-") ? String(text.dropLast(2)) + "a" : text)
  }
}

extension Field {
  /// The namespace to which an object is sent: its own, or the client's.
  var requestNamespace: String {
    let written = self["metadata"]["namespace"].text ?? ""
    return written.isEmpty ? "default" : written
  }

  /// Whether the text has a slash, as names do that begin with a domain.
  var isQualified: Bool { node?.withText { $0.contains(UInt8(ascii: "/")) } ?? false }
}

extension Message {
  fileprivate static func noHostName(_ name: Field) -> Message {
    Message(
      en: "'\(name.written)' is no host name, which the Pod would have: use at most 63 letters, digits and '-'",
      ko: "Pod의 호스트 이름이 될 '\(name.written)'은(는) 호스트 이름이 아닙니다: 소문자, 숫자, '-'로 63자까지 쓰십시오")
  }

  fileprivate static func noGeneratedName(_ prefix: String) -> Message {
    Message(
      en: "names made of '\(prefix)' would be no names: use lower-case letters, digits and '-'",
      ko: "'\(prefix)'(으)로 만든 이름은 쓸 수 없는 이름이 됩니다: 소문자, 숫자, '-'를 쓰십시오")
  }

  fileprivate static var ownerVersion: Message {
    Message(en: "the owner has no 'apiVersion': add its group and version", ko: "소유자에 'apiVersion'이 없습니다: 그룹과 버전을 쓰십시오")
  }

  fileprivate static func ownerField(_ name: String) -> Message {
    Message(en: "the owner has no '\(name)': add it", ko: "소유자에 '\(name)'이(가) 없습니다: 추가하십시오")
  }

  fileprivate static var eventAsOwner: Message {
    Message(en: "an Event cannot own an object: name another owner", ko: "Event는 소유자가 될 수 없습니다: 다른 소유자를 쓰십시오")
  }

  fileprivate static func secondController(_ first: Field) -> Message {
    let name = first["name"].text ?? ""
    return Message(
      en: "'\(name)' is the controller already: leave 'controller: true' at one owner",
      ko: "'\(name)'이(가) 이미 컨트롤러입니다: 'controller: true'는 소유자 하나에만 두십시오")
  }

  fileprivate static var opposedFinalizers: Message {
    Message(
      en: "'orphan' and 'foregroundDeletion' exclude each other: keep one",
      ko: "'orphan'과 'foregroundDeletion'은 함께 쓸 수 없습니다: 하나만 두십시오")
  }

  fileprivate static func unqualifiedFinalizer(_ finalizer: Field) -> Message {
    Message(
      en:
        "finalizer '\(finalizer.written)' has no domain: write one before it, as in 'example.org/\(finalizer.written)'",
      ko: "finalizer '\(finalizer.written)'에 도메인이 없습니다: 'example.org/\(finalizer.written)'처럼 앞에 쓰십시오")
  }
}
