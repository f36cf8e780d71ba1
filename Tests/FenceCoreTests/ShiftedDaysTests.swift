import Outreach
import TestSupport
import Testing

@testable import FenceCore

/// What is remembered of the days to which a term leads is what is found.
struct ShiftedDaysTests {
  /// Days round the first ones of the count, before it, and such as share a place in memory.
  private static let days: [Int] = {
    let near = [-719_162, -513, -512, -511, -1, 0, 1, 2, 511, 512, 513, 20_000, 20_512, 2_932_896]
    var generator = SeededGenerator(seed: 5)
    return near + near + (0..<2000).map { _ in Int.random(in: -2000..<2000, using: &generator) }
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
}
