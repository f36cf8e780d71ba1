public import Outreach

/// A value written in a policy at which a rule turns: a number, a length of time or a time of day.
///
/// A test tries it at its edge when it makes the comparison just true or just false: within one unit of the
/// value. The unit is a minute for hours, minutes and times of day, a second for seconds, a day for days and
/// more (a month where a length is months shorter than the value), and the last digit for numbers.
public struct Threshold: Hashable, Sendable {
  /// What the judge compares at it.
  public var edge: Edge

  /// The value as policies write it: `3`, `24 hours`, `20:00`.
  public var value: String

  /// The words around it.
  public var words: String

  /// Where these stand.
  public var location: PolicyLocation

  /// What the judge compares at a threshold.
  public enum Edge: Hashable, Sendable {
    /// A comparison, or the span that a cap looks back over (`prior`).
    case comparison(Expression)
    /// An end of a span of a schedule's group.
    case clock(Schedule.Group, TimeOfDay)
  }
}

/// The sides of a threshold that were tried within one unit of it.
public struct Sides: OptionSet, Hashable, Sendable {
  /// One bit a side.
  public let rawValue: Int

  /// Makes sides from their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The comparison was just true; for the span of a cap, what it counts was just counted.
  public static let justTrue = Sides(rawValue: 1)

  /// The comparison was just false.
  public static let justFalse = Sides(rawValue: 2)
}

extension Expression {
  /// The thresholds of the expression in the order written, those of its definitions included.
  ///
  /// - Parameter trace: where the expression stands, if it is not traced itself.
  /// - Returns: the thresholds; one that is written in a definition appears at every use.
  /// - Complexity: linear in the size of the expression.
  public func thresholds(in trace: Trace? = nil) -> [Threshold] {
    if case .traced(let inner, let body) = self { return body.thresholds(in: inner) }
    let own = trace.map { trace in
      ownEdges.map {
        Threshold(edge: $0.edge, value: $0.value, words: trace.text, location: trace.location)
      }
    }
    return (own ?? []) + parts.flatMap { $0.thresholds(in: trace) }
  }

  /// The edges at which the expression itself turns.
  private var ownEdges: [(edge: Threshold.Edge, value: String)] {
    switch self {
    case .less(let left, let right), .atMost(let left, let right):
      if left.isShare || right.isShare { return [] }
      return [left, right].compactMap(\.comparedConstant).map { (.comparison(self), $0) }
    case .within(let term, _, _):
      return term.period.isNothing ? [] : [(.comparison(self), term.period.description)]
    case .before(let left, let right), .notAfter(let left, let right):
      return [left, right].compactMap(\.movedBy).filter { !$0.isNothing }.prefix(1).map {
        (.comparison(self), $0.description)
      }
    case .prior(let prior):
      guard case .rolling(let period) = prior.span else { return [] }
      return [(.comparison(self), period.description)]
    case .schedule(let schedule):
      return schedule.groups.flatMap { group in
        group.spans.flatMap { span in
          [span.from, span.to].filter(\.isWithinDay).map { (.clock(group, $0), $0.description) }
        }
      }
    default: return []
    }
  }

  /// Whether it is a share of the list, which is all or nothing in the list of one contact that a test has.
  private var isShare: Bool {
    switch self {
    case .traced(_, let body): body.isShare
    case .share: true
    default: false
    }
  }

  /// Everything that the expression is made of, conditions on rows included.
  var parts: [Expression] {
    switch self {
    case .count(_, let condition), .latestOf(_, _, let condition), .someRow(_, let condition),
      .everyRow(_, let condition):
      operands + [condition]
    case .prior(let prior): [prior.condition]
    default: operands
    }
  }

  /// The value written out, where the expression is one that can be compared by size.
  var comparedConstant: String? {
    switch self {
    case .traced(_, let body): body.comparedConstant
    case .constant(.number(let number)): number.description
    case .constant(.time(let time)): time.description
    case .constant(.period(let period)): period.description
    default: nil
    }
  }

  /// The period by which a point in time is moved, wherever in it that is.
  var movedBy: Period? {
    switch self {
    case .traced(_, let body): body.movedBy
    case .moved(_, let term, _, _): term.period
    case .earliest(let parts), .latest(let parts): parts.lazy.compactMap(\.movedBy).first
    default: nil
    }
  }
}

extension TimeOfDay {
  /// Whether the day goes on to both sides of the time: nothing lies just outside a span that begins or ends
  /// with the day.
  fileprivate var isWithinDay: Bool {
    milliseconds > 0 && milliseconds < TimeOfDay.endOfDay.milliseconds
  }
}

extension Period {
  /// Whether the period has no length.
  fileprivate var isNothing: Bool { self == .exact(milliseconds: 0) }
}

extension Rule {
  /// The thresholds of the rule in the order written, each once.
  public var thresholds: [Threshold] {
    var seen: Set<Threshold> = []
    return ([applies] + requirements + exceptions.map(\.condition)).flatMap { $0.thresholds() }
      .filter { seen.insert($0).inserted }
  }
}
