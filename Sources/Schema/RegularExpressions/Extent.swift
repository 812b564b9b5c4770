extension RegularExpression {
  /// How large a part of a pattern is, as Go counts before it refuses a pattern as too large: as the tree it would make
  /// of it, and as the program.
  struct Extent {
    enum Form {
      case literal
      case sequence
      case alternation
      case other
    }

    var form: Form
    /// Instructions of Go's program.
    var size: Int64 = 1
    /// Levels of the tree.
    var height = 1
    /// The most that repetitions in braces come to, nested ones multiplied.
    var repetitions = 1

    init(form: Form) { self.form = form }

    private static let sizeLimit: Int64 = 3_355_443
    private static let heightLimit = 1000

    var isWithinLimits: Bool {
      size <= Extent.sizeLimit && height <= Extent.heightLimit && repetitions <= Bounds.limit
    }

    var captured: Extent { enclosed(size: size + 2) }

    func repeated(_ bounds: Bounds) -> Extent {
      let least = Int64(bounds.least)
      guard bounds.isCounted else { return enclosed(size: size + (least == 0 && bounds.most == nil ? 2 : 1)) }
      guard let most = bounds.most else {
        var extent = enclosed(size: least == 0 ? size + 2 : 1 + least * size)
        extent.repetitions *= max(1, bounds.least)
        return extent
      }
      var extent = enclosed(size: Int64(most) * size + Int64(most) - least)
      // What is repeated not at all is not counted either.
      extent.repetitions = most == 0 ? 1 : repetitions * most
      return extent
    }

    private func enclosed(size: Int64) -> Extent {
      var extent = self
      extent.form = .other
      extent.size = max(1, size)
      extent.height += 1
      return extent
    }

    /// Parts in a row, or alternatives. One alone is itself; such parts within such parts are no level of their own.
    struct Parts {
      private var sum: Extent
      private var only: Extent?
      private var count = 0

      init(_ form: Form) {
        sum = Extent(form: form)
        sum.size = 0
      }

      mutating func add(_ part: Extent) {
        let continues = sum.form == .sequence && part.form == .literal && only?.form == .literal
        sum.size += part.size + (sum.form == .alternation && count > 0 ? 1 : 0)
        sum.repetitions = max(sum.repetitions, part.repetitions)
        sum.height = max(sum.height, part.form == sum.form ? part.height : part.height + 1)
        if continues {
          // Letters in a row are one literal.
          only?.size += part.size
        } else {
          only = count == 0 ? part : nil
          count += 1
        }
      }

      var whole: Extent { count == 0 ? Extent(form: .other) : only ?? sum }
    }
  }
}
