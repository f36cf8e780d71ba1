import Outreach
import OutreachFacts
import TestSupport
import Testing

/// The elements of a list that come together are those that come one by one.
struct ListPieceTests {
  private static let options = FactDecoder.Options.contacts(
    world: ColumnReadingTests.world, reads: nil)

  /// What is told of a record: where it stands, its bytes, and what is wrong with it.
  private static func words(_ raw: RawContact) -> String {
    let (record, place) = (raw.read(), raw.place)
    let text = String(decoding: record.bytes, as: UTF8.self)
    guard case .bad(let bad) = record.content else {
      return "\(place.line):\(place.column) \(place.lower)..<\(place.upper) \(text)"
    }
    return "\(place.line):\(place.column) \(text) — \(bad.problem.sentence)"
      + " at \(bad.problem.place.line):\(bad.problem.place.column)"
  }

  private static func reader(_ bytes: [UInt8], longest: Int, chunk: Int) throws -> ContactReader {
    try ContactReader(
      format: .list, mappings: TableMappings([], named: nil), file: 0, options: options,
      longest: longest, source: ByteSource(bytes, atATime: chunk))
  }

  private static func oneByOne(_ bytes: [UInt8], longest: Int, chunk: Int) throws -> [String] {
    var reader = try reader(bytes, longest: longest, chunk: chunk)
    var result: [String] = []
    while let raw = try reader.nextRaw() { result.append(words(raw)) }
    return result
  }

  /// The records of pieces, and how many of them came together.
  private static func inPieces(
    _ bytes: [UInt8], longest: Int, chunk: Int, size: Int
  ) throws -> (records: [String], together: Int) {
    var reader = try reader(bytes, longest: longest, chunk: chunk)
    var (result, together): ([String], Int) = ([], 0)
    while let piece = try reader.nextPiece(size) {
      guard case .lines(let block) = piece else {
        if case .records(let records) = piece { result += records.map(words) }
        continue
      }
      let hasLineFeeds = block.bytes.contains(UInt8(ascii: "\n"))
      #expect(block.list == (hasLineFeeds ? .inLines : .inOneLine))
      var (at, line, lineStart) = (0, 0, 0)
      while at < block.count {
        let isObject = block.bytes[at] == UInt8(ascii: "{")
        let end = isObject ? block.end(ofObject: at) : at + 1
        if isObject {
          result += block.records(at..<end, lineStart: lineStart, line: line).map(words)
          together += 1
        }
        for place in at..<end where block.bytes[place] == UInt8(ascii: "\n") {
          line += 1
          lineStart = place + 1
        }
        at = end
      }
    }
    return (result, together)
  }

  // MARK: random lists

  private static let texts = [
    "", "a", "[", "]]", "{", "}", ",", #"\""#, #"\\"#, #"\\\""#, #"}\\\"],{"#, "é", #"\u005d"#,
    String(repeating: "x", count: 70), String(repeating: "{", count: 700),
    #"\\"# + String(repeating: "]", count: 64),
  ]

  private static func element(_ random: inout SeededGenerator, _ gap: String) -> String {
    func text() -> String { "\"\(texts.randomElement(using: &random) ?? "")\"" }
    var members = ["\"id\":\(gap)\(text())"]
    if Bool.random(using: &random) { members.append("\"city\":\(text())") }
    if Bool.random(using: &random) {
      members.append("\"consents\":[\(gap){\"evidence\":\(text())},{ }]")
    }
    if Bool.random(using: &random) { members.append("\"first_name\":[[\(text())],{\"a\":{}}]") }
    return "{\(gap)\(members.joined(separator: ",\(gap)"))\(gap)}"
  }

  private static let oddElements = [
    "", "5", "[]", #""{""#, "{]", "{}}", "{} {}", #"{"id":"a"}"# + " x", "[{},{}]", "{",
    #"{"id":"}"#,
    "]",
  ]

  private static func list(_ random: inout SeededGenerator) -> String {
    let gap = ["", "", " ", "\n  ", "\r\n\t"].randomElement(using: &random) ?? ""
    let isOdd = Int.random(in: 0..<3, using: &random) == 0
    let elements = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      isOdd && Int.random(in: 0..<12, using: &random) == 0
        ? oddElements.randomElement(using: &random) ?? "" : element(&random, gap)
    }
    let end = ["]", "]", "]", "]\n", ",]", "", " ] x"].randomElement(using: &random) ?? "]"
    return "[" + gap + elements.joined(separator: "\(gap),\(gap)") + gap + end
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func elementsThatComeTogetherAreTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let text = Self.list(&random)
      let bytes = Array(text.utf8)
      let longest = [500, 1 << 20].randomElement(using: &random) ?? 500
      let chunk = [1, 7, 64, 100, 4096].randomElement(using: &random) ?? 64
      let size = [1, 50, 300, 5000].randomElement(using: &random) ?? 50
      let expected = try Self.oneByOne(bytes, longest: longest, chunk: chunk)
      let found = try Self.inPieces(bytes, longest: longest, chunk: chunk, size: size)
      #expect(found.records == expected, "seed \(seed), \(longest), \(chunk), \(size): \(text)")
    }
  }

  @Test func regularElementsComeTogether() throws {
    let element = #"{"id":"a","consents":[{"evidence":"}]\""}]}"#
    for (start, between, end) in [("[", ",", "]"), ("[\n  ", ",\n  ", "\n]\n")] {
      let bytes = Array(
        (start + repeatElement(element, count: 500).joined(separator: between) + end).utf8)
      let found = try Self.inPieces(bytes, longest: 1 << 20, chunk: 1000, size: 3000)
      #expect(found.records.count == 500)
      #expect(found.together == 500)
    }
  }
}
