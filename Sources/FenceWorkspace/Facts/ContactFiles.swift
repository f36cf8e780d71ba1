public import Outreach
public import OutreachFacts

/// The contacts of one or several files, one after the other, in memory bounded by the longest record.
public final class ContactFiles {
  /// The files' names, in order.
  public let names: [String]

  /// How many bytes have been read.
  public private(set) var bytesRead = 0

  private let files: any FileSystem
  private let input: any ByteReader
  private let format: ContactFormat?
  private let options: FactDecoder.Options
  private let firstFile: Int32
  private var index = 0
  private var reader: ContactReader?

  /// A record and the file it stands in.
  public typealias Record = (record: ContactRecord, file: String)

  /// Makes the sequence of the files' contacts.
  ///
  /// - Parameters:
  ///   - names: the paths; `-` is standard input.
  ///   - format: how they are written, where the endings do not say.
  ///   - files: where they are opened.
  ///   - input: standard input.
  ///   - firstFile: the number of the first of them in the run's list of files.
  ///   - options: what to read of each contact.
  public init(
    _ names: [String], format: ContactFormat?, files: any FileSystem, input: any ByteReader,
    firstFile: Int32, options: FactDecoder.Options
  ) {
    self.names = names
    self.format = format
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
    while index < names.count {
      let name = names[index]
      if reader == nil { reader = try open(name) }
      do {
        if let contact = try reader?.nextRaw() { return (contact, name) }
      } catch let problem as FactProblem {
        throw ContactFileProblem(file: name, problem: problem)
      }
      reader = nil
      index += 1
    }
    return nil
  }

  private func open(_ name: String) throws -> ContactReader {
    let bytes = name == "-" ? input : try files.reader(of: name)
    return ContactReader(
      format: try format(of: name), file: firstFile + Int32(index), options: options
    ) { [weak self] in
      let piece = try bytes.read()
      self?.bytesRead += piece.count
      return piece.isEmpty ? nil : piece
    }
  }

  private func format(of name: String) throws -> ContactFormat {
    if let format { return format }
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") || name == "-" { return .lines }
    if name.hasSuffix(".json") { return .list }
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
}
