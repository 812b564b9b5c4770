extension RegularExpression {
  /// One walk of a program over a text. All places in the program that the text read so far leads to are kept at once,
  /// each once, so that nothing is read twice.
  struct Matcher {
    private let program: Program
    private let isWhole: Bool
    /// Whether a member that is not known counts as one.
    private let isHopeful: Bool
    /// Instructions looked at so far.
    private(set) var steps = 0
    /// After so many there is no verdict.
    private let stepLimit: Int

    /// The position at which an instruction was reached last, plus one.
    private var reached: [Int]
    /// Instructions reached whose followers are not.
    private var open: [Int] = []
    /// Instructions that may take the next scalar.
    private var takers: [Int] = []
    /// Instructions to go on with behind the next scalar.
    private var following: [Int] = []

    /// The limit of steps is a fraction of a second.
    init(_ program: Program, isWhole: Bool = false, isHopeful: Bool = false, stepLimit: Int = 20_000_000) {
      self.program = program
      self.isWhole = isWhole
      self.isHopeful = isHopeful
      self.stepLimit = stepLimit
      reached = [Int](repeating: 0, count: program.instructions.count)
    }

    /// `nil` where it takes too many steps.
    mutating func matches(_ text: Bytes) -> Bool? {
      var position = 0
      var previous: UInt32?
      let beginsOnce = isWhole || program.isAnchored
      while true {
        let (scalar, length) = text.scalar(at: position)
        for index in following { reach(index, position) }
        following.removeAll(keepingCapacity: true)
        if position == 0 || !beginsOnce { reach(0, position) }
        if open.isEmpty { return false }
        let accepts = follow(position, Conditions(between: previous, and: scalar))
        if accepts, !isWhole || scalar == nil { return true }
        guard let scalar else { return false }
        for index in takers where takes(scalar, program.instructions[index]) { following.append(index + 1) }
        steps += takers.count
        if steps > stepLimit { return nil }
        takers.removeAll(keepingCapacity: true)
        previous = scalar
        position += length
      }
    }

    private mutating func reach(_ index: Int, _ position: Int) {
      if reached[index] > position { return }
      reached[index] = position + 1
      open.append(index)
    }

    /// Goes on to all instructions that can be reached without a scalar; whether `accept` is one of them.
    private mutating func follow(_ position: Int, _ holding: Conditions) -> Bool {
      var accepts = false
      while let index = open.popLast() {
        steps += 1
        switch program.instructions[index] {
        case .split(let offset):
          reach(index + 1, position)
          reach(index + Int(offset), position)
        case .jump(let offset): reach(index + Int(offset), position)
        case .require(let conditions): if !conditions.isDisjoint(with: holding) { reach(index + 1, position) }
        case .accept: accepts = true
        case .scalar, .folded, .member, .any, .anyButNewline: takers.append(index)
        }
      }
      return accepts
    }

    private func takes(_ scalar: UInt32, _ instruction: Instruction) -> Bool {
      switch instruction {
      case .scalar(let wanted): scalar == wanted
      case .folded(let wanted): CaseFolding.folded(scalar) == wanted
      case .member(let number): program.classes[Int(number)].contains(scalar) ?? isHopeful
      case .any: true
      case .anyButNewline: scalar != 0x0A
      case .split, .jump, .require, .accept: false
      }
    }
  }
}

extension Bytes {
  /// The scalar whose UTF-8 begins here, and its length; a byte that begins none is U+FFFD. `nil` at the end.
  fileprivate func scalar(at index: Int) -> (UInt32?, Int) {
    guard index < count else { return (nil, 0) }
    let first = UInt32(self[index])
    if first < 0x80 { return (first, 1) }
    let (length, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x1_0000)
      default: (1, 0)
      }
    guard length > 1, index + length <= count else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for byte in self[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar >= least, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return (0xFFFD, 1) }
    return (scalar, length)
  }
}
