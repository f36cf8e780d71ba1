/// ISO 3166 codes, and how places lie within each other.
public enum Places {
  /// Territories that ISO 3166 lists twice, as countries and as parts of the country whose law holds there.
  ///
  /// ISO 3166-2, entries US and FR: the outlying territories of the United States, and the overseas departments and
  /// regions of France, where the laws of the Republic apply of themselves (Constitution, article 73). Territories
  /// that are listed twice but make their own laws (Hong Kong, Aruba, New Caledonia) are not among them.
  private static let partOf = [
    "AS": "US-AS", "GU": "US-GU", "MP": "US-MP", "PR": "US-PR", "UM": "US-UM", "VI": "US-VI",
    "GF": "FR-973", "GP": "FR-971", "MQ": "FR-972", "RE": "FR-974", "YT": "FR-976",
  ]

  private static let countryOf = Dictionary(
    uniqueKeysWithValues: partOf.map { ($0.value, $0.key) })

  /// The country to which a code belongs: `US` for `US-FL`.
  public static func country(of code: String) -> String {
    code.utf8.count > 2 ? String(code.prefix { $0 != "-" }) : code
  }

  /// The one code by which a place goes in evidence and reports: `PR` for `US-PR`, as its telephone numbers say.
  public static func canonical(_ code: String) -> String {
    countryOf[code] ?? code
  }

  /// Whether a place is another or lies within it: `US-FL` within `US`, `PR` within `US` and within `US-PR`.
  public static func lies(_ place: String, within other: String) -> Bool {
    if place == other || isPrefix(other, of: place) { return true }
    switch (place.utf8.count, other.utf8.count) {
    case (2, _): return partOf[place].map { $0 == other || isPrefix(other, of: $0) } ?? false
    case (_, 2): return partOf[other] == place
    default: return false
    }
  }

  /// Every code within which a place lies, by its code alone.
  fileprivate static func enclosing(_ place: String) -> [String] {
    var codes = [place]
    if place.utf8.count > 2 { codes.append(country(of: place)) }
    guard let listed = partOf[canonical(place)] else { return codes }
    return codes + [listed, country(of: listed), canonical(place)]
  }

  /// Whether two codes are of one country, by their own words.
  fileprivate static func shareCountry(_ left: String, _ right: String) -> Bool {
    func country(_ code: String) -> Substring.UTF8View {
      code.utf8.prefix { $0 != UInt8(ascii: "-") }
    }
    return country(left).elementsEqual(country(right))
  }

  private static func isPrefix(_ country: String, of code: String) -> Bool {
    code.utf8.count > country.utf8.count && code.hasPrefix(country)
      && code.utf8.dropFirst(country.utf8.count).first == UInt8(ascii: "-")
  }
}

extension Gazetteer {
  /// Whether a place is another or lies within it, by its code or by the subdivision around it: `FR-57` within `FR-GES`.
  public func lies(_ place: String, within other: String) -> Bool {
    if Places.lies(place, within: other) { return true }
    guard other.utf8.count > 2, Places.shareCountry(place, other) else { return false }
    var outer = parent(of: place)
    for _ in 0..<3 {
      guard let found = outer else { return false }
      if found == other { return true }
      outer = parent(of: found)
    }
    return false
  }

  /// Every code within which a place lies, by its code or by the subdivisions around it, its own among them.
  public func enclosing(_ place: String) -> [String] {
    var codes = Places.enclosing(place)
    var outer = parent(of: place)
    for _ in 0..<3 {
      guard let found = outer else { break }
      if found.utf8.count > 2, Places.shareCountry(found, place) { codes.append(found) }
      outer = parent(of: found)
    }
    return codes
  }

  /// Whether one place lies within the other.
  public func meet(_ left: String, _ right: String) -> Bool {
    lies(left, within: right) || lies(right, within: left)
  }
}
