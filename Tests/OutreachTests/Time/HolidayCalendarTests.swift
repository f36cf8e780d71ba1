import Outreach
import TestSupport
import Testing

@Suite struct HolidayCalendarTests {
  static func day(
    _ name: String, _ rule: HolidayCalendar.Rule, _ shift: HolidayCalendar.Shift = .none,
    places: [String] = []
  ) -> HolidayCalendar.Day {
    .init(name: name, title: name, rule: rule, shift: shift, places: places)
  }

  /// Some days of title 5, United States Code, section 6103.
  static let federal = HolidayCalendar(days: [
    day("new year", .fixed(month: 1, day: 1), .movedToNearestWeekday),
    day("king", .nth(3, .monday, month: 1)),
    day("memorial", .nth(-1, .monday, month: 5)),
    day("independence", .fixed(month: 7, day: 4), .movedToNearestWeekday),
    day("thanksgiving", .nth(4, .thursday, month: 11)),
    day("christmas", .fixed(month: 12, day: 25), .movedToNearestWeekday),
  ])

  /// Banking and Financial Dealings Act 1971, schedule 1, in its simple part.
  static let british = HolidayCalendar(days: [
    day("new year", .fixed(month: 1, day: 1), .repeatedOnNextWorkday),
    day("second", .fixed(month: 1, day: 2), .repeatedOnNextWorkday, places: ["GB-SCT"]),
    day("good friday", .easter(offset: -2)),
    day("easter monday", .easter(offset: 1), places: ["GB-ENG", "GB-WLS", "GB-NIR"]),
    day("christmas", .fixed(month: 12, day: 25), .repeatedOnNextWorkday),
    day("boxing", .fixed(month: 12, day: 26), .repeatedOnNextWorkday),
  ])

