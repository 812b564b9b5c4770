public import Resources
public import Schema
import Validation
public import YAML

/// What exists besides the objects that are judged, as far as verdicts hang on it: the classes that Pods name, and
/// definitions of custom resources.
public struct Surroundings: Sendable {
  /// To be given when a text is checked.
  public private(set) var classes: [Manifest] = []
  /// To be given when an engine is made.
  public private(set) var definitions: CustomResourceDefinitions

  public init(definitions: CustomResourceDefinitions = CustomResourceDefinitions()) {
    self.definitions = definitions
  }

  /// Both together, for one text.
  public var objects: [Manifest] { classes + definitions.documents.compactMap { Manifest($0) } }

  /// Takes what counts of the objects in a text.
  public mutating func add(_ stream: YAMLStream) {
    for tree in stream.documents {
      for object in Manifest.manifests(in: tree.root) { add(object) }
    }
  }

  private mutating func add(_ object: Manifest) {
    if KnownClasses.include(object) { classes.append(object) } else { definitions.add(object.node) }
  }
}
