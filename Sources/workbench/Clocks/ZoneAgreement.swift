import Outreach
import OutreachFacts

/// Compares the zones that the tables give a number with lines of `zone_oracle.py`, and with the zones of its places.
///
/// Zones that read the same from 2020 to 2037 count as one. A difference is deliberate where `areas.txt` has a line for the
/// area, where a number is held to ring anywhere in its country, or where a place keeps more clocks than one of its exchanges.
struct ZoneAgreement {
  /// How many numbers were compared, and how many ring in the same zones.
  private(set) var numbers = 0
  private(set) var agreeing = 0
  /// How many differ deliberately, by the reason.
  private(set) var deliberate: [Reason: Int] = [:]
  /// How many have all their zones among those of their places.
  private(set) var withinPlaces = 0
  /// What differs and should not.
  private(set) var differences: [String] = []

  /// Why a number rings elsewhere than the library says.
  enum Reason: String, CaseIterable {
    case areas = "by a line of areas.txt"
    case country = "anywhere in its country, for its area does not bind it"
    case exchange = "in all zones of its place, of which the library names one or none"
    case service = "in its country, where the library names every zone of the calling code"
    case foreign = "in its country, where the library names another's zone, which reads otherwise"
  }

  private let corrected: Set<String>
  private let numbering = CompiledNumbering()
  private let places = CompiledPlaces()
  private let zones = SharedZones()
  private var readings: [String: [Int]] = [:]

  /// Starts a comparison.
  ///
  /// - Parameter areas: the lines of `areas.txt`.
  init(areas: String) {
    let lines = areas.split(separator: "\n").filter { !$0.hasPrefix("#") }
    corrected = Set(
      lines.flatMap { line in
        let words = (line.split(separator: "#").first ?? "").split(separator: " ")
        return words.dropFirst().filter { $0.allSatisfy(\.isNumber) }.map(String.init)
      })
  }

  /// Compares one line of the oracle.
  mutating func compare(_ line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4 else { return differences.append("not a line of the oracle: \(line)") }
    numbers += 1
    let analysis = numbering.analyse("+" + fields[1], country: nil)
    let ours = clocks(analysis.zones)
    let theirs = clocks(fields[3].split(separator: " ").map(String.init))
    let own = Set(analysis.places.flatMap { places.zones(of: $0) })
    if own.isSuperset(of: analysis.zones), !analysis.zones.isEmpty || own.isEmpty {
      withinPlaces += 1
    } else {
      differences.append(
        "\(line) | \(analysis.zones.joined(separator: " ")) is not kept in "
          + analysis.places.joined(separator: " "))
    }
    if ours == theirs {
      agreeing += 1
    } else if let reason = reason(fields, analysis, ours, theirs) {
      deliberate[reason, default: 0] += 1
    } else {
      differences.append("\(line) | \(analysis.zones.joined(separator: " "))")
    }
  }

  private mutating func reason(
    _ fields: [Substring], _ analysis: NumberAnalysis, _ ours: Set<[Int]>, _ theirs: Set<[Int]>
  ) -> Reason? {
    let digits = fields[1]
    let isInArea = (2...digits.count).contains { corrected.contains(String(digits.prefix($0))) }
    let isPlaced = analysis.places.contains { $0.contains("-") }
    let isBound = analysis.kind == .fixed || (digits.hasPrefix("1") && isPlaced)
    if isInArea, isBound { return .areas }
    // A line that is bound to no area may ring wherever its countries have clocks, and no fewer than the library says.
    if ours.isSuperset(of: theirs) {
      return isPlaced ? .exchange : .country
    }
    if ours.isSubset(of: theirs), !isBound { return .service }
    let own = Set(analysis.countries.flatMap { places.zones(of: $0) })
    let theirOwn = fields[3].split(separator: " ").map(String.init).filter(own.contains)
    return ours.isSuperset(of: clocks(theirOwn)) ? .foreign : nil
  }

  /// What zones read in the middle of each of eighteen years' months.
  private mutating func clocks(_ names: [String]) -> Set<[Int]> {
    Set(names.map { reading($0) })
  }

  private mutating func reading(_ name: String) -> [Int] {
    if let known = readings[name] { return known }
    let start: Int64 = 1_579_046_400_000  // 2020-01-15
    let month: Int64 = 2_629_800_000
    let zone = zones.history(of: name)
    let found = (0..<Int64(18 * 12)).map { number in
      zone?.offset(at: Instant(milliseconds: start + number * month)).seconds ?? .min
    }
    readings[name] = found
    return found
  }

  /// What was compared, in lines.
  var summary: [String] {
    ["\(numbers) beginnings of numbers: \(agreeing) ring where the library says"]
      + Reason.allCases.map { "  \(deliberate[$0] ?? 0) \($0.rawValue)" }
      + [
        "\(withinPlaces) keep the zones of their places in the time zone tables",
        "\(differences.count) differences without a reason",
      ]
  }
}
