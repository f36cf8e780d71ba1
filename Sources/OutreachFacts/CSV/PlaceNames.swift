import Outreach
import Synchronization

/// Finds the ISO 3166 codes of countries, states and provinces by the names that exports write for them; names are
/// gathered when somebody writes one.
final class PlaceNames: Sendable {
  private let places: (any Gazetteer)?
  private let known = Mutex(Known())

  private struct Known {
    var countries: [String: String]?
    var parts: [String: [String: String]] = [:]
  }

  init(_ places: (any Gazetteer)?) { self.places = places }

  private func exists(_ code: String) -> Bool { places?.exists(code) ?? false }

  /// The codes of all countries by their names.
  private var countries: [String: String] {
    known.withLock { known in
      if let countries = known.countries { return countries }
      var countries = [
        "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states of america": "US", "uk": "GB",
        "u.k.": "GB", "great britain": "GB",
      ]
      countries.merge(codesByName(places?.countries ?? [])) { $1 }
      known.countries = countries
      return countries
    }
  }

  /// The codes of a country's parts by their names; empty if none is known.
  private func parts(of country: String) -> [String: String] {
    known.withLock { known in
      if let parts = known.parts[country] { return parts }
      let parts = codesByName(places?.subdivisions(of: country) ?? [])
      // Whatever a table may call a country, no more is kept than there are countries.
      if !parts.isEmpty { known.parts[country] = parts }
      return parts
    }
  }

  private func codesByName(_ codes: [String]) -> [String: String] {
    codes.reduce(into: [:]) { found, code in
      if let name = places?.name(of: code) { found[PlaceNames.folded(name)] = code }
    }
  }

  /// The code of a country by its code in any case or its English name; the text itself if there is none.
  func country(_ text: String) -> String {
    let capital = text.uppercased()
    if exists(capital) { return capital }
    return countries[PlaceNames.folded(text)] ?? text
  }

  /// What is known of the part of a country that a text names.
  enum Part: Equatable {
    /// Its code.
    case code(String)
    /// No parts of the country are known, so that none of them has a policy.
    case unknown
    /// The country has parts, and this is none of them.
    case wrong
    /// Which country is meant is not known.
    case ofNoCountry
  }

  /// The part of a country by its code, with or without the country's, or its English name.
  func part(_ text: String, of country: String?) -> Part {
    let capital = text.uppercased()
    if capital.utf8.contains(UInt8(ascii: "-")), exists(capital) { return .code(capital) }
    guard let country else { return .ofNoCountry }
    let whole = "\(country)-\(capital)"
    if exists(whole) { return .code(whole) }
    let parts = parts(of: country)
    guard !parts.isEmpty else { return .unknown }
    return parts[PlaceNames.folded(text)].map { .code($0) } ?? .wrong
  }

  private static func folded(_ name: String) -> String {
    ContactMapping.folded(name.replacing("&", with: "and"))
  }
}
