import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// Columns hold what the exact reader reads, or are left empty for it.
struct ColumnReadingTests {
  static let world = compiledWorld()
  private static let options = FactDecoder.Options.contacts(world: world, reads: nil)

  /// Columns of everything.
  static let layout = BatchLayout.whole()
  /// The same, but of texts no more is asked than whether they are there.
  static let presence = BatchLayout.whole(asksPresence: true)

  private static func read(_ text: String, _ layout: BatchLayout = layout) -> ContactBatch? {
    let batch = ContactBatch(layout, phones: PhoneKeys())
    let columns = ContactColumns(batch, world: world, options: options)
    return isRead(Array(text.utf8), columns) ? batch : nil
  }

  /// Whether the bytes are a record, all of them.
  private static func isRead(_ bytes: [UInt8], _ columns: ContactColumns) -> Bool {
    let padded = bytes + Array(repeating: 0, count: ContactColumns.padding)
    return padded.withUnsafeBufferPointer { padded in
      guard let base = padded.baseAddress, let reading = columns.read(base, isLine: true) else {
        return false
      }
      return reading.length(from: base) == bytes.count
    }
  }

  private static func exact(_ text: String, _ layout: BatchLayout = layout) -> ContactBatch? {
    guard let contact = record(text) else { return nil }
    let batch = ContactBatch(layout, phones: PhoneKeys())
    _ = batch.append(contact)
    return batch
  }

  private static func record(_ text: String) -> FactRecord? {
    let rest: [UInt8] = Array(text.utf8)
    let reader = try? ContactReader(
      format: .lines, mappings: TableMappings([], named: nil), file: 0, options: options,
      source: ByteSource(rest))
    guard var reader, case .contact(let contact)? = try? reader.next()?.content else { return nil }
    return contact
  }

  /// Everything that a batch of one contact holds, in words.
  static func words(_ batch: ContactBatch) -> [String] {
    var words: [String] = []
    for number in batch.layout.lists.indices.dropFirst() {
      let list = batch.lists[number]
      words.append("list \(number) \(list.count)")
      for row in 0..<batch.count { words.append("\(list.isKnown[row]) \(list.starts[row])") }
    }
    for column in batch.columns {
      let rows = column.spec.list == 0 ? batch.count : batch.lists[column.spec.list].count
      for row in 0..<rows {
        let value: String
        switch column.spec.encoding {
        case .dictionary:
          // Where the rows of a list stand is no part of what it holds.
          if case .list(let rows) = column.dictionary.values[Int(column.numbers.base[row])] {
            value = "\(rows.map(\.value))"
          } else {
            value = "\(column.dictionary.values[Int(column.numbers.base[row])])"
          }
        case .presence: value = "\(column.numbers.base[row])"
        case .moment:
          let state = column.states.base[row]
          value = state < MomentState.some ? "\(state)" : "\(state) \(column.low.base[row])"
        case .phone:
          value =
            "\(column.keys.base[row] > 1 << 61 ? column.keys.base[row] : min(2, column.keys.base[row]))"
        }
        let isOpen = column.spec.list > 0 && batch.lists[column.spec.list].isOpen[row]
        words.append(
          "\(column.spec.list) \(column.spec.route) \(row)\(isOpen ? " open" : ""): \(value)")
      }
    }
    return words
  }

  private static let example: [String] = {
    let text = try? String(
      contentsOfFile: "Docs/Examples/spring-sale/contacts.ndjson", encoding: .utf8)
    return (text ?? "").split(separator: "\n").prefix(150).map(String.init)
  }()

  @Test func readsTheExampleLikeTheExactReader() throws {
    #expect(Self.example.count == 150)
    for line in Self.example {
      for layout in [Self.layout, Self.presence] {
        let exact = try #require(Self.exact(line, layout))
        let columns = try #require(Self.read(line, layout))
        #expect(Self.words(columns) == Self.words(exact))
      }
    }
  }

