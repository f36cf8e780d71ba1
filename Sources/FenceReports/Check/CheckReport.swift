/// A form of the report of a check, written while the records pass by.
///
/// The three methods are called in this order, `record` once a record; each returns the bytes to write next.
public protocol CheckReport {
  /// What stands before the first record.
  mutating func start() -> [UInt8]

  /// What one record adds.
  mutating func record(_ record: CheckedRecord) -> [UInt8]

  /// What stands after the last record.
  mutating func finish(_ summary: CheckSummary) -> [UInt8]
}

extension CheckReport {
  /// Nothing.
  public mutating func start() -> [UInt8] { [] }

  /// Nothing: the summary keeps what is shown.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] { [] }
}
