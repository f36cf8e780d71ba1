public import Outreach

/// The bytes of one record of a file of contacts, read when somebody asks.
public struct RawContact: Sendable {
  /// Where the record begins.
  public let place: FactPlace

  /// Its bytes, without white space around them; empty if they were too many.
  public let bytes: [UInt8]

  private let content: Content

  private enum Content: Sendable {
    /// An object of JSON, of the file with this number in the run's list of files.
    case json(file: Int32, FactDecoder.Options)
    /// Bytes that are no record.
    case damaged(FactProblem)
    /// A record of a table, whose cells only all together tell what is in it.
    case read(ContactRecord)
  }

  init(_ piece: RecordSplitter.Piece, file: Int32, options: FactDecoder.Options) {
    place = piece.place
    bytes = piece.bytes
    content = piece.problem.map { .damaged($0) } ?? .json(file: file, options)
  }

  init(_ record: ContactRecord) {
    place = record.place
    bytes = record.bytes
    content = .read(record)
  }

  /// Whether no further record comes from the same row of a table.
  var endsRow: Bool {
    if case .read(let record) = content { return record.row?.isLastOfRow ?? true }
    return true
  }

  /// Reads the record: the contact, or why it cannot be read.
  public func read() -> ContactRecord {
    switch content {
    case .read(let record): return record
    case .damaged(let problem): return record(.bad(BadRecord(id: nil, problem: problem)))
    case .json(let file, let options): return read(file, options)
    }
  }

  private func record(_ content: ContactRecord.Content) -> ContactRecord {
    ContactRecord(place: place, bytes: bytes, content: content, unknownKeys: [])
  }

  private func read(_ file: Int32, _ options: FactDecoder.Options) -> ContactRecord {
    let tree: FactTree
    do {
      tree = try JSONParser.parse(bytes[...], from: place)
    } catch {
      let id = JSONParser.text(of: "id", inBroken: bytes[...])
      return record(.bad(BadRecord(id: id, problem: error)))
    }
    var decoder = FactDecoder(file: file, options: options)
    let contact = decoder.decode(tree, as: .contact)
    if let problem = decoder.problems.first {
      return record(
        .bad(
          BadRecord(
            id: tree.value(of: "id")?.spelling, problem: problem,
            others: Array(decoder.problems.dropFirst()))))
    }
    var result = record(.contact(contact))
    result.unknownKeys = decoder.unknownKeys
    return result
  }
}
