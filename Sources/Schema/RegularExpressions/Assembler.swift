extension RegularExpression {
  /// Puts the instructions of a program together, in the order in which a pattern is read. An operand is a stretch of
  /// instructions at the end of what there is; what repeats or encloses it is put around it.
  struct Assembler {
    private var instructions: [Instruction] = []
    private var classes: [ScalarClass] = []
    private var numbers: [ScalarClass: UInt32] = [:]
    /// Whether the program is beyond its limit: then only the pattern's syntax is still of interest.
    private var isTooLarge = false
    private var groups = [Group()]

    /// A group, or the whole pattern, as far as it is read.
    private struct Group {
      var start = 0
      /// Flags to return to behind it.
      var flags = Parser.Flags()
      var isCapturing = false
      /// Where the alternative begins that is being read.
      var alternativeStart = 0
      /// The jumps to the end of the group, one behind each alternative that is read.
      var jumps: [Int] = []
      /// The last operand, which a repetition would be of.
      var operand: (start: Int, extent: Extent)?
      var isRepeated = false
      var sequence = Extent.Parts(.sequence)
      var alternatives = Extent.Parts(.alternation)

      /// Adds the last operand to the sequence, now that nothing can repeat it any more.
      mutating func settle() {
        if let operand { sequence.add(operand.extent) }
        operand = nil
        isRepeated = false
      }

      mutating func endAlternative() {
        settle()
        alternatives.add(sequence.whole)
        sequence = Extent.Parts(.sequence)
      }
    }

    /// Deeper patterns are refused, as they are by Go when the groups capture.
    private static let depthLimit = 1000

    // MARK: Operands

    mutating func add(scalar: UInt32, foldsCase: Bool) {
      let folded = foldsCase ? CaseFolding.folded(scalar) : scalar
      let hasCase = foldsCase && (scalar >= 0x80 || folded >= 0x61 && folded <= 0x7A)
      add(hasCase ? .folded(folded) : .scalar(scalar), .literal)
    }

    mutating func add(_ members: ScalarClass) {
      let number = numbers[members] ?? UInt32(classes.count)
      if number == UInt32(classes.count) {
        numbers[members] = number
        classes.append(members)
      }
      add(.member(number))
    }

    mutating func add(_ instruction: Instruction, _ form: Extent.Form = .other) {
      begin(Extent(form: form), at: instructions.count)
      append(instruction)
    }

    private mutating func begin(_ extent: Extent, at start: Int) {
      let index = groups.count - 1
      groups[index].settle()
      groups[index].operand = (start, extent)
    }

    /// What a repetition follows now is not itself one.
    mutating func endRepetition() { groups[groups.count - 1].isRepeated = false }

    // MARK: Groups

    mutating func open(restoring flags: Parser.Flags, isCapturing: Bool) -> Bool {
      guard groups.count <= Assembler.depthLimit else { return false }
      groups[groups.count - 1].settle()
      var group = Group()
      group.start = instructions.count
      group.alternativeStart = instructions.count
      group.flags = flags
      group.isCapturing = isCapturing
      groups.append(group)
      return true
    }

    mutating func endAlternative() {
      let index = groups.count - 1
      groups[index].endAlternative()
      guard !isTooLarge else { return }
      let start = groups[index].alternativeStart
      insert(.split(Int32(instructions.count - start + 2)), at: start)
      groups[index].jumps.append(instructions.count)
      append(.jump(0))
      groups[index].alternativeStart = instructions.count
    }

    /// The flags that hold behind the group; `nil` where none is open, or it goes beyond a limit.
    mutating func close() -> Parser.Flags? {
      guard groups.count > 1, var group = groups.popLast() else { return nil }
      group.endAlternative()
      land(group.jumps)
      var extent = group.alternatives.whole
      if group.isCapturing { extent = extent.captured }
      guard extent.isWithinLimits else { return nil }
      begin(extent, at: group.start)
      return group.flags
    }

    private mutating func land(_ jumps: [Int]) {
      guard !isTooLarge else { return }
      for jump in jumps { instructions[jump] = .jump(Int32(instructions.count - jump)) }
    }

    // MARK: Repetition

    mutating func repeatLast(_ bounds: Bounds) -> Bool {
      let index = groups.count - 1
      guard !groups[index].isRepeated, let operand = groups[index].operand else { return false }
      let extent = operand.extent.repeated(bounds)
      guard extent.isWithinLimits else { return false }
      groups[index].operand = (operand.start, extent)
      groups[index].isRepeated = true
      if !isTooLarge { repeatInstructions(from: operand.start, bounds) }
      return true
    }

    private mutating func repeatInstructions(from start: Int, _ bounds: Bounds) {
      let length = instructions.count - start
      switch (bounds.least, bounds.most) {
      case (0, nil):
        insert(.split(Int32(length + 2)), at: start)
        append(.jump(Int32(-length - 1)))
      case (1, nil): append(.split(Int32(-length)))
      case (0, 1): insert(.split(Int32(length + 1)), at: start)
      case (1, 1): break
      case (let least, let most): copyInstructions(from: start, least, most)
      }
    }

    private mutating func copyInstructions(from start: Int, _ least: Int, _ most: Int?) {
      let operand = Array(instructions[start...])
      let optional = most.map { max(0, $0 - least) } ?? 0
      guard start + operand.count * least + (operand.count + 1) * optional < Program.limit else { return giveUp() }
      instructions.removeSubrange(start...)
      for _ in 0..<least { instructions += operand }
      if most == nil { instructions.append(.split(Int32(-operand.count))) }
      var left = optional
      while left > 0 {
        instructions.append(.split(Int32(left * (operand.count + 1))))
        instructions += operand
        left -= 1
      }
    }

    // MARK: Instructions

    private mutating func append(_ instruction: Instruction) { insert(instruction, at: instructions.count) }

    private mutating func insert(_ instruction: Instruction, at index: Int) {
      guard !isTooLarge else { return }
      guard instructions.count < Program.limit else { return giveUp() }
      instructions.insert(instruction, at: index)
    }

    private mutating func giveUp() {
      isTooLarge = true
      instructions = []
    }

    /// `nil` where a group is still open, or the pattern goes beyond a limit.
    mutating func program() -> Program? {
      guard groups.count == 1, var group = groups.popLast() else { return nil }
      group.endAlternative()
      guard group.alternatives.whole.isWithinLimits else { return nil }
      land(group.jumps)
      append(.accept)
      if isTooLarge {
        var program = Program()
        program.isTooLarge = true
        return program
      }
      return Program(instructions, classes)
    }
  }
}
