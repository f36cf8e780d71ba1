import Outreach
import OutreachFacts
import Testing

struct JSONParserTests {
  @Test(arguments: JSONCase.valid)
  func accepts(_ document: JSONCase) throws {
    _ = try JSONParser.parse(document.bytes[...])
  }

  @Test(arguments: JSONCase.invalid + JSONCase.refused)
  func refuses(_ document: JSONCase) throws {
    #expect(throws: FactProblem.self) { try JSONParser.parse(document.bytes[...]) }
  }

  @Test(arguments: [
    (#"["\u00e9\n\/"]"#, "é\n/"), (#"["\uD83D\uDE00"]"#, "😀"), (#"["a\u0000b"]"#, "a\0b"),
    (#"["é€😀"]"#, "é€😀"),
  ])
  func resolvesEscapes(_ document: String, _ text: String) throws {
    let tree = try parse(document)
    guard case .array(let elements) = tree.content else {
      Issue.record("not a list")
      return
    }
    #expect(elements.map(\.content) == [.string(text)])
  }

  @Test func keepsNumbersAsTheyAreSpelled() throws {
    let tree = try parse("[1.50, -0, 1E+2]")
    guard case .array(let elements) = tree.content else {
      Issue.record("not a list")
      return
    }
    #expect(elements.map(\.content) == [.number("1.50"), .number("-0"), .number("1E+2")])
  }

  @Test func keepsThePlaceOfEveryKeyAndValue() throws {
    let text = "{\"é\": 1,\r\n \"b\": [true,\n  {\"c\": \"x\\ny\"}]}"
    let tree = try parse(text)
    #expect(
      places(tree, in: text) == [
        "1:1 \(text)", "1:2 \"é\"", "1:8 1", "2:2 \"b\"", "2:7 [true,\n  {\"c\": \"x\\ny\"}]",
        "2:8 true", "3:3 {\"c\": \"x\\ny\"}", "3:4 \"c\"", "3:9 \"x\\ny\"",
      ])
  }

  @Test func countsFromTheStartOfTheFile() throws {
    let start = FactPlace(lower: 100, upper: 100, line: 7, column: 3)
    let tree = try JSONParser.parse(Array("[\n 1]".utf8)[...], from: start)
    #expect(tree.place == FactPlace(lower: 100, upper: 105, line: 7, column: 3))
    guard case .array(let elements) = tree.content else {
      Issue.record("not a list")
      return
    }
    #expect(
      elements.first?.place == FactPlace(lower: 103, upper: 104, line: 8, column: 2))
  }

  @Test(arguments: [
    ("[1,]", 1, 4, "a comma cannot stand before `]`; remove it"),
    ("{\"a\": 1\n \"b\": 2}", 2, 2, "expected `,` or `}`, found `\"`"),
    ("{'a': 1}", 1, 2, "expected a key in double quotes, found `'`"),
    ("[sms]", 1, 2, "expected a value, found `s`; text stands in double quotes"),
    ("[1] x", 1, 5, "the document ends before `x`; remove what follows"),
    (
      "{\"a\": 007}", 1, 7,
      "a number cannot begin with `0`; an id or a postal code is text, in quotes"
    ),
    ("", 1, 1, "nothing is written here; a JSON document is expected"),
    ("[\"a", 1, 2, "the string is not closed"),
    ("{\n// x\n}", 2, 1, "expected a key in double quotes, found `/`"),
  ])
  func saysWhatIsWrongAndWhere(
    _ document: String, _ line: Int, _ column: Int, _ message: String
  ) throws {
    let problem = try #require(throws: FactProblem.self) { try parse(document) }
    #expect(problem.message == message)
    #expect(problem.place.line == line)
    #expect(problem.place.column == column)
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0xA9, 0xE2, 0x82, 0x22], 3),
      ([0x22, 0x5C, 0x6E, 0xC3, 0xA9, 0x80, 0x22], 5),
    ] as [([UInt8], Int)])
  func pointsAtTheByteThatIsNoText(_ bytes: [UInt8], _ offset: Int) throws {
    let problem = try #require(throws: FactProblem.self) { try JSONParser.parse(bytes[...]) }
    #expect(problem.kind == .encoding)
    #expect(problem.place.lower == offset)
  }

  private func parse(_ text: String) throws -> FactTree {
    try JSONParser.parse(Array(text.utf8)[...])
  }

  /// Every place in order, as `line:column text`.
  private func places(_ tree: FactTree, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    func spelled(_ place: FactPlace) -> String {
      let part = String(decoding: bytes[place.lower..<place.upper], as: UTF8.self)
      return "\(place.line):\(place.column) \(part)"
    }
    let inner: [String] =
      switch tree.content {
      case .object(let members):
        members.flatMap { [spelled($0.keyPlace)] + places($0.value, in: text) }
      case .array(let elements): elements.flatMap { places($0, in: text) }
      default: []
      }
    return [spelled(tree.place)] + inner
  }
}
