import Outreach
import Testing

@testable import OutreachFacts

/// Days and times as exports write them.
struct CellDateTests {
  static let zones = compiledWorld().zones

  static func read(_ text: String, _ order: ContactMapping.DateReading.Order, _ zone: String? = nil)
    -> String
  {
    do {
      switch try CellDate.read(text, .init(order: order, zone: zone), zones: zones) {
      case .date(let date): return "\(date)"
      case .instant(let instant): return "\(instant)"
      case let other: return "\(other)"
      }
    } catch {
      return error.reason
    }
  }

  @Test(arguments: [
    ("2026-03-02", "2026-03-02"), ("02/03/2026", "2026-03-02"), ("2.3.2026", "2026-03-02"),
    ("2-3-2026", "2026-03-02"), ("2026/03/02", "2026-03-02"), ("2 Mar 2026", "2026-03-02"),
    ("Mar 2, 2026", "2026-03-02"), ("Monday, 2 March 2026", "2026-03-02"),
    ("31/12/2026", "2026-12-31"),
    ("2026-03-02T15:30:00Z", "2026-03-02T15:30:00Z"),
    ("2026-03-02 15:30:00+01:00", "2026-03-02T14:30:00Z"),
    ("Mon, 02 Mar 2026 15:30:00 +0000", "2026-03-02T15:30:00Z"),
    ("02/03/2026 15:30 UTC", "2026-03-02T15:30:00Z"),
    ("2026-03-02 15:30:00.25 -05", "2026-03-02T20:30:00.250Z"),
  ])
  func withTheDayFirst(_ text: String, _ expected: String) {
    #expect(Self.read(text, .dayMonthYear) == expected)
  }

  @Test(arguments: [
    ("03/02/2026", "2026-03-02"), ("3/2/2026 3:30 PM", "2026-03-02T20:30:00Z"),
    ("3/2/2026 12:05 am", "2026-03-02T05:05:00Z"),
    ("3/2/2026, 3:30:07\u{202F}PM", "2026-03-02T20:30:07Z"),
    ("2026-07-01 09:00", "2026-07-01T13:00:00Z"),
    // The clock shows half past one twice, and half past two never.
    ("11/01/2026 01:30", "2026-11-01"), ("03/08/2026 02:30", "2026-03-08"),
    ("11/01/2026 03:30", "2026-11-01T08:30:00Z"),
  ])
  func withTheMonthFirstInNewYork(_ text: String, _ expected: String) {
    #expect(Self.read(text, .monthDayYear, "America/New_York") == expected)
  }

  @Test(arguments: [
    ("02/03/2026", "may begin with the day or with the month"),
    ("2026-03-02 15:30", "has a time of day without its zone"),
    ("45352", "is the number that a spreadsheet keeps for a day"),
    ("1772465400000", "is a bare number"),
    ("02/03/26", "has no year of four digits"),
    ("2026-02-30", "is no day of the calendar"),
    ("2026-13-02", "do the days come before the months"),
    ("2026-03-02 25:00", "has a time of day that no clock shows"),
    ("2026-03-02 15", "is no day or time that can be read"),
    ("2026-03-02 15:3", "is no day or time that can be read"),
    ("soon", "is no day or time that can be read"), ("-", "is no day or time that can be read"),
    ("2 Foo 2026", "is no day or time that can be read"),
    ("99999999999999999999-1-1", "has no year of four digits"),
    ("2026-03-02T15:30:00Z and more", "is no day or time that can be read"),
  ])
  func refuses(_ text: String, _ reason: String) {
    #expect(Self.read(text, .yearMonthDay).contains(reason), "\(Self.read(text, .yearMonthDay))")
  }
}
