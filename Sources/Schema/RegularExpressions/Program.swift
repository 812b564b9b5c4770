extension RegularExpression {
  /// What an expression is compiled to. Each instruction takes a scalar, or leads on without one; what it leads to are
  /// offsets, so that a part may be copied and moved. Which of several ways Go would prefer makes no difference to
  /// whether there is one: greed is not kept, nor are groups.
  struct Program: Sendable {
    /// The last is `accept`. Empty where the program is too large.
    var instructions: [Instruction] = []
    var classes: [ScalarClass] = []
    /// Whether a match can begin at the beginning of the text only.
    var isAnchored = false
    /// Whether a class has members that are not known.
    var hasUnknownMembers = false
    var isTooLarge = false

    /// More instructions are not kept: such an expression is not judged. Go's own limit is a hundred times as large.
    static let limit = 32_000
  }

  enum Instruction: Sendable, Equatable {
    /// Takes this scalar.
    case scalar(UInt32)
    /// Takes a scalar that differs from this one, folded itself, by case only.
    case folded(UInt32)
    /// Takes a scalar of the class of this number.
    case member(UInt32)
    case any
    case anyButNewline
    /// Goes on, and by this offset as well.
    case split(Int32)
    case jump(Int32)
    /// Goes on where one of the conditions holds.
    case require(Conditions)
    case accept
  }

  /// What may hold at a place between two scalars.
  struct Conditions: OptionSet, Sendable {
    let rawValue: UInt8

    static let textBegins = Conditions(rawValue: 1)
    static let textEnds = Conditions(rawValue: 2)
    static let lineBegins = Conditions(rawValue: 4)
    static let lineEnds = Conditions(rawValue: 8)
    static let wordBoundary = Conditions(rawValue: 16)
    static let noWordBoundary = Conditions(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What holds between two scalars; `nil` is an end of the text.
    init(between previous: UInt32?, and next: UInt32?) {
      var conditions: Conditions =
        Conditions.isWord(previous) == Conditions.isWord(next) ? .noWordBoundary : .wordBoundary
      if previous == nil { conditions.insert(.textBegins) }
      if previous == nil || previous == 0x0A { conditions.insert(.lineBegins) }
      if next == nil { conditions.insert(.textEnds) }
      if next == nil || next == 0x0A { conditions.insert(.lineEnds) }
      self = conditions
    }

    private static func isWord(_ scalar: UInt32?) -> Bool {
      guard let scalar, scalar < 0x80 else { return false }
      return ASCIISet.word.contains(scalar)
    }
  }
}

extension RegularExpression.Program {
  init(_ instructions: [RegularExpression.Instruction], _ classes: [ScalarClass]) {
    self.instructions = instructions
    self.classes = classes
    hasUnknownMembers = classes.contains { $0.isUnknownBeyondASCII }
    isAnchored = !mayBegin(at: .noWordBoundary) && !mayBegin(at: .wordBoundary)
  }

  /// Whether anything can be taken or accepted from the first instruction at a place inside the text.
  private func mayBegin(at place: RegularExpression.Conditions) -> Bool {
    let holding = place.union([.textEnds, .lineBegins, .lineEnds])
    var isSeen = [Bool](repeating: false, count: instructions.count)
    var places = [0]
    while let index = places.popLast() {
      if isSeen[index] { continue }
      isSeen[index] = true
      switch instructions[index] {
      case .split(let offset):
        places.append(index + 1)
        places.append(index + Int(offset))
      case .jump(let offset): places.append(index + Int(offset))
      case .require(let conditions): if !conditions.isDisjoint(with: holding) { places.append(index + 1) }
      case .scalar, .folded, .member, .any, .anyButNewline, .accept: return true
      }
    }
    return false
  }
}