  @Test(arguments: [
    #"{}"#, #"{"id":null,"phone":null,"opt_outs":null}"#,
    #"{ "phone" : "(305) 555-0142" , "country" : "US" }"#,
    #"{"phone":" +1 305 555 0142 "}"#, #"{"country":"US","phone":"305"}"#,
    #"{"consents":[{"channel":"sms","number":"any"},{"number":"+13055550142"}],"phone":"+13055550142"}"#,
    #"{"consents":[{"technology":"autodialed"},{"technology":[]},{"technology":"any","withdrawn_at":"2026-01-01"}]}"#,
    #"{"consents":[{}],"opt_outs":[]}"#, #"{"opt_outs":null,"consents":[{}]}"#,
    #"{"registers":{"US.national_dnc":{"listed":true,"checked_at":"2026-02-28T23:59:59.5+01:00"}}}"#,
    #"{"registers":{"US.national_dnc":null,"FR.bloctel":{"status":"clear"}}}"#,
    #"{"registers":null,"relationship":null,"history":[{}]}"#,
    #"{"preferences":{"channels":["sms","voice"],"max_per_month":4}}"#,
    #"{"history":[{"at":"2026-02-29T00:00:00Z"}]}"#, #"{"city":"Z\u00fcrich"}"#,
    #"{"city":"Zürich"}"#, #"{"city":null,"journey":"\n"}"#,
    #"{"consents":[{"evidence":""},{"evidence":null},{}]}"#,
    #"{"city":"\ud83d\ude00"}"#, #"{"time_zone":"Europe/Paris"}"#, #"{"custom":{"a":1}}"#,
  ])
  func readsAlikeOrNotAtAll(_ line: String) {
    for layout in [Self.layout, Self.presence] {
      guard let columns = Self.read(line, layout) else { continue }
      guard let exact = Self.exact(line, layout) else {
        Issue.record("the exact reader refuses \(line)")
        return
      }
      #expect(Self.words(columns) == Self.words(exact))
    }
  }

  @Test(arguments: [
    "", "{", "[]", "1", #"{"id":"a",}"#, #"{"id":"a"} x"#, #"{"id":"a","id":"b"}"#, #"{"nope":1}"#,
    #"{"id":5}"#, #"{"country":"XX"}"#, #"{"time_zone":"Moon/Base"}"#, #"{"consents":{}}"#,
    #"{"consents":[5]}"#, #"{"consents":[{"level":"spoken"}]}"#, #"{"minor":"yes"}"#,
    #"{"last_engaged_at":"2026-02-30T00:00:00Z"}"#, #"{"last_engaged_at":"yesterday"}"#,
    #"{"source":{},"origin":{}}"#, #"{"registers":{"X":{},"X":{}}}"#,
    #"{"registers":{"US.national_dnc":{"listed":true,"status":"clear"}}}"#,
    "{\"city\":\"a\tb\"}", #"{"city":"\x"}"#, #"{"city":"\ud83d"}"#, #"{"minor":tru}"#,
    #"{"preferences":{"max_per_month":01}}"#, #"{"preferences":{"max_per_month":1.}}"#,
    #"{"custom":\#(String(repeating: "[", count: 200))\#(String(repeating: "]", count: 200))}"#,
  ])
  func leavesWhatIsOddToTheExactReader(_ line: String) {
    #expect(Self.read(line) == nil)
    #expect(Self.read(line, Self.presence) == nil)
  }

