import CEL
import Findings
import Schema

extension Report {
  /// Compiles the conditions of webhooks (groups.md 3.12).
  mutating func webhookExpressions(_ webhooks: Field) {
    guard webhooks.items.contains(where: { !$0["matchConditions"].isEmpty }) else { return }
    compile { compilation in
      let environment = compilation.admission(hasParameters: false)
      for webhook in webhooks.items { compilation.conditions(webhook["matchConditions"], environment) }
    }
  }

  /// Compiles what a validating or mutating policy says in CEL (groups.md 3.12).
  mutating func policyExpressions(_ spec: Field, mutates: Bool) {
    compile { compilation in compilation.policy(spec, mutates: mutates) }
  }
}

extension Compilation {
  /// What expressions of admission may name.
  fileprivate func admission(hasParameters: Bool, functions: FunctionTable = .kubernetes) -> Environment {
    var environment = environment(functions)
    environment.variables = [
      "object": .dyn, "oldObject": .dyn, "request": .object(.request), "authorizer": .opaque(.authorizer, []),
      "authorizer.requestResource": .opaque(.resourceCheck, []),
    ]
    if version.minor >= 28 { environment.variables["namespaceObject"] = .object(.namespace) }
    if hasParameters { environment.variables["params"] = .dyn }
    environment.objects = { ObjectType.admission[$0] }
    return environment
  }

  fileprivate mutating func conditions(_ conditions: Field, _ environment: Environment) {
    for condition in conditions.items where !condition["expression"].isBlank {
      compile(condition["expression"], in: environment, answers: [.bool])
    }
  }

  fileprivate mutating func policy(_ spec: Field, mutates: Bool) {
    var environment = admission(hasParameters: spec["paramKind"].isGiven)
    conditions(spec["matchConditions"], environment)
    let variables = variables(spec["variables"], &environment, mutates: mutates)
    for validation in spec["validations"].items {
      if !validation["expression"].isBlank { compile(validation["expression"], in: environment, answers: [.bool]) }
      guard !validation["messageExpression"].isBlank else { continue }
      var ofMessage = environment
      ofMessage.variables["authorizer"] = nil
      ofMessage.variables["authorizer.requestResource"] = nil
      compile(validation["messageExpression"], in: ofMessage, answers: [.string])
    }
    for annotation in spec["auditAnnotations"].items {
      let value = annotation["valueExpression"]
      guard !value.isBlank, (value.text?.trimmingBlanks.utf8.count ?? 0) <= 5120 else { continue }
      compile(value, in: environment, answers: [.string, .null])
    }
    guard mutates else { return }
    mutations(spec["mutations"], hasParameters: spec["paramKind"].isGiven, variables)
  }

  /// Variables are seen by what follows them, each with the type that it has.
  private mutating func variables(
    _ variables: Field, _ environment: inout Environment, mutates: Bool
  ) -> CELType {
    var known: [String: CELType] = [:]
    for variable in variables.items where !variable["expression"].isBlank {
      let before = known
      let type = CELType.object(ObjectType(name: "kubernetes.variables") { before[$0] })
      environment.variables["variables"] = type
      let checked = compile(variable["expression"], in: environment)
      // Whether variables too may make what a mutation answers is not known here.
      if mutates { holdBackLast(where: { $0.namesPatchType }) }
      known[variable["name"].text ?? ""] = checked?.result.ofVariable ?? .dyn
    }
    let all = known
    let type = CELType.object(ObjectType(name: "kubernetes.variables") { all[$0] })
    environment.variables["variables"] = type
    return type
  }

  private mutating func mutations(_ mutations: Field, hasParameters: Bool, _ variables: CELType) {
    var environment = admission(hasParameters: hasParameters, functions: .patches)
    environment.variables["variables"] = variables
    environment.objects = { name in
      if name == "JSONPatch" { return .jsonPatch }
      // Every path below it is a type, whose fields may hold anything.
      if name == "Object" || name.hasPrefix("Object.") { return ObjectType(name: name) { _ in .dyn } }
      return ObjectType.admission[name]
    }
    for mutation in mutations.items {
      let patch = mutation["jsonPatch"]["expression"]
      let configuration = mutation["applyConfiguration"]["expression"]
      if mutation["patchType"].hasText("JSONPatch"), !patch.isBlank {
        compile(patch, in: environment, answers: [.list(.object(.jsonPatch))])
      }
      if mutation["patchType"].hasText("ApplyConfiguration"), !configuration.isBlank {
        compile(configuration, in: environment, answers: [.object(ObjectType(name: "Object") { _ in .dyn })])
      }
    }
  }
}

extension CompileError.Fault {
  /// Whether what is missing are the types of mutations.
  fileprivate var namesPatchType: Bool {
    guard case .undeclared(let name) = self else { return false }
    return name == "JSONPatch" || name == "jsonpatch" || name == "Object" || name.hasPrefix("Object.")
  }
}

extension CELType {
  /// What others see of a variable: only types that the API server can write down for it, `dyn` for the rest.
  fileprivate var ofVariable: CELType {
    switch self {
    case .any, .bool, .bytes, .double, .duration, .int, .null, .string, .timestamp, .uint: self
    case .list(let item): .list(item.ofVariable)
    case .map(let key, let value): .map(key.ofVariable, value.ofVariable)
    default: .dyn
    }
  }
}
