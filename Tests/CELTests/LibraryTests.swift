import Findings
import Testing

@testable import CEL

@Test("every line of a library is an overload")
func everyLineIsAnOverload() {
  for library in FunctionTable.kubernetesLibraries + [.jsonPatch, .deviceSemver, .reversedStrings] {
    for (line, overload) in OverloadReader.overloads(of: library).enumerated() {
      #expect(overload != nil, "line \(line + 1) of \(library.name)")
    }
  }
}

@Test("signatures are read as they are written")
func signaturesAreRead() throws {
  let library = Library(
    "test", .all, "list<T>.at(int, map<K, T>) -> optional<T>\n=a.b() -> bool\n_[_](list<T>, int) -> T")
  let overloads = OverloadReader.overloads(of: library).compactMap { $0 }
  try #require(overloads.count == 3)
  #expect(overloads[0].function == "at")
  #expect(overloads[0].isMethod)
  #expect(overloads[0].parameters == 2)
  #expect(overloads[0].arguments.map { $0.description } == ["list(dyn)", "int", "map(dyn, dyn)"])
  #expect(overloads[0].result.description == "optional_type(dyn)")
  #expect(overloads[1].function == "a.b")
  #expect(!overloads[1].isMethod)
  #expect(overloads[2].function == "_[_]")
}
