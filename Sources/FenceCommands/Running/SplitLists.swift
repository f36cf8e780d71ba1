import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// The lists into which a check splits the contacts: each record as it was read, one a line, numbers unmasked.
final class SplitLists {
  private var writers: [Decision: any ByteWriter] = [:]

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

  /// Adds a record to the list of its decision.
  func write(_ record: RawContact, _ checked: CheckedRecord) throws(FileProblem) {
    let decision: Decision
    switch checked {
    case .judged(let judgement, _, _): decision = judgement.decision
    case .bad: decision = .review
    }
    guard let writer = writers[decision] else { return }
    // A record that was too long to be kept stands for itself by its place.
    guard !record.bytes.isEmpty else {
      let stub =
        "{\"id\":null,\"line\":\(record.place.line),\"error\":\"the record is too long\"}\n"
      return try writer.write(Array(stub.utf8))
    }
    // Line breaks stand between values only, where JSON means nothing by them.
    let line = record.bytes.map { $0 == 10 || $0 == 13 ? UInt8(ascii: " ") : $0 }
    try writer.write(line + [10])
  }

  /// Hands over what is held back.
  func flush() throws(FileProblem) {
    for writer in writers.values { try writer.flush() }
  }
}
