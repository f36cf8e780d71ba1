public import FenceCore

/// What the report of a part of a list holds beyond the report itself, so that the reports of all parts can be added up
/// to that of the whole list.
///
/// It holds what a report shows before it is rounded off: numbers and ids are masked as the report masks them.
public struct ReportPart: Sendable {
  /// What was judged with what; parts that differ in it do not belong together.
  public var basis: Basis

  /// What tells keys apart (`KeyedHash.mark`).
  public var key: String

  /// Whether every policy was loaded, of which some are not needed for most lists.
  public var hasAllPolicies: Bool

  /// The names of the files of contacts, in order; `-` is standard input.
  public var contacts: [String]

  /// How many lines of standard input were read.
  public var inputLines: Int

  /// The files of which a record could be read, and those of which one could not.
  public var readable: [String]
  /// The files of which a record could not be read.
  public var damaged: [String]

  /// How many records have no number.
  public var unnumbered: Int

  /// What is known of the list's shares.
  public var list: ListCounts

  /// The counts, before anything was said of the list as a whole.
  public var summary: CheckSummary

  /// What a report rests on besides the contacts.
  public struct Basis: Hashable, Sendable {
    /// The program and its version.
    public var tool: String
    /// The fingerprint of the policies.
    public var policies: String
    /// The release of the time zone database.
    public var tzdb: String
    /// The fingerprint of plan and programme.
    public var plan: String
    /// The rules or policies to which the run was limited.
    public var only: [String]
    /// The rules or policies that were left out.
    public var skip: [String]

    /// Makes a basis.
    public init(
      tool: String, policies: String, tzdb: String, plan: String, only: [String], skip: [String]
    ) {
      self.tool = tool
      self.policies = policies
      self.tzdb = tzdb
      self.plan = plan
      self.only = only
      self.skip = skip
    }
  }

  /// Makes a part.
  public init(
    basis: Basis, key: String, hasAllPolicies: Bool, contacts: [String], inputLines: Int,
    readable: [String], damaged: [String], unnumbered: Int, list: ListCounts,
    summary: CheckSummary
  ) {
    self.basis = basis
    self.key = key
    self.hasAllPolicies = hasAllPolicies
    self.contacts = contacts
    self.inputLines = inputLines
    self.readable = readable
    self.damaged = damaged
    self.unnumbered = unnumbered
    self.list = list
    self.summary = summary
  }

  /// The form of a part, which changes with what is added up.
  static let format = "ringfence.part/1"
}

/// Keyed hashes of numbers as a line of a report that can be merged, between the contacts.
public struct PartNumbers: Sendable {
  /// The file in which the numbers stand.
  public var file: String

  /// The hashes, each with the line on which its record begins.
  public var numbers: [(hash: UInt64, line: Int32)]

  /// Makes a line.
  public init(file: String, numbers: [(hash: UInt64, line: Int32)]) {
    self.file = file
    self.numbers = numbers
  }

  /// The line, with its end.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("numbers")
      $0.array(numbers) { writer, entry in
        writer.array {
          $0.string(String(entry.hash, radix: 16))
          $0.number(Int(entry.line))
        }
      }
      $0.member("file", file)
    }
    return writer.bytes + Array("\n".utf8)
  }
}
