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
    (
      "+61255501234", "AU-ACT AU-NSW AU-VIC",
      "Australia/Lord_Howe Australia/Melbourne Australia/Sydney"
    ),
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

  /// Shared plans: the digits decide where they can, and leave open what they cannot.
  @Test(arguments: [
    ("+14165550142", "CA"), ("+12423575555", "BS"), ("+18095550142", "DO"), ("+13105550142", "US"),
    ("+77015550142", "KZ"), ("+79125550142", "RU"), ("+447911123456", "GG"),
    ("+447400123456", "GB"),
    ("+447781123456", "GG"), ("+447700300000", "JE"), ("+441624756123", "IM"),
    ("+390669812345", "VA"), ("+390645550142", "IT"), ("+393125550142", "IT VA"),
    ("+61891621234", "CC"),
    ("+61891641234", "CX"), ("+61891221234", "AU"), ("+61412345678", "AU CC CX"),
    ("+262262161234", "RE"), ("+262269601234", "YT"), ("+262639012345", "YT"),
    ("+590590201234", "GP"), ("+590590271234", "BL MF"), ("+590690001234", "BL GP MF"),
    ("+5997151234", "BQ"), ("+59994351234", "CW"), ("+4721234567", "NO"), ("+4779123456", "SJ"),
    ("+4741234567", "NO SJ"), ("+358131234567", "FI"), ("+358181234567", "AX"),
    ("+358412345678", "AX FI"), ("+212520123456", "MA"), ("+212528812345", "EH MA"),
    ("+212650123456", "EH MA"), ("+29022158", "SH"), ("+24762889", "SH"),
    ("+80012345678", ""), ("+8823421234", ""), ("+38344123456", "XK"),
  ])
  func knowsTheCountriesOfSharedCodes(_ number: String, _ countries: String) {
    let analysis = NumberPlaceTests.numbering.analyse(number, country: nil)
    #expect(analysis.countries.joined(separator: " ") == countries)
  }

  /// Whatever is valid has lines and, unless it is of no country, places and zones.
  @Test func leavesNothingOut() {
    let names = CompiledNumbering()
    for line in 0..<1_000 {
      let analysis = names.analyse("+\(100 + line)12345678", country: nil)
      guard analysis.isValid == true else { continue }
      #expect(analysis.lines.bits != 0 && analysis.national != nil)
      #expect(analysis.countries.isEmpty == analysis.zones.isEmpty, "\(analysis)")
      #expect(analysis.countries.isEmpty == analysis.places.isEmpty, "\(analysis)")
    }
  }
}
