import Findings
import YAML

/// Edits that put misplaced fields where they belong, where only lines have to move.
extension StructureCheck {
  /// The edits that move a field to a place that the text has.
  func move(_ key: Int32, _ value: Int32, to place: Elsewhere, _ versions: VersionSet) -> [Fix.Edit]? {
    let lines = Lines(tree: tree)
    guard let object = node(key).parent, let target = place.object, place.isNamed, !node(key).isAliased,
      lines.isBlock(object.index), lines.isBlock(target), node(target).count > 0,
      let start = lines.start(ofKey: key)
    else { return nil }
    let column = lines.column(of: key)
    let shift = lines.column(of: target + 1) - column
    let first = lines.startWithComments(start, column: column)
    if place.isAround {
      guard let child = child(of: target, around: object.index) else { return nil }
      let last = lastOfRun(from: key, value, to: target, versions)
      if nodes[Int(last)].next == nodes[Int(child.value)].next {
        return lines.shift(SourceRange(first, lines.end(of: last)), by: shift)
      }
      let before = lines.start(ofKey: child.key).map {
        lines.startWithComments($0, column: lines.column(of: child.key))
      }
      return lines.move(
        SourceRange(first, lines.end(of: value)), to: before ?? lines.end(of: child.value), by: shift)
    }
    if nodes[Int(target)].next == key {
      let last = lastOfRun(from: key, value, to: target, versions)
      let end = swallowed(by: last, of: target, lines, versions) ?? lines.end(of: last)
      return lines.shift(SourceRange(first, end), by: shift)
    }
    return lines.move(SourceRange(first, lines.end(of: value)), to: lines.end(of: target), by: shift)
  }

  /// The line at which a moved field ends early, because what follows in it are fields of the target again: those that
  /// kept their indentation when the field lost its own.
  private func swallowed(by value: Int32, of target: Int32, _ lines: Lines, _ versions: VersionSet) -> Int? {
    guard let there = enclosingTypes(of: target).first?.type, let key = node(value).key, node(value).isMapping else {
      return nil
    }
    let found = key.withText { there.index(of: $0) }
    guard found >= 0 else { return nil }
    let shape = catalogue.shape(there.fields[found].shape)
    guard shape.kind == .object else { return nil }
    let own = catalogue.type(shape.operand)
    for entry in node(value).entries {
      let isOfTarget = entry.key.withText { own.index(of: $0) < 0 && there.index(of: $0) >= 0 }
      guard isOfTarget, lines.column(of: entry.key.index) == lines.column(of: target + 1) else { continue }
      return lines.start(ofKey: entry.key.index)
    }
    return nil
  }

  /// The entry of a mapping in which an object lies.
  private func child(of target: Int32, around object: Int32) -> (key: Int32, value: Int32)? {
    for entry in node(target).entries
    where entry.value.index <= object && object < nodes[Int(entry.value.index)].next {
      return (entry.key.index, entry.value.index)
    }
    return nil
  }

  /// The last value of the fields that follow one another and all belong to a target rather than here.
  private func lastOfRun(from key: Int32, _ value: Int32, to target: Int32, _ versions: VersionSet) -> Int32 {
    guard let object = node(key).parent, let here = enclosingTypes(of: object.index).first?.type,
      let there = enclosingTypes(of: target).first?.type
    else { return value }
    var last = value
    for entry in object.entries where entry.key.index > key {
      guard entry.key.index == nodes[Int(last)].next else { break }
      let belongsThere = entry.key.withText {
        here.versions(of: $0).isDisjoint(with: versions) && !there.versions(of: $0).isDisjoint(with: versions)
      }
      guard belongsThere else { break }
      last = entry.value.index
    }
    return last
  }

  // MARK: Below an empty field

  /// A field above an unknown one that has no value, and would take it: a block that lost its indentation.
  struct EmptyField {
    var key: Int32
    var path: FieldPath
    /// The lines that belong below it, indented.
    var edits: [Fix.Edit]?
  }

  func emptyField(above key: Int32, in facts: TypeFacts, _ versions: VersionSet) -> EmptyField? {
    guard let object = node(key).parent else { return nil }
    var empty: (key: Int32, value: Int32, shape: Shape)?
    var run: (first: Int32, last: Int32)?
    var isOver = false
    for entry in object.entries where !isOver {
      let found = entry.key.withText { facts.index(of: $0) }
      if found >= 0 {
        isOver = entry.key.index > key
        if isOver { break }
        let isEmpty = entry.value.isNull && entry.value.range.start == entry.value.range.end
        empty = isEmpty ? (entry.key.index, entry.value.index, catalogue.shape(facts.fields[found].shape)) : nil
        run = nil
      } else if let field = empty, takes(field.shape, entry.key, entry.value, versions) {
        run = (run?.first ?? entry.key.index, entry.value.index)
      } else {
        isOver = entry.key.index > key
        if !isOver { empty = nil }
      }
    }
    guard let empty, let run, run.first <= key, run.last > key else { return nil }
    return EmptyField(
      key: empty.key, path: path(empty.value), edits: indentation(of: run, below: empty.key, in: object.index))
  }

