import Outreach

/// The numbering tables, opened once for the whole program.
final class NumberingTables: Sendable {
  /// How numbers are dialled in a country.
  struct Country: Sendable {
    /// Its ISO 3166-1 code as a number, from 0.
    var name: Int
    /// The place of its calling code among `codes`.
    var code: Int
    /// The rules for what is dialled before a calling code, and before a national number.
    var abroad: Int
    var trunk: Int
    /// The lengths of what is dialled without an area code, a bit each.
    var localLengths: UInt32
  }

  /// The plan of a calling code.
  struct Code: Sendable {
    /// The code, and how many digits it has.
    var number: UInt16
    var width: Int
    /// Where it begins in `plans`, `forms`, and its first set among those of countries.
    var start: Int
    var formStart: Int
    var firstSet: Int
    /// The rule for a national number of its main country.
    var trunk: Int
    /// How many digits may follow it, a bit each.
    var lengths: UInt32
    /// The states of `areas` and `fictional` behind the code; 0 if they have none of its ranges.
    var areaStart = 0
    var fictionStart = 0
  }

  /// Countries by the number that `countryIndex` finds; the first is none.
  let countries: [Country]
  private let countryIndex: [UInt16]

  /// Plans, and the place of each by calling code; 0xFF is none.
  let codes: [Code]
  private let codeIndex: [UInt8]

  let rules: DialRules
  let plans: DigitAutomaton
  let forms: DigitAutomaton
  /// Ranges kept for drama, by calling code and first digits.
  let fictional: DigitAutomaton
  /// Areas by calling code and area code, and whether the digits tell more than the country.
  let areas: DigitAutomaton
  let areaHasPlaces: [Bool]
  /// The number of the first area among sets of places and zones: those of countries come before.
  let firstArea: Int

  /// The kind and the set of countries of each label of `plans`; the first is none.
  let kinds: [NumberKind]
  let setOfLabel: [UInt16]
  /// The countries in each set, by their ISO 3166-1 codes as numbers; the first set is none.
  let membersOfSet: [[Int]]

  /// The tables.
  static let shared = NumberingTables()

  private init() {
    let parts = NumberingParts()
    var codes: [Code] = []
    var codeIndex = [UInt8](repeating: 0xFF, count: 1000)
    var mainCountries: [String] = []
    var nextSet = 1
    var membersOfSet: [[Int]] = [[]]
    for line in parts.codes.lines {
      let fields = parts.codes.fields(line)
      let number = parts.codes.number(fields[0]) ?? 0
      if codeIndex.indices.contains(number) { codeIndex[number] = UInt8(codes.count) }
      mainCountries.append(parts.codes.words(fields[1]).first ?? "\(number)")
      codes.append(
        Code(
          number: UInt16(number), width: fields[0].count, start: parts.codes.number(fields[3]) ?? 0,
          formStart: parts.codes.number(fields[5]) ?? 0, firstSet: nextSet, trunk: 0,
          lengths: NumberingTables.lengths(fields[2], parts.codes)))
      let sets = parts.codes.fields(fields[4], UInt8(ascii: ","))
      nextSet += sets.count
      membersOfSet += sets.map { set in
        parts.codes.words(set).compactMap { NumberingTables.index(ofCountry: $0) }
      }
    }
    var countries = [Country(name: 0, code: 0, abroad: 0, trunk: 0, localLengths: 0)]
    var countryIndex = [UInt16](repeating: .max, count: 26 * 26)
    for line in parts.countries.lines {
      let fields = parts.countries.fields(line)
      let numbers = fields[1...3].map { parts.countries.number($0) ?? 0 }
      guard let code = codes.firstIndex(where: { Int($0.number) == numbers[0] }) else { continue }
      let name = parts.countries.text(fields[0])
      if mainCountries[code] == name { codes[code].trunk = numbers[2] }
      guard let index = NumberingTables.index(ofCountry: name) else { continue }
      countryIndex[index] = UInt16(countries.count)
      countries.append(
        Country(
          name: index, code: code, abroad: numbers[1], trunk: numbers[2],
          localLengths: NumberingTables.lengths(fields[4], parts.countries)))
    }
    fictional = DigitAutomaton(prefixes: parts.fictional)
    areas = DigitAutomaton(prefixes: parts.areas)
    for index in codes.indices {
      codes[index].areaStart = areas.state(after: codes[index].number)
      codes[index].fictionStart = fictional.state(after: codes[index].number)
    }
    self.membersOfSet = membersOfSet
    self.codes = codes
    self.codeIndex = codeIndex
    self.countries = countries
    self.countryIndex = countryIndex
    rules = DialRules(parts.rules)
    plans = DigitAutomaton(parts.plans)
    forms = DigitAutomaton(parts.forms)
    areaHasPlaces = parts.areas.lines.map { line in
      parts.areas.text(parts.areas.field(1, of: line)) != "-"
    }
    firstArea = nextSet
    kinds =
      [.unknown]
      + parts.labels.lines.map { line in
        NumberingTables.kind(parts.labels.text(parts.labels.field(0, of: line)))
      }
    setOfLabel =
      [0]
      + parts.labels.lines.map { line in
        UInt16(parts.labels.number(parts.labels.field(1, of: line)) ?? 0)
      }
  }

