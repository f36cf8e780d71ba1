import Outreach

/// Reads contacts written as JSON: one object a line, or one list of objects.
struct JSONContactReader {
  private var splitter: RecordSplitter
  private let file: Int32
  private let options: FactDecoder.Options

  init(
    isList: Bool, file: Int32, options: FactDecoder.Options, longest: Int,
    source: @escaping () throws -> [UInt8]?
  ) {
    splitter = RecordSplitter(isList: isList, longest: longest, source: source)
    self.file = file
    self.options = options
  }

  /// How the file's records are put together; nil until the first was asked for.
  var framing: RecordFraming? { splitter.framing }

  /// The next record; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  public mutating func next() throws -> ContactRecord? {
    guard let piece = try splitter.next() else { return nil }
    var record = ContactRecord(
      place: piece.place, bytes: piece.bytes, content: .contact(FactRecord(.contact)),
      unknownKeys: [])
    if let problem = piece.problem {
      record.content = .bad(BadRecord(id: nil, problem: problem))
      return record
    }
    let tree: FactTree
    do {
      tree = try JSONParser.parse(piece.bytes[...], from: piece.place)
    } catch {
      let id = JSONParser.text(of: "id", inBroken: piece.bytes[...])
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
