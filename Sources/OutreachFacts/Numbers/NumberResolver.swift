import Outreach

/// Memory in which one number is read.
struct NumberRooms {
  /// For the digits as they were written.
  let digits: UnsafeMutableBufferPointer<UInt8>
  /// For what a rule leaves of them.
  let changed: UnsafeMutableBufferPointer<UInt8>

  /// Divides memory for four buffers of digits.
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    digits = UnsafeMutableBufferPointer(rebasing: memory[..<DigitBuffer.capacity])
    changed = UnsafeMutableBufferPointer(rebasing: memory[DigitBuffer.capacity...])
  }
}

/// Finds the one number that digits can mean under the plans.
///
/// Of all readings that a country's dialling allows, those count that the plan can have assigned. Where two do, the text
/// is refused: neither is guessed.
struct NumberResolver {
  typealias Digits = UnsafeBufferPointer<UInt8>

  private let tables = NumberingTables.shared
  private let rooms: NumberRooms

  init(_ rooms: NumberRooms) { self.rooms = rooms }

  func resolve(_ text: NumberText, _ country: DialledCountry) -> NumberReading {
    var reading = NumberReading()
    if text.problem == .none {
      reading = resolve(text.digits.all, isInternational: text.isInternational, country)
      if text.breaks | text.zeros != 0, let problem = parted(text, reading, country) {
        reading = NumberReading(problem)
      }
      if text.hasLetters, !isVanity(reading) { reading = NumberReading(.letters) }
      if reading.problem != .none, text.hasDoubtfulExtension {
        reading = NumberReading(.placeholders)
      }
    } else {
      reading = NumberReading(text.problem)
      reading.digitCount = UInt8(text.digits.count)
    }
    reading.extensionValue = text.extensionValue
    reading.extensionLength = text.extensionLength
    return reading
  }

  /// Whether a text that can be read as one number shows two: short numbers where numbers have many lengths.
  ///
  /// What stands before a slash, a tab or an opened bracket is an area code, or else a number of its own. What stands
  /// before any other separator may be a number only if another could begin behind it, with its own zero.
  ///
  /// - Returns: nil for one number, and for what is none, however it is read.
  private func parted(
    _ text: NumberText, _ reading: NumberReading, _ country: DialledCountry
  ) -> NumberProblem? {
    switch reading.problem {
    case .none, .wrongLength, .tooManyBehindCode: break
    default: return nil
    }
    let digits = text.digits.all
    guard let code = tables.code(reading.callingCode) else { return nil }
    // Most plans have no numbers that are short enough.
    let least = code.lengths.trailingZeroBitCount
    guard digits.count >= 2 * least else { return nil }
    var marks = (text.breaks | text.zeros) & ~1
    while marks != 0 {
      let index = marks.trailingZeroBitCount
      marks &= marks - 1
      guard digits.count - index >= least else { break }
      guard index >= least else { continue }
      let first = resolve(
        Digits(rebasing: digits[..<index]), isInternational: text.isInternational, country)
      guard first.problem == .none else { continue }
      if text.breaks & (1 << UInt32(index)) != 0 { return .severalNumbers }
      if canBegin(tail(digits, index), code) {
        return reading.problem == .none ? .maybeSeveral : .severalNumbers
      }
    }
    return nil
  }

  /// Whether digits with a zero before them can be a number of their own: behind `00`, a trunk prefix, or as they stand.
  private func canBegin(_ digits: Digits, _ code: NumberingTables.Code) -> Bool {
    if isAbroad(digits, 2), international(tail(digits, 2)).problem == .none { return true }
    if valid(digits, code) != nil { return true }
    guard let stripped = changed(digits, by: code.trunk) else { return false }
    return valid(stripped, code) != nil
  }

  /// Whether letters can stand for digits of a number: beyond North America only in numbers of services, for elsewhere
  /// numbers have many lengths, and a word behind one (`030 123456 mobil`) would be dialled.
  private func isVanity(_ reading: NumberReading) -> Bool {
    switch reading.kind {
    case .fixed, .mobile, .fixedOrMobile: reading.callingCode == 1
    default: reading.problem == .none
    }
  }

