public import Checker
public import Schema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Work that is spread over threads, each with an engine of its own; results come in the order of the items.
public enum Parallel {
  /// Processors that are online.
  public static var width: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// - Parameters:
  ///   - jobs: Threads to use; `nil` for one a processor.
  ///   - definitions: Of custom resources, for the engines.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int? = nil, definitions: CustomResourceDefinitions = CustomResourceDefinitions(),
    _ transform: @escaping @Sendable (Item, Engine) -> Result
  ) async -> [Result] {
    let workers = min(max(1, jobs ?? width), max(1, items.count))
    guard workers > 1 else {
      let engine = Engine(definitions: definitions)
      return items.map { transform($0, engine) }
    }
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let engine = Engine(definitions: definitions)
          return stride(from: worker, to: items.count, by: workers).map { ($0, transform(items[$0], engine)) }
        }
      }
      var results: [(Int, Result)] = []
      for await part in group { results += part }
      return results.sorted { $0.0 < $1.0 }.map { $0.1 }
    }
  }
}
