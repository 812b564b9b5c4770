/// The priority classes that every cluster has (groups.md 3.9).
struct SystemPriority {
  let value: Int64

  init?(name: String) {
    switch name {
    case "system-cluster-critical": value = 2_000_000_000
    case "system-node-critical": value = 2_000_001_000
    default: return nil
    }
  }
}
