import FenceCore

extension Rule.Scope {
  /// Where a rule is judged, by what its expressions read.
  init(of rule: Rule) {
    var reads = Reads()
    reads.walk(rule.applies)
    rule.requirements.forEach { reads.walk($0) }
    rule.exceptions.forEach { reads.walk($0.condition) }
    self = reads.list ? .list : reads.contact ? .contact : .plan
  }

  /// What of an attempt expressions read.
  private struct Reads {
    var list = false
    var contact = false

    mutating func walk(_ expression: Expression) {
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
}

extension Expression {
  /// The expressions directly under this one.
  var parts: [Expression] {
    switch self {
    case .constant, .fact, .row, .attempt, .share, .schedule, .inForce, .placed, .says,
      .repeatedNumber, .open:
      []
    case .field(let record, _), .entry(let record, _): [record]
    case .earliest(let parts), .latest(let parts), .all(let parts), .any(let parts): parts
    case .moved(let moment, _, _, _): [moment]
    case .sum(let left, let right), .difference(let left, let right), .equal(let left, let right),
      .less(let left, let right), .atMost(let left, let right), .before(let left, let right),
      .notAfter(let left, let right),
      .same(_, let left, let right), .includes(let left, let right), .starts(let left, let right),
      .ends(let left, let right), .contains(let left, let right):
      [left, right]
    case .within(_, let from, let to): [from, to]
    case .length(let part), .not(let part), .isNone(let part), .timeRanges(let part),
      .traced(_, let part):
      [part]
    case .lookup(let list, _, let key, _): [list, key]
    case .count(let list, let condition), .someRow(let list, let condition),
      .everyRow(let list, let condition), .latestOf(_, let list, let condition):
      [list, condition]
    case .prior(let count): [count.condition]
    case .choose(let first, let then, let otherwise), .prefer(let first, let then, let otherwise):
      [first, then, otherwise]
    case .oneOf(let value, let values): [value] + values
    }
  }
}
