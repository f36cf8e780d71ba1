import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

struct ReadingContactsTests {
  /// What a stream holds: `line id` of a contact, `line:column ! message [id]` of a bad record, each with its bytes.
  private func read(
    _ text: String, _ format: ContactFormat = .lines, chunk: Int = .max, reads: FactSet? = nil
  ) throws -> [String] {
    try read(Array(text.utf8), format, chunk: chunk, reads: reads)
  }

  private func read(
    _ bytes: [UInt8], _ format: ContactFormat, chunk: Int = .max, reads: FactSet? = nil,
    longest: Int = 1000
  ) throws -> [String] {
    var reader = try ContactReader(
      format: format, mappings: TableMappings([], named: nil), file: 0,
      options: .contacts(world: nil, reads: reads), longest: longest,
      source: ByteSource(bytes, atATime: chunk))
    var result: [String] = []
    while let record = try reader.next() {
      let raw = String(decoding: record.bytes.prefix(40), as: UTF8.self)
      switch record.content {
      case .contact(let contact):
        guard case .text(let id) = contact["id"].value else {
          result.append("\(record.place.line) ? \(raw)")
          continue
        }
        result.append("\(record.place.line) \(id) \(raw)")
      case .bad(let bad):
        let place = bad.problem.place
        result.append(
          "\(place.line):\(place.column) ! \(bad.problem.sentence) [\(bad.id ?? "?")] \(raw)")
      }
    }
    return result
  }

  private static let lines = """
    {"id": "a"}\r
      \r

    {"id": "b", "nope": 1}
    {"id": "c", "country": 5}
    {"id": "d", "city": "x"
      {"id":"e"}
    [{"id": "f"}]
    {"id": "g", "line": {"type": "mobil"}}
    """

  private static let told = [
    #"1 a {"id": "a"}"#,
    #"4 b {"id": "b", "nope": 1}"#,
    "5:24 ! `country` must be an ISO 3166 code such as `US` or `US-FL`, not the number `5` [c] "
      + #"{"id": "c", "country": 5}"#,
    #"6:24 ! expected `,` or `}`, found the end [d] {"id": "d", "city": "x""#,
    #"7 e {"id":"e"}"#,
    #"8:1 ! a contact is an object `{ … }`, not a list [?] [{"id": "f"}]"#,
    "9:30 ! `line.type` cannot be `mobil`; did you mean `mobile`? [g] "
      + #"{"id": "g", "line": {"type": "mobil"}}"#,
  ]

  @Test(arguments: [1, 2, 7, 64, Int.max])
  func readsLines(_ chunk: Int) throws {
    #expect(try read(Self.lines, chunk: chunk) == Self.told)
    #expect(try read(Self.lines + "\n", chunk: chunk) == Self.told)
    #expect(try read("\u{FEFF}\n" + Self.lines, chunk: chunk).count == Self.told.count)
  }

  @Test(arguments: [1, 3, Int.max])
  func readsAList(_ chunk: Int) throws {
    let text = """
      [ {"id": "a", "custom": {"x": [1, "]},"]}},
        {"id": "b\\"]"} ,3
      ,
       {"id": "c", "country": nil}]

      """
    let expected = [
      #"1 a {"id": "a", "custom": {"x": [1, "]},"]}}"#,
      #"2 b"] {"id": "b\"]"}"#,
      "2:19 ! a contact is an object `{ … }`, not the number `3` [?] 3",
      "4:25 ! expected a value, found `n`; text stands in double quotes [c] "
        + #"{"id": "c", "country": nil}"#,
    ]
    #expect(try read(text, .list, chunk: chunk) == expected)
    #expect(try read(text, .lines, chunk: chunk) == expected)
  }

  @Test(
    arguments: [
      ("[", ["1:2 ! the list of contacts is cut off before its `]` [?] "]),
      (
        "[{\"id\": \"a\"}",
        [
          #"1 a {"id": "a"}"#, "1:13 ! the list of contacts is cut off before its `]` [?] ",
        ]
      ),
      (
        "[{\"id\": \"a\"},",
        [
          #"1 a {"id": "a"}"#, "1:14 ! the list of contacts is cut off before its `]` [?] ",
        ]
      ),
      (
        "[{\"id\": \"a\"},]",
        [
          #"1 a {"id": "a"}"#, "1:14 ! nothing is written here; a JSON document is expected [?] ",
        ]
      ),
      ("[] x", ["1:4 ! the list of contacts ends before this; remove it [?] "]),
      (
        "[{\"id\": \"a\"}}, {\"id\": \"b\"}]",
        [
          "1:13 ! the document ends before `}`; remove what follows [a] {\"id\": \"a\"}}",
          #"1 b {"id": "b"}"#,
        ]
      ),
      ("[]", []), (" [ ] ", []),
    ] as [(String, [String])])
  func tellsOfAListThatIsNotWhole(_ text: String, _ expected: [String]) throws {
    #expect(try read(text, .list) == expected)
  }

