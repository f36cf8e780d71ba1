import Outreach

extension Evaluator {
  /// The value of an expression that is neither a quantity, a point in time nor a truth of its own.
  mutating func value(_ expression: Expression) -> FactValue { fact(expression).value }

  /// The value of an expression and where it was read.
  mutating func fact(_ expression: Expression) -> Fact {
    switch expression {
    case .constant(let value): return Fact(value)
    case .fact(let path): return facts.fact(at: path)
    case .row(let depth):
      guard let row = row(depth) else { return .unknown }
      hasReadOutcome = true
      return row.scalar ?? Fact(.record(row.record), row.origin)
    case .field(.row(let depth), let index):
      let place = rows.count - 1 - depth
      guard rows.indices.contains(place) else { return .unknown }
      if index == HistoryField.outcome { hasReadOutcome = true }
      guard let scalar = rows[place].scalar else {
        return Evaluator.field(index, of: rows[place].record)
      }
      return Evaluator.field(index, of: scalar)
    case .field(let base, let index):
      return Evaluator.field(index, of: fact(base))
    case .entry(let table, let key):
      return Evaluator.entry(key, of: fact(table))
    case .lookup(let list, let keyField, let key, let field):
      return lookup(list: list, keyField: keyField, key: key, field: field)
    case .traced(_, let body): return fact(body)
    case .attempt: return Fact(.instant(instant), facts.step.timeOrigin)
    case .earliest, .latest, .moved, .latestOf:
      switch moment(expression) {
      case .unknown: return .unknown
      case .none: return Fact(.none)
      case .some(let moment):
        if let day = moment.day { return Fact(.date(day)) }
        return moment.earliest == moment.latest ? Fact(.instant(moment.earliest)) : .unknown
      }
    case .sum, .difference, .length, .count, .prior, .share:
      switch quantity(expression) {
      case .interval(let low, let high): return low == high ? Fact(.number(low)) : .unknown
      case .none: return Fact(.none)
      case .unknown: return .unknown
      }
    default:
      switch truth(expression) {
      case .yes: return Fact(.truth(true))
      case .no: return Fact(.truth(false))
      case .unknown: return .unknown
      }
    }
  }

  private mutating func lookup(
    list: Expression, keyField: Int, key: Expression, field: Int
  ) -> Fact {
    let wanted = value(key)
    if wanted == .none { return Fact(.none) }
    guard let rows = self.list(list) else { return .unknown }
    var undecided = false
    for row in rows {
      switch Evaluator.equal(Evaluator.field(keyField, of: row.record).value, wanted) {
      case .yes: return undecided ? .unknown : Evaluator.field(field, of: row.record)
      case .unknown: undecided = true
      case .no: continue
      }
    }
    return undecided ? .unknown : Fact(.none)
  }

  static func field(_ index: Int, of record: FactRecord) -> Fact {
    record.fields.indices.contains(index) ? record.fields[index] : .unknown
  }

  static func field(_ index: Int, of base: Fact) -> Fact {
    switch base.value {
    case .record(let record): field(index, of: record)
    case .none: Fact(.none, base.origin)
    default: .unknown
    }
  }

  static func entry(_ key: String, of base: Fact) -> Fact {
    switch base.value {
    case .table(let entries): entries[key] ?? .unknown
    case .record(let record): record[key]
    default: .unknown
    }
  }

  /// Whether two values are the same: unknown if either is, false if either is none.
  static func equal(_ left: FactValue, _ right: FactValue) -> Truth {
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.none, _), (_, .none): return .no
    case (.candidates(let options), let other), (let other, .candidates(let options)):
      let truths = options.map { equal($0, other) }
      if let first = truths.first, truths.allSatisfy({ $0 == first }) { return first }
      return .unknown
    case (.phone(let a), .text(let b)), (.text(let a), .phone(let b)):
      return Truth(a == b)
    default: return Truth(left == right)
    }
  }

  /// Whether a set, a list or a text holds a value; a set on the right must lie within the left one.
  static func includes(_ container: FactValue, _ member: FactValue) -> Truth {
    switch (container, member) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.none, _), (_, .none): return .no
    case (.words(let set), .word(let word)): return Truth(set.contains(word))
    case (.words(let set), .words(let other)):
      return Truth(set.vocabulary == other.vocabulary && other.bits & ~set.bits == 0)
    case (.list(let items), _):
      return items.reduce(.no) { $0.or(equal($1.value, member)) }
    case (.candidates(let options), _):
      let truths = options.map { includes($0, member) }
      if let first = truths.first, truths.allSatisfy({ $0 == first }) { return first }
      return .unknown
    default: return equal(container, member)
    }
  }
}
