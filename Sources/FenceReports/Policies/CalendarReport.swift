public import FenceCore
import Outreach

/// The days of one calendar in one year, in words and for machines.
public struct CalendarReport: Sendable {
  let calendar: NamedCalendar
  let year: Int
  let rows: [HolidayCalendar.Row]

  /// Makes the report of a calendar for a year.
  public init(_ calendar: NamedCalendar, year: Int) {
    self.calendar = calendar
    self.year = year
    rows = calendar.calendar.table(of: year)
  }

  /// The last day that is known, where the year goes on after it.
  private var knownThrough: CivilDate? {
    calendar.calendar.knownThrough.flatMap { last in
      CivilDate(year: year, month: 12, day: 31).map { last < $0 } ?? false ? last : nil
    }
  }

  /// The days for people.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    page.line("\(page.paint(calendar.id, .strong)): \(calendar.title), \(year)")
    page.table(
      rows.map { row in
        [
          Page.Cell(TimeText.day(row.date)), Page.Cell(row.day.title),
          Page.Cell(CalendarReport.places(row), .faint),
        ]
      })
    page.line()
    page.line(counted(rows.count, "day"))
    if let knownThrough {
      page.paragraph(
        "Days are proclaimed, and known through \(knownThrough); after it, whether a day is one is not known.",
        .doubtful)
    }
    return page.bytes
  }

  private static func places(_ row: HolidayCalendar.Row) -> String {
    if let places = row.places { return "in " + places.joined(separator: ", ") }
    return row.exceptions.isEmpty ? "" : "not in " + row.exceptions.joined(separator: ", ")
  }

  /// The days as one JSON document, `ringfence.calendar/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.calendar/1")
      $0.member("tool", tool)
      $0.member("calendar", calendar.id)
      $0.member("title", calendar.title)
      $0.member("year", year)
      $0.member("regions", calendar.calendar.regions)
      $0.member("known_through", knownThrough?.description)
      $0.key("days")
      $0.array(rows) { writer, row in
        writer.object {
          $0.member("date", row.date.description)
          $0.member("name", row.day.name)
          $0.member("title", row.day.title)
          $0.key("places")
          if let places = row.places {
            $0.array(places) { $0.string($1) }
          } else {
            $0.null()
          }
          $0.member("except", row.exceptions)
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  /// The days as CSV (RFC 4180), a line a day; places stand with blanks between them, none for everywhere.
  public func csv() -> [UInt8] {
    CSVTable.line(["date", "name", "title", "places", "except"])
      + rows.flatMap { row in
        CSVTable.line([
          row.date.description, row.day.name, row.day.title,
          (row.places ?? []).joined(separator: " "), row.exceptions.joined(separator: " "),
        ])
      }
  }
}
