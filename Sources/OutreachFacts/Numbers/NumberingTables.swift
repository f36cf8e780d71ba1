import Outreach

/// The numbering tables, opened once for the whole program.
struct NumberingTables: Sendable {
  /// How numbers are dialled in a country.
  struct Country: Sendable {
    /// Its calling code, as digits in ASCII.
    var code: String
    /// What is dialled before a calling code, and before a national number; empty where there is none, or several.
    var internationalPrefix: [UInt8]
    var trunkPrefix: [UInt8]
  }

  /// Where the numbers of an area may ring.
  struct Area: Sendable {
    /// The finest places; empty if none below the country.
    var places: [String]
    /// The zones, sorted.
    var zones: [String]
  }

  /// Countries by ISO 3166-1 code.
  let countries: [String: Country]

  /// Countries by calling code, the main one first; none for codes of no country.
  let codes: [Int: [String]]

  /// Plans by calling code.
  let plans: [Int: NumberingAutomaton]

  /// Areas by calling code and area code in one number.
  let areas: [Int: Area]

  /// The tables.
  static let shared = NumberingTables()

  private init() {
    let parts = TableText(CompiledNumbering.table).parts
    countries = Dictionary(
      parts[0].lines.map { line in
        let fields = parts[0].fields(line).map { parts[0].text($0) }
        return (
          fields[0],
          Country(
            code: fields[1], internationalPrefix: fields[2].utf8.map { $0 - 0x30 },
            trunkPrefix: fields[3].utf8.map { $0 - 0x30 })
        )
      }, uniquingKeysWith: { first, _ in first })
    codes = NumberingTables.index(parts[1]) { fields in parts[1].words(fields[1]) }
    plans = NumberingTables.index(parts[2]) { fields in
      NumberingAutomaton(fields, of: parts[2], in: parts[4])
    }
    areas = NumberingTables.index(parts[3]) { fields in
      let places = parts[3].text(fields[1])
      return Area(
        places: places == "-" ? [] : places.split(separator: ",").map(String.init),
        zones: parts[3].words(fields[2]))
    }
  }

  /// The lines of a part by the number in their first field.
  private static func index<Value>(
    _ part: TableText, _ read: ([Range<Int>]) -> Value?
  ) -> [Int: Value] {
    var index: [Int: Value] = [:]
    for line in part.lines {
      let fields = part.fields(line)
      guard let key = part.number(fields[0]) else { continue }
      index[key] = read(fields)
    }
    return index
  }
}
