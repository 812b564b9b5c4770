import Findings
import Schema

/// One limit of a LimitRange, with the defaults that the API server fills in for containers.
private struct Limit {
  let item: Field
  let isContainer: Bool
  let isPod: Bool
  /// The entries of each list by the name of their resource, in the order of `List`.
  private let lists: [[String: (key: Field, value: Field)]]
  /// The names of all lists that count, each once, in the order of the text.
  private(set) var names: [String] = []

  /// A list of the limit, as the API server calls it.
  enum List: Int, CaseIterable {
    case max, min, `default`, defaultRequest, maxLimitRequestRatio

    var name: StaticString {
      switch self {
      case .max: "max"
      case .min: "min"
      case .default: "default"
      case .defaultRequest: "defaultRequest"
      case .maxLimitRequestRatio: "maxLimitRequestRatio"
      }
    }
  }

  struct Entry {
    let key: Field
    let value: Field
    let amount: Quantity?
  }

  init(_ item: Field) {
    self.item = item
    isContainer = item["type"].hasText("Container")
    isPod = item["type"].hasText("Pod")
    var lists: [[String: (key: Field, value: Field)]] = []
    var seen: Set<String> = []
    for list in List.allCases {
      var entries: [String: (key: Field, value: Field)] = [:]
      // Pods are given no defaults.
      if !isPod || list != .default && list != .defaultRequest {
        for (key, value) in item[list.name].entries {
          let name = key.written
          entries[name] = (key, value)
          if seen.insert(name).inserted { names.append(name) }
        }
      }
      lists.append(entries)
    }
    self.lists = lists
  }

  /// What a list says of a resource, or what it is filled with.
  subscript(list: List, name: String) -> Entry? {
    if let own = entry(list, name, at: list) { return own }
    guard isContainer else { return nil }
    switch list {
    case .default: return entry(.max, name, at: .default)
    case .defaultRequest:
      return entry(.default, name, at: .defaultRequest) ?? entry(.max, name, at: .defaultRequest)
        ?? entry(.min, name, at: .defaultRequest)
    default: return nil
    }
  }

  private func entry(_ source: List, _ name: String, at list: List) -> Entry? {
    guard let (key, value) = lists[source.rawValue][name] else { return nil }
    let way: [FieldPath.Element] = [.field("\(list.name)"), .key(name)]
    return Entry(
      key: key.reported(at: item, way), value: value.reported(at: item, way),
      amount: value.amount)
  }
}

extension Report {
  /// The values of a limit: known resources, and least to most in order (core.md 4.11).
  mutating func limitValues(_ item: Field) {
    let limit = Limit(item)
    for name in limit.names {
      for list in Limit.List.allCases {
        guard let key = limit[list, name]?.key else { continue }
        if limit.isPod || limit.isContainer { expectContainerResource(key) } else { expectResource(key) }  // LR4
      }
      let (least, most) = (limit[.min, name], limit[.max, name])
      let (request, standard) = (limit[.defaultRequest, name], limit[.default, name])
      expect(least, atMost: most, blaming: least)  // LR7
      expect(least, atMost: request, blaming: request)  // LR8
      expect(request, atMost: most, blaming: request)  // LR9
      expect(request, atMost: standard, blaming: request)  // LR10
      expect(least, atMost: standard, blaming: standard)  // LR11
      expect(standard, atMost: most, blaming: standard)  // LR12
      ratio(limit[.maxLimitRequestRatio, name], least, most)
      if let request, let standard, let one = request.amount, let other = standard.amount, one != other,
        !request.key.isOvercommittable
      {
        refuse(request.value, .notShared(request.key), as: .limitOrder)  // LR15
      }
    }
  }

  private mutating func expect(_ small: Limit.Entry?, atMost large: Limit.Entry?, blaming blamed: Limit.Entry?) {
    guard let small, let large, let blamed, let one = small.amount, let other = large.amount, one > other else {
      return
    }
    refuse(blamed.value, .wrongOrder(small.value, large.value), as: .limitOrder)
  }

  private mutating func ratio(_ ratio: Limit.Entry?, _ least: Limit.Entry?, _ most: Limit.Entry?) {
    guard let ratio, let amount = ratio.amount else { return }
    if amount < Quantity(1) { refuse(ratio.value, .smallRatio(ratio.value), as: .limitOrder) }  // LR13
    guard let least = least?.amount, let most = most?.amount else { return }
    if amount.exceeds(most, over: least) { refuse(ratio.value, .largeRatio(ratio.value), as: .limitOrder) }  // LR14
  }
}

extension Quantity {
  /// Whether it is more than one amount divided by another; in thousandths where these are small enough.
  fileprivate func exceeds(_ most: Quantity, over least: Quantity) -> Bool {
    if let ratio = milliValue, let most = most.milliValue, let least = least.milliValue {
      return Double(ratio) / 1000 > Double(most) / Double(least)
    }
    return Double(value ?? .max) > Double(most.value ?? .max) / Double(least.value ?? .max)
  }
}

extension Message {
  fileprivate static func wrongOrder(_ small: Field, _ large: Field) -> Message {
    let (one, other) = (small.serverPath.parent.lastName, large.serverPath.parent.lastName)
    return Message(
      en: "\(one) is \(small.amountText) and \(other) \(large.amountText): keep min ≤ defaultRequest ≤ default ≤ max",
      ko: "\(one)은(는) \(small.amountText), \(other)은(는) \(large.amountText)입니다: "
        + "min ≤ defaultRequest ≤ default ≤ max로 쓰십시오")
  }

  fileprivate static func notShared(_ key: Field) -> Message {
    Message(
      en: "'\(key.written)' is given out whole: write the same in 'defaultRequest' and 'default'",
      ko: "'\(key.written)'은(는) 나누어 줄 수 없습니다: 'defaultRequest'와 'default'를 같게 쓰십시오")
  }

  fileprivate static func smallRatio(_ ratio: Field) -> Message {
    Message(
      en: "a limit is never below its request, so their ratio is 1 or more: '\(ratio.amountText)' allows nothing",
      ko: "제한은 요청보다 작을 수 없으므로 비율은 1 이상입니다: '\(ratio.amountText)'은(는) 아무것도 허용하지 않습니다")
  }

  fileprivate static func largeRatio(_ ratio: Field) -> Message {
    Message(
      en: "the ratio '\(ratio.amountText)' is more than 'max' divided by 'min': lower it, or remove it",
      ko: "비율 '\(ratio.amountText)'이(가) 'max'를 'min'으로 나눈 값보다 큽니다: 줄이거나 지우십시오")
  }
}

extension Field {
  /// The amount as it was written; null is nothing.
  fileprivate var amountText: String { isGiven ? written : "0" }
}

extension FieldPath {
  fileprivate var lastName: String {
    guard case .field(let name)? = elements.last else { return "" }
    return "'\(name)'"
  }
}
