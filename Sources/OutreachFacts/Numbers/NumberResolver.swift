import Outreach

/// Finds the one number that digits can mean under the plans.
///
/// Of all readings that a country's dialling allows, those count that the plan can have assigned. Where two do, the text
/// is refused: neither is guessed.
struct NumberResolver {
  private let tables = NumberingTables.shared
  /// For what a rule leaves of digits, and behind it for digits with a zero before them.
  private let room: UnsafeMutablePointer<UInt8>

  /// Makes a resolver that works in memory for two buffers of digits.
  @inline(__always)
  init(_ room: UnsafeMutablePointer<UInt8>) { self.room = room }

  func resolve(_ text: NumberText, _ country: DialledCountry) -> NumberReading {
    guard text.problem == .none else {
      var reading = NumberReading(text.problem)
      reading.digitCount = UInt8(truncatingIfNeeded: text.digits.count)
      keepExtension(text, &reading)
      return reading
    }
    var reading = resolve(text.digits.all, isInternational: text.isInternational, country)
    if text.breaks | text.zeros != 0, let problem = parted(text, reading, country) {
      reading = NumberReading(problem)
    }
    if text.hasLetters, !isVanity(reading) { reading = NumberReading(.letters) }
    if reading.problem != .none, text.hasDoubtfulExtension {
      reading = NumberReading(.placeholders)
    }
    keepExtension(text, &reading)
    return reading
  }

  @inline(__always)
  private func keepExtension(_ text: NumberText, _ reading: inout NumberReading) {
    reading.extensionValue = text.extensionValue
    reading.extensionLength = text.extensionLength
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
    let least = code.pointee.lengths.trailingZeroBitCount
    guard digits.count >= 2 * least else { return nil }
    var marks = (text.breaks | text.zeros) & ~1
    while marks != 0 {
      let index = marks.trailingZeroBitCount
      marks &= marks - 1
      guard digits.count - index >= least else { break }
      guard index >= least else { continue }
      let first = resolve(
        digits.head(index), isInternational: text.isInternational, country)
      guard first.problem == .none else { continue }
      if text.breaks & (1 << UInt32(index)) != 0 { return .severalNumbers }
      if canBegin(digits.tail(index), code) {
        return reading.problem == .none ? .maybeSeveral : .severalNumbers
      }
    }
    return nil
  }

  /// Whether digits with a zero before them can be a number of their own: behind `00`, a trunk prefix, or as they stand.
  private func canBegin(_ digits: Digits, _ code: Code) -> Bool {
    if isAbroad(digits, 2), found(international: digits.tail(2)).exists { return true }
    if found(digits, code).exists { return true }
    guard let stripped = changed(digits, by: code.pointee.trunk) else { return false }
    return found(stripped, code).exists
  }

  /// Whether letters can stand for digits of a number: beyond North America only in numbers of services, for elsewhere
  /// numbers have many lengths, and a word behind one (`030 123456 mobil`) would be dialled.
  private func isVanity(_ reading: NumberReading) -> Bool {
    switch reading.kind {
    case .fixed, .mobile, .fixedOrMobile: reading.callingCode == 1
    default: reading.problem == .none
    }
  }

  @inline(__always)
  private func resolve(
    _ digits: Digits, isInternational: Bool, _ country: DialledCountry
  ) -> NumberReading {
    if isInternational {
      let found = found(international: digits)
      return found.exists ? reading(found) : refusal(international: digits)
    }
    switch country {
    case .notGiven:
      // What is dialled before a calling code almost everywhere, in North America, and in Australia.
      for prefix in 2...4 where isAbroad(digits, prefix) {
        let found = found(international: digits.tail(prefix))
        if found.exists { return reading(found) }
      }
      return NumberReading(.noCountry)
    case .unplanned: return NumberReading(.noPlan)
    default:
      guard Int(country.index) < tables.countryCount else { return NumberReading(.noPlan) }
      return national(digits, tables.countries + Int(country.index))
    }
  }

