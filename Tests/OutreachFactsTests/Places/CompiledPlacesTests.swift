import Outreach
import OutreachFacts
import Testing

@Suite struct CompiledPlacesTests {
  static let places = CompiledPlaces()

  @Test(arguments: [
    ("US", "United States"), ("GB", "United Kingdom"), ("AX", "Åland Islands"),
    ("US-FL", "Florida"),
    ("US-DC", "District of Columbia"), ("US-PR", "Puerto Rico"), ("PR", "Puerto Rico"),
    ("CA-QC", "Quebec"),
    ("AU-ACT", "Australian Capital Territory"), ("GB-NIR", "Northern Ireland"),
    ("DE-BY", "Bavaria"),
  ])
  func namesPlaces(_ code: String, _ name: String) {
    #expect(CompiledPlacesTests.places.exists(code))
    #expect(CompiledPlacesTests.places.name(of: code) == name)
  }

  @Test(arguments: ["", "ZZ", "us", "US-ZZ", "US-", "USA", "U", "US-FL ", "EU", "UK"])
  func knowsNoOthers(_ code: String) {
    #expect(!CompiledPlacesTests.places.exists(code))
    #expect(CompiledPlacesTests.places.name(of: code) == nil)
    #expect(CompiledPlacesTests.places.zones(of: code).isEmpty)
  }

  @Test func listsCountries() {
    let countries = CompiledPlacesTests.places.countries
    #expect(countries.count == 250 && countries == countries.sorted())
    #expect(countries.allSatisfy { CompiledPlacesTests.places.exists($0) })
    // Two uninhabited territories have no zone.
    #expect(countries.filter { CompiledPlacesTests.places.zones(of: $0).isEmpty } == ["BV", "HM"])
  }

  @Test(arguments: [
    ("US-FL", "America/Chicago America/New_York"), ("US-AZ", "America/Denver America/Phoenix"),
    ("US-TX", "America/Chicago America/Denver"),
    ("CA-SK", "America/Edmonton America/Regina America/Swift_Current"),
    ("AU-SA", "Australia/Adelaide"), ("ES-CN", "Atlantic/Canary"), ("FR", "Europe/Paris"),
    ("DE", "Europe/Berlin Europe/Busingen"), ("JE", "Europe/Jersey"),
  ])
  func knowsZones(_ code: String, _ zones: String) {
    #expect(CompiledPlacesTests.places.zones(of: code).joined(separator: " ") == zones)
  }

  /// The parts of a country keep the clocks of the country, and together all of them.
  @Test(arguments: [
    ("US", 57), ("CA", 13), ("AU", 8), ("BR", 27), ("DE", 16), ("ES", 19), ("GB", 4), ("NZ", 17),
    ("MX", 32), ("PT", 20), ("RU", 83), ("AR", 24), ("CL", 16), ("MN", 22), ("EC", 24),
  ])
  func dividesCountries(_ country: String, _ count: Int) {
    let places = CompiledPlacesTests.places
    let parts = places.subdivisions(of: country).filter { places.parent(of: $0) == nil }
    #expect(parts.count == count)
    let whole = Set(places.zones(of: country))
    let outlying = Set(["AS", "GU", "MP", "PR", "UM", "VI"].flatMap { places.zones(of: $0) })
    let together = Set(parts.flatMap { places.zones(of: $0) })
    #expect(together.subtracting(outlying) == whole)
  }