  private func takes(_ shape: Shape, _ key: Node, _ value: Node, _ versions: VersionSet) -> Bool {
    switch shape.kind {
    case .object:
      let facts = catalogue.type(shape.operand)
      return key.withText { !facts.versions(of: $0).isDisjoint(with: versions) }
    case .map:
      switch catalogue.shape(shape.operand).kind {
      case .string, .bytes, .quantity: return value.isScalar
      default: return false
      }
    default: return false
    }
  }

  private func indentation(of run: (first: Int32, last: Int32), below empty: Int32, in object: Int32) -> [Fix.Edit]? {
    let lines = Lines(tree: tree)
    guard lines.isBlock(object), lines.start(ofKey: run.first) != nil else { return nil }
    let start = lines.start(of: Int(nodes[Int(run.first)].start))
    let shift = lines.column(of: empty) + 2 - lines.column(of: run.first)
    let first = lines.startWithComments(start, column: lines.column(of: run.first))
    return lines.shift(SourceRange(first, lines.end(of: run.last)), by: shift)
  }

  // MARK: Within the only map

  /// Entries of the one map that a small type has, written without it: labels below a selector.
  func wrapping(_ key: Int32, _ value: Int32, in facts: TypeFacts) -> (field: String, edits: [Fix.Edit]?)? {
    guard facts.fields.count <= 3, node(value).isScalar, let object = node(key).parent else { return nil }
    var map: FieldFacts?
    for field in facts.fields where catalogue.shape(field.shape).kind == .map {
      if map != nil { return nil }
      map = field
    }
    guard let map, catalogue.shape(catalogue.shape(map.shape).operand).kind == .string else { return nil }
    let name = map.name.string
    guard object.member(named: name) == nil else { return nil }
    for entry in object.entries where entry.key.withText({ facts.index(of: $0) }) >= 0 || !entry.value.isScalar {
      return (name, nil)
    }
    guard !object.isAliased else { return (name, nil) }
    let lines = Lines(tree: tree)
    if object.style == .flow {
      let (start, end) = (object.range.start, object.range.end)
      return (
        name,
        [
          Fix.Edit(range: SourceRange(start, start), replacement: "{" + name + ": "),
          Fix.Edit(range: SourceRange(end, end), replacement: "}"),
        ]
      )
    }
    let first = object.index + 1
    guard let start = lines.start(ofKey: first),
      let shift = lines.shift(SourceRange(start, lines.end(of: object.index)), by: 2), let leading = shift.first
    else { return (name, nil) }
    let indent = String(repeating: " ", count: lines.column(of: first))
    let head = Fix.Edit(
      range: leading.range, replacement: indent + name + ":" + newline(at: start) + leading.replacement)
    return (name, [head] + shift.dropFirst())
  }

  /// The edits that put a field and those after it that belong there too into a new object of its own.
  func wrap(_ key: Int32, _ value: Int32, in field: String, of type: TypeFacts, _ versions: VersionSet) -> [Fix.Edit]? {
    let lines = Lines(tree: tree)
    guard let object = node(key).parent, lines.isBlock(object.index), !node(key).isAliased,
      let here = enclosingTypes(of: object.index).first?.type
    else { return nil }
    func belongs(_ key: Node) -> Bool {
      key.withText {
        here.versions(of: $0).isDisjoint(with: versions) && !type.versions(of: $0).isDisjoint(with: versions)
      }
    }
    // The run of such fields; others of the kind elsewhere would need the same key again.
    var run: (first: Int32, last: Int32)?
    for entry in object.entries where belongs(entry.key) {
      if let known = run, entry.key.index != nodes[Int(known.last)].next { return nil }
      run = (run?.first ?? entry.key.index, entry.value.index)
    }
    guard let run, let start = lines.start(ofKey: run.first),
      let shift = lines.shift(SourceRange(start, lines.end(of: run.last)), by: 2), let leading = shift.first
    else { return nil }
    let indent = String(repeating: " ", count: lines.column(of: run.first))
    return [
      Fix.Edit(range: leading.range, replacement: indent + field + ":" + newline(at: start) + leading.replacement)
    ] + shift.dropFirst()
  }

  /// The line break that the text uses at a line.
  func newline(at offset: Int) -> String {
    var index = offset
    while index < tree.range.end, tree.source[index] != UInt8(ascii: "\n") { index += 1 }
    return index > 0 && index < tree.range.end && tree.source[index - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
