import Outreach

/// Which days calendars name, found once for a year and for all who are alike in the places that a calendar singles out.
///
/// One judge's contacts share it: business days are counted from day to day, and most contacts begin in the same year.
final class HolidayMemory {
  private let library: Library
  /// By calendar, the places that some of its days single out.
  private var regions: [String: [String]] = [:]
  private var years: [Key: [CivilDate: Truth]] = [:]

  private struct Key: Hashable {
    var calendar: String
    var year: Int
    /// By place, whether somebody is there.
    var placed: [Truth]
  }

  init(_ library: Library) { self.library = library }

  /// Whether a calendar of the library names a day; unknown of one that there is not.
  func isHoliday(
    _ day: CivilDate, in id: String, placed isIn: (String) -> Truth
  ) -> Truth {
    guard let calendar = library.calendar(id) else { return .unknown }
    let regions = regions[id] ?? calendar.regions
    self.regions[id] = regions
    let key = Key(calendar: id, year: day.year, placed: regions.map(isIn))
    let days = years[key] ?? calendar.truths(in: day.year, isIn: isIn)
    years[key] = days
    return (days[day] ?? .no).or(calendar.isUnproclaimed(day, isIn: isIn))
  }
}
