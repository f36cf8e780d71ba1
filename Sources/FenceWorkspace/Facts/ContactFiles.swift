public import Outreach
public import OutreachFacts

/// The contacts of one or several files, one after the other, in memory bounded by the longest record.
public final class ContactFiles {
  /// The files' names, in order.
  public let names: [String]

  /// How many bytes have been read.
  public private(set) var bytesRead = 0

  /// How many lines have been read of standard input, the last one even if nothing ends it.
  public var inputLines: Int { inputFeeds + (inputEndsInLine ? 1 : 0) }
  private var inputFeeds = 0
  private var inputEndsInLine = false

  /// How the records of the file read last are put together; nil until one was asked for.
  public private(set) var framing: RecordFraming?

  private let files: any FileSystem
  private let input: any ByteReader
  private let format: ContactFormat?
  private let mappings: TableMappings
  private let options: FactDecoder.Options
  private let firstFile: Int32
  private var index = 0
  private var reader: ContactReader?

  /// How the tables that were read to their end are read, with their files.
  public var tables: [(file: String, table: TableDescription)] {
    described.map { file, table in
      var table = table
      table.blankRows += blankRows[firstFile + Int32(file)] ?? 0
      return (names[file], table)
    }
  }
  private var described: [(file: Int, table: TableDescription)] = []
  private var blankRows: [Int32: Int] = [:]

  /// Counts rows that held nothing but blanks, which only who read the pieces of a table knows of.
  ///
  /// - Parameters:
  ///   - count: how many there were.
  ///   - file: the file's number in the run's list of files.
  public func addBlankRows(_ count: Int, file: Int32) { blankRows[file, default: 0] += count }

  /// A record and the file it stands in.
  public typealias Record = (record: ContactRecord, file: String)

  /// Makes the sequence of the files' contacts.
  ///
  /// - Parameters:
  ///   - names: the paths; `-` is standard input.
  ///   - format: how they are written, where the endings do not say.
  ///   - mappings: what tables may be read with.
  ///   - files: where they are opened.
  ///   - input: standard input.
  ///   - firstFile: the number of the first of them in the run's list of files.
  ///   - options: what to read of each contact.
  public init(
    _ names: [String], format: ContactFormat?, mappings: TableMappings, files: any FileSystem,
    input: any ByteReader,
    firstFile: Int32, options: FactDecoder.Options
  ) {
    self.names = names
    self.format = format
    self.mappings = mappings
    self.files = files
    self.input = input
    self.firstFile = firstFile
    self.options = options
  }

  /// How many bytes there are in all; nil if that is not known of every file.
  public var totalBytes: Int? {
    let sizes = names.map { $0 == "-" ? nil : files.size(of: $0) }
    return sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Opens the first file, so that what is no table at all is told before anything else is done.
  ///
  /// - Throws: `FileProblem` if it cannot be read, `ContactFileProblem` if it is not what it claims to be.
  public func begin() throws {
    guard let name = names.first, reader == nil, index == 0 else { return }
    try describing(name) { reader = try open(name) }
  }

  /// The next contact; nil after the last.
  ///
  /// - Throws: `FileProblem` if a file cannot be read, `ContactFileProblem` if it is not what it claims to be.
  public func next() throws -> Record? {
    try nextRaw().map { ($0.contact.read(), $0.file) }
  }

  /// The next contact before it is read; nil after the last.
  ///
  /// - Throws: `FileProblem` if a file cannot be read, `ContactFileProblem` if it is not what it claims to be.
  public func nextRaw() throws -> (contact: RawContact, file: String)? {
    while let name = try currentFile() {
      let record = try describing(name) {
        let record = try reader?.nextRaw()
        framing = reader?.framing ?? framing
        return record
      }
      if let record { return (record, name) }
      closeFile()
    }
    return nil
  }

  /// The next contacts before they are read, about so many bytes of them; nil after the last.
  ///
  /// - Throws: `FileProblem` if a file cannot be read, `ContactFileProblem` if it is not what it claims to be.
  public func nextPiece(_ size: Int) throws -> (piece: ContactPiece, file: String)? {
    while let name = try currentFile() {
      let piece = try describing(name) {
        let piece = try reader?.nextPiece(size)
        framing = reader?.framing ?? framing
        return piece
      }
      if let piece { return (piece, name) }
      closeFile()
    }
    return nil
  }

  /// The file that is being read, opened if need be; nil after the last.
  private func currentFile() throws -> String? {
    guard index < names.count else { return nil }
    let name = names[index]
    if reader == nil { try describing(name) { reader = try open(name) } }
    return name
  }

  private func closeFile() {
    if let table = reader?.table { described.append((index, table)) }
    reader = nil
    index += 1
  }

  /// Does something with a file, and names the file in what is wrong with it.
  private func describing<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let problem as FactProblem {
      throw ContactFileProblem(file: name, problem: problem)
    } catch let table as UnmappedTable {
      throw ContactFileProblem(file: name, problem: table.problem, advice: table.advice)
    }
  }

  private func open(_ name: String) throws -> ContactReader {
    let bytes = name == "-" ? input : try files.reader(of: name)
    return try ContactReader(
      format: try format(of: name), mappings: mappings, file: firstFile + Int32(index),
      options: options,
      source: ByteSource { [weak self] taken in
        let before = taken.count
        let hasMore = try bytes.read(into: &taken)
        self?.bytesRead += taken.count - before
        if name == "-" { self?.countLines(taken[before...]) }
        return hasMore
      })
  }

  private func countLines(_ piece: ArraySlice<UInt8>) {
    inputFeeds += piece.count { $0 == 0x0A }
    if let last = piece.last { inputEndsInLine = last != 0x0A }
  }

  private func format(of name: String) throws -> ContactFormat {
    if let found = format ?? ContactFormat(ending: name) { return found }
    if name == "-" { return .lines }
    throw FileProblem(
      path: name, reason: "its ending does not say how it is written; add `--contacts-format`")
  }
}

/// A file of contacts that is not what it claims to be.
public struct ContactFileProblem: Error, Sendable {
  /// The file.
  public var file: String

  /// What is wrong with it.
  public var problem: FactProblem

  /// What to do, line by line.
  public var advice: [String] = []
}
