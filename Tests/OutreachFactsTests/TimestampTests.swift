import Outreach
import TestSupport
import Testing

@testable import OutreachFacts

/// The quick reader of timestamps, against the reader of any instant.
struct TimestampTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func saysTheSameOrNothing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<4000 {
      func two(_ range: ClosedRange<Int>) -> String {
        let number = Int.random(in: range, using: &generator)
        return number < 10 ? "0\(number)" : "\(number)"
      }
      let date = "\(two(19...20))\(two(0...99))-\(two(0...13))-\(two(0...31))"
      var text = Array("\(date)T\(two(0...24)):\(two(0...60)):\(two(0...60))Z".utf8)
      if Bool.random(using: &generator) {
        text[Int.random(in: 0..<20, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      let exact = text.withUnsafeBufferPointer { Instant(rfc3339: $0.span)?.milliseconds }
      let quick = (text + Array(repeating: 0, count: 8)).withUnsafeBufferPointer {
        $0.baseAddress.flatMap { Timestamp.universal($0) }
      }
      let words = String(decoding: text, as: UTF8.self)
      #expect(quick == nil || quick == exact, "seed \(seed): \(words)")
      if quick == nil { continue }
      read += 1
    }
    #expect(read > 500)
  }

  @Test
  func readsEveryDayOfItsYears() {
    // 2000-01-01, in days since 1970.
    let first = 10_957
    for day in first..<first + 36_525 {
      let date = CivilDate(dayNumber: day)
      let text = Array("\(date)T23:59:59Z".utf8) + Array(repeating: 0, count: 8)
      let found = text.withUnsafeBufferPointer {
        $0.baseAddress.flatMap { Timestamp.universal($0) }
      }
      #expect(found == (Int64(day) * 86_400 + 86_399) * 1000, "\(date)")
    }
  }
}
