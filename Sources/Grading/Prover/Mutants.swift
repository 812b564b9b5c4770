import Findings
import YAML

/// A solution with one thing made worse.
public struct Mutant: Sendable {
  public enum Change: String, Sendable {
    case droppedField = "dropped"
    case changedNumber = "changed number of"
    case changedText = "changed"
    case widened = "widened"
  }

  public var change: Change
  /// The file of the solution.
  public var file: String
  /// Where the change was made, in the API server's words.
  public var field: String
  var files: [LabFile]
}

/// Makes mutants of a solution: what an attentive lab would notice.
enum Mutation {
  /// Enough to judge a lab by; more of a large solution would only cost time.
  static let limit = 96

  static func mutants(of files: [LabFile]) -> [Mutant] {
    var mutants: [Mutant] = []
    for (index, file) in files.enumerated() {
      let bytes = Array(file.text.utf8)
      for tree in YAMLStream(parsing: bytes).documents {
        for position in tree.nodes.indices {
          let node = Node(tree: tree, index: Int32(position))
          guard !node.isAliased, let key = node.key, isInteresting(node) else { continue }
          for (change, edit) in edits(of: node, key) {
            let text = apply(edit, to: bytes)
            // An edit that breaks the YAML says nothing of the lab.
            guard text != file.text, YAMLStream(parsing: text).findings.isEmpty else { continue }
            var changed = files
            changed[index].text = text
            mutants.append(Mutant(change: change, file: file.name, field: node.path.description, files: changed))
          }
        }
      }
    }
    guard mutants.count > limit else { return mutants }
    return (0..<limit).map { mutants[$0 * mutants.count / limit] }
  }

  /// What says what an object is, and remarks, are left alone: every lab notices the first and none the second.
  ///
  /// Labels of an object itself count for those kinds that others select by them.
  private static func isInteresting(_ node: Node) -> Bool {
    let elements = node.path.elements
    guard case .field(let first)? = elements.first else { return false }
    if first == "apiVersion" || first == "kind" { return false }
    guard first == "metadata" else { return true }
    guard elements.count > 1, case .field(let second) = elements[1] else { return false }
    let kind = node.tree.root["kind"]?.text
    let isSelected = kind == "PersistentVolume" || kind == "Pod" || kind == "Node" || kind == "Namespace"
    return second == "namespace" || second == "labels" && isSelected
  }

  private static func edits(of node: Node, _ key: Node) -> [(Mutant.Change, Fix.Edit)] {
    var edits: [(Mutant.Change, Fix.Edit)] = []
    if let removal = removal(of: node, key) { edits.append((.droppedField, removal)) }
    switch key.text {
    case "verbs", "resources", "apiGroups":
      if node.isSequence { edits.append((.widened, Fix.Edit(range: node.range, replacement: "['*']"))) }
    default: break
    }
    if let number = node.integer, node.scalarType == .integer {
      let isPort = key.text.hasSuffix("ort")
      edits.append(
        (.changedNumber, Fix.Edit(range: node.range, replacement: isPort && number < 65_535 ? "\(number + 1)" : "1")))
    } else if node.string != nil, let parent = node.parent?.key?.text {
      if parent == "matchLabels" || parent == "selector" || parent == "labels" {
        edits.append((.changedText, Fix.Edit(range: node.range, replacement: "another")))
      }
    }
    return edits
  }

  /// From the key to the next key of the mapping, or to the end of the value's line where it is the last.
  private static func removal(of node: Node, _ key: Node) -> Fix.Edit? {
    guard let parent = node.parent, parent.count > 1 else { return nil }
    var isNext = false
    for entry in parent.entries {
      if isNext { return Fix.Edit(range: SourceRange(key.range.start, entry.key.range.start), replacement: "") }
      if entry.key == key { isNext = true }
    }
    let bytes = node.tree.source
    var start = key.range.start
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = min(node.range.end, bytes.count)
    while end < bytes.count, end > 0, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
    return Fix.Edit(range: SourceRange(start, end), replacement: "")
  }

  private static func apply(_ edit: Fix.Edit, to bytes: [UInt8]) -> String {
    var result = Array(bytes[..<edit.range.start])
    result += Array(edit.replacement.utf8)
    result += Array(bytes[edit.range.end...])
    return String(decoding: result, as: UTF8.self)
  }
}