  private func resolve(
    _ digits: Digits, isInternational: Bool, _ country: DialledCountry
  ) -> NumberReading {
    if isInternational { return international(digits) }
    switch country {
    case .notGiven:
      // What is dialled before a calling code almost everywhere, in North America, and in Australia.
      for prefix in [2, 3, 4] where isAbroad(digits, prefix) {
        let reading = international(tail(digits, prefix))
        if reading.problem == .none { return reading }
      }
      return NumberReading(.noCountry)
    case .unplanned: return NumberReading(.noPlan)
    default:
      guard tables.countries.indices.contains(Int(country.index)) else {
        return NumberReading(.noPlan)
      }
      return national(digits, tables.countries[Int(country.index)])
    }
  }

  private func isAbroad(_ digits: Digits, _ length: Int) -> Bool {
    switch length {
    case 2: digits.starts(with: [0, 0])
    case 3: digits.starts(with: [0, 1, 1])
    default: digits.starts(with: [0, 0, 1, 1])
    }
  }

  /// Reads digits that begin with a calling code.
  private func international(_ digits: Digits) -> NumberReading {
    guard let index = tables.code(of: digits) else { return NumberReading(.unknownCode) }
    let code = tables.codes[index]
    let subscriber = tail(digits, code.width)
    let exact = valid(subscriber, code)
    if let exact { return exact }
    // `+44 (0)20 …`: a trunk prefix is not part of the international form, but often written in it.
    if let stripped = changed(subscriber, by: code.trunk) {
      if let reading = valid(stripped, code) { return reading }
      let fits = subscriber.count + code.width <= 15
      if fits, code.lengths & (1 << UInt32(subscriber.count)) == 0 {
        return refusal(stripped, code)
      }
    }
    return refusal(subscriber, code)
  }

  /// Reads digits as somebody in a country dials them.
  private func national(_ digits: Digits, _ country: NumberingTables.Country) -> NumberReading {
    let code = tables.codes[country.code]
    var found: NumberReading?
    var isAmbiguous = false
    func add(_ reading: NumberReading?) {
      guard let reading, reading.problem == .none, isWithin(reading, country) else { return }
      if let found, found.e164 != reading.e164 { isAmbiguous = true }
      found = found ?? reading
    }
    add(valid(digits, code))
    var abroad: NumberReading?
    if let length = tables.rules.length(country.abroad, of: digits), length > 0 {
      abroad = international(tail(digits, length))
      add(abroad)
    } else if isAbroad(digits, 2), !tables.plans.accepts(digits[..<2], from: code.start) {
      // What most of the world dials is written everywhere, but where numbers of the country itself begin so (Japan).
      add(international(tail(digits, 2)))
    }
    if startsWithCode(digits, code) {
      add(valid(tail(digits, code.width), code))
      if let stripped = changed(tail(digits, code.width), by: country.trunk) {
        add(valid(stripped, code))
      }
    }
    var refused = digits
    if let stripped = changed(digits, by: country.trunk) {
      add(valid(stripped, code))
      refused = stripped
    }
    if isAmbiguous { return NumberReading(.ambiguous) }
    if let found { return found }
    if let abroad, abroad.problem != .unknownCode { return abroad }
    // With a trunk prefix the rest is the number; what else was tried is not what was meant.
    if code.lengths & (1 << UInt32(min(digits.count, 31))) != 0, refused.count < digits.count,
      code.lengths & (1 << UInt32(refused.count)) == 0
    {
      refused = digits
    }
    return refusal(refused, code, local: country.localLengths)
  }

  /// Whether a number as short as those within one area can be meant: another country's cannot (310 xxxx, Canada).
  private func isWithin(_ reading: NumberReading, _ country: NumberingTables.Country) -> Bool {
    guard reading.callingCode == tables.codes[country.code].number,
      country.localLengths & (1 << UInt32(reading.digitCount)) != 0
    else { return true }
    return tables.membersOfSet[Int(reading.countries)].contains(country.name)
  }

  private func startsWithCode(_ digits: Digits, _ code: NumberingTables.Code) -> Bool {
    guard digits.count > code.width + 2 else { return false }
    return digits[..<code.width].reduce(0) { $0 * 10 + UInt16($1) } == code.number
  }

