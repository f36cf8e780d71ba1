import Outreach

/// Finds the ISO 3166 codes of countries, states and provinces by the names that exports write for them.
struct PlaceNames {
  private var codes: Set<String> = []
  private var countries: [String: String] = [
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states of america": "US", "uk": "GB",
    "u.k.": "GB", "great britain": "GB",
  ]
  private var parts: [String: [String: String]] = [:]

  init(_ places: (any Gazetteer)?) {
    guard let places else { return }
    for code in places.countries {
      codes.insert(code)
      if let name = places.name(of: code) { countries[PlaceNames.folded(name)] = code }
    }
    for code in places.subdivisions {
      codes.insert(code)
      guard let name = places.name(of: code) else { continue }
      parts[String(code.prefix(2)), default: [:]][PlaceNames.folded(name)] = code
    }
  }

  /// The code of a country by its code in any case or its English name; the text itself if there is none.
  func country(_ text: String) -> String {
    let capital = text.uppercased()
    if codes.contains(capital) { return capital }
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
    if capital.utf8.contains(UInt8(ascii: "-")), codes.contains(capital) { return .code(capital) }
    guard let country else { return .ofNoCountry }
    let whole = "\(country)-\(capital)"
    if codes.contains(whole) { return .code(whole) }
    guard let known = parts[country] else { return .unknown }
    return known[PlaceNames.folded(text)].map { .code($0) } ?? .wrong
  }

  private static func folded(_ name: String) -> String {
    ContactMapping.folded(name.replacing("&", with: "and"))
  }
}
