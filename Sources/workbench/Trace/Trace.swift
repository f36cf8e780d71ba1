import Foundation

/// For each row of the documents of law, what carries it: declarations of policies, or the reason why none does.
///
/// A family of rows (`FL`, `GB`) is traced as soon as some policy names one of its rows.
struct Trace {
  /// The traced rows with their carriers, in the order of the documents.
  let lines: [Line]

  /// Ids that policies or reasons name and no document has, sorted.
  let strangers: [String]

  /// One row of the documents.
  struct Line {
    var row: FactRow
    var carriers: [String]
    /// Why no policy carries it.
    var reason: String?

    /// Whether nobody answers for the row.
    var isUnaccounted: Bool { carriers.isEmpty && reason == nil }
  }

  /// Traces rows.
  init(rows: [FactRow], mentions: RowMentions, reasons: [String: String]) {
    let named = Set(mentions.ids).union(reasons.keys)
    let families = Set(rows.filter { named.contains($0.id) }.map(\.family))
    lines = rows.filter { families.contains($0.family) }.map {
      Line(row: $0, carriers: mentions.carriers[$0.id] ?? [], reason: reasons[$0.id])
    }
    strangers = named.subtracting(rows.map(\.id)).sorted()
  }

  /// The trace as it is committed: ids and carriers, and no word of the documents.
  var committed: String {
    var text = """
      # Written by `swift run workbench trace`; each row of the documents of law with what carries it.
      # Rows that no policy carries have their reason in not-applicable.txt.

      """
    for line in lines {
      text +=
        "\(line.row.id): \(line.carriers.isEmpty ? "–" : line.carriers.joined(separator: ", "))\n"
    }
    return text
  }

  /// The reasons of a file of lines `ID: reason`; `#` begins a remark.
  static func reasons(in text: String) -> [String: String] {
    var reasons: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      reasons[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return reasons
  }
}
