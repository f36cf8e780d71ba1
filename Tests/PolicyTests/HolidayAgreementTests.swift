import Foundation
import TestSupport
import Testing

@testable import workbench

/// The shipped calendars against the days of an independent package, 2020 to 2035.
struct HolidayAgreementTests {
  @Test func everyDifferenceIsExplained() throws {
    let comparison = try HolidayComparison(root: repositoryRoot)
    #expect(comparison.complaints.isEmpty)
    for result in comparison.results {
      #expect(
        result.unexplained.isEmpty, "\(result.calendar) in \(result.place): \(result.unexplained)")
      #expect(result.agreed > 70, "\(result.calendar) in \(result.place)")
    }
    #expect(comparison.results.count > 50)
  }

  @Test func everyCalendarIsComparedOrSaidNotToBe() throws {
    let folder = repositoryRoot.appending(path: "Sources/workbench/Calendars/mapping.txt")
    let mapping = try String(contentsOf: folder, encoding: .utf8)
    for calendar in try calendars(of: repositoryRoot).keys {
      #expect(mapping.contains(calendar), "\(calendar) is not compared with `holidays`")
    }
  }
}
