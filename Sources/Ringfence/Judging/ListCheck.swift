import FenceCore
import FenceWorkspace
import Outreach
import OutreachFacts

/// What became of one record of a list.
public enum CheckedContact: Sendable {
  /// It was judged.
  case judged(ContactJudgement)
  /// It could not be read, with its id where that much could be: never judged, always for review.
  case unreadable(id: String?, Problem)

  /// What may be done.
  public var decision: Decision {
    switch self {
    case .judged(let judgement): judgement.decision
    case .unreadable: .review
    }
  }
}

/// What a whole list comes to.
public struct ListSummary: Sendable {
  /// Records by the decision of their worst attempt; unreadable ones are for review.
  public let decisions: [Decision: Int]

  /// How many records could not be read.
  public let unreadable: Int

  /// What rules about the whole list say, and whether numbers occur twice.
  public let findings: [Finding]

  /// The segments of the policies, by id.
  public let segments: [String: SegmentCount]

  /// How many contacts belong to a segment.
  public struct SegmentCount: Hashable, Sendable {
    /// The segment's title.
    public let title: String

    /// Those who certainly belong to it.
    public fileprivate(set) var members = 0

    /// Those who certainly do not.
    public fileprivate(set) var others = 0

    /// Those of whom it is not known.
    public fileprivate(set) var unproven = 0
  }
}

extension Campaign {
  /// Judges a list of contacts, record by record, in memory bounded by the longest record and some bytes a number.
  ///
  /// ```swift
  /// let summary = try campaign.check(Document(path: "list.ndjson")) { checked in
  ///   if case .judged(let judgement) = checked, judgement.decision == .allowed { send(judgement.id) }
  /// }
  /// print(summary.decisions)
  /// ```
  ///
  /// - Parameters:
  ///   - contacts: by its ending a JSON array (`.json`), a table (`.csv`, `.tsv`), or else NDJSON.
  ///   - mapping: the name of the mapping to read tables with; nil to let their header decide.
  ///   - each: called once a record, in order.
  /// - Returns: the counts, and what is wrong with the list as a whole.
  /// - Throws: why the document is not what it claims to be; what `each` throws is thrown on.
  public func check(
    _ contacts: Document, mapping: String? = nil, each: (CheckedContact) throws -> Void
  ) throws -> ListSummary {
    let judge = judge(findsNextChange: true)
    var reader = try reading(contacts) {
      try ContactReader(
        format: contacts.contactFormat, mappings: try mappings(named: mapping, for: contacts),
        file: contactFile,
        options: contactOptions, source: try contacts.pieces())
    }
    var tally = ListCount(judge.segments)
    var numbers = NumberMemory()
    while let record = try reading(contacts, { try reader.next() }) {
      let checked = checked(record, judge, contacts.name, &numbers)
      tally.add(checked)
      try each(checked)
    }
    return tally.summary(judge.listFindings(numbers.repeated).map { Finding($0, of: nil, self) })
  }

  private func mappings(
    named name: String?, for contacts: Document
  ) throws(LoadingError) -> TableMappings {
    do {
      return try TableMappings(policies.mappings, named: name)
    } catch {
      throw LoadingError([
        Problem(
          code: nil, message: "there is no mapping `\(error.name)`",
          help: error.nearest.map { "did you mean `\($0)`?" }, document: contacts.name)
      ])
    }
  }

  private func reading<Result>(_ contacts: Document, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let problem as FactProblem {
      throw LoadingError([Problem(problem, in: contacts.name, isWritten: true)])
    } catch let table as UnmappedTable {
      throw LoadingError([Problem(table.problem, in: contacts.name, isWritten: true)])
    } catch let problem as FileProblem {
      throw LoadingError(problem)
    }
  }

  private func checked(
    _ record: ContactRecord, _ judge: Judge, _ document: String, _ numbers: inout NumberMemory
  ) -> CheckedContact {
    switch record.content {
    case .bad(let bad):
      return .unreadable(id: bad.id, Problem(bad.problem, in: document, isWritten: true))
    case .contact(let read):
      let contact = Contact(
        read, unknownKeys: record.unknownKeys, in: document, isWritten: true)
      if let problem = record.unknownKeys.lazy.compactMap(misspeltList).first {
        return .unreadable(
          id: contact.id, Problem(problem, in: document, isWritten: true))
      }
      let judgement = judge.judge(read)
      numbers.add(judgement.number, line: read.origin.line)
      return .judged(ContactJudgement(judgement, of: contact, self))
    }
  }
}

/// Counts a list record by record.
private struct ListCount {
  private var decisions: [Decision: Int] = [:]
  private var unreadable = 0
  private var segments: [String: ListSummary.SegmentCount]

  init(_ declared: [Segment]) {
    segments = Dictionary(
      declared.map { ($0.id, ListSummary.SegmentCount(title: $0.title)) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ checked: CheckedContact) {
    decisions[checked.decision, default: 0] += 1
    guard case .judged(let judgement) = checked else {
      unreadable += 1
      return
    }
    for id in segments.keys {
      if judgement.segments.contains(id) {
        segments[id]?.members += 1
      } else if judgement.doubtfulSegments.contains(id) {
        segments[id]?.unproven += 1
      } else {
        segments[id]?.others += 1
      }
    }
  }

  func summary(_ findings: [Finding]) -> ListSummary {
    ListSummary(
      decisions: decisions, unreadable: unreadable,
      findings: findings.filter { $0.verdict == .fail || $0.verdict == .unproven },
      segments: segments)
  }
}
