import Outreach

/// A quantity as far as it is known: some number between two, both included.
enum QuantityReading {
  case unknown
  case none
  case interval(Quantity, Quantity)
}

extension Evaluator {
  /// The quantity that an expression stands for.
  mutating func quantity(_ expression: Expression) -> QuantityReading {
    switch expression {
    case .traced(_, let body): return quantity(body)
    case .sum(let left, let right):
      return combine(left, right) { ($0.0 + $1.0, $0.1 + $1.1) }
    case .difference(let left, let right):
      return combine(left, right) { ($0.0 - $1.1, $0.1 - $1.0) }
    case .length(let operand): return length(value(operand))
    case .count, .prior:
      guard let rows = countedRows(expression) else { return .unknown }
      note(change: rows.firstChange)
      return .interval(rows.interval.low, rows.interval.high)
    case .share(let number): return facts.share(number)
    default: return Evaluator.quantity(of: value(expression))
    }
  }

  static func quantity(of value: FactValue) -> QuantityReading {
    switch value {
    case .number(let number): return .interval(number, number)
    case .none: return .none
    case .candidates(let options):
      var low: Quantity?
      var high: Quantity?
      for option in options {
        guard case .number(let number) = option else { return .unknown }
        low = min(low ?? number, number)
        high = max(high ?? number, number)
      }
      guard let low, let high else { return .unknown }
      return .interval(low, high)
    default: return .unknown
    }
  }

  private mutating func combine(
    _ left: Expression, _ right: Expression,
    _ operation: ((Quantity, Quantity), (Quantity, Quantity)) -> (Quantity, Quantity)
  ) -> QuantityReading {
    switch (quantity(left), quantity(right)) {
    case (.interval(let a, let b), .interval(let c, let d)):
      let (low, high) = operation((a, b), (c, d))
      return .interval(low, high)
    case (.none, _), (_, .none): return .none
    default: return .unknown
    }
  }

  private func length(_ value: FactValue) -> QuantityReading {
    switch value {
    case .text(let text), .phone(let text):
      return .interval(Quantity(text.count), Quantity(text.count))
    case .list(let items):
      let open = items.count { item in
        if case .record(let record) = item.value { record.isOpen } else { false }
      }
      let most = open == 0 ? Quantity(items.count) : Quantity(millionths: .max)
      return .interval(Quantity(items.count - open), most)
    case .words(let set):
      return .interval(Quantity(set.words.count), Quantity(set.words.count))
    case .none: return .interval(Quantity(0), Quantity(0))
    default: return .unknown
    }
  }

  /// Order of quantities, periods, times of day and words of an ordered list; false where one is none.
  mutating func compare(_ left: Expression, _ right: Expression, orEqual: Bool) -> Truth {
    let (counted, others) = (countedRows(left), countedRows(right))
    switch (quantity(left, counted), quantity(right, others)) {
    case (.interval(let a, let b), .interval(let c, let d)):
      let truth = Evaluator.order(a, b, c, d, orEqual: orEqual)
      noteChange(of: counted, others, to: (a, b), (c, d), orEqual: orEqual)
      if a == b, c == d { observe(left, a, right, c, orEqual: orEqual, truth) }
      return truth
    case (.none, _), (_, .none): return .no
    // A number, and something that is none as far as is known.
    case (.interval, _), (_, .interval): return .unknown
    default: break
    }
    switch (value(left), value(right)) {
    case (.period(let a), .period(let b)):
      let truth = Evaluator.compare(a, b, orEqual: orEqual)
      let isLeftWritten = left.comparedConstant != nil
      observe(
        left, right, by: Evaluator.distance(a, b),
        unit: Evaluator.edgeUnit(of: isLeftWritten ? b : a, near: isLeftWritten ? a : b),
        orEqual: orEqual, truth)
      return truth
    case (.time(let a), .time(let b)):
      let truth = Truth(orEqual ? a <= b : a < b)
      observe(
        left, right, by: Int64(a.milliseconds - b.milliseconds), unit: Int64(TimeOfDay.edgeUnit),
        orEqual: orEqual, truth)
      return truth
    case (.word(let a), .word(let b)) where a.vocabulary == b.vocabulary:
      return Truth(orEqual ? a.index <= b.index : a.index < b.index)
    default: return .unknown
    }
  }

