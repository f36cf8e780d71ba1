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
    case .count(let list, let condition): return count(list, condition)
    case .prior(let prior): return priorCount(prior)
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

  /// An unknown list has any number of rows, as has one with an open row that may satisfy the condition.
  private mutating func count(_ list: Expression, _ condition: Expression) -> QuantityReading {
    guard let (rows, _) = self.list(list) else {
      return .interval(Quantity(0), Quantity(millionths: .max))
    }
    var certain = 0
    var possible = 0
    var isBounded = true
    for row in rows {
      switch holds(condition, of: row) {
      case .yes:
        certain += 1
        possible += 1
      case .unknown:
        possible += 1
        if row.record.isOpen { isBounded = false }
      case .no: continue
      }
    }
    guard isBounded else { return .interval(Quantity(certain), Quantity(millionths: .max)) }
    return .interval(Quantity(certain), Quantity(possible))
  }

  /// Order of quantities, periods, times of day and words of an ordered list; false where one is none.
  mutating func compare(_ left: Expression, _ right: Expression, orEqual: Bool) -> Truth {
    switch (quantity(left), quantity(right)) {
    case (.interval(let a, let b), .interval(let c, let d)):
      let truth: Truth =
        orEqual
        ? (b <= c ? .yes : a > d ? .no : .unknown) : (b < c ? .yes : a >= d ? .no : .unknown)
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
