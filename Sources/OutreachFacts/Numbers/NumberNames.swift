import Outreach

/// The names behind the numbers of a reading, opened when the first is asked for.
///
/// Sets of countries come first, in the order of the table; sets of places and zones go on with those of the areas.
final class NumberNames: Sendable {
  let countries: [[String]]
  let places: [[String]]
  let zones: [[String]]
  private let templates: [[UInt8]]
  private let formSets: [[(length: Int, template: Int)]]

  /// The names.
  static let shared = NumberNames()

  private init() {
    let parts = NumberingParts()
    var countries: [[String]] = [[]]
    for line in parts.codes.lines {
      let fields = parts.codes.fields(line)
      countries += parts.codes.fields(fields[4], UInt8(ascii: ",")).map { parts.codes.words($0) }
    }
    let gazetteer = CompiledPlaces()
    var zonesOfCountry: [String: [String]] = [:]
    for country in Set(countries.joined()) {
      zonesOfCountry[country] = gazetteer.zones(of: country)
    }
    var places = countries
    var zones = countries.map { set in
      set.count == 1
        ? zonesOfCountry[set[0]] ?? [] : Set(set.flatMap { zonesOfCountry[$0] ?? [] }).sorted()
    }
    for line in parts.areas.lines {
      let fields = parts.areas.fields(line)
      places.append(parts.areas.fields(fields[1], UInt8(ascii: ",")).map { parts.areas.text($0) })
      zones.append(parts.areas.words(fields[2]))
    }
    self.countries = countries
    self.places = places
    self.zones = zones
    templates = parts.templates.lines.map { Array(parts.templates.text($0).utf8) }
    formSets = parts.formSets.lines.map { line in
      parts.formSets.words(line).compactMap { pair in
        let numbers = pair.split(separator: ":").compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }

  /// How a number is written within its country, from the digits behind the calling code.
  func nationalForm(_ digits: ArraySlice<UInt8>, label: Int) -> [UInt8] {
    let plain = digits.map { $0 + 0x30 }
    guard label > 0, label <= formSets.count,
      let form = formSets[label - 1].first(where: { $0.length == digits.count }),
      templates.indices.contains(form.template)
    else { return plain }
    var rest = plain[...]
    var written: [UInt8] = []
    for byte in templates[form.template] {
      switch byte {
      case UInt8(ascii: "#"): written.append(rest.popFirst() ?? 0x30)
      case UInt8(ascii: "~"): rest = rest.dropFirst()
      default: written.append(byte)
      }
    }
    return written
  }
}
