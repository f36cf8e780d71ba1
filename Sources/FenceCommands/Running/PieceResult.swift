import FenceCore
import FenceReports
import Outreach
import OutreachFacts

/// A part of the list on its way to who judges it.
struct ListPart: Sendable {
  var piece: ContactPiece
  var file: String
  /// How the records of the file are put together.
  var framing: RecordFraming?
  /// Whether the list may end before a program would be worth making.
  var isFirst: Bool
  /// How many bytes of the list were read when it was.
  var bytesRead: Int
}

/// What became of a part of the list, to be added to what is before it.
struct PieceResult: Sendable {
  /// What the part adds to the report.
  var report: ByteSink?
  /// What it adds to the split lists, by decision.
  var lists: [Decision: [UInt8]] = [:]
  /// The counts of what was judged one by one, and the examples of all.
  var summary: CheckSummary
  /// The counts of what was judged by class.
  var counts = ClassTally.Counts()
  /// How many of its contacts the judge had to be asked about as a whole.
  var judgedSingly = 0
  /// The numbers on it or their hashes, with their lines, and how many records have none.
  var numbers: [(key: UInt64, line: Int32)] = []
  var unnumbered = 0
  /// What is known of the list's shares.
  var list: ListTally?
  /// The policies that its contacts needed.
  var policies = Bench.Reach.none
  /// How many rows held nothing but blanks, of the table in the file with this number in the run's list of files.
  var blankRows = 0
  var file: Int32 = -1
  var strangers = UnknownKeyCounts()
  var repairs = PhoneRepairCounts()
  /// Whether any record of it could be read, and whether any could not.
  var hasReadable = false
  var hasDamaged = false
  /// The record at which the run has to stop.
  var stop: UnreadableRecord?
  /// Why the rest of it could not be judged.
  var failure: (any Error)?

  init(_ summary: CheckSummary) { self.summary = summary }
}
