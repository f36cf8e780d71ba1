public import Outreach

/// Countries, subdivisions, postal codes and their zones, compiled into the program.
///
/// Territories of the United States go by their ISO 3166-1 codes (`PR`), as their telephone numbers
/// do; their ISO 3166-2 codes (`US-PR`) exist too, as does every other.
public struct CompiledPlaces: Gazetteer {
  private let places: TableText
  private let zones: TableText
  private let postal: TableText

  /// Opens the table.
  public init() {
    let parts = TableText(CompiledPlaces.table).parts
    places = parts[0]
    zones = parts[1]
    postal = parts[2]
  }

  /// Whether an ISO 3166-1 or 3166-2 code exists.
  public func exists(_ code: String) -> Bool {
    places.find(code) != nil
  }

  /// The English name of a place; nil if there is none such.
  public func name(of code: String) -> String? {
    places.find(code).map { places.text(places.fields($0)[1]) }
  }

  /// The zones of a place, sorted; a country's are those of all its parts; empty if unknown.
  public func zones(of code: String) -> [String] {
    guard let line = places.find(code) else { return [] }
    let kept = places.fields(line)[2]
    let isTheCountrys = places.text(kept) == "="
    return isTheCountrys ? zones(of: String(code.prefix(2))) : places.words(kept)
  }

  /// The subdivision in which one of a lower level lies: `FR-GES` for `FR-57`; nil for one of the first level.
  public func parent(of code: String) -> String? {
    guard let line = places.find(code) else { return nil }
    let parent = places.text(places.fields(line)[3])
    return parent.isEmpty ? nil : parent
  }

  /// The codes of a country's subdivisions of every level, sorted; empty if it has none.
  public func subdivisions(of country: String) -> [String] {
    guard var line = places.find(country) else { return [] }
    var codes: [String] = []
    while line.upperBound + 1 < places.range.upperBound {
      line = places.line(from: line.upperBound + 1)
      let code = places.text(places.fields(line)[0])
      guard code.hasPrefix(country + "-") else { break }
      codes.append(code)
    }
    return codes
  }

  /// The place in which a postal code of a country lies; nil where the code does not tell.
  ///
  /// Reads the codes of the countries in `PostalForm`, with or without spaces and hyphens; of France and Portugal only
  /// those of parts with laws, holidays or clocks of their own.
  public func subdivision(country: String, postalCode: String) -> String? {
    let code = postalCode.utf8.filter { $0 != 0x20 && $0 != 0x2D }.map { byte in
      (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    }
    for beginning in PostalForm.beginnings(of: code, country: country) {
      let key = country + String(decoding: beginning, as: UTF8.self)
      guard let line = postal.find(key) else { continue }
      let place = postal.text(postal.fields(line)[1])
      return place == "-" ? nil : place
    }
    return nil
  }

  /// Every ISO 3166-1 code, sorted; with `XK`, the code that numbering uses for Kosovo.
  public var countries: [String] {
    places.lines.map { places.text(places.fields($0)[0]) }.filter { $0.utf8.count == 2 }
  }

  /// The places in which a zone or its alias is the time of the clock, sorted ISO 3166-1 codes.
  ///
  /// Countries whose clocks have agreed since 1970 share a zone in the database; all are named.
  public func countries(inZone zone: String) -> [String] {
    zones.find(zone).map { zones.words(zones.fields($0)[1]) } ?? []
  }
}

/// The forms of postal codes that tell a subdivision.
private enum PostalForm {
  /// How many digits a code has, by country.
  private static let digits = [
    "AU": [4], "BR": [8], "ES": [5], "FR": [5], "IN": [6], "IT": [5], "MX": [5], "PT": [4, 7],
    "RU": [6], "US": [5, 9],
  ]

  /// The beginnings to look up, longest first; none if the code has not the country's form.
  static func beginnings(of code: [UInt8], country: String) -> [ArraySlice<UInt8>] {
    let letters = code.prefix { (0x41...0x5A).contains($0) }
    switch country {
    case "CA":
      guard letters.count == 1, code.count == 3 || code.count == 6 else { return [] }
      return [code.prefix(3), letters]
    case "GB":
      guard (1...2).contains(letters.count), (2...7).contains(code.count) else { return [] }
      return [letters]
    default:
      guard digits[country]?.contains(code.count) == true,
        code.allSatisfy({ (0x30...0x39).contains($0) })
      else { return [] }
      return (1...5).reversed().map { code.prefix($0) }
    }
  }
}
