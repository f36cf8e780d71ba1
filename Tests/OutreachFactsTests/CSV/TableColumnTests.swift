import Outreach
import TestSupport
import Testing

@testable import OutreachFacts

/// Rows of tables in columns hold what the exact reader reads, or are left to it.
struct TableColumnTests {
  private static let options = FactDecoder.Options.contacts(
    world: ColumnReadingTests.world, reads: nil, ownFields: TableContactTests.own)

  /// A mapping whose lists are packed and may go on.
  private static let packed: ContactMapping = {
    var mapping = ContactMapping(id: "own.packed", title: "Packed lists")
    mapping.recognisedBy = [["Id"], ["Phone"], ["Calls"]]
    func column(
      _ name: String, path: [String], _ type: FactType,
      _ change: (inout ContactMapping.Column) -> Void = { _ in }
    ) {
      var column = ContactMapping.Column(spellings: [name], target: .init(path: path), type: type)
      change(&column)
      mapping.columns.append(column)
    }
    column("Id", path: ["id"], .text)
    column("Phone", path: ["phone"], .phone)
    column("Country", path: ["country"], .place) { $0.words = ["gb": .string("GB")] }
    column("State", path: ["region"], .place) { $0.blank = .none }
    column("Seen", path: ["last_engaged_at"], .moment) {
      $0.dates = .init(order: .dayMonthYear, zone: "Europe/London")
    }
    column("Agreed", path: ["consents"], .list(.record(.consent))) {
      $0.split = .init(
        separator: ";",
        fields: .init(
          separator: "|",
          fields: [
            .init(key: "channel", type: .word(.channel)), .init(key: "level", type: .word(.level)),
            .init(key: "granted_at", type: .moment), .init(key: "number", type: .phone),
          ]))
      $0.blank = .none
      $0.words = ["never": .array([]), "?": nil]
    }
    column("Calls", path: ["history"], .list(.record(.historyEntry))) {
      $0.split = .init(
        separator: "; ",
        fields: .init(
          separator: "@",
          fields: [.init(key: "channel", type: .word(.channel)), .init(key: "at", type: .moment)]))
    }
    let voice = TableContactTests.member("channel", .word("voice"))
    mapping.incomplete = [
      .init(path: ["history"], fields: [voice]), .init(path: ["opt_outs"], fields: [voice]),
      .init(path: ["requests"], fields: []),
    ]
    mapping.constants = FactTree(
      .object([
        TableContactTests.member("recipient", .word("consumer")),
        TableContactTests.member("minor", .null),
      ]), .startOfFile)
    return mapping
  }()

