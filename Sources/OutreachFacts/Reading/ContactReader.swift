public import Outreach

/// How a file of contacts is written.
public enum ContactFormat: Sendable {
  /// One JSON object a line (NDJSON); a file that begins with `[` is read as a list all the same.
  case lines
  /// One JSON list of objects.
  case list
}

/// One record of a file of contacts.
public struct ContactRecord: Sendable {
  /// Where the record begins.
  public var place: FactPlace

  /// The record's own bytes as they were read, without white space around them; empty if they were too many.
  public var bytes: [UInt8]

  /// What the record says, or why it cannot be read.
  public var content: Content

  /// Keys that no field has, in the order written; empty for bad records.
  public var unknownKeys: [UnknownKey]

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
  private var splitter: RecordSplitter
  private let file: Int32
  private let options: FactDecoder.Options

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - format: how the file claims to be written.
  ///   - file: its number in the run's list of files, for origins.
  ///   - options: what to read of each contact; `FactDecoder.Options.contacts`.
  ///   - longest: how many bytes a record may have, 16 MiB unless said; longer ones are passed over and told of, so
  ///     that memory stays bounded.
  ///   - source: the next bytes of the file, nil at its end.
  public init(
    format: ContactFormat, file: Int32, options: FactDecoder.Options, longest: Int = 16 << 20,
    source: @escaping () throws -> [UInt8]?
  ) {
    splitter = RecordSplitter(format: format, longest: longest, source: source)
    self.file = file
    self.options = options
  }

  /// The next record; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func next() throws -> ContactRecord? { try nextRaw()?.read() }

  /// The next record before it is read; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func nextRaw() throws -> RawContact? {
    try splitter.next().map { RawContact(piece: $0, file: file, options: options) }
  }
}

/// The bytes of one record of a file of contacts.
public struct RawContact: Sendable {
  /// Where the record begins.
  public let place: FactPlace

  /// Its bytes, without white space around them; empty if they were too many.
  public let bytes: [UInt8]

  /// The file's number in the run's list of files.
  public let file: Int32

  private let problem: FactProblem?
  private let options: FactDecoder.Options

  init(piece: RecordSplitter.Piece, file: Int32, options: FactDecoder.Options) {
    place = piece.place
    bytes = piece.bytes
    problem = piece.problem
    self.file = file
    self.options = options
  }

  /// Reads the record: the contact, or why it cannot be read.
  public func read() -> ContactRecord {
    var record = ContactRecord(
      place: place, bytes: bytes, content: .contact(FactRecord(.contact)), unknownKeys: [])
    if let problem {
      record.content = .bad(BadRecord(id: nil, problem: problem))
      return record
    }
    let tree: FactTree
    do {
      tree = try JSONParser.parse(bytes[...], from: place)
    } catch {
      let id = JSONParser.text(of: "id", inBroken: bytes[...])
      record.content = .bad(BadRecord(id: id, problem: error))
      return record
    }
    var decoder = FactDecoder(file: file, options: options)
    let contact = decoder.decode(tree, as: .contact)
    if let problem = decoder.problems.first {
      record.content = .bad(
        BadRecord(
          id: tree.value(of: "id")?.spelling, problem: problem,
          others: Array(decoder.problems.dropFirst())))
    } else {
      record.content = .contact(contact)
      record.unknownKeys = decoder.unknownKeys
    }
    return record
  }
}