  @Test func leavesBytesThatAreNoTextToTheExactReader() {
    let batch = ContactBatch(Self.layout, phones: PhoneKeys())
    let columns = ContactColumns(batch, world: Self.world, options: Self.options)
    let bytes = Array(#"{"city":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(!Self.isRead(bytes, columns))
    #expect(batch.count == 0)
  }

  // MARK: keys that no field has

  /// Numbers of consents, by the contact's country, read behind each other and again.
  @Test func readsOtherNumbersLikeTheExactReader() throws {
    let phones = PhoneKeys()
    let batch = ContactBatch(Self.layout, phones: phones)
    let columns = ContactColumns(batch, world: Self.world, options: Self.options)
    let column = try #require(
      batch.columns.first {
        $0.spec.encoding == .phone && batch.layout.lists[$0.spec.list].kind == .consent
      })
    let numbers = [
      "any", "911", "112", "5550142", "3055550142", "(305) 555-0142", "+13055550142", "+1305555014",
      "", "an", "0112",
      "01129", "+44", "any2345", "+442079460123", "02079460123",
    ]
    var lines: [String] = []
    for country in ["null", "\"US\"", "\"GB\"", "\"FR\""] {
      lines += numbers.map { #"{"id":"a","country":\#(country),"consents":[{"number":"\#($0)"}]}"# }
    }
    for line in lines + lines {
      batch.clear()
      let isRead = Self.isRead(Array(line.utf8), columns)
      try #require(isRead, "\(line)")
      let key = column.keys.base[0]
      guard case .list(let rows)? = Self.record(line)?["consents"].value,
        case .record(let consent)? = rows.first?.value,
        case .phone(let written) = consent["number"].value
      else {
        Issue.record("nothing was read of \(line)")
        continue
      }
      #expect(phones.phone(of: key) == written, "\(line)")
    }
  }

  @Test func passesOverKeysThatWereMet() throws {
    let batch = ContactBatch(Self.layout, phones: PhoneKeys())
    let columns = ContactColumns(batch, world: Self.world, options: Self.options)
    func key(_ name: String, _ kind: RecordKind) -> UnknownKey {
      let place = FactPlace(lower: 0, upper: 1, line: 1, column: 1)
      return UnknownKey(path: name, key: name, record: kind, nearest: nil, place: place)
    }
    func strangers(_ text: String) -> [Int32]? {
      (Array(text.utf8) + Array(repeating: 0, count: ContactColumns.padding))
        .withUnsafeBufferPointer { bytes in
          bytes.baseAddress.flatMap { columns.read($0, isLine: true) }
            .map { Array(columns.strangers(in: $0)) }
        }
    }
    let odd = #"{"id":"a","shoe":{"size":[42]},"history":[{"agent":1},{"agent":"x","at":null}]}"#
    #expect(strangers(odd) == nil)
    columns.pass(key("shoe", .contact), number: 7)
    #expect(strangers(odd) == nil)
    columns.pass(key("agent", .historyEntry), number: 2)
    #expect(strangers(odd) == [7, 2, 2])
    #expect(strangers(#"{"id":"b"}"#) == [])
    #expect(strangers(#"{"shoe":null,"minor":true}"#) == [7])
    // Half a record, and one with a key that is given twice, leave nothing behind.
    #expect(strangers(#"{"shoe":1,"minor":tru}"#) == nil)
    #expect(strangers(#"{"shoe":1,"shoe":1}"#) == nil)
    #expect(strangers(#"{"shoe":[}"#) == nil)
    #expect(strangers(#"{"minor":true,"shoe":"é"}"#) == [7])
    let exact = ContactBatch(Self.layout, phones: PhoneKeys())
    for text in [
      #"{"id":"a","history":[{},{"at":null}]}"#, #"{"id":"b"}"#, #"{"minor":true}"#,
      #"{"minor":true}"#,
    ] { _ = exact.append(try #require(Self.record(text))) }
    #expect(Self.words(batch) == Self.words(exact))
  }

  // MARK: records behind each other

  /// Values by key, of which some are odd.
  private static let values: [(key: String, values: [String])] = [
    ("id", [#""1""#, #""a\\b""#, "null", "5"]),
    ("phone", [#""+13055550142""#, #""+33639980001""#, #""(305) 555-0142""#, #""+1305555014""#]),
    ("country", [#""US""#, #""FR""#, "null", #""\u0055S""#]),
    ("minor", ["true", "false", "null", "tru", "truex", "\"true\""]),
    ("recipient", [#""consumer""#, #""business""#, "null", #""consumer" x"#]),
    (
      "time_zone",
      [#""America/New_York""#, #""America/Argentina/Buenos_Aires""#, #""Europe/Paris""#]
    ),
    (
      "last_engaged_at",
      [
        #""2026-03-02T15:30:00Z""#, #""2024-02-29T00:00:00Z""#, "null", "nullx", #""2026-03-02""#,
        #""2026-02-30T15:30:00Z""#,
      ]
    ),
    ("city", [#""Bonn""#, #""Zürich""#, #""Z\u00fcrich""#, "null", #""""#, "5"]),
    (
      "opt_outs",
      ["[]", "null", "[ ]", "[{}]", #"[{"channel":"sms"},{"at":"2026-03-02T15:30:00Z"}]"#]
    ),
    (
      "consents",
      [
        "[]", #"[{"channel":"sms","level":"written"},{"channel":"voice","level":"express"}]"#,
        #"[{"channel": "sms", "withdrawn_at": null}, {"withdrawn_at": null}]"#,
        #"[{"level":"written","channel":"sms"}, {} ,{"channel":"sms"}]"#,
        #"[{"channel":"sms","channel":"sms"}]"#, #"[{"channel":}]"#,
      ]
    ),
    (
      "history",
      [
        #"[{"channel":"sms","at":"2026-03-02T15:30:00Z"},{"channel":"voice","at":"2026-03-03T15:30:00Z"}]"#,
        #"[{"at":"2026-03-03T15:30:00Z","channel":"voice"}]"#, #"[{"channel":"sms","at":null},]"#,
      ]
    ),
    (
      "registers",
      [
        #"{"US.national_dnc":{"listed":true,"checked_at":"2026-02-28T23:59:59Z"}}"#, "{}",
        #"{"FR.bloctel":{"status":"clear"},"US.national_dnc":{"status":"listed"}}"#, "null",
        #"{"US.national_dnc":null}"#,
      ]
    ),
    ("origin", [#"{"kind":"own_form"}"#, "null", "{}", #"{"kind":"own_form","at":1}"#]),
  ]

  private static func line(_ generator: inout SeededGenerator, _ order: [Int]) -> String {
    var order = order
    if Int.random(in: 0..<8, using: &generator) == 0 { order.shuffle(using: &generator) }
    if Int.random(in: 0..<20, using: &generator) == 0 { order.append(order[0]) }
    let (behindComma, behindColon) =
      [("", ""), (" ", " "), ("", " "), ("\t", "")].randomElement(
        using: &generator) ?? ("", "")
    let members = order.compactMap { index -> String? in
      if Int.random(in: 0..<6, using: &generator) == 0 { return nil }
      let (key, values) = values[index]
      // Mostly one of the first, which most readers take.
      let most = Bool.random(using: &generator) ? min(2, values.count) : values.count
      return "\"\(key)\":\(behindColon)\(values[Int.random(in: 0..<most, using: &generator)])"
    }
    return "{\(members.joined(separator: ",\(behindComma)"))}"
  }

  /// What was met before, and how it stood, changes nothing of what is read.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func readsRecordsBehindEachOther(_ seed: UInt64) {
    for layout in [Self.layout, Self.presence] { readRecords(seed, layout) }
  }

  private func readRecords(_ seed: UInt64, _ layout: BatchLayout) {
    var generator = SeededGenerator(seed: seed)
    let batch = ContactBatch(layout, phones: PhoneKeys())
    let columns = ContactColumns(batch, world: Self.world, options: Self.options)
    let order = Self.values.indices.shuffled(using: &generator)
    var read = 0
    for _ in 0..<30 {
      batch.clear()
      let exact = ContactBatch(layout, phones: PhoneKeys())
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let line = Self.line(&generator, order)
        guard Self.isRead(Array(line.utf8), columns) else { continue }
        read += 1
        guard let contact = Self.record(line) else {
          Issue.record("the exact reader refuses \(line)")
          return
        }
        _ = exact.append(contact)
        // A contact that nobody can make sense of leaves nothing behind.
        if batch.count % 7 == 6 {
          batch.dropLast()
          exact.dropLast()
        }
      }
      let (words, exactWords) = (Self.words(batch), Self.words(exact))
      #expect(words.count == exactWords.count, "seed \(seed)")
      for (found, expected) in zip(words, exactWords) where found != expected {
        Issue.record("\(found) is \(expected), seed \(seed)")
      }
    }
    #expect(read > 100)
  }
}
