import FenceCore
import FenceDiagnostics
import FenceWorkspace
import Foundation
import Outreach
import OutreachFacts

/// Compares the calendars of the policies with the days that an independent package knows, 2020 to 2035.
///
/// Only what a calendar claims to know is compared: after the last proclaimed day every day is unknown.
struct HolidayComparison {
  /// How one calendar agrees in one place.
  struct Result {
    var calendar: String
    /// The place; `-` for wherever no region differs.
    var place: String
    var agreed = 0
    var explained = 0
    /// Days without an explanation: `+` only here, `-` only there.
    var unexplained: [String] = []
  }

  /// The results, in the order of the fixture.
  private(set) var results: [Result] = []

  /// Explanations that no difference needs any more, and calendars that are not in the policies.
  private(set) var complaints: [String] = []

  /// Compares.
  ///
  /// - Parameters:
  ///   - calendars: the calendars by id.
  ///   - fixture: the lines of `Tests/Fixtures/holidays.txt`.
  ///   - differences: the lines of `differences.txt`.
  /// - Throws: an error if a line of the files cannot be read.
  init(
    calendars: [String: HolidayCalendar], fixture: [Substring], differences: [Substring]
  ) throws {
    let explanations = try differences.filter { !$0.hasPrefix("#") }.map { try Explanation($0) }
    var used = Set<Int>()
    for line in fixture.dropFirst() {
      let words = line.split(separator: " ")
      let (id, place) = (String(words[0]), String(words[1]))
      guard let calendar = calendars[id] else {
        complaints.append("there is no calendar `\(id)`")
        continue
      }
      var result = Result(calendar: id, place: place)
      for word in words.dropFirst(2) {
        let (year, theirs) = try HolidayComparison.days(word)
        let ours = Set(
          calendar.days(in: year, at: place == "-" ? nil : place).map(\.date))
        let last = calendar.knownThrough ?? .latest
        result.agreed += ours.intersection(theirs).count { $0 <= last }
        for day in ours.symmetricDifference(theirs).sorted() where day <= last {
          let sign: Character = ours.contains(day) ? "+" : "-"
          let found = explanations.indices.filter {
            explanations[$0].explains(id, place, sign, day)
          }
          used.formUnion(found)
          if found.isEmpty {
            result.unexplained.append("\(sign)\(day)")
          } else {
            result.explained += 1
          }
        }
      }
      results.append(result)
    }
    complaints += explanations.indices.filter { !used.contains($0) }
      .map { "no difference needs this any more: \(explanations[$0].text)" }
  }

  /// Whether every difference is explained, and every explanation needed.
  var holds: Bool { complaints.isEmpty && results.allSatisfy { $0.unexplained.isEmpty } }

  /// The days of `2026:0101,0403`.
  private static func days(_ word: Substring) throws -> (year: Int, days: Set<CivilDate>) {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]) else { throw CocoaError(.fileReadCorruptFile) }
    let days = try parts[1].split(separator: ",").map { text in
      guard let number = Int(text),
        let day = CivilDate(year: year, month: number / 100, day: number % 100)
      else { throw CocoaError(.fileReadCorruptFile) }
      return day
    }
    return (year, Set(days))
  }
}

/// A line of `differences.txt`: calendar, places, sign, days, and why.
private struct Explanation {
  let text: Substring
  private let calendar: Substring
  private let places: [Substring]
  private let sign: Character
  private let days: [Substring]

  init(_ line: Substring) throws {
    let words = line.split(separator: " ", maxSplits: 4)
    guard words.count == 5, let sign = words[2].first, "+-".contains(sign) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    text = line
    calendar = words[0]
    places = words[1].split(separator: ",")
    self.sign = sign
    days = words[3].split(separator: ",")
  }

  func explains(_ calendar: String, _ place: String, _ sign: Character, _ day: CivilDate) -> Bool {
    calendar == self.calendar && sign == self.sign
      && (places == ["*"] || places.contains { $0 == place })
      && days.contains { Explanation.fits($0, day) }
  }

  /// Whether a pattern fits: `2026-08-15`, `*-08-15`, `saturday`, `easter+1`.
  private static func fits(_ pattern: Substring, _ day: CivilDate) -> Bool {
    if pattern == "saturday" { return day.weekday == .saturday }
    if pattern == "sunday" { return day.weekday == .sunday }
    if pattern.hasPrefix("easter"), let offset = Int(pattern.dropFirst(6)) {
      return CivilDate.easter(year: day.year)?.adding(days: offset) == day
    }
    return pattern.hasPrefix("*")
      ? "\(day)".hasSuffix(pattern.dropFirst()) : "\(day)" == pattern
  }
}

/// The calendars of the policies under `Policies`, by id.
func calendars(of root: URL) throws -> [String: HolidayCalendar] {
  let folder = root.appending(path: "Policies")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".fence") }.sorted()
  let sources = try paths.map {
    SourceText(
      name: $0,
      bytes: PolicyIndex.withoutTests(Array(try Data(contentsOf: folder.appending(path: $0)))))
  }
  let library = PolicySet(
    shipped: sources, own: [], world: compiledWorld(), today: nil
  ).library
  return Dictionary(
    library.policies.flatMap { $0.calendars.map { ($0.id, $0.calendar) } },
    uniquingKeysWith: { first, _ in first })
}
