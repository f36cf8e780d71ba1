import Foundation
import Outreach
import TestSupport
import Testing

@Suite struct CivilDateTests {
  @Test func agreesWithFoundationOnRandomDays() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var generator = SeededGenerator(seed: 7)
    // Foundation turns to the Julian calendar before 1582.
    for _ in 0..<5000 {
      let number = Int.random(in: -141_000...2_932_896, using: &generator)
      let date = CivilDate(dayNumber: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday],
        from: Date(timeIntervalSince1970: Double(number) * 86_400))
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
      #expect(date.weekday.rawValue % 7 + 1 == parts.weekday)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(CivilDate(iso: date.description) == date)
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2026-12-15", 1, "2027-01-15"), ("2024-02-29", 12, "2025-02-28"),
    ("0001-01-01", -1, "0001-01-01"),
    ("9999-12-31", 1, "9999-12-31"), ("2026-05-05", Int.max, "9999-12-31"),
    ("2026-05-05", Int.min, "0001-01-01"),
  ])
  func clipsMonths(_ date: String, _ months: Int, _ expected: String) throws {
    #expect(try #require(CivilDate(iso: date)).adding(months: months).description == expected)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-32", "0000-01-01",
    "10000-01-01",
    "2026/01/01", "2026-01-01 ", "", "２026-01-01", "+026-01-01", "2026-01--1",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  /// Western Easter from the lists of the Book of Common Prayer and its successors.
  @Test(arguments: [
    "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
    "2025-04-20",
    "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22",
  ])
  func knowsEaster(_ expected: String) throws {
    let date = try #require(CivilDate(iso: expected))
    #expect(CivilDate.easter(year: date.year) == date)
  }

  @Test(arguments: [
    "2016-05-01", "2023-04-16", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02",
    "2100-05-02",
  ])
  func knowsOrthodoxEaster(_ expected: String) throws {
    let date = try #require(CivilDate(iso: expected))
    #expect(CivilDate.orthodoxEaster(year: date.year) == date)
  }

  /// Gauss's method of 1800 with his two exceptions, another way to the same Sunday.
  @Test func agreesWithGaussOnEaster() {
    for year in 1583...4099 {
      let century = year / 100
      let moon = (15 + century - (13 + 8 * century) / 25 - century / 4) % 30
      let days = (19 * (year % 19) + moon) % 30
      let shift = (4 + century - century / 4) % 7
      var easter = days + (2 * (year % 4) + 4 * (year % 7) + 6 * days + shift) % 7
      if easter == 35 { easter = 28 }
      if easter == 34, days == 28, year % 19 > 10 { easter = 27 }
      let march22 = CivilDate(year: year, month: 3, day: 22)
      #expect(CivilDate.easter(year: year) == march22?.adding(days: easter), "\(year)")
    }
    #expect(CivilDate.easter(year: .max) == nil && CivilDate.orthodoxEaster(year: .min) == nil)
  }
}
