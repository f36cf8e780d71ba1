public import FenceCore
public import Outreach

/// What became of one record of a contact file.
public enum CheckedRecord: Sendable {
  /// It was judged.
  case judged(ContactJudgement, Origin)
  /// It could not be read.
  case bad(UnreadableRecord)
}

/// A record that could not be read: never dropped, never judged, always `review`.
public struct UnreadableRecord: Hashable, Sendable {
  /// Its id, where that much could be read.
  public var id: String?

  /// Where it went wrong.
  public var file: String
  public var line: Int
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
