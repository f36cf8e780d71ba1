import Outreach

/// The numbering tables, opened once for the whole program.
///
/// All of it is plain memory that is never given back, so that reading a number counts no references.
struct NumberingTables: BitwiseCopyable, @unchecked Sendable {
  /// How numbers are dialled in a country.
  struct Country: BitwiseCopyable, Sendable {
    /// Its ISO 3166-1 code as a number, from 0.
    var name: UInt16
    /// The place of its calling code among `codes`.
    var code: UInt16
    /// The rules for what is dialled before a calling code, and before a national number.
    var abroad: UInt16
    var trunk: UInt16
    /// The lengths of what is dialled without an area code, a bit each.
    var localLengths: UInt32
  }

  /// The plan of a calling code, as small as it can be, so that all stay near the processor.
  struct Code: BitwiseCopyable, Sendable {
    /// The code, and how many digits it has.
    var number: UInt16
    var width: UInt8
    /// How many digits tell an area and a fictional range at most.
    var areaDepth: UInt8 = 0
    var fictionDepth: UInt8 = 0
    /// The rule for a national number of its main country.
    var trunk: UInt16
    /// Where it begins in `plans`, `forms`, and its first set among those of countries.
    var start: UInt16
    var formStart: UInt16
    var firstSet: UInt16
    /// The states of `areas` and `fictional` behind the code; 0 if they have none of its ranges.
    var areaStart: UInt16 = 0
    var fictionStart: UInt16 = 0
    /// How many digits may follow it, a bit each.
    var lengths: UInt32
  }

  /// What a label of `plans` says: the kind of line, and the set of countries among those of the code.
  struct Label: BitwiseCopyable {
    var kind: NumberKind
    var set: UInt16
  }

  /// Countries by the number that `countryIndex` finds; the first is none.
  let countries: UnsafePointer<Country>
  let countryCount: Int
  private let countryIndex: UnsafePointer<UInt16>

  /// Plans.
  let codes: UnsafePointer<Code>
  let codeCount: Int
  /// The place among plans of the calling code with which three digits begin; 0xFF is none.
  private let codeIndex: UnsafePointer<UInt8>

  let rules: DialRules
  let plans: DigitAutomaton
  /// Ranges kept for drama, by calling code and first digits.
  let fictional: DigitAutomaton
  /// Areas by calling code and area code, and whether the digits tell more than the country.
  let areas: DigitAutomaton
  let areaHasPlaces: UnsafePointer<Bool>
  /// The number of the first area among sets of places and zones: those of countries come before.
  let firstArea: Int

  /// What each label of `plans` says; the first is none.
  let labels: UnsafePointer<Label>
  /// The countries of all sets, by their ISO 3166-1 codes as numbers, and where those of each set begin and end; the
  /// first set is none.
  private let members: UnsafePointer<UInt16>
  private let memberStarts: UnsafePointer<Int>

  /// The tables.
  static let shared = NumberingTables()

  /// How numbers are written within their countries, opened when one is.
  static let forms = DigitAutomaton(NumberingParts().forms)

