public import Outreach

/// The numbering plans of the world, compiled into the program.
///
/// The tables come from libphonenumber's metadata (Apache License 2.0) and decide exactly which digits can be assigned,
/// where, and to what kind of line.
public struct CompiledNumbering: NumberingPlan {
  /// Opens the tables; they are read when the first number is.
  public init() {}

  /// Reads a number in international form, or in the national form of `country` if given.
  ///
  /// - Parameters:
  ///   - number: what was typed; see `NumberProblem` for what is refused.
  ///   - country: the ISO 3166-1 code of the country whose national form may be meant.
  /// - Returns: what the digits tell; `isValid` is nil where they cannot be judged (no country, or two readings).
  public func analyse(_ number: String, country: String?) -> NumberAnalysis {
    var number = number
    let reading = number.withUTF8 { bytes in
      read(UnsafeRawBufferPointer(bytes), country: dialledCountry(country))
    }
    return NumberAnalysis(
      isValid: reading.isValid, reason: reason(reading, country: country), e164: e164(reading),
      extensionDigits: extensionDigits(reading), national: national(reading),
      countries: countries(reading.countries), places: places(reading.places),
      kind: reading.kind, isPossible: reading.isPossible, lines: lines[Int(reading.kind.rawValue)],
      zones: zones(reading.zones),
      areaCode: areaCode(reading))
  }

  /// Reads the UTF-8 of a number as `analyse` does.
  ///
  /// - Complexity: linear in at most 256 bytes; nothing is allocated.
  public func read(_ text: UnsafeRawBufferPointer, country: DialledCountry) -> NumberReading {
    // Room for the digits, for what a rule leaves of them, and for those with a zero before them or the text.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * DigitBuffer.room) { memory in
      guard let digits = memory.baseAddress else { return NumberReading() }
      let resolver = NumberResolver(digits + DigitBuffer.room)
      var plain = NumberText(DigitBuffer(digits))
      if plain.readPlain(text, digits + 2 * DigitBuffer.room) {
        return resolver.resolve(plain, country)
      }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.longest) { room in
        resolver.resolve(
          NumberText(any: text, digits: DigitBuffer(digits), room: room), country)
      }
    }
  }

  /// Reads a `+` and 7 to 15 digits as `read` does, if they are a valid number as they stand; nil for all others.
  ///
  /// Sixteen bytes may be read from the `+` on, and `room` has `DigitBuffer.room` bytes for the digits.
  @inline(__always)
  func readCanonical(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ room: UnsafeMutablePointer<UInt8>,
    _ heads: borrowing CanonicalHeads
  ) -> NumberReading? {
    guard length >= 8, length <= 16, text[0] == UInt8(ascii: "+") else { return nil }
    let (raw, count) = (UnsafeRawPointer(text + 1), UInt64(truncatingIfNeeded: length &- 1))
    let first = raw.loadUnaligned(as: UInt64.self).littleEndian ^ 0x3030_3030_3030_3030
    let rest =
      raw.loadUnaligned(fromByteOffset: 7, as: UInt64.self).littleEndian ^ 0x3030_3030_3030_3030
    // The bytes behind the digits are of the last eight, the first seven of which stand before `rest` as well.
    let behind = UInt64.max << ((count &- 7) &* 8)
    let isBad =
      ((first &+ 0x7676_7676_7676_7676) | first) & 0x0080_8080_8080_8080
      | ((rest &+ 0x7676_7676_7676_7676) | rest) & 0x8080_8080_8080_8080 & ~behind
    guard isBad == 0 else { return nil }
    let memory = UnsafeMutableRawPointer(room)
    memory.storeBytes(of: first.littleEndian, as: UInt64.self)
    memory.storeBytes(of: rest.littleEndian, toByteOffset: 7, as: UInt64.self)
    return NumberResolver(room).readCanonical(Digits(room, length &- 1), heads)
  }

  /// The country with an ISO 3166-1 code.
  public func dialledCountry(_ code: String?) -> DialledCountry {
    code.map { NumberingTables.shared.country($0) } ?? .notGiven
  }

  /// The ISO 3166-1 codes for `NumberReading.countries`, sorted.
  public func countries(_ set: UInt16) -> [String] {
    let sets = NumberNames.shared.countries
    return sets.indices.contains(Int(set)) ? sets[Int(set)] : []
  }

  /// The places for `NumberReading.places`, sorted.
  public func places(_ set: UInt16) -> [String] { NumberNames.shared.places(Int(set)) }

  /// The names of zones for `NumberReading.zones`, sorted.
  public func zones(_ set: UInt16) -> [String] { NumberNames.shared.zones(Int(set)) }
}

/// The lines of every kind, by its raw value.
private let lines = NumberKind.allCases.map(\.lines)