  @inline(__always)
  private func isAbroad(_ digits: Digits, _ length: Int) -> Bool {
    guard digits.count >= length, digits[0] == 0 else { return false }
    return switch length {
    case 2: digits[1] == 0
    case 3: digits[1] == 1 && digits[2] == 1
    default: digits[1] == 0 && digits[2] == 1 && digits[3] == 1
    }
  }

  // MARK: what the plans assign

  private typealias Code = UnsafePointer<NumberingTables.Code>

  /// How far the way through the areas of a code is gone: a state, the last label on the way, and how many digits.
  private struct AreaWalk: BitwiseCopyable {
    var state: Int
    var label = 0
    var length = 0
  }

  /// A number that a plan can have assigned, or none.
  private struct Found: BitwiseCopyable {
    /// Its label in `plans`; 0 is no number.
    var label = 0
    /// The digits of its international form.
    var e164: UInt64 = 0
    var digits: Digits
    var code: Code

    @inline(__always)
    var exists: Bool { label != 0 }
  }

  /// The number that digits behind a calling code are.
  @inline(__always)
  private func found(_ digits: Digits, _ code: Code) -> Found {
    var found = Found(digits: digits, code: code)
    guard digits.count &+ Int(code.pointee.width) <= 15,
      code.pointee.lengths & (1 &<< UInt32(truncatingIfNeeded: digits.count)) != 0
    else { return found }
    (found.label, found.e164) = tables.plans.label(
      digits, from: Int(code.pointee.start), behind: UInt64(code.pointee.number))
    return found
  }

  /// The number that digits are as they stand, a calling code first.
  @inline(__always)
  private func found(canonical digits: Digits) -> Found {
    let index = tables.code(of: digits)
    guard index != 0xFF else { return Found(digits: digits, code: tables.codes) }
    let code = tables.codes + index
    return found(digits.tail(Int(code.pointee.width)), code)
  }

  /// What digits tell that are a number as they stand, a calling code first; nil for all others.
  func readCanonical(_ digits: Digits, _ heads: borrowing CanonicalHeads) -> NumberReading? {
    guard digits.count > CanonicalHeads.length else { return nil }
    let head = heads.head(of: digits) { learn(&$0, digits) }
    guard head.code != CanonicalHead.noCode else { return nil }
    let code = tables.codes + Int(head.code)
    let width = Int(code.pointee.width)
    let count = digits.count &- width
    guard code.pointee.lengths & (1 &<< UInt32(truncatingIfNeeded: count)) != 0 else { return nil }
    var found = Found(digits: digits.tail(width), code: code)
    (found.label, found.e164) = tables.plans.label(
      digits.tail(CanonicalHeads.length), from: Int(head.state), behind: UInt64(head.number))
    guard found.exists else { return nil }
    return reading(
      found,
      AreaWalk(
        state: Int(head.areaState), label: Int(head.area), length: CanonicalHeads.length &- width))
  }

  /// Finds what the first digits of numbers lead to.
  private func learn(_ head: inout CanonicalHead, _ digits: Digits) {
    let index = tables.code(of: digits)
    guard index != 0xFF else { return head.code = CanonicalHead.noCode }
    let code = tables.codes + index
    let first = digits.head(CanonicalHeads.length).tail(Int(code.pointee.width))
    head.code = UInt8(truncatingIfNeeded: index)
    head.state = UInt16(
      truncatingIfNeeded: tables.plans.state(after: first, from: Int(code.pointee.start)))
    guard code.pointee.areaDepth > 0 else { return }
    let depth = first.head(min(first.count, Int(code.pointee.areaDepth)))
    let start = Int(code.pointee.areaStart)
    head.areaState = UInt16(truncatingIfNeeded: tables.areas.state(after: depth, from: start))
    head.area = UInt16(
      truncatingIfNeeded: tables.areas.deepestLabel(depth, depth.count, from: start))
  }

