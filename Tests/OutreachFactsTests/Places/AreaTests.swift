import Outreach
import OutreachFacts
import Testing

/// What the digits of numbers tell of places and clocks.
@Suite struct AreaTests {
  private static let numbering = CompiledNumbering()
  private static let places = CompiledPlaces()
  private static let zones = SharedZones()

  private static func analysis(area: Int) -> NumberAnalysis {
    numbering.analyse("+1\(area)5550142", country: nil)
  }

  /// Areas of several clocks, with the overlays that lie over them.
  @Test(arguments: [
    ([850, 448], "US-FL", 2), ([541, 458], "US-OR", 2), ([270, 364], "US-KY", 2),
    ([606], "US-KY", 2), ([812, 930], "US-IN", 2), ([219], "US-IN", 2), ([574], "US-IN", 2),
    ([208, 986], "US-ID", 2), ([423], "US-TN", 2), ([308], "US-NE", 2), ([620], "US-KS", 2),
    ([785], "US-KS", 2), ([701], "US-ND", 2), ([605], "US-SD", 2), ([906], "US-MI", 2),
    ([775], "US-NV", 2), ([928], "US-AZ", 2), ([807], "CA-ON", 3),
    ([250, 236, 257, 672, 778], "CA-BC", 3), ([418, 581, 367], "CA-QC", 3),
    ([709, 879], "CA-NL", 2),
    ([305], "US-FL", 1), ([915], "US-TX", 1), ([615], "US-TN", 1), ([306, 639, 474], "CA-SK", 2),
    ([480], "US-AZ", 1),
  ])
  func knowsTheClocksOfAnArea(_ areas: [Int], _ place: String, _ clocks: Int) {
    let sets = areas.map { AreaTests.analysis(area: $0).zones }
    #expect(Set(sets).count == 1, "\(areas) differ")
    for area in areas { #expect(AreaTests.analysis(area: area).places == [place]) }
    #expect(AreaTests.clocks(of: sets[0]).count == clocks, "\(sets[0])")
  }

  @Test(arguments: [
    (915, "America/Denver"), (902, "America/Glace_Bay America/Halifax"),
    (787, "America/Puerto_Rico"), (939, "America/Puerto_Rico"), (340, "America/St_Thomas"),
    (671, "Pacific/Guam"), (670, "Pacific/Saipan"),
    (876, "America/Jamaica"), (658, "America/Jamaica"),
    (809, "America/Santo_Domingo"), (808, "Pacific/Honolulu"), (313, "America/Detroit"),
  ])
  func namesTheZones(_ area: Int, _ zones: String) {
    #expect(AreaTests.analysis(area: area).zones.joined(separator: " ") == zones)
  }

  /// Every area code in use tells its state, province or territory, but for those that stand for no place.
  @Test func everyAreaHasItsPlace() {
    let countries = Set(AreaTests.places.countries)
    var unplaced: [Int] = []
    var count = 0
    for area in 200...999 {
      let analysis = AreaTests.analysis(area: area)
      guard analysis.isValid == true else { continue }
      count += 1
      let isPlaced = analysis.places.allSatisfy { place in
        place.contains("-") || (countries.contains(place) && !["US", "CA"].contains(place))
      }
      if !isPlaced || analysis.places.isEmpty { unplaced.append(area) }
    }
    #expect(count > 440)
    #expect(
      unplaced == [
        500, 521, 522, 525, 526, 527, 528, 529, 532, 533, 544, 566, 577, 588, 600, 622, 633, 800,
        833,
        844, 855, 866, 877, 888, 900,
      ])
  }

  /// No state keeps a clock that none of its areas does, unless nobody there has a line of his own.
  @Test func areasKeepEveryClockOfTheirState() {
    var kept: [String: Set<String>] = [:]
    for area in 200...999 {
      let analysis = AreaTests.analysis(area: area)
      for place in analysis.places { kept[place, default: []].formUnion(analysis.zones) }
    }
    var missing: [String] = []
    for place in AreaTests.places.subdivisions(of: "US") + AreaTests.places.subdivisions(of: "CA") {
      guard let zones = kept[place] else { continue }
      let own = AreaTests.clocks(of: AreaTests.places.zones(of: place))
      if !own.isSubset(of: AreaTests.clocks(of: zones.sorted())) { missing.append(place) }
    }
    #expect(missing == [])
  }

  /// Fixed lines outside +1 tell a region where the plan of the country is by regions.
  @Test(
    arguments: [
      ("+34928550142", "ES-GC", "Atlantic/Canary"), ("+34912345678", "ES-M", "Europe/Madrid"),
      ("+34956550142", "ES-CA ES-CE", "Africa/Ceuta Europe/Madrid"),
      ("+49891234567", "DE-BY", nil), ("+49301234567", "DE-BB DE-BE", nil),
      ("+49401234567", "DE-HH DE-NI DE-SH", nil), ("+4968811234567", "DE", nil),
      ("+496811234567", "DE-SL", nil), ("+4949211234567", "DE", nil),
      ("+390916123456", "IT-82", nil), ("+390706123456", "IT-88", nil),
      ("+390165123456", "IT-23", nil), ("+390461123456", "IT", nil),
      ("+6444801234", "NZ-WGN", "Pacific/Auckland"),
      ("+6433701234", "NZ-CAN NZ-CIT NZ-MBH NZ-NSN NZ-OTA NZ-STL NZ-TAS NZ-WTC", nil),
      ("+33199001234", "FR", nil), ("+4915123456789", "DE", nil),
      ("+442890180142", "GB-NIR", "Europe/London"), ("+61255501234", "AU-ACT AU-NSW AU-VIC", nil),
    ] as [(String, String, String?)])
  func tellsRegionsOfFixedLines(_ number: String, _ places: String, _ zones: String?) {
    let analysis = AreaTests.numbering.analyse(number, country: nil)
    #expect(analysis.isValid == true)
    #expect(analysis.places.joined(separator: " ") == places)
    if let zones { #expect(analysis.zones.joined(separator: " ") == zones) }
  }

  /// The readings of zones in the winter and the summer of 2026.
  private static func clocks(of names: [String]) -> Set<[Int]> {
    let days = ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"].compactMap { Instant(rfc3339: $0) }
    return Set(
      names.compactMap { zones.history(of: $0) }.map { zone in
        days.map { zone.offset(at: $0).seconds }
      })
  }
}
