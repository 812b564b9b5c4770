import Findings
import Resources
import Schema
import YAML

extension Report {
  /// `matchLabelKeys` and `mismatchLabelKeys` of a term of Pod affinity (core.md 3.12).
  mutating func labelKeys(of term: Field, in pod: PodScope) {
    for keys in [term["matchLabelKeys"], term["mismatchLabelKeys"]] where !keys.isEmpty {
      if !term["labelSelector"].isGiven {
        forbid(keys, .keysWithoutSelector)  // AFF9
        continue
      }
      for key in keys.items { expect(always: key, .qualifiedName) }  // AFF10
    }
    let opposed = Set(term["mismatchLabelKeys"].items.map { $0.written })
    for key in term["matchLabelKeys"].items where opposed.contains(key.written) {
      refuse(key, .keyOnBothSides(key))  // AFF12
    }
    let merged = pod.mergedKeys(term["matchLabelKeys"]) + pod.mergedKeys(term["mismatchLabelKeys"])
    mergedLabelKeys(of: term, merged: merged)  // AFF11
  }

  /// `matchLabelKeys` of a constraint on the spread of Pods.
  mutating func labelKeys(ofSpread constraint: Field, in pod: PodScope) {
    let (keys, selector) = (constraint["matchLabelKeys"], constraint["labelSelector"])
    if !keys.isEmpty, !selector.isGiven { forbid(keys, .keysWithoutSelector) }  // AFF20
    inVersions(selector.isGiven ? .all : .spreadLabelKeysApart) { report in
      for key in keys.items { report.expect(always: key, .qualifiedName) }  // AFF21
    }
    inVersions(.spreadLabelKeysMerged) {
      $0.mergedLabelKeys(of: constraint, merged: pod.mergedKeys(keys))  // AFF22
    }
    inVersions(.spreadLabelKeysApart) { report in
      let used = selector.selectedKeys
      for key in keys.items where used[key.written] != nil { report.refuse(key, .keyInSelector(key)) }  // AFF22
    }
  }

  /// A key that narrows a selector is not in it already. The API server looks after it has added to the selector a
  /// condition for each key whose label the Pod has; it adds none in templates, so that there only a key that the
  /// selector itself uses twice is found.
  private mutating func mergedLabelKeys(of holder: Field, merged: [String]) {
    let selector = holder["labelSelector"]
    guard selector.isGiven else { return }
    var uses = selector.selectedKeys
    for key in merged { uses[key, default: 0] += 1 }
    var last: [String: (index: Int, key: Field)] = [:]
    for (index, key) in holder["matchLabelKeys"].items.enumerated() { last[key.written] = (index, key) }
    for (name, (index, key)) in last where uses[name, default: 0] > 1 {
      refuse(key.reported(at: holder, [.index(index)]), .keyInSelector(key))
    }
  }
}

extension PodScope {
  /// The keys for which the API server adds a condition to a selector: those whose labels the Pod has.
  fileprivate func mergedKeys(_ keys: Field) -> [String] {
    guard !isTemplate else { return [] }
    let labels = Labels(labels.node)
    return keys.items.map { $0.written }.filter { labels[$0] != nil }
  }
}

extension Field {
  /// How often a label selector uses each key.
  fileprivate var selectedKeys: [String: Int] {
    var uses: [String: Int] = [:]
    for (key, _) in self["matchLabels"].entries { uses[key.written, default: 0] += 1 }
    for condition in self["matchExpressions"].items { uses[condition["key"].text ?? "", default: 0] += 1 }
    return uses
  }
}

extension Message {
  fileprivate static var keysWithoutSelector: Message {
    Message(
      en: "these keys narrow a 'labelSelector', and there is none: add it",
      ko: "이 키들은 'labelSelector'를 좁히는데 그것이 없습니다: 추가하십시오")
  }

  fileprivate static func keyOnBothSides(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' stands in 'mismatchLabelKeys' too: keep it in one",
      ko: "'\(key.written)'이(가) 'mismatchLabelKeys'에도 있습니다: 한쪽에만 두십시오")
  }

  fileprivate static func keyInSelector(_ key: Field) -> Message {
    Message(
      en: "the 'labelSelector' has a condition on '\(key.written)' already: keep one of the two",
      ko: "'labelSelector'에 이미 '\(key.written)' 조건이 있습니다: 둘 가운데 하나만 두십시오")
  }
}
