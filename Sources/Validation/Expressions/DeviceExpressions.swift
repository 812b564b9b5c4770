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
      guard let checked = compilation.compile(expression, in: environment, answers: [.bool, .any]) else { return }
      let cost = CostBound.cost(of: checked, in: environment, variables: [("device", .device)])
      if cost > 1_000_000 { compilation.holdBack(expression, .cost) }
    }
  }
}

extension Extent {
  /// At most 32 attributes and capacities, of short names and values.
  fileprivate static let device = Extent(
    size: 1,
    field: { name in
      let value = Extent(size: 64)
      let inner = Extent(size: 32, keySize: 32, entry: { value })
      return name == "driver" ? Extent(size: 63) : Extent(size: 32, keySize: 63, entry: { inner })
    })
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
