import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// The lists into which a check splits the contacts: each record as it was read, numbers unmasked; rows of a table
/// byte for byte below its header, objects one a line.
final class SplitLists {
  private var writers: [Decision: any ByteWriter] = [:]

  /// The header of the table that is being split; nil for JSON and before the first record.
  private var header: [UInt8]?

  /// The lists that hold something.
  private var begun = Set<Decision>()

  /// The worst decision of the records before this one that come from the same row.
  private var held: Decision?

  init(_ arguments: Arguments, _ files: any FileSystem) throws {
    for (decision, option) in [
      (Decision.allowed, Option.allowed), (.review, .review), (.blocked, .blocked),
    ] {
      guard let path = arguments.value(option) else { continue }
      guard path != "-" else {
        throw Failure.usage("`\(option.name)` needs a file: standard output holds the report")
      }
      writers[decision] = try files.writer(of: path)
    }
  }

  /// Whether no list was asked for.
  var isEmpty: Bool { writers.isEmpty }

  /// Adds a record to the list of its decision; a row with several numbers goes to the list of the worst.
  func write(_ record: ContactRecord, _ checked: CheckedRecord) throws {
    guard !isEmpty else { return }
    var decision: Decision
    switch checked {
    case .judged(let judgement, _, _): decision = judgement.decision
    case .bad: decision = .review
    }
    try checkForm(record)
    if let row = record.row {
      decision = max(held ?? decision, decision)
      held = row.isLastOfRow ? nil : decision
      guard row.isLastOfRow else { return }
    }
    guard let writer = writers[decision] else { return }
    try begin(decision, writer)
    try writer.write(bytes(of: record))
  }

  /// The record as the list holds it.
  private func bytes(of record: ContactRecord) -> [UInt8] {
    if let header {
      guard let last = record.bytes.last, last != 10, last != 13 else { return record.bytes }
      let lineEnd = header.suffix(while: { $0 == 10 || $0 == 13 })
      return record.bytes + (lineEnd.isEmpty ? [10] : lineEnd)
    }
    // A record that was too long to be kept stands for itself by its place.
    guard !record.bytes.isEmpty else {
      return Array(
        "{\"id\":null,\"line\":\(record.place.line),\"error\":\"the record is too long\"}\n".utf8)
    }
    // Line breaks stand between values only, where JSON means nothing by them.
    return record.bytes.map { $0 == 10 || $0 == 13 ? UInt8(ascii: " ") : $0 } + [10]
  }

  /// Refuses a record that cannot stand in one list with those before it.
  private func checkForm(_ record: ContactRecord) throws {
    let form = record.row?.header
    if begun.isEmpty, header == nil, held == nil { header = form }
    guard header == form else {
      throw Failure.input(
        "the files of contacts have different columns, and one list cannot hold both; split each in a run of its own"
      )
    }
  }

  /// Writes the header, before the first row.
  private func begin(_ decision: Decision, _ writer: any ByteWriter) throws(FileProblem) {
    guard begun.insert(decision).inserted, let header else { return }
    let hasLineEnd = header.last == 10 || header.last == 13
    try writer.write(hasLineEnd ? header : header + [10])
  }

  /// Hands over what is held back; of a table, a list without rows has its header.
  func flush() throws(FileProblem) {
    for (decision, writer) in writers {
      try begin(decision, writer)
      try writer.flush()
    }
  }
}

extension Array<UInt8> {
  /// The bytes at the end that satisfy a condition.
  fileprivate func suffix(while matches: (UInt8) -> Bool) -> [UInt8] {
    let end = lastIndex { !matches($0) }.map { $0 + 1 } ?? 0
    return Array(self[end...])
  }
}
