import Outreach
import Synchronization

/// The names behind the numbers of a reading, each looked up when it is asked for first.
///
/// Sets of countries come first, in the order of the table; sets of places and zones go on with those of the areas.
final class NumberNames: Sendable {
  let countries: [[String]]
  private let areas: TableText
  private let areaLines: [Range<Int>]
  private let templates: TableText
  private let templateLines: [Range<Int>]
  private let formSets: TableText
  private let formSetLines: [Range<Int>]
  private let knownPlaces = Mutex<[Int: [String]]>([:])
  private let knownZones = Mutex<[Int: [String]]>([:])

  /// The names.
  static let shared = NumberNames()

  private init() {
    let parts = NumberingParts()
    var countries: [[String]] = [[]]
    for line in parts.codes.lines {
      let fields = parts.codes.fields(line)
      countries += parts.codes.fields(fields[4], UInt8(ascii: ",")).map { parts.codes.words($0) }
    }
    self.countries = countries
    areas = parts.areas
    areaLines = parts.areas.lines
    templates = parts.templates
    templateLines = parts.templates.lines
    formSets = parts.formSets
    formSetLines = parts.formSets.lines
  }

  /// The places of a set.
  func places(_ set: Int) -> [String] {
    if countries.indices.contains(set) { return countries[set] }
    return knownPlaces.withLock { known in
      if let places = known[set] { return places }
      let places = areaFields(set).map { fields in
        areas.fields(fields[1], UInt8(ascii: ",")).map { areas.text($0) }
      }
      known[set] = places ?? []
      return places ?? []
    }
  }

  /// The zones of a set.
  func zones(_ set: Int) -> [String] {
    knownZones.withLock { known in
      if let zones = known[set] { return zones }
      let zones: [String]
      if countries.indices.contains(set) {
        let gazetteer = CompiledPlaces()
        let ofEach = countries[set].map { gazetteer.zones(of: $0) }
        zones = ofEach.count == 1 ? ofEach[0] : Set(ofEach.joined()).sorted()
      } else {
        zones = areaFields(set).map { areas.words($0[2]) } ?? []
      }
      known[set] = zones
      return zones
    }
  }

  private func areaFields(_ set: Int) -> [Range<Int>]? {
    let area = set - countries.count
    return areaLines.indices.contains(area) ? areas.fields(areaLines[area]) : nil
  }

  /// How a number is written within its country, from the digits behind the calling code.
  func nationalForm(_ digits: ArraySlice<UInt8>, label: Int) -> [UInt8] {
    let plain = digits.map { $0 + 0x30 }
    guard let template = template(label: label, length: digits.count) else { return plain }
    var rest = plain[...]
    var written: [UInt8] = []
    for index in template {
      let byte = templates.byte(index)
      switch byte {
      case UInt8(ascii: "#"): written.append(rest.popFirst() ?? 0x30)
      case UInt8(ascii: "~"): rest = rest.dropFirst()
      default: written.append(byte)
      }
    }
    return written
  }
  /// The template by which numbers of a length are written, of those that a label allows.
  private func template(label: Int, length: Int) -> Range<Int>? {
    guard label > 0, label <= formSetLines.count else { return nil }
    for pair in formSets.fields(formSetLines[label - 1], 0x20) {
      let numbers = formSets.fields(pair, 0x3A).compactMap { formSets.number($0) }
      guard numbers.count == 2, numbers[0] == length else { continue }
      return templateLines.indices.contains(numbers[1]) ? templateLines[numbers[1]] : nil
    }
    return nil
  }
}
