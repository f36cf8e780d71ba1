import Outreach
import TestSupport
import Testing

@testable import FenceCore

/// What is remembered of the days to which a term leads is what is found.
struct ShiftedDaysTests {
  /// Days round the first ones of the count, before it, and such as share a place in memory.
  private static let days: [Int] = {
    let near = [-719_162, -2049, -2048, -1, 0, 1, 2, 2047, 2048, 2049, 20_000, 22_048, 2_932_896]
    var generator = SeededGenerator(seed: 5)
    return near + near + (0..<2000).map { _ in Int.random(in: -3000..<3000, using: &generator) }
  }()

  @Test func remembersWhatIsFound() {
    func find(_ day: CivilDate) -> CivilDate? {
      day.weekday == .sunday ? nil : day.adding(days: day.day)
    }
    let shifted = ShiftedDays(countsDays: true, find: find)
    for number in Self.days {
      let day = CivilDate(dayNumber: number)
      #expect(shifted.day(of: day) == find(day))
    }
  }

  @Test func findsADayOnce() {
    var asked = 0
    let shifted = ShiftedDays(countsDays: true) { day in
      asked += 1
      return day.adding(days: 10)
    }
    for _ in 0..<3 {
      for number in 0..<ShiftedDays.count { _ = shifted.day(of: CivilDate(dayNumber: number)) }
    }
    #expect(asked == ShiftedDays.count)
    // It has the place of day 0, which is asked about again.
    _ = shifted.day(of: CivilDate(dayNumber: ShiftedDays.count))
    _ = shifted.day(of: CivilDate(dayNumber: 0))
    #expect(asked == ShiftedDays.count + 2)
  }

  /// Business days, over weekends, and months, whose ends are cut.
  @Test(arguments: [
    Period.calendar([.init(count: 0, unit: .days)]), .calendar([.init(count: 30, unit: .days)]),
    .calendar([.init(count: 2, unit: .businessDays)]),
    .calendar([.init(count: 1, unit: .months), .init(count: 1, unit: .days)]),
  ])
  func whatHoldsEverywhereHoldsOnEveryClock(period: Period) {
    func find(_ day: CivilDate) -> CivilDate? {
      period.shift(day) { $0.weekday != .saturday && $0.weekday != .sunday }
    }
    let shifted = ShiftedDays(countsDays: true, find: find)
    var generator = SeededGenerator(seed: 6)
    let day: Int64 = 86_400_000
    var decided = 0
    let ends = [-62_135_596_800_000, 253_402_300_799_999, 0] as [Int64]
    for number in 0..<3000 {
      let from =
        number < 300
        ? ends[number % 3] + Int64.random(in: -3 * day...3 * day, using: &generator)
        : Int64.random(in: -500 * day...500 * day, using: &generator)
      let to = from + Int64.random(in: 0...45 * day, using: &generator)
      guard let holds = shifted.holdsEverywhere(from: from, to: to) else { continue }
      decided += 1
      for offset in [-86_399, -43_200, -1, 0, 1, 34_200, 86_399] {
        let days = [from, to].map {
          ZoneHistory.civil(Instant(milliseconds: $0), offsetSeconds: offset).date
        }
        #expect(find(days[0]).map { days[1] <= $0 } == holds)
      }
    }
    #expect(decided > 2000)
  }
}
