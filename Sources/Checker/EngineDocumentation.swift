public import Findings
import Schema
import YAML

/// The findings of the whole engine, by id.
public enum EngineDocumentation {
  public static var all: [FindingDocumentation] {
    (YAMLDocumentation.all + SchemaDocumentation.all).sorted { $0.id < $1.id }
  }
}
