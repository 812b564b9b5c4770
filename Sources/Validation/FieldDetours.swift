import Findings

/// What few of an object's fields have; apart from them, so that fields are cheap to copy.
///
/// One instance serves one judgement, on one thread.
final class FieldDetours: @unchecked Sendable {
  struct Detour {
    /// The name that is missing above the field's own missing one; empty where none is.
    var missingName: StaticString
    /// The detour of the field of that name; -1 for none.
    var above: Int32
    var renaming: Renaming?
  }

  /// Where the API server says a field is, when it calls it by another path than the manifest does: at a field of
  /// an ancestor. Fields below the renamed one go on from there.
  struct Renaming {
    /// The renamed node, and how many names missing below it are covered too.
    var index: Int32
    var missing: Int
    var ancestor: Int32
    /// The way from the ancestor.
    var elements: [FieldPath.Element]
  }

  private var all: [Detour] = []

  subscript(number: Int32) -> Detour { all[Int(number)] }

  func add(_ detour: Detour) -> Int32 {
    if all.isEmpty { all.reserveCapacity(32) }
    all.append(detour)
    return Int32(all.count - 1)
  }

  /// The names that are missing before a field's last, in the order of the path.
  func missingNames(above detour: Int32) -> [StaticString] {
    var names: [StaticString] = []
    var next = detour
    while next >= 0, !all[Int(next)].missingName.isEmpty {
      names.append(all[Int(next)].missingName)
      next = all[Int(next)].above
    }
    return names.reversed()
  }
}
