import Foundation

/// Compares every calendar with the pinned release of `holidays` and prints how far they agree.
///
/// - Parameter fetching: whether the package is installed anew and its days are written to the fixture.
/// - Returns: the exit status: 1 if a difference is not explained.
func compareCalendars(fetching: Bool) -> Int32 {
  let root = URL(filePath: FileManager.default.currentDirectoryPath)
  do {
    if fetching {
      let packages = try PinnedPackages("Calendars/requirements.txt")
      defer { packages.remove() }
      try packages.run("Calendars/make_holidays.py")
    }
    let comparison = try HolidayComparison(root: root)
    for result in comparison.results {
      let name = "\(result.calendar) \(result.place)".padding(
        toLength: 36, withPad: " ", startingAt: 0)
      let rest =
        result.unexplained.isEmpty ? "" : ", NOT \(result.unexplained.joined(separator: " "))"
      print("\(name) \(result.agreed) days agree, \(result.explained) differ as explained\(rest)")
    }
    for complaint in comparison.complaints { print(complaint) }
    let agreed = comparison.results.reduce(0) { $0 + $1.agreed }
    let explained = comparison.results.reduce(0) { $0 + $1.explained }
    let unexplained = comparison.results.reduce(0) { $0 + $1.unexplained.count }
    print(
      "\(comparison.results.count) calendars and places: \(agreed) days agree, \(explained) differ as explained, \(unexplained) differ"
    )
    return comparison.holds ? 0 : 1
  } catch {
    print("error: \(error)")
    return 1
  }
}

extension HolidayComparison {
  /// Compares the policies of a checkout with its fixture.
  init(root: URL) throws {
    func lines(_ path: String) throws -> [Substring] {
      try String(contentsOf: root.appending(path: path), encoding: .utf8).split(separator: "\n")
    }
    try self.init(
      calendars: calendars(of: root), fixture: lines("Tests/Fixtures/holidays.txt"),
      differences: lines("Sources/workbench/Calendars/differences.txt"))
  }
}
