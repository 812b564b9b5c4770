public import Findings
public import Resources
public import YAML

/// An object of a text with what was found out about it.
public struct CheckedObject: Sendable {
  public let manifest: Manifest
  public var verdict: Verdict
  /// Of this object alone, in order of position.
  public var findings: [Finding]
  /// Whether it is a custom resource, judged by its definition.
  var isCustom = false
}

/// A YAML text with what was found out about it.
public struct CheckedStream: Sendable {
  public let stream: YAMLStream
  /// In the order of the text; the items of a List count each.
  public var objects: [CheckedObject]
  /// Documents that could be read and are no Kubernetes objects.
  public var otherDocuments: [Node]
  /// Everything found, in order of position.
  public var findings: [Finding]

  /// The objects, to be considered together.
  public var manifests: [Manifest] { objects.map { $0.manifest } }
}

extension CheckedStream {
  /// Takes away the fixes, which nobody has tried.
  mutating func dropFixes() {
    for index in findings.indices where findings[index].fix != nil { findings[index].fix = nil }
    for object in objects.indices {
      for index in objects[object].findings.indices where objects[object].findings[index].fix != nil {
        objects[object].findings[index].fix = nil
      }
    }
  }

  /// Where what is wrong with a part of the text as YAML stands among the findings, which begin with those of the
  /// stream in order. Found by halves, for texts of many broken documents.
  func faults(in part: SourceRange) -> Range<Int> {
    let first = place(of: part.start)
    return first..<max(first, place(of: max(part.end, part.start + 1)))
  }

  /// The number of the first of the stream's findings that begins at a byte or after it.
  private func place(of byte: Int) -> Int {
    var (low, high) = (0, min(stream.findings.count, findings.count))
    while low < high {
      let middle = (low + high) / 2
      if findings[middle].range.start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
