import Foundation

/// One row of a table of facts of law: a statement that a policy has to carry or to answer for.
struct FactRow: Hashable {
  /// Its id, such as `US-C1`; a row that is named by its place alone has the section's number before it: `3.2/CT`.
  var id: String

  /// What it is about, as its second cell says.
  var topic: String

  /// The jurisdiction's letters before the number: `US`, `FL`, `PR`.
  var family: String { String(id.prefix { $0 != "-" }) }

  /// The rows of a document in Markdown, in its order.
  ///
  /// A row begins with an id, or with the two letters of a state in a section whose table says `st` in its head.
  static func rows(of document: String) -> [FactRow] {
    var section = ""
    var isTableOfStates = false
    var rows: [FactRow] = []
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if let heading = line.firstMatch(of: /^#+ (\d+(?:\.\d+)*)/) {
        section = String(heading.output.1)
        isTableOfStates = false
      }
      guard line.hasPrefix("|") else { continue }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first else { continue }
      if first == "st" { isTableOfStates = true }
      let topic = cells.dropFirst().first ?? ""
      if first.wholeMatch(of: FactRow.identifier) != nil {
        rows.append(FactRow(id: first, topic: topic))
      } else if isTableOfStates, first.wholeMatch(of: /[A-Z]{2}/) != nil {
        rows.append(FactRow(id: "\(section)/\(first)", topic: "state law in one row"))
      }
    }
    return rows
  }

  /// An id as the documents and the comments of policies write it.
  static var identifier: Regex<Substring> { /[A-Z]{2}-[A-Z]?\d+[a-z]?|\d+\.\d+\/[A-Z]{2}/ }
}
