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

  /// How many days are known at most.
  static let count = 512

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

  @inline(never) private func look(_ day: CivilDate) -> CivilDate? {
    guard let target = find(day) else { return nil }
    known.base[day.dayNumber & (ShiftedDays.count - 1)] = Entry(
      day: Int32(truncatingIfNeeded: day.dayNumber),
      target: Int32(truncatingIfNeeded: target.dayNumber))
    return target
  }
}
