import Findings

/// Fields that older versions of an API had, or that people take over from similar places, with what stands for them.
struct FormerField {
  /// The end of the type's name in the catalogue, as `v2.HorizontalPodAutoscalerSpec`.
  let type: StaticString
  let name: StaticString
  let replacement: StaticString
  let advice: Message?
  /// Whether the value stays as it is.
  let isWhole: Bool

  private init(
    _ type: StaticString, _ name: StaticString, _ replacement: StaticString, _ advice: Message? = nil,
    isWhole: Bool = true
  ) {
    self.isWhole = isWhole
    self.type = type
    self.name = name
    self.replacement = replacement
    self.advice = advice
  }

  func message(_ name: String) -> Message {
    Message(
      en: "there is no '\(name)' here: write '\(replacement)'", ko: "여기에는 '\(name)'이(가) 없습니다: '\(replacement)'에 쓰세요")
  }

  /// The field beside it in which the replacement lies, or that it is.
  var firstField: String { names.first ?? "" }

  /// The names of the replacement, from the outside in.
  var names: [String] {
    "\(replacement)".utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
  }

  static func named(_ name: String, in facts: TypeFacts) -> FormerField? {
    let type = facts.name.string
    for former in all where type.hasSuffix("\(former.type)") && name == "\(former.name)" { return former }
    return nil
  }

  private static let all: [FormerField] = [
    FormerField("networking.v1.IngressBackend", "serviceName", "service.name"),
    FormerField(
      "networking.v1.IngressBackend", "servicePort", "service.port.number",
      Message(
        en: "a port given by its name goes to 'service.port.name'; extensions/v1beta1 had both fields flat",
        ko: "이름으로 쓴 포트는 'service.port.name'에 씁니다; extensions/v1beta1에서는 두 필드가 나란히 있었습니다")),
    FormerField(
      "v2.HorizontalPodAutoscalerSpec", "targetCPUUtilizationPercentage", "metrics",
      Message(
        en:
          "autoscaling/v2 says it as 'metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]'",
        ko:
          "autoscaling/v2에서는 'metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]'로 씁니다"
      ), isWhole: false),
    FormerField("core.v1.PersistentVolumeClaimSpec", "storage", "resources.requests.storage"),
    FormerField("core.v1.PersistentVolumeClaimSpec", "storageClass", "storageClassName"),
    FormerField("core.v1.ServicePort", "containerPort", "targetPort"),
  ]
}
