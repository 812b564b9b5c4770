import CEL
import Findings

extension Report {
  /// Compiles the expression that selects devices (groups.md 3.17).
  mutating func deviceExpression(_ expression: Field) {
    compile { compilation in
      var environment = compilation.environment(.devices)
      environment.dialect.bindings = true
      environment.variables = ["device": .object(.device)]
      environment.objects = { $0 == "kubernetes.DRADevice" ? .device : nil }
      compilation.compile(expression, in: environment, answers: [.bool, .any])
    }
  }
}

extension ObjectType {
  /// A device as drivers publish it. Whether it may be allocated more than once is known in some versions.
  fileprivate static let device = ObjectType(name: "kubernetes.DRADevice") { field in
    switch field {
    case "driver": .string
    case "attributes": .map(.string, .map(.string, .any))
    case "capacity": .map(.string, .map(.string, .opaque(.quantity, [])))
    case "allowMultipleAllocations": .error
    default: nil
    }
  }
}
