import Outreach
import OutreachFacts
import Testing

/// Where a number may ring, and on what kind of line.
@Suite struct NumberPlaceTests {
  static let numbering = CompiledNumbering()

  @Test(arguments: [
    ("+13055550142", "US-FL", "America/New_York"),
    ("+18505550142", "US-FL", "America/Chicago America/New_York"),
    ("+14485550142", "US-FL", "America/Chicago America/New_York"),
    ("+15415550142", "US-OR", "America/Boise America/Los_Angeles"),
    ("+14585550142", "US-OR", "America/Boise America/Los_Angeles"),
    ("+13645550142", "US-KY", "America/Chicago America/New_York"),
    ("+19305550142", "US-IN", "America/Chicago America/New_York"),
    ("+19865550142", "US-ID", "America/Boise America/Los_Angeles"),
    ("+19285550142", "US-AZ", "America/Denver America/Phoenix"),
    ("+16895550142", "US-FL", "America/New_York"),
    ("+14745550142", "CA-SK", "America/Edmonton America/Regina America/Swift_Current"),
    ("+18795550142", "CA-NL", "America/Goose_Bay America/St_Johns"),
    (
      "+16725550142", "CA-BC",
      "America/Creston America/Dawson_Creek America/Edmonton America/Fort_Nelson America/Vancouver"
    ),
    ("+13675550142", "CA-QC", "America/Blanc-Sablon America/Halifax America/Toronto"),
    ("+19025550142", "CA-NS CA-PE", "America/Glace_Bay America/Halifax"),
    ("+17875550142", "PR", "America/Puerto_Rico"),
    ("+12423575555", "BS", "America/Nassau"),
    ("+442079460958", "GB-ENG", "Europe/London"),
    ("+447781555123", "GG", "Europe/Guernsey"),
    ("+441534555123", "JE", "Europe/Jersey"),
    ("+33199001234", "FR", "Europe/Paris"),
    ("+61255501234", "AU-ACT AU-NSW AU-VIC", "Australia/Lord_Howe Australia/Melbourne Australia/Sydney"),
  ])
  func knowsPlacesAndZones(_ number: String, _ places: String, _ zones: String) {
    let analysis = NumberPlaceTests.numbering.analyse(number, country: nil)
    #expect(analysis.places.joined(separator: " ") == places)
    #expect(analysis.zones.joined(separator: " ") == zones)
  }

  /// Mobiles and services outside +1 may ring anywhere in their countries.
  @Test func givesMobilesTheWholeCountry() {
    let places = CompiledPlaces()
    let mobile = NumberPlaceTests.numbering.analyse("+61491570156", country: nil)
    let zones = Set(["AU", "CC", "CX"].flatMap { places.zones(of: $0) }).sorted()
    #expect(mobile.countries == ["AU", "CC", "CX"])
    #expect(mobile.zones == zones && zones.count > 12)
    #expect(mobile.areaCode == nil)
    let free = NumberPlaceTests.numbering.analyse("+18005550100", country: nil)
    #expect(free.countries.count == 25 && free.places == free.countries && free.areaCode == nil)
    #expect(free.zones.contains("Pacific/Guam") && free.zones.contains("America/Regina"))
  }

  @Test(arguments: [
    ("+13055550142", "fixed mobile"), ("+18005550100", "toll_free"), ("+19002555555", "premium"),
    ("+442079460958", "fixed"), ("+33199001234", "fixed"), ("+61491570156", "mobile"),
    ("+611300975707", "shared_cost"), ("+4915123456789", "mobile"),
  ])
  func knowsLines(_ number: String, _ lines: String) {
    let analysis = NumberPlaceTests.numbering.analyse(number, country: nil)
    #expect(analysis.lines.words.map(\.spelling).joined(separator: " ") == lines)
  }

  /// Without the plan of a calling code the country is known, and nothing is settled about the line.
  @Test(arguments: [
    ("+5521955550142", "BR"), ("+77015550142", "KZ RU"), ("+393125550142", "IT VA"),
    ("+80012345678", ""),
  ])
  func knowsTheCountriesOfOtherCodes(_ number: String, _ countries: String) {
    let analysis = NumberPlaceTests.numbering.analyse(number, country: nil)
    #expect(analysis.isValid == nil && analysis.reason == nil && analysis.e164 == number)
    #expect(analysis.countries.joined(separator: " ") == countries)
    #expect(analysis.lines == .all(of: .line))
  }
}
