public import FenceCore
public import Outreach

/// What became of one record of a contact file.
public enum CheckedRecord: Sendable {
  /// It was judged; the place it points to if that lies outside the plan's targets.
  case judged(ContactJudgement, Origin, outside: String?)
  /// It could not be read.
  case bad(UnreadableRecord)
}

/// A record that could not be read: never dropped, never judged, always `review`.
public struct UnreadableRecord: Hashable, Sendable {
  /// Its id, where that much could be read.
  public var id: String?

  /// The file.
  public var file: String

  /// The line on which it went wrong, from 1.
  public var line: Int

  /// The column, from 1, in bytes.
  public var column: Int

  /// What is wrong with it.
  public var message: String

  /// Makes a bad record.
  public init(id: String?, file: String, line: Int, column: Int, message: String) {
    self.id = id
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The id of the built-in rule that leaves such a record unproven.
  public static let rule = "ringfence.record"
}
