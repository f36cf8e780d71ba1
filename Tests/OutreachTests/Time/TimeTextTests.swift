import Outreach
import TestSupport
import Testing

@Suite struct TimeTextTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01t00:00:00z", 0), ("1969-12-31T23:59:59.999Z", -1),
    ("2026-03-02T20:30:00-05:00", 1_772_501_400_000),
    ("2026-03-02T20:30:00.5-05:00", 1_772_501_400_500),
    ("2026-03-02T20:30:00.12399999999999999999Z", 1_772_483_400_123),
    ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("2016-12-31T23:59:60.9Z", 1_483_228_800_000),
    ("2026-01-01T00:00:00+23:59", 1_767_139_260_000),
    ("2026-01-01T00:00:00-00:00", 1_767_225_600_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000), ("9999-12-31T23:59:60Z", 253_402_300_800_000),
  ])
  func readsInstants(_ text: String, _ milliseconds: Int64) {
    #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-03-02", "2026-03-02T20:30:00", "2026-03-02 20:30:00Z", "2026-03-02T20:30Z",
    "2026-03-02T24:00:00Z", "2026-03-02T20:60:00Z", "2026-03-02T20:30:61Z", "2026-03-02T20:30:00.Z",
    "2026-03-02T20:30:00+24:00", "2026-03-02T20:30:00+05:60", "2026-03-02T20:30:00+0500",
    "2026-03-02T20:30:00Z ", " 2026-03-02T20:30:00Z", "2026-02-30T20:30:00Z",
    "2026-03-02T20:30:00EST",
    "2026-03-02T20:30:00-05:0", "2026-3-2T20:30:00Z", "2026-03-02T2:30:00Z",
    "2026-03-02T20:30:00,5Z",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:60.5-00:01",
  ])
  func refusesOtherInstants(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func takesMissingSecondsWhereAsked() {
    let short = Instant(rfc3339: "2026-03-02T20:30-05:00", secondsMayBeMissing: true)
    #expect(short?.milliseconds == 1_772_501_400_000)
    #expect(Instant(rfc3339: "2026-03-02T20:3005:00", secondsMayBeMissing: true) == nil)
    #expect(Instant(rfc3339: "2026-03-02T20:30.5Z", secondsMayBeMissing: true) == nil)
  }

  @Test func writesWhatItReads() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let instant = Instant(
        milliseconds: .random(in: -62_135_596_800_000...253_402_300_800_000, using: &generator))
      let offset = Int.random(in: -90_000...90_000, using: &generator)
      let text = instant.rfc3339(offsetSeconds: offset)
      #expect(Instant(rfc3339: text) == instant, "\(text)")
    }
    for instant in [
      Instant.distantPast, .distantFuture, Instant.distantFuture.adding(milliseconds: -1),
    ] {
      for offset in [Int.min, -3600, 0, 3600, .max] {
        #expect(Instant(rfc3339: instant.rfc3339(offsetSeconds: offset)) == instant)
      }
    }
  }

  @Test(arguments: [
    (0, "2026-03-03T01:30:00Z"), (-18_000, "2026-03-02T20:30:00-05:00"),
    (20_700, "2026-03-03T07:15:00+05:45"), (-2670, "2026-03-03T00:45:00-00:45"),
  ])
  func writesOffsets(_ offset: Int, _ expected: String) {
    #expect(Instant(milliseconds: 1_772_501_400_000).rfc3339(offsetSeconds: offset) == expected)
  }

  @Test(arguments: [
    ("00:00", 0, "00:00"), ("08:00", 28_800_000, "08:00"), ("08:00:30", 28_830_000, "08:00:30"),
    ("08:00:00.25", 28_800_250, "08:00:00.250"), ("24:00", 86_400_000, "24:00"),
    ("23:59:59.9999", 86_399_999, "23:59:59.999"),
  ])
  func readsTimes(_ text: String, _ milliseconds: Int, _ written: String) {
    let time = TimeOfDay(iso: text)
    #expect(time?.milliseconds == milliseconds)
    #expect(time?.description == written)
  }

  @Test(arguments: [
    "", "8:00", "08:60", "24:01", "24:00:00.5", "08:00:60", "08:00:", "08:00:30.", "0800", "08:00Z",
  ])
  func refusesOtherTimes(_ text: String) {
    #expect(TimeOfDay(iso: text) == nil)
  }
}
