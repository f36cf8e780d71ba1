import Outreach
import OutreachFacts
import TestSupport
import Testing

@Suite struct CompiledZonesTests {
  static let zones = CompiledZones()

  @Test func agreesWithZoneinfoOnTransitions() throws {
    let end: Int64 = 2_145_916_800_000  // 2038-01-01
    var count = 0
    for line in try fixture("zones.txt") where line.hasPrefix("history ") {
      let words = line.split(separator: " ")
      let history = try #require(CompiledZonesTests.zones.history(of: String(words[1])))
      #expect(history.offsets.first == Int32(words[2]), "\(words[1])")
      let changes = zip(history.transitions, history.offsets.dropFirst())
        .filter { $0.0 < end }.map { "\($0.0 / 1000):\($0.1)" }
      #expect(changes == words.dropFirst(3).map(String.init), "\(words[1])")
      count += 1
    }
    #expect(count == 48)
  }

  @Test func agreesWithZoneinfoOnGapsAndFolds() throws {
    var count = 0
    for line in try fixture("zones.txt") where line.hasPrefix("reading ") {
      let words = line.split(separator: " ")
      let history = try #require(CompiledZonesTests.zones.history(of: String(words[1])))
      let numbers = words.dropFirst(2).compactMap { Int64($0) }
      let local = ZoneHistory.civil(Instant(milliseconds: numbers[0] * 1000), offsetSeconds: 0)
      let earlier = history.instant(local.date, local.time, .earlier)
      let later = history.instant(local.date, local.time, .later)
      #expect(
        [earlier, later].map { $0.milliseconds / 1000 } == [numbers[1], numbers[2]], "\(line)")
      count += 1
    }
    #expect(count > 1000)
  }

  @Test func readsEveryName() {
    let names = CompiledZonesTests.zones.names
    #expect(names.count > 590 && names == names.sorted() && Set(names).count == names.count)
    for name in names {
      let history = CompiledZonesTests.zones.history(of: name)
      #expect(history?.name == name)
      #expect(history?.offsets.allSatisfy { abs($0) <= 15 * 3600 } == true, "\(name)")
    }
  }

  @Test(arguments: [
    "", "Nowhere/Else", "america/new_york", "America", "America/New_York 1", "Zulu ", "~", "!",
  ])
  func knowsNoOtherName(_ name: String) {
    #expect(CompiledZonesTests.zones.history(of: name) == nil)
  }

  @Test func sharesHistoriesAmongAliases() throws {
    let zone = try #require(CompiledZonesTests.zones.history(of: "America/New_York"))
    let alias = try #require(CompiledZonesTests.zones.history(of: "US/Eastern"))
    #expect(zone.transitions == alias.transitions && zone.offsets == alias.offsets)
  }

  @Test func repeatsYearlyRulesThroughTheLastYear() throws {
    let zone = try #require(CompiledZonesTests.zones.history(of: "Europe/Paris"))
    let summer = try #require(Instant(rfc3339: "2100-07-01T12:00:00Z"))
    let winter = try #require(Instant(rfc3339: "2100-01-01T12:00:00Z"))
    #expect(zone.offset(at: summer).seconds == 7200 && zone.offset(at: winter).seconds == 3600)
    #expect(zone.offset(at: summer).until == Instant(rfc3339: "2100-10-31T01:00:00Z"))
  }

  /// Turning an instant into local time and back comes home, in a fold by one of the two readings.
  @Test func comesHome() throws {
    var generator = SeededGenerator(seed: 3)
    for name in [
      "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Europe/Dublin", "Asia/Gaza",
    ] {
      let zone = try #require(CompiledZonesTests.zones.history(of: name))
      for _ in 0..<2000 {
        let instant = Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &generator))
        let local = zone.local(instant)
        let homes = [ZoneHistory.LocalReading.earlier, .later].map {
          zone.instant(local.date, local.time, $0)
        }
        #expect(homes.contains(instant) && homes[0] <= homes[1], "\(name) \(instant)")
      }
    }
  }

  @Test func standsStillAtTheEndsOfTheCalendar() {
    let last = ZoneHistory.civil(.distantFuture, offsetSeconds: 3600)
    #expect(last == (.latest, .endOfDay))
    #expect(ZoneHistory.civil(.distantPast, offsetSeconds: -3600) == (.earliest, .midnight))
  }
}
