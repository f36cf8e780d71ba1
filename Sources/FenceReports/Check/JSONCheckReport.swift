/// The report as one JSON document, `ringfence.report/1`: a line a contact, nothing kept in memory.
public struct JSONCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking

  /// Makes a report.
  public init(run: RunDescription, masking: Masking) {
    self.run = run
    self.masking = masking
  }

  /// The head of the document, up to the array of contacts.
  public mutating func start() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.header(run) }
    // The object stays open: its brace comes with the summary.
    return Array(writer.bytes.dropLast()) + Array(",\n\"contacts\":[".utf8)
  }

  /// One contact.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] {
    var writer = JSONWriter()
    writer.record(record, masking)
    return writer.bytes
  }

  /// Every contact is an element.
  public var showsContacts: Bool { true }

  /// Elements of the array.
  public mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink) {
    contacts.writeJSON(to: bytes, masking, separator: separators.next, end: [])
  }

  /// The contact as it is.
  public mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8] { Array(line) }

  /// Elements of an array, a line each.
  public var separators: (first: [UInt8], next: [UInt8]) {
    (Array("\n".utf8), Array(",\n".utf8))
  }

  /// The plan's findings, the summary and the end.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.footer(summary, run) }
    let end = summary.contacts == 0 ? "],\n" : "\n],\n"
    return Array(end.utf8) + Array(writer.bytes.dropFirst()) + Array("\n".utf8)
  }
}

/// The report as JSON lines: a line a contact, then one with the rest.
public struct NDJSONCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking

  /// What the last line holds besides, so that the report can be merged with those of other parts of the list.
  public var part: ReportPart?

  /// Makes a report.
  public init(run: RunDescription, masking: Masking) {
    self.run = run
    self.masking = masking
  }

  /// Nothing: the head stands in the last line.
  public mutating func start() -> [UInt8] { [] }

  /// One contact.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] {
    var writer = JSONWriter()
    writer.record(record, masking)
    return writer.bytes + Array("\n".utf8)
  }

  /// Every contact has a line.
  public var showsContacts: Bool { true }

  /// Lines.
  public mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink) {
    contacts.writeJSON(to: bytes, masking, separator: [], end: Array("\n".utf8))
  }

  /// The contact as it is.
  public mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8] { line + Array("\n".utf8) }

  /// The last line.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.header(run)
      $0.footer(summary, run)
      if let part {
        $0.key("part")
        $0.part(part, masking)
      }
    }
    return writer.bytes + Array("\n".utf8)
  }
}