  @Test(arguments: [
    (2021, "2021-01-01 2021-01-18 2021-05-31 2021-07-05 2021-11-25 2021-12-24 2021-12-31"),
    (2022, "2022-01-17 2022-05-30 2022-07-04 2022-11-24 2022-12-26"),
    (2026, "2026-01-01 2026-01-19 2026-05-25 2026-07-03 2026-11-26 2026-12-25"),
  ])
  func listsFederalHolidays(_ year: Int, _ expected: String) {
    let days = HolidayCalendarTests.federal.days(in: year)
    #expect(days.map(\.date.description).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    (2021, "GB-ENG", "01-01 04-02 04-05 12-25 12-26 12-27 12-28"),
    (2022, "GB-ENG", "01-01 01-03 04-15 04-18 12-25 12-26 12-27"),
    (2022, "GB-SCT", "01-01 01-02 01-03 01-04 04-15 12-25 12-26 12-27"),
    (2023, "GB-ENG", "01-01 01-02 04-07 04-10 12-25 12-26"),
    (2023, "GB-SCT", "01-01 01-02 01-03 04-07 12-25 12-26"),
    (2028, "GB-ENG", "01-01 01-03 04-14 04-17 12-25 12-26"),
  ])
  func listsBritishHolidays(_ year: Int, _ place: String, _ expected: String) {
    let days = HolidayCalendarTests.british.days(in: year) { Truth($0 == place) }
    let text = days.map { String($0.date.description.dropFirst(5)) }.joined(separator: " ")
    #expect(text == expected)
    #expect(days.allSatisfy { $0.isKept == .yes })
  }

  @Test(arguments: [
    ("2026-01-02", Truth.unknown), ("2026-01-01", .yes), ("2026-04-06", .unknown),
    ("2026-04-03", .yes),
    ("2026-05-05", .no), ("2023-01-03", .unknown), ("2023-01-04", .no),
  ])
  func isUnknownWhereThePlaceIs(_ date: String, _ expected: Truth) throws {
    let day = try #require(CivilDate(iso: date))
    #expect(HolidayCalendarTests.british.contains(day) { _ in .unknown } == expected)
  }

  /// What is true or false for an unknown place is so for every place.
  @Test func isMonotoneInThePlace() {
    let places = ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR"]
    for number in 14_600..<22_000 {
      let date = CivilDate(dayNumber: number)
      let vague = HolidayCalendarTests.british.contains(date) { _ in .unknown }
      guard vague != .unknown else { continue }
      for place in places {
        let exact = HolidayCalendarTests.british.contains(date) { Truth($0 == place) }
        #expect(exact == vague, "\(date) \(place)")
      }
    }
  }

  /// The two ways to ask agree on every day.
  @Test func listsWhatItContains() {
    for calendar in [HolidayCalendarTests.federal, HolidayCalendarTests.british] {
      for year in 2018...2040 {
        let listed = Set(calendar.days(in: year).map(\.date))
        var date = CivilDate(year: year, month: 1, day: 1) ?? .earliest
        while date.year == year {
          #expect(calendar.contains(date) == Truth(listed.contains(date)), "\(date)")
          #expect(calendar.names(on: date).isEmpty != listed.contains(date))
          date = date.adding(days: 1)
        }
      }
    }
  }

  /// The two ways to ask agree as well where it is not known in which places somebody is.
  @Test(arguments: 0..<40)
  func listsWhatItMayContain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let days = (0..<Int.random(in: 1...9, using: &random)).map { number in
      HolidayCalendarTests.day(
        "\(number)", .fixed(month: 12, day: .random(in: 20...31, using: &random)),
        .allCases.randomElement(using: &random) ?? .none,
        places: ["A", "B"].filter { _ in .random(using: &random) })
    }
    let calendar = HolidayCalendar(days: days)
    let truths = ["A", "B"].map { ($0, [Truth.yes, .no, .unknown].randomElement(using: &random)) }
    func isIn(_ place: String) -> Truth { truths.first { $0.0 == place }?.1 ?? .unknown }
    for year in 2020...2031 {
      for (first, month) in [(year, 12), (year + 1, 1)] {
        let listed = calendar.days(in: first, isIn: isIn)
        for day in 1...31 {
          guard let date = CivilDate(year: first, month: month, day: day) else { continue }
          let expected = listed.filter { $0.date == date }.reduce(Truth.no) { $0.or($1.isKept) }
          #expect(calendar.contains(date, isIn: isIn) == expected, "\(date) of \(days)")
        }
      }
    }
  }

  @Test func knowsProclaimedDaysOnlyThroughTheirEnd() throws {
    let dates = ["2026-02-17", "2026-02-18"].compactMap { CivilDate(iso: $0) }
    let end = try #require(CivilDate(iso: "2026-12-31"))
    let calendar = HolidayCalendar(days: [
      HolidayCalendarTests.day("new year", .fixed(month: 1, day: 1), .repeatedOnNextWorkday),
      HolidayCalendarTests.day("lunar", .listed(dates, through: end), places: ["SG"]),
    ])
    func ask(_ date: String, _ place: Truth = .yes) -> Truth? {
      CivilDate(iso: date).map { calendar.contains($0) { _ in place } }
    }
    #expect(ask("2026-02-17") == .yes)
    #expect(ask("2026-02-19") == .no)
    #expect(ask("2027-01-01") == .yes)
    #expect(ask("2027-02-06") == .unknown)
    #expect(ask("2027-02-06", .no) == .no)
    #expect(ask("2028-01-03") == .unknown)
    #expect(ask("2028-01-03", .no) == .yes)
    #expect(ask("2026-02-17", .unknown) == .unknown)
  }

  @Test(arguments: [
    (HolidayCalendar.Rule.nth(5, .monday, month: 2), 2026, ""),
    (.nth(5, .sunday, month: 3), 2026, "2026-03-29"),
    (.nth(0, .sunday, month: 3), 2026, ""), (.nth(.min, .sunday, month: 3), 2026, ""),
    (.nth(1, .sunday, month: 13), 2026, ""), (.nth(-2, .sunday, month: 3), 2026, "2026-03-22"),
    (.onOrAfter(.monday, month: 5, day: 4), 2026, "2026-05-04"),
    (.onOrAfter(.saturday, month: 6, day: 20), 2026, "2026-06-20"),
    (.onOrBefore(.monday, month: 5, day: 24), 2026, "2026-05-18"),
    (.onOrBefore(.monday, month: 5, day: 25), 2026, "2026-05-25"),
    (.fixed(month: 2, day: 29), 2026, ""), (.fixed(month: 2, day: 29), 2028, "2028-02-29"),
    (.easter(offset: 39), 2026, "2026-05-14"), (.orthodoxEaster(offset: 1), 2026, "2026-04-13"),
    (.easter(offset: .max), 2026, ""),
  ])
  func followsRules(_ rule: HolidayCalendar.Rule, _ year: Int, _ expected: String) {
    let calendar = HolidayCalendar(days: [HolidayCalendarTests.day("x", rule)])
    #expect(calendar.days(in: year).map(\.date.description).joined() == expected)
  }

  @Test(arguments: [
    (HolidayCalendar.Shift.none, "2026-08-15 2027-08-15"),
    (.movedToNearestWeekday, "2026-08-14 2027-08-16"),
    (.movedToMonday, "2026-08-17 2027-08-16"), (.sundayMovedToMonday, "2026-08-15 2027-08-16"),
    (.repeatedOnNextWorkday, "2026-08-15 2026-08-17 2027-08-15 2027-08-16"),
    (.sundayRepeatedOnMonday, "2026-08-15 2027-08-15 2027-08-16"),
  ])
  func shifts(_ shift: HolidayCalendar.Shift, _ expected: String) {
    // 15 August is a Saturday in 2026 and a Sunday in 2027.
    let calendar = HolidayCalendar(days: [
      HolidayCalendarTests.day("assumption", .fixed(month: 8, day: 15), shift)
    ])
    let days = calendar.days(in: 2026) + calendar.days(in: 2027)
    #expect(days.map(\.date.description).joined(separator: " ") == expected)
  }

  @Test func existsOnlyInItsYears() {
    var day = HolidayCalendarTests.day("juneteenth", .fixed(month: 6, day: 19))
    day.firstYear = 2021
    day.lastYear = 2022
    let calendar = HolidayCalendar(days: [day])
    #expect((2019...2024).filter { !calendar.days(in: $0).isEmpty } == [2021, 2022])
    #expect(calendar.days(in: .max).isEmpty && calendar.days(in: .min).isEmpty)
  }
}