  /// The number that digits are which begin with a calling code.
  private func found(international digits: Digits) -> Found {
    let exact = found(canonical: digits)
    guard !exact.exists, tables.code(of: digits) != 0xFF else { return exact }
    let (subscriber, code) = (exact.digits, exact.code)
    // `+44 (0)20 …`: a trunk prefix is not part of the international form, but often written in it.
    guard let stripped = changed(subscriber, by: code.pointee.trunk) else { return exact }
    return found(stripped, code)
  }

  /// What the plans tell of a number, some digits of which may have been looked at for its area.
  @inline(__always)
  private func reading(_ found: Found, _ walk: AreaWalk? = nil) -> NumberReading {
    let code = found.code
    let label = tables.labels[found.label]
    var reading = NumberReading()
    reading.e164 = found.e164
    reading.callingCode = code.pointee.number
    reading.digitCount = UInt8(truncatingIfNeeded: found.digits.count)
    reading.kind = label.kind
    let set = code.pointee.firstSet &+ label.set
    reading.countries = set
    reading.places = set
    reading.zones = set
    // Outside +1 only fixed lines stay where their area is: ranges for mobiles and services are the country's, as are
    // Canada's numbers of seven digits (310 xxxx), which have no area code.
    let hasArea = code.pointee.number == 1 ? found.digits.count == 10 : label.kind == .fixed
    if hasArea, code.pointee.areaDepth > 0 {
      let walk = walk ?? AreaWalk(state: Int(code.pointee.areaStart))
      let area = tables.areas.deepestLabel(
        found.digits.tail(walk.length), Int(code.pointee.areaDepth) &- walk.length,
        from: walk.state, behind: walk.label)
      if area > 0 {
        reading.zones = UInt16(truncatingIfNeeded: tables.firstArea &+ area &- 1)
        if tables.areaHasPlaces[area &- 1] { reading.places = reading.zones }
      }
    }
    return reading
  }

  // MARK: what somebody dials

  /// Reads digits as somebody in a country dials them.
  private func national(
    _ digits: Digits, _ country: UnsafePointer<NumberingTables.Country>
  ) -> NumberReading {
    let code = tables.codes + Int(country.pointee.code)
    var found = Found(digits: digits, code: code)
    var isAmbiguous = false
    @inline(__always)
    func add(_ other: Found) {
      guard other.exists, isWithin(other, country) else { return }
      if found.exists, found.e164 != other.e164 { isAmbiguous = true }
      if !found.exists { found = other }
    }
    add(self.found(digits, code))
    var abroad: Digits?
    let length = tables.rules.length(country.pointee.abroad, of: digits)
    if length > 0 {
      let rest = digits.tail(length)
      abroad = rest
      add(self.found(international: rest))
    } else if isAbroad(digits, 2),
      !tables.plans.accepts(digits.head(2), from: Int(code.pointee.start))
    {
      // What most of the world dials is written everywhere, but where numbers of the country itself begin so (Japan).
      add(self.found(international: digits.tail(2)))
    }
    if digits.count > Int(code.pointee.width) &+ 2,
      tables.code(of: digits) == Int(country.pointee.code)
    {
      let rest = digits.tail(Int(code.pointee.width))
      add(self.found(rest, code))
      if let stripped = changed(rest, by: country.pointee.trunk) {
        add(self.found(stripped, code))
      }
    }
    var refused = digits
    if let stripped = changed(digits, by: country.pointee.trunk) {
      add(self.found(stripped, code))
      refused = stripped
    }
    if isAmbiguous { return NumberReading(.ambiguous) }
    if found.exists { return reading(found) }
    if let abroad {
      let refusal = refusal(international: abroad)
      if refusal.problem != .unknownCode { return refusal }
      // The rule's digits were written over meanwhile.
      if let stripped = changed(digits, by: country.pointee.trunk) { refused = stripped }
    }
    // With a trunk prefix the rest is the number; what else was tried is not what was meant.
    let lengths = code.pointee.lengths
    if lengths & (1 << UInt32(min(digits.count, 31))) != 0, refused.count < digits.count,
      lengths & (1 << UInt32(refused.count)) == 0
    {
      refused = digits
    }
    return refusal(refused, code, local: country.pointee.localLengths)
  }

