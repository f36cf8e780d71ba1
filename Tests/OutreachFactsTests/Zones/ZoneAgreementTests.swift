import Foundation
import TestSupport
import Testing

@testable import workbench

/// The comparisons of clocks that the workbench prints, and that they find what differs.
struct ZoneAgreementTests {
  @Test func agreesOnEveryTransition() throws {
    var agreement = TransitionAgreement()
    for line in try fixture("zones.txt") { agreement.compare(line) }
    #expect(agreement.differences == [])
    #expect(agreement.zones == 48 && agreement.transitions > 3_700)
    #expect(agreement.gaps > 1_800 && agreement.folds > 1_800 && agreement.readings > 20_000)
  }

  @Test(arguments: [
    "history Asia/Tokyo 32400 1000:36000", "history Asia/Tokyo 36000", "history Nowhere/Else 0",
    "reading Asia/Tokyo 1000000 967600 967601", "reading Asia/Tokyo 1000000 967600 x",
  ])
  func findsOtherClocks(_ line: String) {
    var agreement = TransitionAgreement()
    agreement.compare(line[...])
    #expect(!agreement.differences.isEmpty)
  }

  private static func areas() throws -> String {
    try String(
      contentsOf: repositoryRoot.appending(path: "Sources/workbench/Places/areas.txt"),
      encoding: .utf8)
  }

  /// Fields of the oracle: beginning, number, kind, zones.
  @Test(
    arguments: [
      ("1305\t13055550142\t2\tAmerica/New_York", nil),
      ("1448\t14485550142\t2\tAmerica/New_York", .areas),
      ("1474\t14745550142\t2\tAmerica/Winnipeg", .areas),
      ("614\t61491570156\t1\tAustralia/Sydney", .country),
      ("505\t50587654321\t1\tAmerica/Chicago", .foreign),
    ] as [(String, ZoneAgreement.Reason?)])
  func sortsByReason(_ line: String, _ reason: ZoneAgreement.Reason?) throws {
    var agreement = ZoneAgreement(areas: try Self.areas())
    agreement.compare(line[...])
    #expect(agreement.differences == [] && agreement.withinPlaces == 1)
    #expect(agreement.deliberate == (reason.map { [$0: 1] } ?? [:]))
    #expect(agreement.agreeing == (reason == nil ? 1 : 0))
  }

  /// A clock that the library names and the tables lack is no deliberate difference.
  @Test(arguments: [
    "1305\t13055550142\t2\tAmerica/Chicago America/New_York", "1305\t13055550142",
  ])
  func findsOtherZones(_ line: String) {
    var agreement = ZoneAgreement(areas: "")
    agreement.compare(line[...])
    #expect(agreement.differences.count == 1)
  }

  /// Every correction of the library carries its source.
  @Test func namesTheSourceOfEveryCorrection() throws {
    let lines = try Self.areas().split(separator: "\n")
    let corrections = lines.filter { $0.hasPrefix("set ") || $0.hasPrefix("like ") }
    #expect(corrections.count > 30)
    for line in corrections {
      let source = line.split(separator: "#", maxSplits: 1).dropFirst().first ?? ""
      let isGiven = source.contains { $0.isLetter }
      #expect(isGiven, "\(line)")
    }
  }
}
