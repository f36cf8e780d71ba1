import TestSupport
import Testing

@testable import OutreachFacts

/// What was met lately, against what it was.
struct SpellingsMetLatelyTests {
  /// Texts of two letters that often begin alike, and end alike or go on.
  private static func texts(_ seed: UInt64) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<3000).map { _ in
      let common = Int.random(in: 0..<36, using: &generator)
      let rest = Int.random(in: 1..<4, using: &generator)
      return Array(repeating: 0x61, count: common)
        + (0..<rest).map { _ in UInt8.random(in: 0x61...0x62, using: &generator) }
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func quotedSpellingsAreThemselves(_ seed: UInt64) {
    let memory = UnsafeMutablePointer<RecentSpellings.Recent>.allocate(
      capacity: RecentSpellings.count)
    memory.initialize(repeating: RecentSpellings.Recent(), count: RecentSpellings.count)
    defer { memory.deallocate() }
    let recent = RecentSpellings(memory)
    var numbers: [[UInt8]: UInt16] = [:]
    var found = 0
    for text in Self.texts(seed) {
      let spelling = [0x22] + text + [0x22]
      let number = numbers[spelling] ?? UInt16(numbers.count)
      numbers[spelling] = number
      // Behind some of them stands what would go on.
      let bytes = spelling + Array(repeating: number % 3 == 0 ? 0x62 : 0, count: 64)
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        if let met = recent.met(at: start) {
          found += 1
          #expect(met.pointee.number == number && met.pointee.length == spelling.count)
        }
        recent.note(start, spelling.count, number: number)
      }
    }
    #expect(found > 100)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func shortSpellingsAreThemselves(_ seed: UInt64) {
    let memory = UnsafeMutablePointer<ShortSpellings.Entry>.allocate(capacity: ShortSpellings.count)
    memory.initialize(repeating: ShortSpellings.Entry(), count: ShortSpellings.count)
    defer { memory.deallocate() }
    let short = ShortSpellings(memory)
    var numbers: [[UInt8]: UInt16] = [:]
    var found = 0
    for text in Self.texts(seed) {
      let number = numbers[text] ?? UInt16(numbers.count)
      numbers[text] = number
      let bytes = text + Array(repeating: number % 3 == 0 ? 0x62 : 0, count: 64)
      bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        guard text.count <= ShortSpelling.longest else { return }
        // A spelling means something else in another country.
        let country = Int(number % 2)
        let met = short.find(ShortSpelling(start, text.count, ofCountry: country))
        if met >= 0 { found += 1 }
        #expect(met < 0 || met == Int(number))
        #expect(short.find(ShortSpelling(start, text.count, ofCountry: 1 - country)) < 0)
        short.note(
          ShortSpelling(start, text.count, ofCountry: country), number: number)
      }
    }
    #expect(found > 100)
  }

  /// What is no text may stand for something else wherever it stands.
  @Test(arguments: ["17", "-1", "\"é\""])
  func otherValuesAreNotKept(_ text: String) {
    let memory = UnsafeMutablePointer<RecentSpellings.Recent>.allocate(
      capacity: RecentSpellings.count)
    memory.initialize(repeating: RecentSpellings.Recent(), count: RecentSpellings.count)
    defer { memory.deallocate() }
    let recent = RecentSpellings(memory)
    (Array(text.utf8) + Array(repeating: 0, count: 64)).withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      recent.note(start, text.utf8.count, number: 7)
      #expect(recent.met(at: start) == nil)
    }
  }
}
