/// A form of the report of a check, written while the records pass by.
///
/// `start` comes first and `finish` last. Copies may write the records between them side by side: what they write is
/// put together in the order of the records, with the separators.
public protocol CheckReport: Sendable {
  /// What stands before the first record.
  mutating func start() -> [UInt8]

  /// What one record adds.
  mutating func record(_ record: CheckedRecord) -> [UInt8]

  /// Whether contacts whose attempts are judged like those of others add something.
  var showsContacts: Bool { get }

  /// Whether it tells how often each rule says what.
  var tellsCounts: Bool { get }

  /// Adds what contacts add whose attempts are judged like those of others.
  mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink)

  /// What a record adds that a report as JSON lines shows, of which the line is given without its end.
  mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8]

  /// What stands before the first record's bytes, and between two records'.
  var separators: (first: [UInt8], next: [UInt8]) { get }

  /// What stands after the last record.
  mutating func finish(_ summary: CheckSummary) -> [UInt8]
}

extension CheckReport {
  /// Nothing.
  public mutating func start() -> [UInt8] { [] }

  /// Nothing: the summary keeps what is shown.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] { [] }

  /// They add nothing: the summary keeps what is shown.
  public var showsContacts: Bool { false }

  /// The summary's counts.
  public var tellsCounts: Bool { true }

  /// Nothing: the summary keeps what is shown.
  public mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink) {}

  /// Nothing: the summary keeps what is shown.
  public mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8] { [] }

  /// Nothing.
  public var separators: (first: [UInt8], next: [UInt8]) { ([], []) }
}