  private init() {
    let parts = NumberingParts()
    var codes: [Code] = []
    var codeIndex = [UInt8](repeating: 0xFF, count: 1000)
    var mainCountries: [String] = []
    var nextSet = 1
    var members: [UInt16] = []
    var memberStarts = [0, 0]
    for line in parts.codes.lines {
      let fields = parts.codes.fields(line)
      let number = parts.codes.number(fields[0]) ?? 0
      let width = fields[0].count
      let room = width == 1 ? 100 : width == 2 ? 10 : 1
      for index in number * room..<(number + 1) * room where codeIndex.indices.contains(index) {
        codeIndex[index] = UInt8(codes.count)
      }
      mainCountries.append(parts.codes.words(fields[1]).first ?? "\(number)")
      codes.append(
        Code(
          number: UInt16(number), width: UInt8(width), trunk: 0,
          start: UInt16(parts.codes.number(fields[3]) ?? 0),
          formStart: UInt16(parts.codes.number(fields[5]) ?? 0), firstSet: UInt16(nextSet),
          lengths: NumberingTables.lengths(fields[2], parts.codes)))
      let sets = parts.codes.fields(fields[4], UInt8(ascii: ","))
      nextSet += sets.count
      for set in sets {
        members += parts.codes.words(set).compactMap {
          NumberingTables.index(ofCountry: $0).map { UInt16($0) }
        }
        memberStarts.append(members.count)
      }
    }
    var countries = [Country(name: 0, code: 0, abroad: 0, trunk: 0, localLengths: 0)]
    var countryIndex = [UInt16](repeating: .max, count: 26 * 26)
    for line in parts.countries.lines {
      let fields = parts.countries.fields(line)
      let numbers = fields[1...3].map { parts.countries.number($0) ?? 0 }
      guard let code = codes.firstIndex(where: { Int($0.number) == numbers[0] }) else { continue }
      let name = parts.countries.text(fields[0])
      if mainCountries[code] == name { codes[code].trunk = UInt16(numbers[2]) }
      guard let index = NumberingTables.index(ofCountry: name) else { continue }
      countryIndex[index] = UInt16(countries.count)
      countries.append(
        Country(
          name: UInt16(index), code: UInt16(code), abroad: UInt16(numbers[1]),
          trunk: UInt16(numbers[2]),
          localLengths: NumberingTables.lengths(fields[4], parts.countries)))
    }
    fictional = DigitAutomaton(prefixes: parts.fictional)
    areas = DigitAutomaton(prefixes: parts.areas)
    for index in codes.indices {
      let (area, fiction) = (
        areas.state(after: codes[index].number), fictional.state(after: codes[index].number)
      )
      codes[index].areaStart = UInt16(area)
      codes[index].areaDepth = UInt8(areas.depth(behind: area))
      codes[index].fictionStart = UInt16(fiction)
      codes[index].fictionDepth = UInt8(fictional.depth(behind: fiction))
    }
    self.members = lasting(members)
    self.memberStarts = lasting(memberStarts)
    self.codes = lasting(codes)
    codeCount = codes.count
    self.codeIndex = lasting(codeIndex)
    self.countries = lasting(countries)
    countryCount = countries.count
    self.countryIndex = lasting(countryIndex)
    rules = DialRules(parts.rules)
    plans = DigitAutomaton(parts.plans)
    areaHasPlaces = lasting(
      parts.areas.lines.map { line in
        parts.areas.byte(parts.areas.field(1, of: line).lowerBound) != UInt8(ascii: "-")
      })
    firstArea = nextSet
    labels = lasting(
      [Label(kind: .unknown, set: 0)]
        + parts.labels.lines.map { line in
          Label(
            kind: NumberingTables.kind(parts.labels.text(parts.labels.field(0, of: line))),
            set: UInt16(parts.labels.number(parts.labels.field(1, of: line)) ?? 0))
        })
  }

  /// The place of the plan whose calling code begins digits; 0xFF if none does.
  ///
  /// No calling code begins with 0, nor is one the beginning of another (ITU-T E.164).
  @inline(__always)
  func code(of digits: Digits) -> Int {
    digits.count > 2 ? Int(codeIndex[digits.leading]) : 0xFF
  }

  /// The plan of a calling code.
  func code(_ number: UInt16) -> UnsafePointer<Code>? {
    guard (1..<1000).contains(number) else { return nil }
    let index = codeIndex[Int(number) * (number < 10 ? 100 : number < 100 ? 10 : 1)]
    guard index != 0xFF, codes[Int(index)].number == number else { return nil }
    return codes + Int(index)
  }

  /// Whether a country is in a set of countries, by its ISO 3166-1 code as a number.
  func isMember(_ country: UInt16, of set: Int) -> Bool {
    (memberStarts[set]..<memberStarts[set + 1]).contains { members[$0] == country }
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
