public import FenceCore

/// A form of the report of a check, written while the records pass by.
///
/// `start` comes first and `finish` last. Copies may write the records between them side by side: what they write is
/// put together in the order of the records, with the separators.
public protocol CheckReport: Sendable {
  /// What stands before the first record.
  mutating func start() -> [UInt8]

  /// What one record adds.
  mutating func record(_ record: CheckedRecord) -> [UInt8]

  /// Adds what a contact adds whose attempts are judged like those of others.
  mutating func contact(_ contact: ClassedContact, to bytes: inout ByteSink)

  /// What a record adds that a report as JSON lines shows, of which the line is given without its end.
  mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8]

  /// What stands before the first record's bytes, and between two records'.
  var separators: (first: [UInt8], next: [UInt8]) { get }

  /// What stands after the last record.
  mutating func finish(_ summary: CheckSummary) -> [UInt8]
}

/// A contact whose attempts are judged like those of others, as far as a table shows it.
public struct ClassedContact {
  /// Its id, and its number in canonical form or as it was written; UTF-8.
  public var id: UnsafeBufferPointer<UInt8>
  /// Its number, in canonical form or as it was written; UTF-8.
  public var phone: UnsafeBufferPointer<UInt8>
  /// By step, the number of the class of its attempt.
  public var numbers: UnsafeBufferPointer<Int32>
  /// The classes.
  public var classes: AttemptClasses
  /// What was found of the attempts of classes.
  public var findings: SharedFindings
  /// The segments to which it certainly belongs.
  public var segments: [String]

  /// Makes a contact.
  public init(
    id: UnsafeBufferPointer<UInt8>, phone: UnsafeBufferPointer<UInt8>,
    numbers: UnsafeBufferPointer<Int32>, classes: AttemptClasses, findings: SharedFindings,
    segments: [String]
  ) {
    self.id = id
    self.phone = phone
    self.numbers = numbers
    self.classes = classes
    self.findings = findings
    self.segments = segments
  }
}

extension CheckReport {
  /// Nothing.
  public mutating func start() -> [UInt8] { [] }

  /// Nothing: the summary keeps what is shown.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] { [] }

  /// Nothing: the summary keeps what is shown.
  public mutating func contact(_ contact: ClassedContact, to bytes: inout ByteSink) {}

  /// Nothing: the summary keeps what is shown.
  public mutating func passOn(_ line: ArraySlice<UInt8>) -> [UInt8] { [] }

  /// Nothing.
  public var separators: (first: [UInt8], next: [UInt8]) { ([], []) }
}
