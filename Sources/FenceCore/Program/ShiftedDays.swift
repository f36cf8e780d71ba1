import Outreach

/// The days that lie a term behind or before others, each found once.
///
/// A term that counts business days walks from day to day, and thousands of rows begin on the same ones.
final class ShiftedDays {
  /// Whether the term is one of days, so that of a point in time no more than its day matters.
  let countsDays: Bool
  private let find: (CivilDate) -> CivilDate?
  /// By the last bits of its number, the day that was asked about last, and where it leads.
  @exclusivity(unchecked) private var known = BatchBuffer<Entry>(capacity: count)

  private struct Entry: BitwiseCopyable {
    var day: Int32
    var target: Int32
  }

  /// How many days are known at most: those of some five years.
  static let count = 2048

  /// - Parameters:
  ///   - countsDays: whether the term is one of days.
  ///   - find: the day that lies the term from a day; nil if it is not known which days are business days.
  init(countsDays: Bool, find: @escaping (CivilDate) -> CivilDate?) {
    (self.countsDays, self.find) = (countsDays, find)
    // The first place is not that of day 1, nor the second that of day 0.
    known.base.initialize(repeating: Entry(day: 1, target: 0), count: ShiftedDays.count)
    known.base[1] = Entry(day: 0, target: 0)
  }

  /// The days of a term that is the same everywhere, as the judge's own evaluator finds them.
  ///
  /// - Parameters:
  ///   - term: the term.
  ///   - direction: 1 for later, -1 for earlier.
  ///   - facts: what the evaluator reads.
  convenience init(_ term: Term, direction: Int, _ facts: AttemptFacts) {
    var countsDays = true
    if case .exact = term.period { countsDays = false }
    let evaluator = Evaluator(facts: facts, zone: .universal, instant: Instant(milliseconds: 0))
    self.init(countsDays: countsDays) { evaluator.shift($0, by: term, direction: direction) }
  }

  /// The day that lies the term from a day; nil if it is not known which days are business days.
  @inline(__always) func day(of day: CivilDate) -> CivilDate? {
    let number = Int32(truncatingIfNeeded: day.dayNumber)
    let entry = known.base[Int(number) & (ShiftedDays.count &- 1)]
    return entry.day == number ? CivilDate(dayNumber: Int(entry.target)) : look(day)
  }

  /// Whether the day of a later instant lies no further than the term behind that of an earlier one, on every clock.
  ///
  /// No clock is a day from universal time, and no later day leads to an earlier one.
  ///
  /// - Parameters:
  ///   - from: the earlier instant, in milliseconds.
  ///   - to: the later one.
  /// - Returns: nil where clocks may differ, or where it is not known which days are business days.
  @inline(__always) func holdsEverywhere(from: Int64, to: Int64) -> Bool? {
    let (first, last) = (ShiftedDays.universalDay(from), ShiftedDays.universalDay(to))
    guard let soonest = day(of: CivilDate(dayNumber: first &- 1)),
      let latest = day(of: CivilDate(dayNumber: first &+ 1))
    else { return nil }
    if CivilDate(dayNumber: last &+ 1) <= soonest { return true }
    return CivilDate(dayNumber: last &- 1) > latest ? false : nil
  }

  @inline(__always) private static func universalDay(_ milliseconds: Int64) -> Int {
    let day: Int64 = 86_400_000
    let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: day)
    return Int(whole &- (rest < 0 ? 1 : 0))
  }

  @inline(never) private func look(_ day: CivilDate) -> CivilDate? {
    guard let target = find(day) else { return nil }
    known.base[day.dayNumber & (ShiftedDays.count - 1)] = Entry(
      day: Int32(truncatingIfNeeded: day.dayNumber),
      target: Int32(truncatingIfNeeded: target.dayNumber))
    return target
  }
}