  @Test(arguments: ["", "{\"id\": \"a\"}", "id,phone\n1,2\n"])
  func refusesWhatIsNoList(_ text: String) {
    #expect(throws: FactProblem.self) { try read(text, .list) }
  }

  @Test func anEmptyFileOfLinesHoldsNoContacts() throws {
    #expect(try read("") == [])
    #expect(try read("\n\r\n \n") == [])
  }

  @Test func bytesThatAreNoTextMakeABadRecord() throws {
    let bytes =
      Array(#"{"id": "a", "city": "M"#.utf8) + [0xFC] + Array("nchen\"}\n{\"id\": \"b\"}".utf8)
    let told = try read(bytes, .lines)
    #expect(told.count == 2)
    #expect(
      told[0].hasPrefix("1:23 ! this byte is not part of UTF-8 text; save the file as UTF-8 [a]"))
    #expect(told[1].hasPrefix("2 b"))
  }

  @Test(arguments: [ContactFormat.lines, .list], [1, 7, 64, Int.max])
  func aRecordTooLongIsToldOfAndPassedOver(_ format: ContactFormat, _ chunk: Int) throws {
    let fits = "{\"id\": \"a\"}" + String(repeating: " ", count: 20) + "\t"
    let long = "{\"id\": \"b\", \"city\": \"" + String(repeating: "x", count: 100) + "\"}"
    let records = [fits, long, fits, long]
    let text =
      format == .lines
      ? records.joined(separator: "\n") : "[\(records.joined(separator: ",\n"))]"
    let told = try read(Array(text.utf8), format, chunk: chunk, longest: fits.utf8.count)
    let bad = "! this contact is longer than any can be; is a line break or a bracket missing? [?] "
    #expect(
      told == ["1 a {\"id\": \"a\"}", "2:1 \(bad)", "3 a {\"id\": \"a\"}", "4:1 \(bad)"])
  }

  @Test func aFieldThatNobodyReadsIsNotLookedAt() throws {
    var reads = FactSet()
    reads.insert("consents", of: .contact)
    reads.insert("level", of: .consent)
    let text = """
      {"id": "a", "country": 5, "consents": [{"level": "express", "granted_at": "long ago"}]}
      {"id": "b", "consents": [{"level": "strong"}]}
      """
    let told = try read(text, reads: reads)
    #expect(told[0].hasPrefix("1 a"))
    #expect(told[1].hasPrefix("2:36 ! `consents[0].level` cannot be `strong`"))
  }

  @Test func collectsKeysThatNoFieldHas() throws {
    let text =
      #"{"id": "a", "opt_out": [], "consents": [{"lvel": 1, "xyzzy": 2}], "custom": {"q": 1}}"#
    var reader = try ContactReader(
      format: .lines, mappings: TableMappings([], named: nil), file: 3,
      options: .contacts(world: nil, reads: nil),
      source: ByteSource(Array(text.utf8)))
    let record = try #require(try reader.next())
    #expect(
      record.unknownKeys.map { "\($0.path) \($0.nearest ?? "-") \($0.record)" } == [
        "opt_out opt_outs contact", "consents[0].lvel level consent", "consents[0].xyzzy - consent",
      ])
    #expect(record.unknownKeys.first?.nearestField?.type == .list(.record(.optOut)))
  }

  /// Whatever the cuts between chunks, and whatever the bytes, the same records come out.
  @Test(arguments: 0..<6)
  func chunksDoNotMatter(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("{}[]\",:\\ \n\r".utf8) + Array("\"id\"".utf8)
    for _ in 0..<60 {
      var bytes: [UInt8] = Bool.random(using: &generator) ? [0x5B] : []
      bytes += (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let whole = try read(bytes, .lines)
      let size = Int.random(in: 1..<6, using: &generator)
      #expect(try read(bytes, .lines, chunk: size) == whole, "seed \(seed): \(bytes)")
    }
  }
}
