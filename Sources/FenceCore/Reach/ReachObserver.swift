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
      where abs(Int64(time.milliseconds) - Int64(end.milliseconds)) <= Int64(TimeOfDay.edgeUnit) {
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
      unit: constant.edgeUnit.millionths, isDiscrete: true, orEqual: orEqual, truth)
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
        unit: moved.edgeUnit, isDiscrete: false, orEqual: orEqual, truth)
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
