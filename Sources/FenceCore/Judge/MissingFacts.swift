import Outreach

extension Evaluator {
  /// The names of the facts for want of which an expression is unknown; empty if it is not.
  mutating func missing(from expression: Expression) -> Set<String> {
    switch expression {
    // As unknown as what they are about.
    case .not(let operand): return missing(from: operand)
    case .traced(_, let body): return missing(from: body)
    default: return truth(expression) == .unknown ? missing(fromUnknown: expression) : []
    }
  }

  private mutating func missing(fromUnknown expression: Expression) -> Set<String> {
    switch expression {
    case .all(let operands), .any(let operands):
      return operands.reduce(into: []) { $0.formUnion(missing(from: $1)) }
    case .choose(let condition, let then, let otherwise):
      let own = missing(from: condition)
      return own.isEmpty || truth(condition) != .unknown
        ? missing(from: truth(condition) == .yes ? then : otherwise) : own
    case .prefer(let condition, let then, let otherwise):
      if truth(condition) == .yes { return missing(from: then) }
      return missing(from: condition).union(missing(from: otherwise))
    case .someRow(let list, let condition): return missing(list, condition)
    case .everyRow(let list, let condition): return missing(list, .not(condition))
    case .placed: return ["contact.region"]
    case .says(let element, _):
      return ["\(facts.step.messageName).\(element.spelling)"]
    case .schedule: return facts.contact.evidence.pieces.isEmpty ? ["contact.region"] : []
    case .open, .repeatedNumber: return []
    // A fact that is itself true or false, such as `minor`.
    case .fact, .field, .entry, .lookup: return unknownFacts(in: expression)
    default:
      return expression.operands.reduce(into: []) { $0.formUnion(unknownFacts(in: $1)) }
    }
  }

  private mutating func missing(_ list: Expression, _ condition: Expression) -> Set<String> {
    guard let rows = self.list(list) else { return unknownFacts(in: list) }
    return rows.reduce(into: []) { found, row in
      if row.record.isOpen {
        if holds(condition, of: row) == .unknown { found.insert(name(of: list)) }
        return
      }
      found.formUnion(withRow(row) { $0.missing(from: condition) })
    }
  }

  /// The names of the unknown facts that a value is made of.
  private mutating func unknownFacts(in expression: Expression) -> Set<String> {
    switch expression {
    case .fact, .field, .entry:
      switch fact(expression).value {
      case .unknown: return [name(of: expression)]
      case .candidates: return [name(of: expression)]
      // A day, where an instant decides.
      case .date: return [name(of: expression)]
      default: return []
      }
    case .lookup(let list, _, let key, _):
      guard fact(expression).value == .unknown else { return [] }
      let own = unknownFacts(in: list).union(unknownFacts(in: key))
      return own.isEmpty ? [name(of: expression)] : own
    case .count(let list, let condition):
      if self.list(list) == nil { return unknownFacts(in: list) }
      return missing(list, condition)
    case .latestOf(let field, let list, let condition):
      guard let rows = self.list(list) else { return unknownFacts(in: list) }
      return missing(list, condition).union(
        rows.reduce(into: Set<String>()) { found, row in
          guard Evaluator.field(field, of: row.record).value == .unknown else { return }
          found.insert("\(name(of: list))[].\(row.record.kind.fields[field].name)")
        })
    case .prior(let prior): return missing(from: prior)
    case .share: return ["list"]
    default:
      return expression.operands.reduce(into: []) { $0.formUnion(unknownFacts(in: $1)) }
    }
  }

  /// The facts that a cap lacks: the history, what it counts by of an entry, or what the condition asks.
  private mutating func missing(from prior: PriorCount) -> Set<String> {
    var names: Set<String> = []
    if facts.step.record["channel"].value == .unknown { names.insert("step.channel") }
    guard let history = facts.history else { return names.union(["contact.history"]) }
    for entry in history {
      for field in ["at", "channel", "direction"] where entry.record[field].value == .unknown {
        names.insert("contact.history[].\(field)")
      }
    }
    return names.union(missing(.fact(FactPath.history), prior.condition))
  }
}

extension FactPath {
  /// The contact's history.
  static let history = FactPath(
    root: .contact, fields: [RecordKind.contact.index(of: "history") ?? 0],
    name: "contact.history")
}

extension Expression {
  /// The parts of an expression that are evaluated with the same rows.
  var operands: [Expression] {
    switch self {
    case .constant, .fact, .row, .attempt, .prior, .share, .schedule, .inForce, .placed, .says,
      .repeatedNumber, .open:
      []
    case .field(let base, _): [base]
    case .entry(let base, _): [base]
    case .lookup(let list, _, let key, _): [list, key]
    case .earliest(let parts), .latest(let parts), .all(let parts), .any(let parts): parts
    case .moved(let part, _, _, _), .length(let part), .not(let part), .isNone(let part),
      .timeRanges(let part), .traced(_, let part):
      [part]
    case .sum(let a, let b), .difference(let a, let b), .equal(let a, let b), .less(let a, let b),
      .atMost(let a, let b), .before(let a, let b), .notAfter(let a, let b),
      .within(_, let a, let b), .same(_, let a, let b), .includes(let a, let b),
      .starts(let a, let b), .ends(let a, let b), .contains(let a, let b):
      [a, b]
    case .count(let list, _), .latestOf(_, let list, _), .someRow(let list, _),
      .everyRow(let list, _):
      [list]
    case .choose(let a, let b, let c), .prefer(let a, let b, let c): [a, b, c]
    case .oneOf(let part, let options): [part] + options
    }
  }
}
