public import Findings
public import YAML

/// What was found out about a custom resource.
public struct CustomResourceJudgement {
  public var findings: [Finding]
  /// Why it cannot be told whether the API server takes the object, findings or not; `nil` where it can.
  public var unjudged: Message?
}

/// Checks a custom resource against its definition: the form of its metadata, its fields, and its schema.
///
/// - Parameters:
///   - root: the object, which says that it is of this kind and version.
///   - rulesAreTold: Whether what the definition says in CEL is judged by rules elsewhere.
public func check(
  _ root: Node, as resource: CustomResource, against catalogue: Catalogue, versions: VersionSet,
  rulesAreTold: Bool = false
) -> CustomResourceJudgement {
  var check = CustomResourceCheck(resource, root, catalogue: catalogue, asked: versions)
  check.rulesAreTold = rulesAreTold
  check.judgeObject()
  return check.judgement
}

/// Checks a fragment: a value that stands at some place of a custom kind.
public func check(
  _ node: Node, as place: CustomPlace, against catalogue: Catalogue, versions: VersionSet
) -> CustomResourceJudgement {
  var check = CustomResourceCheck(place.resource, node, catalogue: catalogue, asked: versions, prefix: place.path)
  if place.schema == place.resource.root {
    check.judgeObject()
  } else {
    check.judge(SchemaValue(node: node, place: place.schema), place.schema, .whole(keepsUnknown: false))
  }
  return check.judgement
}

extension CustomResourceCheck {
  fileprivate var judgement: CustomResourceJudgement {
    var judgement = CustomResourceJudgement(findings: findings, unjudged: unjudged)
    if isFull { judgement.findings.append(.stopped(at: place(of: origin), after: findings.count)) }
    return judgement
  }
}
