import Outreach
import TestSupport
import Testing

@testable import OutreachFacts

/// Bytes to rows and cells (RFC 4180, and what comes of it in the wild).
struct TableSplitterTests {
  /// The rows of a text: cells between bars behind the line, or the place and the beginning of what is wrong.
  private func rows(
    _ text: String, separator: UInt8? = nil, chunk: Int = .max, longest: Int = 1000
  ) throws -> [String] {
    try rows(Array(text.utf8), separator: separator, chunk: chunk, longest: longest)
  }

  private func rows(
    _ bytes: [UInt8], separator: UInt8? = nil, chunk: Int = .max, longest: Int = 1000
  ) throws -> [String] {
    var splitter = try TableSplitter(
      separator: separator, longest: longest, source: ByteSource(bytes, atATime: chunk))
    var result: [String] = []
    while let row = try splitter.next() {
      if let problem = row.problem {
        let words = problem.message.split(separator: " ").prefix(3).joined(separator: " ")
        result.append("\(problem.place.line):\(problem.place.column) \(words)")
        continue
      }
      let cells = row.cells.map { String(decoding: row.bytes(of: $0), as: UTF8.self) }
      result.append("\(row.place.line) " + cells.joined(separator: "¦"))
    }
    return result
  }

  /// A text and the rows in it.
  struct Case: CustomTestStringConvertible {
    var text: String
    var rows: [String]

    init(_ text: String, _ rows: [String]) {
      self.text = text
      self.rows = rows
    }

    var testDescription: String { text.debugDescription }
  }

  static let cases = [
    Case("", []), Case("\n\n", []), Case("a", ["1 a"]), Case("a,b", ["1 a¦b"]),
    Case("a,b\n", ["1 a¦b"]), Case("a,b\r\nc,d\r\n", ["1 a¦b", "2 c¦d"]),
    Case("a,b\rc,d\r", ["1 a¦b", "2 c¦d"]), Case("a,b\n\n\nc,d", ["1 a¦b", "4 c¦d"]),
    Case("a,\n,b\n", ["1 a¦", "2 ¦b"]), Case(",,\n", ["1 ¦¦"]),
    Case("\"a\",\"b,c\"\n", ["1 a¦b,c"]), Case("\"a\"\"b\",\"\"\"\"\n", ["1 a\"b¦\""]),
    Case("\"\",x", ["1 ¦x"]), Case("a,\"\"", ["1 a¦"]),
    Case("\"a\nb\",c\nd,e", ["1 a\nb¦c", "3 d¦e"]),
    Case("\"a\r\nb\r\n\",c\r\nd,e", ["1 a\r\nb\r\n¦c", "4 d¦e"]),
    Case("a,5\" pipe\n", ["1 a¦5\" pipe"]), Case("a, \"b\"\n", ["1 a¦ \"b\""]),
    Case("a;b;c\n1;2;3", ["1 a¦b¦c", "2 1¦2¦3"]), Case("a|b\n", ["1 a¦b"]),
    Case("\"a;b\",c\n", ["1 a;b¦c"]), Case("\u{FEFF}a,b\n1,2", ["1 a¦b", "2 1¦2"]),
    // A quote that closes too early, or never: the row is bad, the next line may be one.
    Case("a,b\n\"c\"d,e\nf,g\n", ["1 a¦b", "2:3 this quote closes", "3 f¦g"]),
    Case("a,b\nc,\"d\ne,f\n", ["1 a¦b", "2:3 the quote that", "3 e¦f"]),
    Case("a,b\nc,\"d\ne,\"f\"\n", ["1 a¦b", "3:3 this quote closes", "3 e¦f"]),
    Case("a,\"b", ["1:3 the quote that"]),
  ]

  @Test(arguments: cases)
  func cuts(_ example: Case) throws {
    #expect(try rows(example.text) == example.rows)
  }

  /// Wherever the chunks are cut, the same rows come out.
  @Test(arguments: cases, [1, 2, 3, 5])
  func chunksDoNotMatter(_ example: Case, _ chunk: Int) throws {
    #expect(try rows(example.text, chunk: chunk) == example.rows)
  }

  @Test(arguments: [
    Case("a\tb\n1\t2", ["1 a¦b", "2 1¦2"]),
    // Quoted by those who quote, plain by those who do not.
    Case("\"a\"\t\"b \"\"c\"\"\"\n", ["1 a¦b \"c\""]), Case("\"x\ty\"\tb\n", ["1 x\ty¦b"]),
    Case("\"a\tb\n", ["1 \"a¦b"]), Case("\"a\" b\tc\n", ["1 \"a\" b¦c"]),
    Case("5\"\t\"6\n", ["1 5\"¦\"6"]), Case("a\t\"b\"", ["1 a¦b"]), Case("a\t\"", ["1 a¦\""]),
  ])
  func cutsTabs(_ example: Case) throws {
    for chunk in [1, 2, 7, Int.max] {
      #expect(try rows(example.text, separator: 9, chunk: chunk) == example.rows)
    }
  }

  @Test func tellsWhatItCannot() {
    let mixed = #expect(throws: FactProblem.self) { try rows("a,b;c\n") }
    #expect(mixed?.kind == .header)
    let wide = #expect(throws: FactProblem.self) { try rows([0xFF, 0xFE, 0x61, 0]) }
    #expect(wide?.kind == .encoding)
  }

  @Test func passesOverWhatIsTooLong() throws {
    let long = String(repeating: "x", count: 200)
    let told = ["1 a¦b", "2:1 this row is", "3 c¦d"]
    for chunk in [1, 50, Int.max] {
      #expect(try rows("a,b\n\(long),y\nc,d\n", chunk: chunk, longest: 100) == told)
    }
    // An open quote must not swallow the rest of a large file.
    let open = try rows("a,b\n\"c,\(String(repeating: "d\n", count: 100))", chunk: 10, longest: 100)
    #expect(open.prefix(3) == ["1 a¦b", "2:1 the quote that", "3 d"])
  }

  /// Bytes of any kind are cut without a trap, and every byte but those of blank lines lies in some row.
  @Test(arguments: 0..<20)
  func losesNoByte(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("\"\",;\n\r\tab".utf8)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let size = Int.random(in: 1..<9, using: &generator)
      var splitter = try TableSplitter(
        separator: UInt8(ascii: ","), longest: 1000, source: ByteSource(bytes, atATime: size))
      var seen: [UInt8] = []
      var line = 0
      while let row = try splitter.next() {
        seen += row.bytes
        #expect(row.place.line > line)
        line = row.place.line
      }
      let isBreak = { (byte: UInt8) in byte == 10 || byte == 13 }
      #expect(seen.filter { !isBreak($0) } == bytes.filter { !isBreak($0) })
    }
  }
}
