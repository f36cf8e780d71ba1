import Outreach

/// Takes note of how near a rule came to its thresholds, and of what excused it, while it is judged.
final class ReachObserver {
  /// The sides of thresholds that were tried.
  private(set) var sides: [Threshold.Edge: Sides] = [:]

  /// The conditions of exceptions that held.
  private(set) var excuses: Set<Expression> = []

  /// A number, time of day or period was compared; `orEqual` says whether equality makes it true.
  func compared(
    _ expression: Expression, by distance: Int64, unit: Int64, isDiscrete: Bool, orEqual: Bool,
    _ truth: Truth
  ) {
    let limit: Int64 = isDiscrete && (truth == .yes) == orEqual ? unit - 1 : unit
    guard distance.magnitude <= limit.magnitude else { return }
    note(truth, at: .comparison(expression))
  }

  /// The clock read a time while a group of a schedule decided.
  func clock(_ group: Schedule.Group, read time: TimeOfDay, _ truth: Truth) {
    for span in group.spans {
      for end in [span.from, span.to]
      where abs(Int64(time.milliseconds) - Int64(end.milliseconds)) <= Threshold.minute {
        note(truth, at: .clock(group, end))
      }
    }
  }

  /// The condition of an exception held.
  func excused(by condition: Expression) { excuses.insert(condition) }

  private func note(_ truth: Truth, at edge: Threshold.Edge) {
    switch truth {
    case .yes: sides[edge, default: []].insert(.justTrue)
    case .no: sides[edge, default: []].insert(.justFalse)
    case .unknown: break
    }
  }
}

extension Threshold {
  /// The unit of hours, minutes and times of day, in milliseconds.
  static let minute: Int64 = 60_000

  /// The unit of days and more, in milliseconds.
  static let day: Int64 = 86_400_000

  /// The unit of a period, in milliseconds.
  static func unit(of period: Period) -> Int64 {
    guard case .exact(let milliseconds) = period else { return day }
    return milliseconds % minute == 0 ? minute : 1000
  }

  /// The unit of a number, in millionths: its last digit, at most one.
  static func unit(of number: Quantity) -> Int64 {
    var unit: Int64 = 1_000_000
    while unit > 1, number.millionths % unit != 0 { unit /= 10 }
    return unit
  }
}

extension Evaluator {
  /// Takes note of a comparison of quantities, one of which is written in the policy.
  func observe(
    _ left: Expression, _ a: Quantity, _ right: Expression, _ b: Quantity, orEqual: Bool,
    _ truth: Truth
  ) {
    guard let observer = facts.observer else { return }
    let constant = left.comparedConstant != nil ? a : b
    observer.compared(
      .comparison(left, right, orEqual: orEqual), by: (a - b).millionths,
      unit: Threshold.unit(of: constant), isDiscrete: true, orEqual: orEqual, truth)
  }

  /// Takes note of a comparison of times of day or of periods.
  func observe(
    _ left: Expression, _ right: Expression, by distance: Int64, unit: Int64, orEqual: Bool,
    _ truth: Truth
  ) {
    facts.observer?.compared(
      .comparison(left, right, orEqual: orEqual), by: distance, unit: unit, isDiscrete: false,
      orEqual: orEqual, truth)
  }

  /// Takes note of the order of two points in time, one of which is moved by a period.
  mutating func observe(_ expression: Expression, _ a: Moment, _ b: Moment, _ truth: Truth) {
    guard let observer = facts.observer else { return }
    let moved: Period?
    let orEqual: Bool
    switch expression {
    case .before(let left, let right):
      (moved, orEqual) = (left.movedBy ?? right.movedBy, false)
    case .notAfter(let left, let right):
      (moved, orEqual) = (left.movedBy ?? right.movedBy, true)
    default: return
    }
    guard let moved else { return }
    if a.earliest == a.latest, b.earliest == b.latest {
      observer.compared(
        expression, by: a.earliest.milliseconds - b.earliest.milliseconds,
        unit: Threshold.unit(of: moved), isDiscrete: false, orEqual: orEqual, truth)
    } else {
      let days = dates(of: a).lowerBound.days(since: dates(of: b).lowerBound)
      observer.compared(
        expression, by: Int64(days), unit: 1, isDiscrete: false, orEqual: orEqual, truth)
    }
  }
}

extension CivilDate {
  /// The number of days from another day to this one.
  func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }
}

extension Expression {
  fileprivate static func comparison(
    _ left: Expression, _ right: Expression, orEqual: Bool
  ) -> Expression {
    orEqual ? .atMost(left, right) : .less(left, right)
  }
}
