import Outreach

extension Evaluator {
  /// The truth of an expression.
  mutating func truth(_ expression: Expression) -> Truth {
    switch expression {
    case .not(let operand): return !truth(operand)
    case .all(let operands):
      var result = Truth.yes
      for operand in operands {
        result = result.and(truth(operand))
        if result == .no { return .no }
      }
      return result
    case .any(let operands):
      var result = Truth.no
      for operand in operands {
        result = result.or(truth(operand))
        if result == .yes { return .yes }
      }
      return result
    case .choose(let condition, let then, let otherwise):
      switch truth(condition) {
      case .yes: return truth(then)
      case .no: return truth(otherwise)
      case .unknown:
        let first = truth(then)
        return first == truth(otherwise) ? first : .unknown
      }
    case .prefer(let condition, let then, let otherwise):
      return truth(condition) == .yes ? truth(then) : truth(otherwise)
    case .equal(let left, let right): return isEqual(left, right)
    case .isNone(let operand): return isNone(operand)
    case .oneOf(let operand, let options):
      let value = value(operand)
      return options.reduce(Truth.no) { $0.or(isEqual(operand, value, $1)) }
    case .less(let left, let right): return compare(left, right, orEqual: false)
    case .atMost(let left, let right): return compare(left, right, orEqual: true)
    case .before(let left, let right): return isBefore(left, right, in: expression)
    case .notAfter(let left, let right): return isNotAfter(left, right, in: expression)
    case .within(let term, let from, let to): return isWithin(term, from: from, to: to)
    case .same(let unit, let left, let right): return isSame(unit, left, right)
    case .includes(let container, let member):
      let held = value(container)
      noteMeeting(of: member, with: held)
      return Evaluator.includes(held, value(member))
    case .starts(let text, let part): return compareText(text, part) { $0.hasPrefix($1) }
    case .ends(let text, let part): return compareText(text, part) { $0.hasSuffix($1) }
    case .contains(let text, let part): return compareText(text, part, TextSearch.contains)
    case .someRow(let list, let condition): return someRow(list, condition)
    case .everyRow(let list, let condition): return !someRow(list, .not(condition))
    case .schedule(let schedule): return isOpen(schedule)
    case .inForce(let from, let until): return isInForce(from: from, until: until)
    case .placed(let places): return facts.contact.placed(in: places)
    case .timeRanges(let list): return isInTimeRanges(list)
    case .says(let element, let first): return facts.step.says(element, first: first)
    case .repeatedNumber: return facts.contact.isRepeated
    case .open: return .unknown
    case .traced(_, let body): return truth(body)
    default:
      switch value(expression) {
      case .truth(let value): return Truth(value)
      case .none: return .no
      default: return .unknown
      }
    }
  }

  private mutating func isEqual(_ left: Expression, _ right: Expression) -> Truth {
    isEqual(left, value(left), right)
  }

  /// Whether two values are the same; quantities that lie apart are not, though neither is known.
  private mutating func isEqual(
    _ left: Expression, _ known: FactValue, _ right: Expression
  ) -> Truth {
    let other = value(right)
    if left.mayMove, right.mayMove {
      // Of two that move alike none comes to meet the other.
      if case .some(let one) = moment(left), case .some(let next) = moment(right) {
        noteOrderChange(one, next)
      }
    } else {
      noteMeeting(of: left, with: other)
      noteMeeting(of: right, with: known)
    }
    let truth = Evaluator.equal(known, other)
    guard truth == .unknown, case .interval(let a, let b) = quantity(left),
      case .interval(let c, let d) = quantity(right)
    else { return truth }
    return b < c || d < a ? .no : .unknown
  }

  /// Takes note of when a point in time that moves with the attempt comes to be what a value says, and when it passes.
  private mutating func noteMeeting(of expression: Expression, with value: FactValue) {
    guard expression.mayMove, case .some(let moving) = moment(expression), moving.moves else {
      return
    }
    noteMeeting(of: moving, with: value)
  }

  private mutating func noteMeeting(of moving: Moment, with value: FactValue) {
    switch value {
    case .list(let items): for item in items { noteMeeting(of: moving, with: item.value) }
    case .candidates(let options): for option in options { noteMeeting(of: moving, with: option) }
    default:
      if case .some(let point) = moment(of: value) { noteOrderChange(moving, point) }
    }
  }

  /// Whether some row satisfies a condition; an unknown list decides nothing.
  mutating func someRow(_ list: Expression, _ condition: Expression) -> Truth {
    guard let rows = self.list(list) else { return .unknown }
    var result = Truth.no
    for row in rows {
      result = result.or(holds(condition, of: row))
      if result == .yes { return .yes }
    }
    return result
  }

  private mutating func isNone(_ operand: Expression) -> Truth {
    if operand.isMoment {
      switch moment(operand) {
      case .unknown: return .unknown
      case .none: return .yes
      case .some: return .no
      }
    }
    switch value(operand) {
    case .unknown: return .unknown
    case .none: return .yes
    default: return .no
    }
  }

  private mutating func compareText(
    _ text: Expression, _ part: Expression, _ test: (String, String) -> Bool
  ) -> Truth {
    switch (value(text), value(part)) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.text(let a), .text(let b)), (.phone(let a), .text(let b)): return Truth(test(a, b))
    default: return .no
    }
  }

  /// First and last day in force are days of the local clock; in a fold the first day starts with the earlier
  /// midnight.
  private mutating func isInForce(from: CivilDate?, until: CivilDate?) -> Truth {
    if let from {
      let start = zone.startOfDay(from)
      note(change: start)
      if instant < start { return .no }
    }
    if let until {
      let end = zone.instant(until.adding(days: 1), .midnight, .earlier)
      note(change: end)
      if instant >= end { return .no }
    }
    return .yes
  }
}

extension Expression {
  /// Whether the expression is a point in time that may move with the attempt.
  fileprivate var mayMove: Bool {
    switch self {
    case .attempt: true
    case .traced(_, let body), .moved(let body, _, _, _): body.mayMove
    case .earliest(let operands), .latest(let operands): operands.contains { $0.mayMove }
    default: false
    }
  }

  /// Whether the expression yields a point in time of its own making.
  var isMoment: Bool {
    switch self {
    case .attempt, .earliest, .latest, .moved, .latestOf: true
    case .traced(_, let body): body.isMoment
    default: false
    }
  }
}
