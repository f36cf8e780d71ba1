import Outreach

/// The days that lie a term behind or before others, each found once by the judge's own evaluator.
///
/// A term that counts business days walks from day to day, and thousands of rows begin on the same ones.
final class ShiftedDays {
  /// Whether the term is one of days, so that of a point in time no more than its day matters.
  let countsDays: Bool
  private let term: Term
  private let direction: Int
  private let facts: AttemptFacts
  /// By the last bits of its number, the day that was asked about last, and where it leads.
  @exclusivity(unchecked) private var known = BatchBuffer<Entry>(capacity: count)

  private struct Entry: BitwiseCopyable {
    var day: Int32
    var target: Int32
  }

  private static let count = 512

  /// - Parameters:
  ///   - term: a term that is the same everywhere.
  ///   - direction: 1 for later, -1 for earlier.
  ///   - facts: what the evaluator reads.
  init(_ term: Term, direction: Int, _ facts: AttemptFacts) {
    (self.term, self.direction, self.facts) = (term, direction, facts)
    if case .exact = term.period { countsDays = false } else { countsDays = true }
    // No such day stands at the first place.
    known.base.initialize(repeating: Entry(day: 1, target: 0), count: ShiftedDays.count)
    known.base[1] = Entry(day: 0, target: 0)
  }

  /// The day that lies the term from a day; nil if it is not known which days are business days.
  @inline(__always) func day(of day: CivilDate) -> CivilDate? {
    let number = Int32(truncatingIfNeeded: day.dayNumber)
    let entry = known.base[Int(number) & (ShiftedDays.count &- 1)]
    return entry.day == number ? CivilDate(dayNumber: Int(entry.target)) : find(day)
  }

  @inline(never) private func find(_ day: CivilDate) -> CivilDate? {
    let evaluator = Evaluator(facts: facts, zone: .universal, instant: Instant(milliseconds: 0))
    guard let target = evaluator.shift(day, by: term, direction: direction) else { return nil }
    known.base[day.dayNumber & (ShiftedDays.count - 1)] = Entry(
      day: Int32(truncatingIfNeeded: day.dayNumber),
      target: Int32(truncatingIfNeeded: target.dayNumber))
    return target
  }
}
