import Foundation
import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import workbench

/// The compiled plans against the library that they are made from.
@Suite struct NumberingAgreementTests {
  static let numbering = CompiledNumbering()

  /// 20,000 numbers and typed forms of every region; `workbench numbers` draws others.
  @Test func agreesOnTheFixture() throws {
    let differences = try String(
      contentsOf: repositoryRoot.appending(path: "Sources/workbench/Numbering/differences.txt"),
      encoding: .utf8)
    var agreement = NumberAgreement(differences: differences)
    for line in try fixture("numbers.txt").dropFirst() { agreement.compare(line) }
    #expect(agreement.differences.isEmpty, "\(agreement.differences.prefix(5))")
    #expect(agreement.numbers + agreement.forms == 20_000)
    #expect(agreement.validNumbers > 5_000 && agreement.validForms > 7_000)
  }

  /// A comparison that finds nothing would prove nothing.
  @Test(arguments: [
    "n\t13055550142\t1\tUS\t(305) 555-0142", "n\t13055550142\t2\tCA\t(305) 555-0142",
    "n\t13055550142\t2\tUS\t305-555-0142", "n\t13055550142\t-\t-\t-",
    "n\t33639981234\t1\tFR\t06 39 98 12 34", "t\tUS\t(305) 555-0142\t13055550143\t-",
    "t\tUS\t305-555-0142 x12\t13055550142\t13", "t\tUS\t305-555-XXXX\t13055559999\t-",
    "d\tDE\t49421123456\t49421123456\t-", "z",
  ])
  func findsDifferences(_ line: String) {
    var agreement = NumberAgreement(
      differences: "ambiguous | DE | 49421123456 | 4949421123456 | -")
    agreement.compare(line[...])
    #expect(agreement.differences.count == 1)
  }

  /// A difference that is none is to be removed from the file.
  @Test func findsWhatIsNoLongerNeeded() {
    let agreement = NumberAgreement(
      differences: "valid | US | 3055550142 | 13055550142 | 13055550142")
    #expect(agreement.differences == ["no longer needed: 3055550142"])
  }

  /// Every assigned area code of the United States and Canada has its state or province.
  @Test func placesEveryAreaCode() {
    var codes = 0
    for area in 200..<1000 {
      for exchange in ["234", "334", "555"] {
        let analysis = NumberingAgreementTests.numbering.analyse(
          "+1\(area)\(exchange)0142", country: nil)
        guard analysis.isValid == true, analysis.lines.words.first?.spelling == "fixed",
          ["US", "CA"].contains(analysis.countries.first)
        else { continue }
        codes += 1
        let country = analysis.countries.first ?? ""
        #expect(analysis.places.allSatisfy { $0.hasPrefix(country + "-") }, "\(area)")
        #expect(analysis.areaCode == "\(area)" && !analysis.zones.isEmpty)
        break
      }
    }
    #expect(codes > 400)
  }

  /// The zones of an area lie in its places.
  @Test func keepsZonesWithinPlaces() {
    let places = CompiledPlaces()
    let zones = CompiledZones()
    for area in 200..<1000 {
      let analysis = NumberingAgreementTests.numbering.analyse("+1\(area)5550142", country: nil)
      for zone in analysis.zones {
        #expect(zones.history(of: zone) != nil, "\(zone)")
      }
      guard analysis.isValid == true, analysis.areaCode != nil else { continue }
      // The library names one of several zones with the same clock; compare the clocks of two instants.
      func clocks(_ names: [String]) -> Set<[Int]> {
        Set(
          names.compactMap { zones.history(of: $0) }.map { history in
            [1_768_478_400_000, 1_784_116_800_000].map {
              history.offset(at: Instant(milliseconds: $0)).seconds
            }
          })
      }
      let allowed = clocks(analysis.places.flatMap { places.zones(of: $0) })
      #expect(
        clocks(analysis.zones).isSubset(of: allowed), "\(area) \(analysis.places) \(analysis.zones)"
      )
    }
  }
}
