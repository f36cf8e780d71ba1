import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// Zones read from the machine's files.
@Suite struct ZoneFileTests {
  private static let compiled = CompiledZones()

  private static func files() throws -> [(name: String, bytes: [UInt8])] {
    try fixture("zonefiles.txt").dropFirst().map { line in
      let words = line.split(separator: " ")
      return (String(words[0]), try Array(#require(Data(base64Encoded: String(words[1])))))
    }
  }

  /// The compiled tables were made from the same files by another program.
  @Test func readsWhatTheTablesHold() throws {
    let files = try ZoneFileTests.files()
    #expect(files.count == 48)
    for (name, bytes) in files {
      let read = try ZoneFile.history(bytes, name: name)
      let compiled = try #require(ZoneFileTests.compiled.history(of: name))
      #expect(read.transitions == compiled.transitions, "\(name)")
      #expect(read.offsets == compiled.offsets, "\(name)")
      #expect(read.name == name)
    }
  }

  /// No beginning of a file is a file, and no byte changed makes the reader trap.
  @Test func refusesOrReadsWhateverItIsGiven() throws {
    var generator = SeededGenerator(seed: 9636)
    for (name, bytes) in try ZoneFileTests.files() {
      for length in stride(from: 0, to: bytes.count - 1, by: 7) {
        #expect(throws: ZoneFile.Damage.self) {
          try ZoneFile.history(Array(bytes.prefix(length)), name: name)
        }
      }
      for _ in 0..<200 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          damaged[Int.random(in: damaged.indices, using: &generator)] = .random(
            in: 0...255, using: &generator)
        }
        if let history = try? ZoneFile.history(damaged, name: name) {
          #expect(history.offsets.count == history.transitions.count + 1)
        }
      }
    }
  }

  @Test func saysWhatIsWrong() throws {
    let bytes = try #require(try ZoneFileTests.files().first { $0.name == "Europe/Paris" }).bytes
    func reason(_ change: (inout [UInt8]) -> Void) -> String {
      var changed = bytes
      change(&changed)
      do {
        _ = try ZoneFile.history(changed, name: "Europe/Paris")
        return "read"
      } catch {
        return error.reason
      }
    }
    #expect(reason { _ in } == "read")
    #expect(reason { $0[0] = 0x50 } == "does not begin like a TZif file")
    #expect(reason { $0[4] = 0 } == "is of version 1, whose times end in 2038")
    #expect(reason { $0.removeLast($0.count / 2) } == "ends too early")
    #expect(
      reason { $0.removeLast() } == "ends within the line for the times after its last change")
    #expect(
      reason { $0[$0.count - 3] = 0x2E }.hasPrefix("has a rule for later times that cannot be read")
    )
    #expect(reason { $0[32] = 0xFF }.hasPrefix("counts "))
  }

  /// The rules of POSIX in their three forms, in one year with a leap day and one without.
  @Test(arguments: [
    ("EST5EDT,M3.2.0,M11.1.0", "2024-03-10T07:00:00Z", "2024-11-03T06:00:00Z"),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"),
    ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", "2024-10-26T23:00:00Z"),
    ("AAA0BBB,J60/0,J300/0", "2026-03-01T00:00:00Z", "2026-10-26T23:00:00Z"),
    ("AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", "2024-10-26T23:00:00Z"),
    ("AAA0BBB,59/0,300/0", "2026-03-01T00:00:00Z", "2026-10-27T23:00:00Z"),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", "2026-10-24T23:00:00Z"),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-10-03T16:00:00Z", "2026-04-04T16:00:00Z"),
  ])
  func followsRules(_ rule: String, _ begins: String, _ ends: String) throws {
    let history = try ZoneFile.history(ZoneFileTests.file(rule: rule), name: "Test")
    for text in [begins, ends] {
      let instant = try #require(Instant(rfc3339: text))
      let before = history.offset(at: instant.adding(milliseconds: -1))
      #expect(before.until == instant, "\(rule) \(text)")
      #expect(history.offset(at: instant).seconds != before.seconds)
    }
  }

  @Test(arguments: [
    "", "X5", "EST", "EST25", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,J366,J1",
    "EST5EDT,366,1", "EST5EDT,M3.2.0/168,M11.1.0", "EST5:60", "<EST5", "EST5EDT,M3.2.0,M11.1.0x",
    "EST5EDT,M3.2.0/9999999999999999999,M11.1.0", "EST99999999999999999999",
  ])
  func refusesOtherRules(_ rule: String) throws {
    guard !rule.isEmpty else {
      #expect(try ZoneFile.history(ZoneFileTests.file(rule: rule), name: "Test").transitions == [])
      return
    }
    #expect(throws: ZoneFile.Damage.self) {
      try ZoneFile.history(ZoneFileTests.file(rule: rule), name: "Test")
    }
  }

  /// A file with no change and a rule.
  private static func file(rule: String) -> [UInt8] {
    func header(types: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, types, 0, 0, 0, 4]
    }
    let type: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    return header(types: 1) + type + header(types: 1) + type + [0x0A] + Array(rule.utf8) + [0x0A]
  }
}
