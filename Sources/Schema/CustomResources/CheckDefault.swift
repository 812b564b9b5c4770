public import Findings
public import YAML

/// Checks the default of a property against the schema at which it stands, both as a definition writes them. No default
/// inside of it counts, and null is no absent value there, because the API server judges it before it fills anything in.
///
/// Paths begin at the default.
public func check(default value: Node, against schema: Node, versions: VersionSet) -> CustomResourceJudgement {
  let arena = SchemaArena()
  let number = arena.add(schema)
  let resource = CustomResource(
    apiVersion: "", kind: "", isNamespaced: false, definition: schema, hasStatus: false, arena: arena, root: number)
  var check = CustomResourceCheck(resource, value, catalogue: Catalogue(), asked: versions)
  check.isDefault = true
  check.judge(SchemaValue(node: value, place: -1), number, .schema)
  return CustomResourceJudgement(findings: check.findings, unjudged: check.unjudged)
}