  /// What is odd somewhere stands among what is not.
  private static let cells: [String: [String]] = [
    "Id": ["1", "x y", "", "'01", "é", " 7 "],
    "Phone": [
      "+13055550142", "+33639980001", "(305) 555-0142", "", "'+13055550142", "4.4E+11",
      "07700 900123",
      "+13055550142 ", "7700900123", "n/a",
    ],
    "Mobile": ["", "", "", "+13055550143"],
    "Country": ["US", "us", "", "France", "GB", "Nowhere"],
    "State": ["FL", "Florida", "", "US-NY", "Kent", "?"],
    "Minor": ["", "y", "TRUE", "false", "?", "perhaps"],
    "Line": ["", "cell", "CELL", "fixed", "odd"],
    "Tags": ["", "a;b", " ; ", "é;ü"],
    "Seen": [
      "", "2026-03-02T15:30:00Z", "2026-03-31T15:30:00Z", "2026-03-02", "3/2/2026 10:00",
      "2 Mar 2026",
      "2026-03-02T15:30:00.5+01:00", "soon", " 2026-03-02 ",
    ],
    "Agreed": [
      "", "2026-01-01", "2026-01-01T10:00:00Z", "sms|written|2026-01-01T10:00:00Z|", "never", "?",
      "sms|express||+13055550142;voice|written|1/2/2026|any", " sms | WRITTEN | 2026-01-31 | ; ",
      "sms|written",
      "sms|written|2026-01-01||", "sms\u{37E}", "é|||",
    ],
    "How": ["", "spoken", "Web_Form", "guess"],
    "Until": ["", "2027-01-01"],
    "Stop": ["", "true", "false", "no"],
    "Stop calls": ["", "TRUE", "false"],
    "DNC": ["", "listed", "Clear", "maybe"],
    "Score": ["", "5", "é"],
    "Calls": [
      "", "voice@2026-01-01", "sms@2026-01-01T10:00:00Z; voice@", "voice@2026-01-01;sms@", "x@",
      ";",
    ],
    "Note": [
      "", "a, b", "two\nlines", "two\r\nlines", "say \"hi\"", "\"", "tab\there", "ünï", "  ",
    ],
    "phone": ["+13055550142", "", "'+1"], "country": ["US", "", "fr"],
    "line": ["", #"{"type":"mobile","at":"2026-01-01"}"#, "{}", "null", "mobile", #"{"x":1}"#],
    "line.type": ["", "mobile", "odd"], "last_engaged_at": ["", "2026-03-02T15:30:00Z"],
    "registers.US.national_dnc.listed": ["", "true", "false", "x"],
    "registers": ["", #"{"US.national_dnc":{"status":"clear"}}"#, "[]"],
    "consents": [
      "", "[]", " [] ", "null", #"[{"channel":"sms","number":"+13055550142"}]"#, "[{}", "[1]",
      #"[{"channel":"sms","wording":"é"}]"#,
    ],
    "opt_outs": ["", "[]", #"[{"at":"2026-01-01"}]"#], "nope": ["", "", "x"],
    "preferences.channels": ["", #"["sms"]"#, "sms"],
    "relationship.purchases": ["", "[]", "[{}]", "x"],
  ]

  private static let tables: [(mapping: ContactMapping?, header: [String])] = [
    (
      TableContactTests.mapping,
      [
        "Id", "Phone", "Mobile", "Country", "State", "Minor", "Line", "Tags", "Seen", "Agreed",
        "How",
        "Until", "Stop", "Stop calls", "DNC", "Score", "Note",
      ]
    ),
    (TableContactTests.mapping, ["Note", "Phone", "Id", "How", "Stop"]),
    (packed, ["Id", "Phone", "Country", "State", "Seen", "Agreed", "Calls", "Note"]),
    (packed, ["Id", "Phone", "Calls"]),
    (
      nil,
      [
        "phone", "country", "line", "last_engaged_at", "registers.US.national_dnc.listed",
        "consents",
        "opt_outs", "preferences.channels", "relationship.purchases",
      ]
    ),
    (nil, ["phone", "line.type", "registers", "nope"]),
  ]

  // MARK: reading

  private struct Table {
    var bytes: [UInt8]
    var mapping: ContactMapping?
    var format = ContactFormat.csv

    func reader(chunk: Int = 100) throws -> ContactReader {
      try ContactReader(
        format: format,
        mappings: TableMappings(mapping.map { [$0] } ?? [], named: mapping == nil ? "plain" : nil),
        file: 3, options: TableColumnTests.options, longest: 4096,
        source: ByteSource(bytes, atATime: chunk))
    }
  }

  private static func words(_ record: ContactRecord) -> String {
    let said =
      switch record.content {
      case .contact(let contact): dump(contact)
      case .bad(let bad):
        "\(bad.problem.place.line):\(bad.problem.place.column) \(bad.id ?? "-") \(bad.problem.sentence) \(bad.others.count)"
      }
    let repair = record.row?.repair.map { $0.rawValue } ?? ""
    return
      "\(record.place.line):\(record.place.column) \(record.place.lower)..<\(record.place.upper) "
      + "\(record.bytes.count) \(said) \(record.unknownKeys.map(\.path)) \(repair) \(record.row?.isLastOfRow ?? false)"
  }

  /// What the exact reader says of each record of a table.
  private static func exact(_ table: Table) throws -> [String] {
    var reader = try table.reader()
    var result: [String] = []
    while let record = try reader.next() { result.append(words(record)) }
    return result
  }

  /// What comes of pieces of a table, each row compared with the exact reader's where columns hold it; how many they hold.
  private static func inPieces(
    _ table: Table, size: Int, _ layout: BatchLayout
  ) throws -> (records: [String], rows: Int, inColumns: Int) {
    var reader = try table.reader()
    var (records, rows, held): ([String], Int, Int) = ([], 0, 0)
    let batch = ContactBatch(layout, phones: PhoneKeys())
    let columns = ContactColumns(batch, world: ColumnReadingTests.world, options: options)
    while let piece = try reader.nextPiece(size) {
      guard case .lines(let block) = piece, let table = block.table else {
        if case .records(let raw) = piece { records += raw.map { words($0.read()) } }
        continue
      }
      let cursor = RowCursor(table)
      block.bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        cursor.begin(block, at: base)
        var (at, line) = (0, 0)
        while at < block.count {
          cursor.take(base + at)
          defer {
            at += cursor.whole
            line += cursor.lines
          }
          guard !cursor.isEmpty, !cursor.isBlank else { continue }
          rows += 1
          let exact = block.records(at..<at + cursor.length, lineStart: at, line: line)
            .map { $0.read() }
          records += exact.map(words)
          #expect(block.origin(at, lineStart: at, line: line).line == exact[0].place.line)
          batch.clear()
          guard let reading = columns.read(cursor) else {
            #expect(batch.count == 0)
            continue
          }
          held += 1
          guard exact.count == 1, case .contact(let contact) = exact[0].content else {
            Issue.record("the exact reader does not read one contact: \(exact.map(words))")
            continue
          }
          let one = ContactBatch(layout, phones: PhoneKeys())
          _ = one.append(contact)
          #expect(
            ColumnReadingTests.words(batch) == ColumnReadingTests.words(one), "\(words(exact[0]))")
          #expect(exact[0].unknownKeys.isEmpty && exact[0].row?.repair == nil)
          if !reading.hasOddID {
            var id = ""
            if case .text(let text) = contact["id"].value { id = text }
            #expect(String(decoding: reading.id, as: UTF8.self) == id)
          }
        }
      }
    }
    return (records, rows, held)
  }

  // MARK: random tables

  private static func table(_ generator: inout SeededGenerator) -> Table {
    let (mapping, header) = tables.randomElement(using: &generator) ?? tables[0]
    let separator = ([",", ",", ";", "\t"].randomElement(using: &generator) ?? ",")
    let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let isOdd = Int.random(in: 0..<4, using: &generator)
    func quoted(_ cell: String, _ always: Bool) -> String {
      let needs = cell.contains { [",", ";", "\t", "\"", "\n", "\r", "\r\n"].contains($0) }
      return needs || always ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
    var text = Bool.random(using: &generator) ? "\u{FEFF}" : ""
    text += header.map { quoted($0, false) }.joined(separator: separator) + lineEnd
    for _ in 0..<Int.random(in: 30...120, using: &generator) {
      let row = header.map { name -> String in
        let known = cells[name] ?? [""]
        // Most cells are among the first, so that most rows can be read.
        let most = Int.random(in: 0..<8, using: &generator) < isOdd ? known.count : 2
        let cell = known.prefix(most).randomElement(using: &generator) ?? ""
        return quoted(cell, Int.random(in: 0..<10, using: &generator) == 0)
      }
      switch Int.random(in: 0..<40, using: &generator) {
      case 0: text += row.dropLast().joined(separator: separator)
      case 1: text += (row + [""]).joined(separator: separator)
      case 2: text += header.dropLast().map { _ in " " + separator }.joined()
      case 3: text += ""
      case 4: text += "\"a\"b" + row.joined(separator: separator)
      case 5: text += row.joined(separator: separator) + "\""
      case 6: text += "\"\""
      default: text += row.joined(separator: separator)
      }
      text += Int.random(in: 0..<30, using: &generator) == 0 ? "\n" : lineEnd
    }
    var bytes = Array(text.utf8)
    if Bool.random(using: &generator) { bytes.removeLast() }
    if Int.random(in: 0..<12, using: &generator) == 0 {
      bytes[Int.random(in: bytes.count / 2..<bytes.count, using: &generator)] = 0xFF
    }
    return Table(bytes: bytes, mapping: mapping, format: separator == "\t" ? .tsv : .csv)
  }

  /// Programs that pad cells pad them all.
  @Test func blanksAroundCellsMeanNothing() throws {
    let cells = [
      "7", "+13055550142", "US", "FL", "2026-03-02T15:30:00Z",
      "sms|written|2026-01-31T10:00:00Z|", "sms@2026-01-01T10:00:00Z", "a, b",
    ]
    func row(_ blank: String) -> String {
      cells.map { "\"\(blank)\($0)\(blank)\"" }.joined(separator: ",") + "\n"
    }
    let header = "Id,Phone,Country,State,Seen,Agreed,Calls,Note\n"
    let rows = ["", " ", "   ", "\t", " \t "].map(row).joined()
    let table = Table(bytes: Array((header + rows).utf8), mapping: Self.packed)
    let found = try Self.inPieces(table, size: 10_000, ColumnReadingTests.layout)
    #expect(found.records == (try Self.exact(table)))
    #expect(found.inColumns == 5)
  }

  @Test(arguments: 0..<6)
  func rowsInColumnsAreRowsOfTheExactReader(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (rows, held) = (0, 0)
    for _ in 0..<4 {
      let table = Self.table(&generator)
      let size = [40, 300, 1500, 100_000].randomElement(using: &generator) ?? 300
      guard let exact = try? Self.exact(table) else { continue }
      for layout in [ColumnReadingTests.layout, ColumnReadingTests.presence] {
        let found = try Self.inPieces(table, size: size, layout)
        #expect(found.records == exact, "\(String(decoding: table.bytes, as: UTF8.self))")
        rows += found.rows
        held += found.inColumns
      }
    }
    // Not all rows that might be odd are.
    #expect(rows > 60 && held * 4 > rows, "\(held) of \(rows)")
  }
}
