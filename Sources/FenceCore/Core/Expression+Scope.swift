extension Rule {
  /// Where the rule is judged by what it reads, whatever its `scope` says.
  public var readScope: Scope {
    ExpressionReads(in: [applies] + requirements + exceptions.map(\.condition)).scope
  }
}

extension Expression {
  /// Where a rule of this expression alone would be judged.
  var readScope: Rule.Scope { ExpressionReads(in: [self]).scope }
}

/// What of an attempt expressions read.
private struct ExpressionReads {
  private var list = false
  private var contact = false

  init(in expressions: [Expression]) {
    for expression in expressions { walk(expression) }
  }

  var scope: Rule.Scope { list ? .list : contact ? .contact : .plan }

  private mutating func walk(_ expression: Expression) {
    switch expression {
    case .share: list = true
    case .fact(let path): contact = contact || path.root == .contact || path.root == .derived
    case .prior(let count):
      contact = true
      walk(count.condition)
    case .placed, .schedule, .repeatedNumber, .timeRanges: contact = true
    // What rules are mostly made of, without a list of its parts.
    case .traced(_, let part), .not(let part), .field(let part, _), .isNone(let part): walk(part)
    case .all(let parts), .any(let parts):
      for part in parts { walk(part) }
    case .equal(let left, let right), .someRow(let left, let right):
      walk(left)
      walk(right)
    default: expression.parts.forEach { walk($0) }
    }
  }
}