  /// Every code of ISO 3166-2 with the subdivision around it, by an independent list.
  @Test func knowsEverySubdivision() throws {
    let places = CompiledPlacesTests.places
    let fixture = try fixture("subdivisions.txt")
    for line in fixture.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      let parts = places.subdivisions(of: words[0]).map { code in
        code + (places.parent(of: code).map { "<" + $0.dropFirst(3) } ?? "")
      }
      #expect(parts == words.dropFirst().map { words[0] + "-" + $0 }, "\(words[0])")
    }
    #expect(fixture.count == 201)
    #expect(places.countries.filter { !places.subdivisions(of: $0).isEmpty }.count == 200)
  }

  @Test(arguments: [
    ("FR-57", "FR-GES", true), ("FR-57", "FR", true), ("FR-75", "FR-GES", false),
    ("GB-LND", "GB-ENG", true), ("ES-B", "ES-CT", true), ("ES-CT", "ES-B", false),
    ("IT-RM", "IT-62", true), ("PR", "US", true), ("US-PR", "US", true), ("PR", "US-PR", true),
    ("US-PR", "PR", true), ("RE", "FR", true), ("FR-974", "RE", true), ("PF", "FR", false),
    ("HK", "CN", false), ("US", "US-PR", false), ("US", "PR", false), ("US-FL", "US-F", false),
    ("GU", "US-PR", false), ("US-FL", "US-FL", true),
  ])
  func knowsWhatLiesWhere(_ place: String, _ other: String, _ lies: Bool) {
    #expect(CompiledPlacesTests.places.lies(place, within: other) == lies)
    #expect(CompiledPlacesTests.places.enclosing(place).contains(other) == lies)
  }

  /// What lies around a place is what it lies within, of all places of its country and of some others.
  @Test(arguments: ["US", "FR", "GB", "ES", "IT", "PR", "AS", "RE", "HK"])
  func knowsWhatLiesAround(_ country: String) {
    let places = CompiledPlacesTests.places
    let own = [country] + places.subdivisions(of: country)
    let others = own + ["US", "US-PR", "FR", "FR-974", "FR-971", "US-AS", "CN", "U", ""]
    for place in own {
      let enclosing = places.enclosing(place)
      let found = others.filter(enclosing.contains)
      #expect(found == others.filter { places.lies(place, within: $0) }, "\(place)")
    }
  }

  @Test(
    arguments: [
      ("US", "33101", "US-FL"), ("US", "33101-1234", "US-FL"), ("US", "10001", "US-NY"),
      ("US", "06390", "US-NY"),
      ("US", "06101", "US-CT"), ("US", "00901", "PR"), ("US", "96799", "AS"), ("US", "96910", "GU"),
      ("US", "20500", "US-DC"), ("US", "09012", nil), ("US", "3310", nil), ("US", "ABCDE", nil),
      ("US", "", nil),
      ("CA", "K1A 0B1", "CA-ON"), ("CA", "k1a0b1", "CA-ON"), ("CA", "X0A 0H0", "CA-NU"),
      ("CA", "X1A", "CA-NT"),
      ("CA", "X9Z 1A1", nil), ("CA", "D1A 0B1", nil), ("AU", "2000", "AU-NSW"),
      ("AU", "2600", "AU-ACT"),
      ("AU", "0800", "AU-NT"), ("AU", "0872", nil), ("AU", "800", nil), ("GB", "EH1 1YZ", "GB-SCT"),
      ("GB", "SW1A 1AA", "GB-ENG"), ("GB", "BT1 5GS", "GB-NIR"), ("GB", "CF10 1BH", "GB-WLS"),
      ("GB", "TD15 1AB", nil),
      ("GB", "JE2 3AB", "JE"), ("GB", "QQ1 1AA", nil), ("DE", "10115", nil), ("", "33101", nil),
      ("ES", "35001", "ES-GC"), ("ES", "08001", "ES-B"), ("FR", "67000", "FR-67"),
      ("FR", "97400", "RE"), ("FR", "75001", nil), ("FR", "20000", "FR-20R"),
      ("IT", "00184", "IT-RM"),
      ("IT", "08010", nil), ("PT", "9000-001", "PT-30"), ("PT", "9500-150", "PT-20"),
      ("PT", "1000-001", nil), ("BR", "69900-000", "BR-AC"), ("MX", "22000", "MX-BCN"),
      ("RU", "690000", "RU-PRI"), ("RU", "141000", nil), ("IN", "110001", "IN-DL"),
    ] as [(String, String, String?)])
  func readsPostalCodes(_ country: String, _ code: String, _ expected: String?) {
    #expect(CompiledPlacesTests.places.subdivision(country: country, postalCode: code) == expected)
  }

  @Test(arguments: [
    ("America/New_York", "US"), ("US/Eastern", "US"), ("Europe/Jersey", "JE"),
    ("Europe/London", "GB GG IM JE"),
    ("Europe/Paris", "FR MC"), ("America/Toronto", "BS CA"), ("Etc/UTC", ""), ("Nowhere", ""),
  ])
  func knowsWhereZonesAreKept(_ zone: String, _ countries: String) {
    #expect(CompiledPlacesTests.places.countries(inZone: zone).joined(separator: " ") == countries)
  }

  @Test func namesOnlyZonesThatExist() {
    let zones = CompiledZones()
    for country in CompiledPlacesTests.places.countries {
      for zone in CompiledPlacesTests.places.zones(of: country) {
        #expect(zones.history(of: zone) != nil, "\(zone)")
        #expect(CompiledPlacesTests.places.countries(inZone: zone).contains(country), "\(zone)")
      }
    }
  }
}
