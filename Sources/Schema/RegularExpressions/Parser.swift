extension RegularExpression {
  /// Reads a pattern and compiles it on the way. Groups are kept on a stack of its own, so that nesting takes none of the
  /// program's.
  struct Parser {
    var reader: PatternReader
    var flags = Flags()
    private var assembler = Assembler()

    /// What `(?…)` sets.
    struct Flags {
      var foldsCase = false
      var isMultiline = false
      var dotTakesNewline = false
    }

    init(_ pattern: String) {
      reader = PatternReader(pattern)
    }

    /// `nil` where the pattern is not one.
    mutating func program() -> Program? {
      while let scalar = reader.next {
        guard read(scalar) else { return nil }
      }
      return assembler.program()
    }

    private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "(": return open()
      case ")":
        reader.skip()
        guard let flags = assembler.close() else { return false }
        self.flags = flags
      case "|":
        reader.skip()
        assembler.endAlternative()
      case "*": return repeatLast(Bounds(least: 0, most: nil, isCounted: false))
      case "+": return repeatLast(Bounds(least: 1, most: nil, isCounted: false))
      case "?": return repeatLast(Bounds(least: 0, most: 1, isCounted: false))
      case "{":
        guard let bounds = reader.bounds() else {
          literal(scalar)
          break
        }
        guard bounds.areWithinLimits else { return false }
        return repeatLast(bounds)
      case "[":
        guard let members = reader.bracketedClass(flags) else { return false }
        assembler.add(members)
      case "\\": return escape()
      case ".":
        reader.skip()
        assembler.add(flags.dotTakesNewline ? .any : .anyButNewline)
      case "^":
        reader.skip()
        assembler.add(.require(flags.isMultiline ? .lineBegins : .textBegins))
      case "$":
        reader.skip()
        assembler.add(.require(flags.isMultiline ? .lineEnds : .textEnds))
      default: literal(scalar)
      }
      return true
    }

    private mutating func literal(_ scalar: Unicode.Scalar) {
      reader.skip()
      add(scalar.value)
    }

    private mutating func add(_ scalar: UInt32) {
      assembler.add(scalar: scalar, foldsCase: flags.foldsCase)
    }

    private mutating func repeatLast(_ bounds: Bounds) -> Bool {
      if !bounds.isCounted { reader.skip() }
      // Whether as few as possible or as many are taken makes no difference to whether there is a match.
      if reader.next == "?" { reader.skip() }
      return assembler.repeatLast(bounds)
    }

    // MARK: Groups

    private mutating func open() -> Bool {
      reader.skip()
      guard reader.next == "?" else { return assembler.open(restoring: flags, isCapturing: true) }
      if reader.follows("?P<") || reader.follows("?<") {
        reader.skip(reader.follows("?P<") ? 3 : 2)
        guard reader.groupName() else { return false }
        return assembler.open(restoring: flags, isCapturing: true)
      }
      reader.skip()
      let outer = flags
      guard let opens = readFlags() else { return false }
      if opens { return assembler.open(restoring: outer, isCapturing: false) }
      assembler.endRepetition()
      return true
    }

    /// `i)`, `i-s:`: whether a group begins; `nil` where these are no flags.
    private mutating func readFlags() -> Bool? {
      var isOn = true
      var isGiven = false
      while let scalar = reader.next {
        reader.skip()
        switch scalar {
        case "i": flags.foldsCase = isOn
        case "m": flags.isMultiline = isOn
        case "s": flags.dotTakesNewline = isOn
        case "U": break
        case "-":
          guard isOn else { return nil }
          isOn = false
          isGiven = false
          continue
        case ":", ")": return isOn || isGiven ? scalar == ":" : nil
        default: return nil
        }
        isGiven = true
      }
      return nil
    }

    // MARK: Escapes

    private mutating func escape() -> Bool {
      if reader.follows("\\Q") {
        reader.skip(2)
        assembler.endRepetition()
        while let scalar = reader.next, !reader.follows("\\E") { literal(scalar) }
        if reader.next != nil { reader.skip(2) }
        return true
      }
      for (escape, conditions) in Parser.conditions where reader.follows(escape) {
        reader.skip(2)
        assembler.add(.require(conditions))
        return true
      }
      var members = ScalarClass()
      switch reader.classEscape(into: &members, flags) {
      case .read:
        members.complete(isNegated: false)
        assembler.add(members)
        return true
      case .wrong: return false
      case .absent:
        guard let scalar = reader.escapedScalar() else { return false }
        add(scalar)
        return true
      }
    }

    private static let conditions: [(StaticString, Conditions)] = [
      ("\\A", .textBegins), ("\\z", .textEnds), ("\\b", .wordBoundary), ("\\B", .noWordBoundary),
    ]
  }

  /// How often an operand is repeated.
  struct Bounds {
    var least: Int
    /// `nil` where there is no bound.
    var most: Int?
    /// Whether it was written in braces.
    var isCounted: Bool

    /// The highest number in braces, also of nested ones multiplied.
    static let limit = 1000

    var areWithinLimits: Bool {
      least <= Bounds.limit && most.map { $0 <= Bounds.limit && $0 >= least } ?? true
    }
  }
}
