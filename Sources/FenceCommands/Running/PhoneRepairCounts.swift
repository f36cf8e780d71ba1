import FenceReports
import OutreachFacts

/// What spreadsheets did to numbers and was undone, counted by file.
struct PhoneRepairCounts: Sendable {
  private var counts: [String: [PhoneRepair: Int]] = [:]

  /// Counts one number.
  mutating func add(_ repair: PhoneRepair, _ file: String) {
    counts[file, default: [:]][repair, default: 0] += 1
  }

  /// Adds the numbers of contacts behind these.
  mutating func add(_ later: PhoneRepairCounts) {
    for (file, kinds) in later.counts { counts[file, default: [:]].merge(kinds) { $0 + $1 } }
  }

  /// One line a file and kind.
  var lines: [String] {
    counts.sorted { $0.key < $1.key }.flatMap { file, kinds in
      PhoneRepair.allCases.compactMap { repair in
        kinds[repair].map { "\(file): \(counted($0, "number")) \(repair.deed)" }
      }
    }
  }
}

extension PhoneRepair {
  /// What was undone, for a sentence that begins with numbers.
  fileprivate var deed: String {
    switch self {
    case .apostrophe: "read without the `'` that a spreadsheet put before"
    case .formula: "read out of formulas such as `=\"…\"`"
    case .decimal: "read without the `.0` that a spreadsheet put behind"
    case .exponent: "read out of a form such as `4.4E+11`, in which no digit was lost"
    case .thousands: "read without the commas that a spreadsheet put between"
    case .leadingZero: "read with the leading 0 that a spreadsheet took away"
    }
  }
}

extension TableDescription {
  /// How the table was read, and what of it was not, line by line.
  var remarks: [String] {
    var lines = ["read by the mapping `\(mapping)`, cells separated by \(separator)"]
    if !missing.isEmpty {
      lines.append(
        "not there, so what they give is unknown: \(TableDescription.list(missing))")
    }
    if !unread.isEmpty { lines.append("not read: \(TableDescription.list(unread))") }
    if blankRows > 0 { lines.append("passed over: \(counted(blankRows, "blank row"))") }
    return lines
  }

  /// The first columns by name, and how many more there are.
  private static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return columns.count > 8 ? "\(shown) and \(columns.count - 8) more" : shown
  }
}
