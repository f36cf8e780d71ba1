import Outreach
import Testing

@testable import OutreachFacts

/// Rows to facts, through a mapping.
struct TableContactTests {
  /// A mapping with a bit of everything.
  static let mapping: ContactMapping = {
    var mapping = ContactMapping(id: "own.crm", title: "Our CRM")
    mapping.recognisedBy = [["Id"], ["Phone", "Phone Number"]]
    func column(
      _ names: String..., path: [String], _ type: FactType, row: ContactMapping.Row? = nil,
      _ change: (inout ContactMapping.Column) -> Void = { _ in }
    ) {
      var column = ContactMapping.Column(
        spellings: names, target: .init(path: path, row: row), type: type)
      change(&column)
      mapping.columns.append(column)
    }
    column("Id", path: ["id"], .text)
    column("Phone Number", "Phone", path: ["phone"], .phone)
    column("Mobile", path: ["phone"], .phone)
    column("Country", path: ["country"], .place)
    column("State", path: ["region"], .place)
    column("Minor", path: ["minor"], .truth) { $0.words = ["y": .truth(true), "?": nil] }
    column("Line", path: ["line", "type"], .word(.line)) { $0.words = ["cell": .word("mobile")] }
    column("Tags", path: ["interests"], .list(.text)) { $0.split = .init(separator: ";") }
    column("Seen", path: ["last_engaged_at"], .moment) {
      $0.dates = .init(order: .monthDayYear, zone: "America/New_York")
    }
    let sms = member("channel", .word("sms"))
    let consent = [sms, member("level", .word("written"))]
    column(
      "Agreed", path: ["consents"], .moment,
      row: .init(fields: consent, field: "granted_at"))
    column(
      "How", path: ["consents"], .word(.method), row: .init(fields: consent, field: "method"))
    column(
      "Until", path: ["consents"], .moment, row: .init(fields: consent, field: "expires_at")
    ) { $0.blank = .none }
    column("Stop", path: ["opt_outs"], .truth, row: .init(fields: [sms], field: nil))
    column(
      "Stop calls", path: ["opt_outs"], .truth,
      row: .init(fields: [member("channel", .word("voice"))], field: nil)
    ) { $0.blank = .noRow }
    column("DNC", path: ["registers", "US.national_dnc", "status"], .word(.status)) {
      $0.blank = .none
    }
    column("Score", path: ["custom", "score"], .text)
    mapping.constants = FactTree(
      .object([member("recipient", .word("consumer"))]), .startOfFile)
    return mapping
  }()

  /// What the organisation declares.
  static let own: OwnFields = {
    var own = OwnFields()
    own.insert(OwnField(name: "score", title: "", type: .text), of: .contact)
    own.insert(OwnField(name: "tier", title: "", type: .word(["gold", "silver"])), of: .contact)
    return own
  }()

  static func member(_ key: String, _ content: FactTree.Content) -> FactTree.Member {
    FactTree.Member(key: key, keyPlace: .startOfFile, value: FactTree(content, .startOfFile))
  }

  /// What is read of a table: a line for each record.
  private func read(
    _ text: String, mappings: [ContactMapping] = [mapping], named: String? = nil,
    format: ContactFormat = .csv
  ) throws -> [String] {
    let rest: [UInt8] = Array(text.utf8)
    var reader = try ContactReader(
      format: format, mappings: TableMappings(mappings, named: named), file: 0,
      options: .contacts(world: compiledWorld(), reads: nil, ownFields: Self.own),
      source: ByteSource(rest))
    var result: [String] = []
    while let record = try reader.next() {
      switch record.content {
      case .bad(let bad):
        let place = bad.problem.place
        result.append(
          "\(place.line):\(place.column) \(bad.id ?? "-"): \(bad.problem.sentence)")
      case .contact(let contact): result.append(dump(contact))
      }
    }
    return result
  }

  /// The first record of a table of one row, made of columns with their cells.
  private func row(_ cells: KeyValuePairs<String, String>) throws -> String {
    let names = ["Id", "Phone"] + cells.map(\.key)
    let values = ["1", "+13055550142"] + cells.map(\.value)
    let lines = [names, values].map { line in
      line.map { "\"\($0)\"" }.joined(separator: ",")
    }
    let said = try #require(read(lines.joined(separator: "\n")).first)
    return said.replacing("id 1, phone +13055550142, recipient consumer", with: "…")
  }

