public import Outreach

/// How a file of contacts is written.
public enum ContactFormat: Sendable {
  /// One JSON object a line (NDJSON); a file that begins with `[` is read as a list all the same.
  case lines
  /// One JSON list of objects.
  case list
  /// A table whose cells are separated by commas, semicolons, bars or tabs (RFC 4180).
  case csv
  /// A table whose cells are separated by tabs.
  case tsv

  /// The format that the ending of a file's name tells; nil where it tells none.
  public init?(ending name: String) {
    let endings: [(String, ContactFormat)] = [
      (".ndjson", .lines), (".jsonl", .lines), (".json", .list), (".csv", .csv), (".tsv", .tsv),
    ]
    guard let found = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
    self = found.1
  }
}

/// How the records of a file of contacts are put together, so that some of them can be written the same way.
public enum RecordFraming: Hashable, Sendable {
  /// A record a line, each ended alike, below what stands before the first of them: a table's heading with its
  /// own line ending, or nothing.
  case lines(heading: [UInt8], ending: [UInt8])
  /// The elements of one JSON list.
  case list
}

/// One record of a file of contacts.
public struct ContactRecord: Sendable {
  /// Where the record begins.
  public var place: FactPlace

  /// The record's own bytes as they were read: of a table the row without the line break that ends it, of JSON without
  /// white space around them; empty if they were too many.
  public var bytes: [UInt8]

  /// What the record says, or why it cannot be read.
  public var content: Content

  /// Keys that no field has, in the order written; empty for bad records.
  public var unknownKeys: [UnknownKey]

  /// What a row of a table brings with it; nil for JSON.
  public var row: Row?

  /// What a record that stands in a table brings with it.
  public struct Row: Sendable {
    /// Whether no further record comes from the same row: one with several numbers gives a record for each.
    public var isLastOfRow: Bool

    /// What a spreadsheet did to the number, and was undone.
    public var repair: PhoneRepair?
  }

  /// What a record says.
  public enum Content: Sendable {
    /// A contact, with the origin of each fact.
    case contact(FactRecord)
    /// A record that cannot be read; never judged and never dropped.
    case bad(BadRecord)
  }
}

/// Why a record cannot be read.
public struct BadRecord: Hashable, Sendable {
  /// The record's id, if that much could be read.
  public var id: String?

  /// The first thing wrong.
  public var problem: FactProblem

  /// Everything else that is wrong.
  public var others: [FactProblem]

  /// Makes a bad record.
  public init(id: String?, problem: FactProblem, others: [FactProblem] = []) {
    self.id = id
    self.problem = problem
    self.others = others
  }
}

/// Reads a file of contacts record by record, in memory bounded by the longest record.
public struct ContactReader {
  // One of the two; both are changed in place, since a copy would copy the bytes read ahead.
  private var json: JSONContactReader?
  private var rows: TableContactReader?
  private var problem: (any Error)?

  /// Opens a file of contacts; of a table the header is read.
  ///
  /// - Parameters:
  ///   - format: how the file claims to be written.
  ///   - mappings: what tables may be read with.
  ///   - file: its number in the run's list of files, for origins.
  ///   - options: what to read of each contact; `FactDecoder.Options.contacts`.
  ///   - longest: how many bytes a record may have, 16 MiB unless said; longer ones are passed over and told of, so
  ///     that memory stays bounded.
  ///   - source: the bytes of the file.
  /// - Throws: `FactProblem` if the file is no table, `UnmappedTable` if no mapping or several fit its header;
  ///   whatever the source throws.
  public init(
    format: ContactFormat, mappings: TableMappings, file: Int32, options: FactDecoder.Options,
    longest: Int = 16 << 20, source: ByteSource
  ) throws {
    switch format {
    case .lines, .list:
      json = JSONContactReader(
        isList: format == .list, file: file, options: options, longest: longest, source: source)
    case .csv, .tsv:
      rows = try TableContactReader(
        separator: format == .tsv ? 9 : nil, mappings: mappings, file: file, options: options,
        longest: longest, source: source)
    }
  }

  /// How the file's records are put together; nil until the first was asked for.
  public var framing: RecordFraming? { json?.framing ?? rows?.framing }

  /// The next record; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func next() throws -> ContactRecord? { try nextRaw()?.read() }

  /// The next record before it is read; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func nextRaw() throws -> RawContact? {
    if json != nil { return try json?.next() }
    return try rows?.next().map { RawContact($0) }
  }

  /// The next contacts before they are read, about so many bytes of them; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func nextPiece(_ size: Int) throws -> ContactPiece? {
    if let problem {
      self.problem = nil
      throw problem
    }
    if json != nil, let block = try json?.nextBlock(size) { return .lines(block) }
    if rows != nil, let block = try rows?.nextRows(size) { return .lines(block) }
    var records: [RawContact] = []
    var bytes = 0
    do {
      while let record = try nextRaw() {
        records.append(record)
        bytes += record.bytes.count
        // Behind a line that was too long, or a row that cannot be cut, they come together again.
        guard json?.framing == .list else {
          if record.endsRow { break }
          continue
        }
        let isFull = bytes >= size || records.count >= ContactReader.mostRecords
        if try isFull || json?.standsAtObject() == true { break }
      }
    } catch {
      guard !records.isEmpty else { throw error }
      // The records before it come first.
      problem = error
    }
    return records.isEmpty ? nil : .records(records)
  }

  /// How many records a piece may have.
  private static let mostRecords = 512

  /// How the table is read; nil for files that are none.
  public var table: TableDescription? { rows?.description }
}
