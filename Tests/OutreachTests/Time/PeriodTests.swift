import Outreach
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("24 months", "24 months"), ("1 year 2 weeks", "1 year 2 weeks"), ("5 minutes", "5 minutes"),
    ("10 business days", "10 business days"), ("1 business day", "1 business day"),
    ("1 days", "1 day"),
    ("24 hours", "24 hours"), ("1 hour 30 minutes", "90 minutes"), ("90 seconds", "90 seconds"),
    ("0 days", "0 days"), ("0 hours", "0 seconds"), ("3 years  14 days", "3 years 14 days"),
  ])
  func readsAndWrites(_ text: String, _ written: String) throws {
    let period = try #require(Period(text: text))
    #expect(period.description == written)
    #expect(Period(text: written) == period)
  }

  @Test(arguments: [
    "", "days", "5", "5 fortnights", "1 day 2 hours", "2 hours 1 day", "-1 days", "+1 days",
    "1.5 days",
    "1 business", "1 business week", "99999999999999999999 days", "9223372036854775807 hours",
    "5days",
    "٣ days", "1 dayss",
  ])
  func refusesOthers(_ text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test(arguments: [
    ("31 days", "2026-01-31", 1, "2026-03-03"), ("1 month", "2026-01-31", 1, "2026-02-28"),
    ("1 month 1 day", "2026-01-31", 1, "2026-03-01"),
    ("1 day 1 month", "2026-01-31", 1, "2026-03-01"),
    ("2 weeks", "2026-01-10", -1, "2025-12-27"), ("1 year", "2024-02-29", 1, "2025-02-28"),
    ("3 business days", "2026-01-09", 1, "2026-01-14"),
    ("3 business days", "2026-01-14", -1, "2026-01-09"),
    ("24 hours", "2026-01-10", 1, "2026-01-10"),
    ("9223372036854775807 years", "2026-01-10", 1, "9999-12-31"),
    ("9223372036854775807 weeks", "2026-01-10", -1, "0001-01-01"),
  ])
  func movesDays(_ text: String, _ from: String, _ direction: Int, _ expected: String) throws {
    let period = try #require(Period(text: text))
    let date = try #require(CivilDate(iso: from))
    let moved = period.shift(date, direction: direction) { $0.weekday.rawValue <= 5 }
    #expect(moved?.description == expected)
  }

  @Test func isUnknownWhereABusinessDayIs() throws {
    let period = try #require(Period(text: "3 business days"))
    let date = try #require(CivilDate(iso: "2026-01-09"))
    #expect(period.shift(date) { $0.day == 13 ? nil : true } == CivilDate(iso: "2026-01-12"))
    #expect(period.shift(date) { $0.day == 12 ? nil : true } == nil)
  }
}