  @Test(
    arguments: [
      // Blank is unknown, none, or no row of the list, as the mapping says.
      (["Minor": ""], "…"), (["Minor": "Y"], "…, minor true"),
      (["Minor": "FALSE"], "…, minor false"),
      (["Minor": "?"], "…"), (["DNC": ""], "…, registers [US.national_dnc {status none}]"),
      (["DNC": "Listed"], "…, registers [US.national_dnc {status listed}]"),
      (["Line": "Cell"], "id 1, phone +13055550142, line {type mobile}, recipient consumer"),
      (["Line": "fixed"], "id 1, phone +13055550142, line {type fixed}, recipient consumer"),
      (["Tags": " a; b ;;c"], "…, interests [a b c]"), (["Tags": ""], "…"),
      (["Score": "'007"], "…, custom [score 007]"),
      (["Seen": "3/2/2026 3:30 PM"], "…, last_engaged_at 2026-03-02T20:30:00Z"),
    ] as [(KeyValuePairs<String, String>, String)])
  func readsCells(_ cells: KeyValuePairs<String, String>, _ expected: String) throws {
    // Lists of whose columns none is there may go on with any of their rows.
    let said = try row(cells).replacing(/, (consents|opt_outs) \[[^\]]*\]/, with: "")
    #expect(said == expected)
  }

  @Test(
    arguments: [
      // True, false, and not said: a row, an empty list, no list.
      (["Stop": "true", "Stop calls": "false"], "…, opt_outs [{channel sms}]"),
      (["Stop": "false", "Stop calls": "false"], "…, opt_outs []"),
      (["Stop": "false", "Stop calls": ""], "…, opt_outs []"),
      // Of what is not said, and of a column that is not there, the list may go on with just that.
      (["Stop": "", "Stop calls": "true"], "…, opt_outs [{channel voice} {channel sms}…]"),
      (["Stop": "", "Stop calls": "false"], "…, opt_outs [{channel sms}…]"),
      (["Stop": "true"], "…, opt_outs [{channel sms} {channel voice}…]"),
    ] as [(KeyValuePairs<String, String>, String)])
  func rowsAreThereNotThereOrUnknown(
    _ cells: KeyValuePairs<String, String>, _ expected: String
  ) throws {
    let said = try row(cells)
    #expect(said.replacing(/, consents \[[^\]]*\]/, with: "") == expected)
  }

  @Test(
    arguments: [
      (
        ["Agreed": "2026-01-02", "How": "web_form", "Until": "2027-01-02"],
        "[{channel sms, level written, method web_form, granted_at 2026-01-02, expires_at 2027-01-02}]"
      ),
      // A field of a row that is there is none where its own column says that blank means none, else unknown.
      (
        ["Agreed": "2026-01-02", "How": "", "Until": ""],
        "[{channel sms, level written, granted_at 2026-01-02, expires_at none}]"
      ),
      (["Agreed": "", "How": "", "Until": ""], "[{channel sms, level written}…]"),
      (
        ["Agreed": "", "How": "reply", "Until": ""],
        "[{channel sms, level written, method reply, expires_at none}]"
      ),
    ] as [(KeyValuePairs<String, String>, String)])
  func columnsOfOneRowBelongTogether(
    _ cells: KeyValuePairs<String, String>, _ expected: String
  ) throws {
    let said = try row(cells)
    #expect(said.contains("consents \(expected)"), "\(said)")
  }

  @Test(arguments: [
    ("Minor", "maybe", "2:20", "which is neither true nor false"),
    ("Line", "cel", "2:20", "which is no word of the list line"),
    ("Seen", "13/2/2026", "2:20", "is no day of the calendar"),
    ("State", "FL", "2:20", "in a row without a country"),
    ("Country", "Freedonia", "2:20", "must be an ISO 3166 code"),
    ("Mobile", "4.4E+11", "2:20", "was rounded by a spreadsheet to 2 of 12 digits"),
  ])
  func refusesCells(_ column: String, _ cell: String, _ place: String, _ words: String) throws {
    let said = try row([column: cell])
    #expect(said.hasPrefix("\(place) 1: "), "\(said)")
    #expect(said.contains(words), "\(said)")
  }

  @Test(arguments: [
    ("USA", "FL", "US", "US-FL"), ("united states", "florida", "US", "US-FL"),
    ("us", "US-TX", "US", "US-TX"), ("Canada", "Québec", "CA", nil),
    ("FR", "Bretagne", "FR", "FR-BRE"),
  ])
  func findsPlacesByTheirNames(
    _ country: String, _ state: String, _ code: String, _ region: String?
  ) throws {
    let said = try row(["Country": country, "State": state])
    if region == nil, said.contains("names no part") { return }
    #expect(said.contains("country \(code)"), "\(said)")
    #expect(region.map { said.contains("region \($0)") } ?? !said.contains("region"), "\(said)")
  }

  @Test func aRowWithSeveralNumbersIsSeveralRecords() throws {
    let text = "Id,Phone,Mobile\n1,+13055550142,+13055550143\n2,,\n3,+13055550142,(305) 555-0142\n"
    let said = try read(
      text.replacing("Id,", with: "Country,Id,").replacing("\n1", with: "\nUS,1")
        .replacing("\n2", with: "\nUS,2").replacing("\n3", with: "\nUS,3"))
    let numbers = said.map { $0.matches(of: /phone \S+|id \d/).map { String($0.output) } }
    #expect(
      numbers == [
        ["id 1", "phone +13055550142,"], ["id 1", "phone +13055550143,"], ["id 2"],
        // One number in two columns is one contact.
        ["id 3", "phone +13055550142,"],
      ])
  }

  @Test func rowsKeepTheirBytesAndSayWhichIsTheLast() throws {
    let text = "\u{FEFF}Id;Phone;Mobile\r\n1;\"+13055550142\";+13055550143\r\n2;\"x\"\r\n;;\r\n3;1;"
    let rest: [UInt8] = Array(text.utf8)
    var reader = try ContactReader(
      format: .csv, mappings: TableMappings([Self.mapping], named: nil), file: 0,
      options: .contacts(world: nil, reads: nil),
      source: ByteSource(rest))
    var told: [String] = []
    while let record = try reader.next() {
      let row = try #require(record.row)
      told.append("\(row.isLastOfRow) " + String(decoding: record.bytes, as: UTF8.self))
    }
    let first = "1;\"+13055550142\";+13055550143"
    #expect(told == ["false " + first, "true " + first, "true 2;\"x\"", "true 3;1;"])
    let heading = Array("\u{FEFF}Id;Phone;Mobile\r\n".utf8)
    #expect(reader.framing == .lines(heading: heading, ending: Array("\r\n".utf8)))
    #expect(reader.table?.blankRows == 1)
    #expect(reader.table?.separator == "semicolons")
    #expect(reader.table?.missing.contains("Country") == true)
  }

  @Test(arguments: [
    ("Id,Phone\n1,2,3\n", "2:5 -: this row has 3 cells, and the header 2"),
    ("Id,Phone\n1\n", "2:1 -: this row has 1 cells, and the header 2"),
    ("Id,Phone\n1,\"2\n", "2:3 -: the quote that opens this cell is never closed"),
  ])
  func raggedRowsAreBad(_ text: String, _ words: String) throws {
    #expect(try read(text).first?.hasPrefix(words) == true)
  }

  @Test func rowsThatAreNotUTF8AreBad() throws {
    let rest: [UInt8] = Array("Id,Phone\n1,".utf8) + [0xE9] + Array("\n2,+13055550142\n".utf8)
    var reader = try ContactReader(
      format: .csv, mappings: TableMappings([Self.mapping], named: nil), file: 0,
      options: .contacts(world: nil, reads: nil),
      source: ByteSource(rest))
    guard case .bad(let bad)? = try reader.next()?.content else {
      Issue.record("the row is read")
      return
    }
    #expect(bad.problem.kind == .encoding)
    #expect([bad.problem.place.line, bad.problem.place.column] == [2, 3])
    guard case .contact? = try reader.next()?.content else {
      Issue.record("the row behind it is lost")
      return
    }
  }

  // MARK: headers

  @Test(arguments: [
    ("", FactProblem.Kind.header), ("Id,Phone,Id\n", .header), ("Id,Country\n", .unmapped),
  ])
  func refusesTables(_ text: String, _ kind: FactProblem.Kind) {
    do {
      _ = try read(text)
      Issue.record("it is read")
    } catch let problem as FactProblem {
      #expect(problem.kind == kind)
    } catch let table as UnmappedTable {
      #expect(table.problem.kind == kind)
    } catch {
      Issue.record(error)
    }
  }

  @Test func headersChooseTheirMapping() throws {
    #expect(try read("id ,PHONE  number\n").isEmpty)
    var other = Self.mapping
    other.id = "own.other"
    let both = #expect(throws: UnmappedTable.self) {
      try read("Id,Phone\n", mappings: [Self.mapping, other])
    }
    #expect(both?.problem.message.contains("`own.crm` and `own.other` fit") == true)
    #expect(try read("Id,Phone\n", mappings: [Self.mapping, other], named: "other").isEmpty)
    let none = #expect(throws: UnmappedTable.self) { try read("Id,Tel,\"a \"\"b\"\"\"\n") }
    #expect(
      none?.problem.message.hasSuffix("the nearest is `own.crm`, which also needs `Phone`") == true)
    #expect(none?.advice.contains("  column \"Tel\" gives phone") == true)
    let unknown = #expect(throws: TableMappings.NoSuchMapping.self) {
      try TableMappings([Self.mapping], named: "crn")
    }
    #expect(unknown?.nearest == "crm")
  }

  @Test func columnsNamedAsFactsNeedNoMapping() throws {
    let text = """
      id,phone,line.type,registers.US.national_dnc.status,custom.tier,consents,minor
      1,+13055550142,mobile,clear,Gold,"[{""channel"": ""sms"", ""level"": ""written""}]",
      2,+13055550143,,,,[,true

      """
    let said = try read(text, mappings: [])
    #expect(
      said == [
        "id 1, phone +13055550142, line {type mobile}, consents [{channel sms, level written}], "
          + "registers [US.national_dnc {status clear}], custom [tier gold]",
        "3:20 2: expected a value, found the end",
      ])
    #expect(try read("phone\tcity\n+1\t\"x\n", mappings: [], format: .tsv).count == 1)
    #expect(throws: UnmappedTable.self) { try read("phone,opt_out\n", mappings: []) }
    #expect(try read("phone,opt_out\n1,2\n", mappings: [], named: "plain").count == 1)
  }

  @Test func columnsThatNobodyReadsAreNotLookedAt() throws {
    var reads = FactSet()
    reads.insert("minor", of: .contact)
    let rest: [UInt8] = Array("Id,Phone,Minor,Seen\n1,+13055550142,true,garbage\n".utf8)
    var reader = try ContactReader(
      format: .csv, mappings: TableMappings([Self.mapping], named: nil), file: 0,
      options: .contacts(world: nil, reads: reads),
      source: ByteSource(rest))
    guard case .contact(let contact)? = try reader.next()?.content else {
      Issue.record("the row is not read")
      return
    }
    #expect(contact["minor"].value == .truth(true))
    #expect(contact["minor"].origin == Origin(file: 0, line: 2, column: 16))
  }

  // MARK: dumping

  private func dump(_ record: FactRecord) -> String {
    let fields = record.kind.fields
    return record.fields.indices.compactMap { index in
      let fact = record.fields[index]
      // Absent fields have a meaning of their own, which is not what is tested here.
      guard fact.origin != .absent, fact.value != .unknown else { return nil }
      return "\(fields[index].name) \(dump(fact.value))"
    }.joined(separator: ", ")
  }

  private func dump(_ value: FactValue) -> String {
    switch value {
    case .unknown: "?"
    case .none: "none"
    case .truth(let truth): "\(truth)"
    case .number(let number): "\(number)"
    case .text(let text), .phone(let text): text
    case .instant(let instant): "\(instant)"
    case .date(let date): "\(date)"
    case .word(let word): word.spelling
    case .record(let record): "{\(dump(record))}" + (record.isOpen ? "…" : "")
    case .list(let rows): "[" + rows.map { dump($0.value) }.joined(separator: " ") + "]"
    case .table(let entries):
      "[" + entries.map { "\($0) \(dump($1.value))" }.sorted().joined(separator: " ") + "]"
    default: "\(value)"
    }
  }
}
