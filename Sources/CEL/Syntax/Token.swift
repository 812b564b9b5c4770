/// A word or sign of an expression.
struct Token {
  enum Kind: Equatable {
    case identifier, escapedIdentifier, integer, unsigned, double, string, bytes
    case `in`, `true`, `false`, null
    case dot, comma, colon, question, not, minus, plus, star, slash, percent
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or
    case end
  }

  var kind: Kind
  var start: Int32
  var end: Int32
}