  /// What a rule leaves of digits; nil if it does not fit, or changes nothing.
  private func changed(_ digits: Digits, by rule: Int) -> Digits? {
    var buffer = DigitBuffer(rooms.changed)
    return tables.rules.apply(rule, to: digits, into: &buffer) ? buffer.all : nil
  }

  /// What digits behind a calling code tell; nil if they cannot be assigned.
  private func valid(_ digits: Digits, _ code: NumberingTables.Code) -> NumberReading? {
    guard digits.count + code.width <= 15, code.lengths & (1 &<< UInt32(digits.count)) != 0
    else { return nil }
    let label = tables.plans.label(digits, from: code.start)
    guard label > 0 else { return nil }
    var reading = NumberReading(.none, code, digits)
    reading.kind = tables.kinds[label]
    let set = code.firstSet + Int(tables.setOfLabel[label])
    reading.countries = UInt16(set)
    reading.places = reading.countries
    reading.zones = reading.countries
    // Outside +1 only fixed lines stay where their area is: ranges for mobiles and services are the country's, as are
    // Canada's numbers of seven digits (310 xxxx), which have no area code.
    let hasArea = code.number == 1 ? digits.count == 10 : reading.kind == .fixed
    if hasArea { place(&reading, digits, code) }
    return reading
  }

  private func place(
    _ reading: inout NumberReading, _ digits: Digits, _ code: NumberingTables.Code
  ) {
    let area = tables.areas.deepestLabel(digits, from: code.areaStart)
    guard area > 0 else { return }
    reading.zones = UInt16(tables.firstArea + area - 1)
    if tables.areaHasPlaces[area - 1] { reading.places = reading.zones }
  }

  /// Why digits behind a calling code are no number of its plan.
  private func refusal(
    _ digits: Digits, _ code: NumberingTables.Code, local: UInt32 = 0
  ) -> NumberReading {
    guard digits.count >= 3 else { return NumberReading(.tooFewBehindCode, code, digits) }
    guard digits.count + code.width <= 15 else {
      return NumberReading(.tooManyBehindCode, code, digits)
    }
    let length = 1 << UInt32(digits.count) as UInt32
    var problem = NumberProblem.wrongLength
    if lostZero(digits, code) {
      problem = .lostZero
    } else if local & length != 0 {
      problem = .noAreaCode
    } else if code.lengths & length != 0 {
      problem =
        tables.fictional.deepestLabel(digits, from: code.fictionStart) > 0
        ? .fictional : .unassigned
    }
    return NumberReading(problem, code, digits)
  }

  /// Whether a 0 in front would make a number of digits: spreadsheets drop it where it is no trunk prefix (Italy).
  private func lostZero(_ digits: Digits, _ code: NumberingTables.Code) -> Bool {
    guard let first = digits.first, first > 0, digits.count + code.width < 15 else { return false }
    var buffer = DigitBuffer(
      UnsafeMutableBufferPointer(rebasing: rooms.changed[(2 * DigitBuffer.capacity)...]))
    buffer.append(0)
    for digit in digits { buffer.append(digit) }
    return tables.plans.label(buffer.all, from: code.start) > 0
  }

  private func tail(_ digits: Digits, _ start: Int) -> Digits {
    Digits(rebasing: digits[min(start, digits.count)...])
  }
}

extension NumberReading {
  /// A text that is no number, or none that can be judged.
  fileprivate init(_ problem: NumberProblem) {
    self.init()
    self.problem = problem
  }

  /// Digits behind a calling code; canonical as long as they fit an international number at all.
  fileprivate init(
    _ problem: NumberProblem, _ code: NumberingTables.Code, _ digits: UnsafeBufferPointer<UInt8>
  ) {
    self.init()
    self.problem = problem
    callingCode = code.number
    digitCount = UInt8(digits.count)
    guard digits.count >= 3, digits.count + code.width <= 15 else { return }
    e164 = digits.reduce(UInt64(code.number)) { $0 &* 10 &+ UInt64($1) }
  }
}