  /// Whether a number as short as those within one area can be meant: another country's cannot (310 xxxx, Canada).
  @inline(__always)
  private func isWithin(
    _ found: Found, _ country: UnsafePointer<NumberingTables.Country>
  ) -> Bool {
    guard found.code == tables.codes + Int(country.pointee.code),
      country.pointee.localLengths & (1 &<< UInt32(truncatingIfNeeded: found.digits.count)) != 0
    else { return true }
    let set = found.code.pointee.firstSet &+ tables.labels[found.label].set
    return tables.isMember(country.pointee.name, of: Int(set))
  }

  /// What a rule leaves of digits; nil if it does not fit, or changes nothing.
  @inline(__always)
  private func changed(_ digits: Digits, by rule: UInt16) -> Digits? {
    tables.rules.apply(rule, to: digits, room)
  }

  // MARK: refusals

  /// Why digits that begin with a calling code are no number.
  private func refusal(international digits: Digits) -> NumberReading {
    let index = tables.code(of: digits)
    guard index != 0xFF else { return NumberReading(.unknownCode) }
    let code = tables.codes + index
    let subscriber = digits.tail(Int(code.pointee.width))
    if subscriber.count + Int(code.pointee.width) <= 15,
      code.pointee.lengths & (1 << UInt32(subscriber.count)) == 0,
      let stripped = changed(subscriber, by: code.pointee.trunk)
    {
      return refusal(stripped, code)
    }
    return refusal(subscriber, code)
  }

  /// Why digits behind a calling code are no number of its plan.
  private func refusal(_ digits: Digits, _ code: Code, local: UInt32 = 0) -> NumberReading {
    guard digits.count >= 3 else { return NumberReading(.tooFewBehindCode, code, digits) }
    guard digits.count + Int(code.pointee.width) <= 15 else {
      return NumberReading(.tooManyBehindCode, code, digits)
    }
    let length = 1 << UInt32(digits.count) as UInt32
    var problem = NumberProblem.wrongLength
    if lostZero(digits, code) {
      problem = .lostZero
    } else if local & length != 0 {
      problem = .noAreaCode
    } else if code.pointee.lengths & length != 0 {
      let isFictional =
        tables.fictional.deepestLabel(
          digits, Int(code.pointee.fictionDepth), from: Int(code.pointee.fictionStart)) > 0
      problem = isFictional ? .fictional : .unassigned
    }
    return NumberReading(problem, code, digits)
  }

  /// Whether a 0 in front would make a number of digits: spreadsheets drop it where it is no trunk prefix (Italy).
  private func lostZero(_ digits: Digits, _ code: Code) -> Bool {
    guard digits.count > 0, digits[0] > 0, digits.count + Int(code.pointee.width) < 15 else {
      return false
    }
    var buffer = DigitBuffer(room + DigitBuffer.room)
    buffer.append(0)
    for index in 0..<digits.count { buffer.append(digits[index]) }
    return tables.plans.label(buffer.all, from: Int(code.pointee.start), behind: 0).label > 0
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
    _ problem: NumberProblem, _ code: UnsafePointer<NumberingTables.Code>, _ digits: Digits
  ) {
    self.init()
    self.problem = problem
    callingCode = code.pointee.number
    digitCount = UInt8(truncatingIfNeeded: digits.count)
    guard digits.count >= 3, digits.count + Int(code.pointee.width) <= 15 else { return }
    e164 = UInt64(code.pointee.number)
    for index in 0..<digits.count { e164 = e164 &* 10 &+ UInt64(digits[index]) }
  }
}
