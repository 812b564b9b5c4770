import Findings
import Schema
import YAML

extension Words {
  /// What the API server empties, fills in or leaves aside before it looks.
  fileprivate static let ownMetadata: Words = [
    "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "managedFields", "namespace", "selfLink",
    "uid",
  ]
}

extension Report {
  /// What every question about access has (groups.md 3.18): it asks about a resource or about a URL.
  mutating func accessQuestion(_ spec: Field) {
    let (resource, url) = (spec["resourceAttributes"], spec["nonResourceAttributes"])
    if resource.isGiven, url.isGiven { refuse(url, .resourceAndURL, as: .accessReview) }
    if !resource.isGiven, !url.isGiven { refuse(resource, .noQuestion, as: .accessReview) }
    for name in ["fieldSelector", "labelSelector"] as [StaticString] where resource[name].isGiven {
      accessSelector(resource[name], isOfLabels: resource[name].name == "labelSelector")
    }
  }

  /// Whom a question is about.
  mutating func accessSubject(_ spec: Field) {
    if spec["user"].isEmpty, spec["groups"].isEmpty { refuse(spec["user"], .nobody, as: .accessReview) }
  }

  /// A review is a question, not an object: it has no metadata but the namespace that it may lie in.
  mutating func noMetadata(_ metadata: Field) {
    for (key, value) in metadata.entries {
      if Words.ownMetadata.contains(key) || value.isZero { continue }
      return refuse(metadata, .reviewMetadata(key), as: .accessReview)
    }
  }

  private mutating func accessSelector(_ selector: Field, isOfLabels: Bool) {
    let (text, requirements) = (selector["rawSelector"], selector["requirements"])
    if !text.isEmpty, !requirements.isEmpty { refuse(text, .selectorTwice, as: .accessReview) }
    if text.isEmpty, requirements.isEmpty { add(.required, at: requirements, .required, .noSelector) }
    for condition in requirements.items {
      let (key, values) = (condition["key"], condition["values"])
      // Operators that it does not know are let through, for those who ask from a newer release.
      switch condition["operator"].text ?? "" {
      case "In", "NotIn": require(values, as: .selectorOperator)
      case "Exists", "DoesNotExist":
        if !values.isEmpty { forbid(values, .valuesOfExists(condition), as: .selectorOperator) }
      default: break
      }
      guard isOfLabels else {
        require(key)
        continue
      }
      expect(always: key, .qualifiedName)
      for value in values.items { expect(value, .labelValue) }
    }
  }
}

extension Field {
  /// Whether the value is what an absent one is taken for: nothing, an empty text or collection, 0 or `false`.
  fileprivate var isZero: Bool { isEmpty || integer == 0 || node?.bool == false }
}

extension Message {
  fileprivate static var resourceAndURL: Message {
    Message(
      en: "a review asks about a resource or about a URL: write two reviews",
      ko: "리뷰 하나는 리소스나 URL 가운데 하나만 묻습니다: 리뷰를 둘로 나누십시오")
  }

  fileprivate static var noQuestion: Message {
    Message(
      en: "the review asks nothing: add 'resourceAttributes' or 'nonResourceAttributes'",
      ko: "리뷰가 묻는 내용이 없습니다: 'resourceAttributes'나 'nonResourceAttributes'를 추가하십시오")
  }

  fileprivate static var nobody: Message {
    Message(en: "the review asks about nobody: add 'user' or 'groups'", ko: "리뷰의 대상이 없습니다: 'user'나 'groups'를 추가하십시오")
  }

  fileprivate static func reviewMetadata(_ key: Field) -> Message {
    Message(
      en: "a review is answered and not kept, so it has no '\(key.written)': remove it",
      ko: "리뷰는 답만 받고 저장되지 않으므로 '\(key.written)'이(가) 없습니다: 지우십시오")
  }

  fileprivate static var selectorTwice: Message {
    Message(
      en: "'requirements' say the same in another form: keep one of the two",
      ko: "'requirements'와 같은 내용을 다른 형식으로 쓴 것입니다: 둘 가운데 하나만 두십시오")
  }

  fileprivate static var noSelector: Message {
    Message(
      en: "the selector selects nothing: add 'requirements', or remove it",
      ko: "셀렉터의 조건이 없습니다: 'requirements'를 추가하거나 셀렉터를 지우십시오")
  }

  fileprivate static func valuesOfExists(_ condition: Field) -> Message {
    let word = condition["operator"].written
    return Message(
      en: "'\(word)' asks for the key alone: remove 'values', or use 'In' or 'NotIn'",
      ko: "'\(word)'는 키만 봅니다: 'values'를 지우거나 'In' 또는 'NotIn'을 쓰십시오")
  }
}
