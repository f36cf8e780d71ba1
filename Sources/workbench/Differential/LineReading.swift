import FenceCore
import FenceWorkspace
import Outreach
import OutreachFacts

/// Writes contacts as lines of JSON, and has a program read them as the product does: by columns where those can.
struct LineReading {
  private let world: World
  private let everything: FactDecoder.Options
  private let needed: FactDecoder.Options

  /// Reads for policies.
  init(_ library: Library, world: World) {
    self.world = world
    everything = .contacts(world: world, reads: nil, ownFields: library.ownFields)
    needed = .contacts(world: world, reads: library.contactFacts, ownFields: library.ownFields)
  }

  /// A contact as it is read from a line of a file.
  struct Contact {
    /// The line; nil for a contact that no line can tell of.
    var line: [UInt8]?
    /// Everything that the line says.
    var record: FactRecord
    /// The same, of what the policies ask for.
    var asked: FactRecord
  }

  /// Writes a contact and reads it again; as it is where that is not wanted or cannot be done.
  func contact(_ record: FactRecord, line number: Int32, isWritten: Bool) -> Contact {
    guard isWritten, let line = record.json.map({ Array($0.utf8) }),
      let whole = read(line, everything),
      let asked = read(line, needed)
    else { return Contact(line: nil, record: record, asked: record) }
    return Contact(
      line: line, record: whole.placed(in: .contacts, from: number),
      asked: asked.placed(in: .contacts, from: number))
  }

  /// The exact reader's record of a line; nil if it refuses it.
  private func read(_ line: [UInt8], _ options: FactDecoder.Options) -> FactRecord? {
    let reader = try? ContactReader(
      format: .lines, mappings: TableMappings([], named: nil),
      file: GeneratedFile.contacts.rawValue, options: options, source: ByteSource(line))
    guard var reader, case .contact(let record)? = try? reader.next()?.content else { return nil }
    return record
  }

  /// A reader into a program's batch.
  func columns(of program: Program) -> ContactColumns {
    ContactColumns(program.batch, world: world, options: needed)
  }

  /// Adds a contact to the program's batch; says whether columns read it.
  func append(
    _ contact: Contact, to program: Program, _ columns: ContactColumns
  ) throws -> Bool {
    let padded = (contact.line ?? []) + Array(repeating: 0, count: ContactColumns.padding)
    let isRead = try padded.withUnsafeBufferPointer { bytes in
      guard contact.line != nil, let base = bytes.baseAddress,
        let reading = columns.read(base, isLine: true)
      else { return false }
      try settle(reading.number, program, columns)
      return true
    }
    if !isRead { _ = try program.append(contact.asked) { _ in true } }
    return isRead
  }

  private func settle(
    _ number: NumberInColumns, _ program: Program, _ columns: ContactColumns
  ) throws {
    var analysis: NumberAnalysis?
    var phone = FactValue.unknown
    switch number.state {
    case .unknown: break
    case .none: phone = .none
    case .plain:
      analysis = columns.analysis(ofClass: number.numberClass)
      let digits = UnsafeBufferPointer(start: number.start, count: number.length)
      phone = .phone(String(decoding: digits, as: UTF8.self))
    case .odd:
      analysis = columns.oddNumber?.analysis
      phone = columns.oddNumber.map { .phone($0.written) } ?? .unknown
    }
    let numberClass =
      phone == .unknown
      ? Program.noNumber
      : phone == .none ? Program.numberIsNone : analysis.flatMap(program.numberClass)
    _ = try program.settle(
      numberClass: numberClass, hasNumber: number.state == .plain || analysis?.e164 != nil,
      phone: { phone }, mayJudge: { _ in true })
  }
}
