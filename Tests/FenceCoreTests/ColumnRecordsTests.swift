import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import FenceCore

/// What columns hold of a contact is what was read of it, as far as rules read it.
struct ColumnRecordsTests {
  private static let layout = BatchLayout.whole()
  private static let world = compiledWorld()

  private static func record(_ text: String) throws -> FactRecord {
    var decoder = FactDecoder(file: 0, options: .contacts(world: world, reads: nil))
    let record = decoder.decode(try JSONParser.parse(Array(text.utf8)[...]), as: .contact)
    try #require(decoder.problems.isEmpty)
    return record
  }

  /// A value without where it was read; what stands in a record that is none is none, and a table's other entries are
  /// left out.
  private static func bare(_ value: FactValue, _ type: FactType) -> FactValue {
    switch (value, type) {
    case (.record(let record), .record(let kind)): return .record(bare(record, kind))
    case (.none, .record(let kind)):
      var none = FactRecord(kind)
      for index in kind.fields.indices { none.fields[index] = Fact(.none) }
      return .record(bare(none, kind))
    case (.unknown, .record(let kind)): return .record(bare(FactRecord(kind), kind))
    case (.table(let entries), .table(let kind)):
      let entry = entries["US.national_dnc"]?.value ?? .unknown
      return .table(["US.national_dnc": Fact(bare(entry, .record(kind)))])
    case (_, .table(let kind)):
      return .table(["US.national_dnc": Fact(bare(.unknown, .record(kind)))])
    case (.list(let rows), .list(let type)): return .list(rows.map { Fact(bare($0.value, type)) })
    case (.none, .list(.record)): return .list([])
    default: return value
    }
  }

  private static func bare(_ record: FactRecord, _ kind: RecordKind) -> FactRecord {
    var result = FactRecord(kind)
    result.isOpen = record.isOpen
    for (index, field) in kind.fields.enumerated() {
      if case .own = field.type { continue }
      result.fields[index] = Fact(bare(record.fields[index].value, field.type))
    }
    return result
  }

  private static let contacts = [
    "{}", #"{"id":null,"phone":null,"opt_outs":null}"#,
    #"{"id":"a","phone":"+13055550142","country":"US","region":"US-FL","minor":false}"#,
    #"{"phone":"5550142","line":{"type":"mobile","at":"2026-01-10T00:00:00Z"}}"#,
    #"{"consents":[{"channel":"sms","level":"written","number":"any","evidence":"x"},{}]}"#,
    #"{"consents":[{"number":"+13055550142","granted_at":"2026-01-04T09:00:00Z"}],"opt_outs":[]}"#,
    #"{"registers":{"US.national_dnc":{"status":"clear","checked_at":"2026-02-20T00:00:00Z"}}}"#,
    #"{"registers":{"US.national_dnc":null,"FR.bloctel":{"status":"clear"}}}"#,
    #"{"relationship":{"customer":true,"purchases":[{"subject":"boots","kind":"sale"}]}}"#,
    #"{"relationship":null,"registers":null,"origin":{"kind":"purchased","purposes":[]}}"#,
    #"{"preferences":{"channels":["sms","voice"],"max_per_month":4},"history":[]}"#,
    #"{"history":[{"channel":"sms","at":"2026-01-04T09:00:00Z"},{"channel":null,"at":null}]}"#,
  ]

  @Test func aContactIsWhatWasRead() throws {
    let columns = ColumnRecords(Self.layout)
    let batch = ContactBatch(Self.layout, phones: PhoneKeys())
    let records = try Self.contacts.map(Self.record)
    for record in records { _ = batch.append(record) }
    for (row, record) in records.enumerated() {
      let found = try #require(columns.record(of: row, in: batch, on: .universal))
      #expect(Self.bare(found, .contact) == Self.bare(record, .contact), "\(Self.contacts[row])")
    }
  }

  @Test func rowsThatStandForOthersStayOpen() throws {
    var entry = FactRecord(.historyEntry)
    entry.isOpen = true
    var contact = FactRecord(.contact)
    contact["history"] = Fact(.list([Fact(.record(entry))]))
    let batch = ContactBatch(Self.layout, phones: PhoneKeys())
    _ = batch.append(contact)
    let found = ColumnRecords(Self.layout).record(of: 0, in: batch, on: .universal)
    #expect(found?["history"].value == .list([Fact(.record(entry))]))
  }

  @Test func whatColumnsDoNotHoldIsLeftToTheExactReader() throws {
    let columns = ColumnRecords(Self.layout)
    let batch = ContactBatch(Self.layout, phones: PhoneKeys())
    for _ in 0..<5 { _ = batch.append(try Self.record(#"{"city":"Bonn"}"#)) }
    func column(_ name: String) throws -> BatchColumn {
      let index = try #require(RecordKind.contact.index(of: name))
      return try #require(
        batch.columns.first { $0.spec.list == 0 && $0.spec.route == [.field(index)] })
    }
    try column("city").numbers.base[0] = FactDictionary.beyond
    try column("phone").keys.base[1] = PhoneKeys.beyond
    try column("last_engaged_at").states.base[2] = MomentState.ask
    // Some instant of several, which no field says.
    try column("last_engaged_at").set(3, instant: 5)
    try column("last_engaged_at").high.base[3] = 6
    let exact = (0..<5).map { columns.record(of: $0, in: batch, on: .universal) != nil }
    #expect(exact == [false, false, false, false, true])
  }
}
