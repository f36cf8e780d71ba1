import Outreach
import TestSupport
import Testing

@testable import OutreachFacts

/// The quick reader of plain numbers says what the reader of any text says.
@Suite struct PlainNumberTests {
  /// What texts are made of: mostly digits and separators, also in other scripts, and a little of everything else.
  private static let pieces: [String] =
    (0...9).map(String.init) + ["0", "00", "20", "7946", "555", " ", " ", "-", "-", ".", "(", ")"]
    + [
      "+", "\u{A0}", "\u{2011}", "\u{202F}", "\u{200B}", "０", "７", "＋", "（", "٣", "٠", "𝟑", "１２",
      ".0", ".00", "tel:", "/", "[", "]", "\t", "x", "é", "·", "　",
    ]

  private struct Read: Equatable {
    var digits: [UInt8]
    var isInternational: Bool
    var breaks: UInt32
    var zeros: UInt32
    var problem: NumberProblem

    init(_ text: NumberText) {
      digits = (0..<text.digits.count).map { text.digits.all[$0] }
      isInternational = text.isInternational
      breaks = text.breaks & ~1
      zeros = text.zeros & ~1
      problem = text.problem
    }
  }

  @Test func plainTextsAreReadLikeAnyOthers() {
    var random = SeededGenerator(seed: 20_261_122)
    var plain = 0
    for _ in 0..<40_000 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      guard let found = Self.readPlain(text) else { continue }
      plain += 1
      #expect(found == Self.readAny(text), "\(text)")
    }
    // Were nothing plain, nothing would have been compared.
    #expect(plain > 5_000)
  }

  @Test(
    arguments: [
      "0", "1234567", "12345678", "+123456789012345", "1234567890123456", "020 7946 0958",
      "tel:+1-305-555-0142", "(0)20", " 0 0 0 ", "+１３０５ ５５５", "12 34 56 78 90 12 34 56 78 90",
    ])
  func whatIsPlainIsReadAtOnce(_ text: String) {
    #expect(Self.readPlain(text) == Self.readAny(text))
  }

  @Test(
    arguments: [
      "", "+", "tel:", "447911123456.0", "447911123456.00", "447911123456.0 ", "44791112345６.０",
      "555 0142 x12", "030/123456", "+1+2", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1",
      "12345678901234567", String(repeating: "1 ", count: 40),
    ])
  func whatIsOddIsLookedAtCloser(_ text: String) {
    #expect(Self.readPlain(text) == nil)
  }

  private static func readPlain(_ text: String) -> Read? {
    withMemory { digits, room in
      var number = NumberText(DigitBuffer(digits))
      let isPlain = Array(text.utf8).withUnsafeBytes { number.readPlain($0, room) }
      return isPlain ? Read(number) : nil
    }
  }

  private static func readAny(_ text: String) -> Read {
    withMemory { digits, room in
      Array(text.utf8).withUnsafeBytes { bytes in
        Read(
          NumberText(
            any: bytes, digits: DigitBuffer(digits),
            room: UnsafeMutableBufferPointer(start: room, count: NumberText.longest)))
      }
    }
  }

  private static func withMemory<Result>(
    _ body: (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Result
  ) -> Result {
    let digits = UnsafeMutablePointer<UInt8>.allocate(capacity: DigitBuffer.room)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: NumberText.longest)
    defer {
      digits.deallocate()
      room.deallocate()
    }
    return body(digits, room)
  }
}
