import Outreach

/// A world with one numbering plan, two zones and three places.
enum FactsWorld {
  static let world = World(zones: Zones(), numbers: Numbers(), places: Places())

  private struct Zones: ZoneSource {
    let version = "test"
    let names = ["America/New_York", "Europe/Paris"]

    func history(of name: String) -> ZoneHistory? {
      names.contains(name) ? ZoneHistory(name: name, transitions: [], offsets: [0]) : nil
    }
  }

  private struct Numbers: NumberingPlan {
    func analyse(_ number: String, country: String?) -> NumberAnalysis {
      let digits = number.filter(\.isNumber)
      let e164 = country == "US" && digits.count == 10 ? "+1" + digits : nil
      return NumberAnalysis(isValid: e164 != nil, reason: nil, e164: e164)
    }
  }

  private struct Places: Gazetteer {
    let countries = ["US"]
    let subdivisions = ["US-FL", "US-TX"]

    func exists(_ code: String) -> Bool { ["US", "US-FL", "US-TX"].contains(code) }
    func name(of code: String) -> String? { nil }
    func zones(of code: String) -> [String] { [] }
    func parent(of code: String) -> String? { nil }
    func subdivisions(of country: String) -> [String] { ["US-FL", "US-TX"] }
    func subdivision(country: String, postalCode: String) -> String? { nil }
    func countries(inZone zone: String) -> [String] { [] }
  }
}
