import Outreach
import OutreachFacts
import Testing

/// The compiled plans against the library that they are made from.
@Suite struct NumberingAgreementTests {
  static let numbering = CompiledNumbering()

  /// What the kinds of the library (`PhoneNumberType`) are called here.
  static let kinds: [String: [String]] = [
    "0": ["fixed"], "1": ["mobile"], "2": ["fixed", "mobile"], "3": ["toll_free"], "4": ["premium"],
    "5": ["shared_cost"], "6": ["voip"], "7": ["personal"], "8": ["pager"], "9": ["uan"],
    "10": ["voicemail"],
  ]

  @Test func agreesOnTwentyThousandNumbers() throws {
    let lines = try fixture("numbers.txt")
    let sets = try #require(lines[1].split(separator: " ").last.flatMap { Int($0) })
    var differences: [String] = []
    for line in lines.dropFirst(2 + sets) {
      let fields = line.split(separator: " ", maxSplits: 2)
      var types = fields[1]
      if types.hasPrefix("@"), let index = Int(types.dropFirst()) { types = lines[2 + index] }
      let entries = types == "-" ? [] : types.split(separator: ",").map { $0.split(separator: "=") }
      let words = Set(entries.flatMap { NumberingAgreementTests.kinds[String($0[1])] ?? [] })
      let analysis = NumberingAgreementTests.numbering.analyse("+" + fields[0], country: nil)
      let agrees =
        analysis.isValid == !entries.isEmpty
        && analysis.e164 == "+" + fields[0]
        && analysis.countries == entries.map { String($0[0]) }
        && Set(analysis.lines.words.map(\.spelling)) == words
        && (analysis.national ?? "-") == fields[2]
        && (analysis.reason == nil) == !entries.isEmpty
      if !agrees { differences.append("\(line) | \(analysis)") }
    }
    #expect(lines.count == 20_002 + sets)
    #expect(differences.isEmpty, "\(differences.prefix(5))")
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
