import Findings
import Testing

@Suite struct FieldPathTests {
  private let path = FieldPath.root.field("spec").field("containers").index(0).field("limits").key("cpu/x~y")

  @Test func isWrittenAsTheServerDoesAndAsAPointer() {
    #expect(path.description == "spec.containers[0].limits[cpu/x~y]")
    #expect(path.jsonPointer == "/spec/containers/0/limits/cpu~1x~0y")
    #expect(FieldPath.root.description.isEmpty && FieldPath.root.jsonPointer.isEmpty)
  }

  @Test func liesWithinItsAncestors() {
    #expect(path.isWithin(path) && path.isWithin(path.parent) && path.isWithin(.root))
    #expect(!path.parent.isWithin(path))
    #expect(FieldPath.root.parent == .root)
    #expect(FieldPath.root.field("limits").field("cpu").withLastAsKey == FieldPath.root.field("limits").key("cpu"))
  }
}
