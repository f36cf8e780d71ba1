import Outreach
import TestSupport
import Testing

@testable import OutreachFacts

/// Numbers in canonical form are read like all others, whatever numbers came before them.
@Suite struct CanonicalNumberTests {
  private let numbering = CompiledNumbering()

  /// Numbers of a few beginnings and of any, most of them of the usual length.
  private static func text(_ random: inout SeededGenerator) -> String {
    let beginnings = [
      "1305", "1212", "1204", "1800", "44", "4479", "33", "336", "49", "4930", "61", "39", "86", "7",
      "77", "599", "290", "999",
    ]
    let isAny = Int.random(in: 0..<8, using: &random) == 0
    let head = isAny ? "" : beginnings.randomElement(using: &random) ?? ""
    let count = max(7 - head.count, Int.random(in: 8...13, using: &random) - head.count)
    return "+" + head
      + (0..<count).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
  }

  @Test(arguments: [1, 2] as [UInt64])
  func areReadLikeAllOthers(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let heads = CanonicalHeads()
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * DigitBuffer.room)
    defer { room.deallocate() }
    var valid = 0
    for _ in 0..<20_000 {
      let text = Self.text(&random)
      let bytes = Array(text.utf8)
      let whole = bytes.withUnsafeBytes { numbering.read($0, country: .notGiven) }
      let padded = bytes + Array(repeating: 0, count: 16)
      let quick = padded.withUnsafeBufferPointer { padded in
        padded.baseAddress.flatMap { numbering.readCanonical($0, bytes.count, room, heads) }
      }
      guard let quick else {
        #expect(whole.problem != .none || "+\(whole.e164)" != text, "\(text)")
        continue
      }
      valid += 1
      #expect(whole.problem == .none, "\(text)")
      #expect(quick.e164 == whole.e164 && quick.callingCode == whole.callingCode, "\(text)")
      #expect(quick.digitCount == whole.digitCount && quick.kind == whole.kind, "\(text)")
      #expect(quick.countries == whole.countries && quick.places == whole.places, "\(text)")
      #expect(quick.zones == whole.zones, "\(text)")
    }
    #expect(valid > 2_000)
  }
}