  /// The quantity that rows count, or else that an expression stands for.
  private mutating func quantity(
    _ expression: Expression, _ counted: CountedRows?
  ) -> QuantityReading {
    guard let counted else { return quantity(expression) }
    return .interval(counted.interval.low, counted.interval.high)
  }

  /// The order of two quantities of which bounds are known.
  private static func order(
    _ a: Quantity, _ b: Quantity, _ c: Quantity, _ d: Quantity, orEqual: Bool
  ) -> Truth {
    orEqual
      ? (b <= c ? .yes : a > d ? .no : .unknown) : (b < c ? .yes : a >= d ? .no : .unknown)
  }

  /// Takes note of when rows that are counted may change the order of two quantities.
  private mutating func noteChange(
    of counted: CountedRows?, _ others: CountedRows?, to left: (Quantity, Quantity),
    _ right: (Quantity, Quantity), orEqual: Bool
  ) {
    switch (counted, others) {
    case (let rows?, nil):
      note(
        change: rows.change(atFew: .yes) {
          Evaluator.order($0, $1, right.0, right.1, orEqual: orEqual)
        })
    case (nil, let rows?):
      note(
        change: rows.change(atFew: .no) {
          Evaluator.order(left.0, left.1, $0, $1, orEqual: orEqual)
        })
    case (let first?, let second?):
      note(change: min(first.firstChange, second.firstChange))
    case (nil, nil): break
    }
  }

  /// Order of periods: months against months and days against days exactly, else by the shortest and longest
  /// lengths that months and years have.
  static func compare(_ left: Period, _ right: Period, orEqual: Bool) -> Truth {
    let (a, b) = (bounds(left), bounds(right))
    if a.months == b.months {
      return Truth(orEqual ? a.rest <= b.rest : a.rest < b.rest)
    }
    let (lowA, highA) = (a.months * 28 * day + a.rest, a.months * 31 * day + a.rest)
    let (lowB, highB) = (b.months * 28 * day + b.rest, b.months * 31 * day + b.rest)
    if a.rest == b.rest { return Truth(a.months < b.months) }
    if orEqual { return highA <= lowB ? .yes : lowA > highB ? .no : .unknown }
    return highA < lowB ? .yes : lowA >= highB ? .no : .unknown
  }

  /// By how much a period is longer than another, in milliseconds; a month counts 30 days.
  private static func distance(_ left: Period, _ right: Period) -> Int64 {
    let (a, b) = (bounds(left), bounds(right))
    return (a.months - b.months) * 30 * day + a.rest - b.rest
  }

  /// The unit within which a period lies at the edge of a written one, in milliseconds: that of the written one,
  /// but a month where the period is some months shorter, for none is a day shorter than a month.
  private static func edgeUnit(of period: Period, near written: Period) -> Int64 {
    let (a, b) = (bounds(period), bounds(written))
    return a.months < b.months && a.rest == b.rest
      ? 30 * day : max(period.edgeUnit, written.edgeUnit)
  }

  private static let day: Int64 = 86_400_000
  private static let limit: Int64 = 3_652_425 * day

  /// A period as whole months and a rest in milliseconds; a business day counts as a day.
  private static func bounds(_ period: Period) -> (months: Int64, rest: Int64) {
    switch period {
    case .exact(let milliseconds):
      // Ten thousand years; no period is longer.
      return (0, min(max(milliseconds, -limit), limit))
    case .calendar(let parts):
      var months: Int64 = 0
      var rest: Int64 = 0
      for part in parts {
        let count = Int64(min(part.count, 1_000_000))
        switch part.unit {
        case .years: months += count * 12
        case .months: months += count
        case .weeks: rest += count * 7 * day
        case .days, .businessDays: rest += count * day
        }
      }
      return (months, rest)
    }
  }
}