  /// The place of the plan whose calling code begins digits; nil if none does.
  ///
  /// No calling code begins with 0, nor is one the beginning of another (ITU-T E.164).
  @inline(__always)
  func code(of digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard digits.count > 2, digits[0] > 0 else { return nil }
    var number = 0
    for place in 0..<3 {
      number = number &* 10 &+ Int(digits[place])
      let index = codeIndex[number]
      if index != 0xFF { return Int(index) }
    }
    return nil
  }

  /// The plan of a calling code.
  func code(_ number: UInt16) -> Code? {
    guard codeIndex.indices.contains(Int(number)) else { return nil }
    let index = codeIndex[Int(number)]
    return index == 0xFF ? nil : codes[Int(index)]
  }

  /// The number of a country with an ISO 3166-1 code.
  func country(_ code: String) -> DialledCountry {
    guard let index = NumberingTables.index(ofCountry: code) else { return .unplanned }
    return DialledCountry(index: countryIndex[index])
  }

  private static func index(ofCountry code: String) -> Int? {
    var index = 0
    guard code.utf8.count == 2 else { return nil }
    for byte in code.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
      index = index * 26 + Int(byte - UInt8(ascii: "A"))
    }
    return index
  }

  private static func lengths(_ field: Range<Int>, _ table: TableText) -> UInt32 {
    table.words(field).compactMap { UInt32($0) }.reduce(0) { $0 | (1 << min($1, 31)) }
  }

  private static func kind(_ letters: String) -> NumberKind {
    switch letters {
    case "f": .fixed
    case "m": .mobile
    case "fm": .fixedOrMobile
    case "t": .tollFree
    case "p": .premium
    case "s": .sharedCost
    case "v": .voip
    case "n": .personal
    case "g": .pager
    case "u": .uan
    case "x": .voicemail
    default: .unknown
    }
  }
}

/// The parts of the compiled table.
struct NumberingParts {
  let countries, codes, rules, fictional, areas, labels, templates, formSets, plans,
    forms: TableText

  init() {
    let parts = TableText(CompiledNumbering.table).parts
    countries = parts[0]
    codes = parts[1]
    rules = parts[2]
    fictional = parts[3]
    areas = parts[4]
    labels = parts[5]
    templates = parts[6]
    formSets = parts[7]
    plans = parts[8]
    forms = parts[9]
  }
}

extension DigitAutomaton {
  /// A tree of the digits in the first field of each line; a label is the number of its line, from 1.
  init(prefixes table: TableText) {
    var targets = [UInt16](repeating: 0, count: 20)
    var labels: [UInt16] = [0, 0]
    targets.reserveCapacity(table.range.count * 4)
    for (number, line) in table.lines.enumerated() {
      var state = 1
      for index in table.field(0, of: line) where table.byte(index).isDigit {
        let edge = state * 10 + Int(table.byte(index) - 0x30)
        if targets[edge] == 0 {
          targets[edge] = UInt16(labels.count)
          targets += repeatElement(0, count: 10)
          labels.append(0)
        }
        state = Int(targets[edge])
      }
      labels[state] = UInt16(number + 1)
    }
    self.init(targets: targets, labels: labels)
  }
}
