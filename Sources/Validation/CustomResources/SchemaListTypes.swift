import Findings
import YAML

extension Report {
  /// How lists and maps are merged (groups.md 3.16).
  mutating func listAndMapTypes(_ schema: Field, _ root: SchemaRoot) {
    let (map, list) = (schema["x-kubernetes-map-type"], schema["x-kubernetes-list-type"])
    if map.isGiven {
      expectType(schema["type"], "object", .onlyForType(map, "object"), root)
      expect(given: root.placed(map), oneOf: ["atomic", "granular"], as: .structuralSchema)
    }
    if list.isGiven {
      expectType(schema["type"], "array", .onlyForType(list, "array"), root)
      expect(given: root.placed(list), oneOf: ["atomic", "map", "set"], as: .structuralSchema)
    }
    if list.hasText("set"), schema["type"].hasText("array"), let items = schema.itemSchema { itemsOfSet(items, root) }
    let keys = schema["x-kubernetes-list-map-keys"]
    if !keys.isEmpty, !list.hasText("map") {
      add(.structuralSchema, at: root.placed(list), list.isGiven ? .invalid : .required, .keysWithoutMap)
    }
    if list.hasText("map") { listMap(schema, keys, root) }
    guard list.hasText("set") || list.hasText("map"), let items = schema.itemSchema else { return }
    if items["nullable"].isTrue { forbid(root.placed(items["nullable"]), .nullKey, as: .structuralSchema) }
    if list.hasText("map") { keysOfMap(keys, in: items, root) }
  }

  /// Items of a set are compared as a whole.
  private mutating func itemsOfSet(_ items: Field, _ root: SchemaRoot) {
    let (list, map) = (items["x-kubernetes-list-type"], items["x-kubernetes-map-type"])
    switch items.schemaType {
    case "array":
      if list.isGiven, !list.hasText("atomic") { refuse(root.placed(list), .atomicInSet, as: .structuralSchema) }
    case "object":
      if !map.hasText("atomic") { refuse(root.placed(map), .atomicInSet, as: .structuralSchema) }
    default: break
    }
  }

  /// A list whose items are told apart by keys.
  private mutating func listMap(_ schema: Field, _ keys: Field, _ root: SchemaRoot) {
    if keys.isEmpty { add(.structuralSchema, at: root.placed(keys), .required, .noKeys) }
    let items = schema["items"]
    guard items.isGiven else {
      // That an array has items is said already, but not under junctors.
      let place = root.placed(items)
      let path = place.serverPath
      if findings.contains(where: { $0.server?.kind == .required && $0.server?.field == path }) { return }
      return add(.structuralSchema, at: place, .required, .noItems)
    }
    guard items.node?.isMapping ?? false else { return refuse(root.placed(items), .itemsOfMap, as: .structuralSchema) }
    guard items["type"].hasText("object") else {
      return refuse(root.placed(items["type"]), .itemsOfMap, as: .structuralSchema)
    }
    var seen: Set<String> = []
    for key in keys.items {
      let name = key.text ?? ""
      if !seen.insert(name).inserted {
        refuse(root.placed(keys), .keyTwice(name), as: .structuralSchema)
      }
      guard let property = items.property(name) else {
        refuse(root.placed(keys), .noSuchKey(name), as: .structuralSchema)
        continue
      }
      if ["array", "object"].contains(property.schemaType) {
        refuse(root.placed(property["type"]), .keyOfParts(name), as: .structuralSchema)
      }
    }
  }

  /// Keys are always there, whatever the items are.
  private mutating func keysOfMap(_ keys: Field, in items: Field, _ root: SchemaRoot) {
    let required = Set(items["required"].items.compactMap { $0.text })
    for key in keys.items {
      let name = key.text ?? ""
      guard let property = items.property(name) else { continue }
      if !required.contains(name), !property["default"].isGiven {
        add(.structuralSchema, at: root.placed(property["default"]), .required, .optionalKey(name))
      }
      if property["nullable"].isTrue { forbid(root.placed(property["nullable"]), .nullKey, as: .structuralSchema) }
    }
  }
}

extension Message {
  fileprivate static func onlyForType(_ field: Field, _ type: String) -> Message {
    Message(
      en: "'\(field.name)' is for type \(type): write 'type: \(type)', or remove it",
      ko: "'\(field.name)'은(는) \(type) 타입에만 씁니다: 'type: \(type)'로 쓰거나 지우십시오")
  }

  fileprivate static var keysWithoutMap: Message {
    Message(
      en: "keys tell the items of a map list apart: write 'x-kubernetes-list-type: map'",
      ko: "키는 맵 목록의 항목을 구분합니다: 'x-kubernetes-list-type: map'으로 쓰십시오")
  }

  fileprivate static var nullKey: Message {
    Message(
      en: "items are told apart by this value, which cannot be null: remove 'nullable'",
      ko: "이 값으로 항목을 구분하므로 null일 수 없습니다: 'nullable'을 지우십시오")
  }

  fileprivate static var atomicInSet: Message {
    Message(
      en: "items of a set are compared as a whole: write 'atomic' for them", ko: "집합의 항목은 통째로 비교합니다: 항목에 'atomic'을 쓰십시오"
    )
  }

  fileprivate static var noKeys: Message {
    Message(
      en: "nothing tells the items apart: add 'x-kubernetes-list-map-keys' with a property of them",
      ko: "항목을 구분할 키가 없습니다: 'x-kubernetes-list-map-keys'에 항목의 속성을 쓰십시오")
  }

  fileprivate static var itemsOfMap: Message {
    Message(
      en: "items of a map list are objects with keys: give 'items' one schema of type object",
      ko: "맵 목록의 항목은 키가 있는 객체입니다: 'items'에 object 타입의 스키마 하나를 쓰십시오")
  }

  fileprivate static func keyTwice(_ name: String) -> Message {
    Message(en: "key '\(name)' is given twice: remove one", ko: "키 '\(name)'이(가) 두 번 쓰였습니다: 하나를 지우십시오")
  }

  fileprivate static func noSuchKey(_ name: String) -> Message {
    Message(
      en: "the items have no property '\(name)': add it, or name another key",
      ko: "항목에 '\(name)' 속성이 없습니다: 추가하거나 다른 키를 쓰십시오")
  }

  fileprivate static func keyOfParts(_ name: String) -> Message {
    Message(
      en: "key '\(name)' has parts and cannot be compared: use a property of a simple type",
      ko: "키 '\(name)'은(는) 여러 부분이라 비교할 수 없습니다: 단순한 타입의 속성을 쓰십시오")
  }

  fileprivate static func optionalKey(_ name: String) -> Message {
    Message(
      en: "every item needs its key '\(name)': list it in 'required', or give it a 'default'",
      ko: "모든 항목에 키 '\(name)'이(가) 필요합니다: 'required'에 쓰거나 'default'를 추가하십시오")
  }
}
