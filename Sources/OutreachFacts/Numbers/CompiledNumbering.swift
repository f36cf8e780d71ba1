public import Outreach

/// Numbering plans, compiled into the program.
///
/// The tables come from libphonenumber's metadata (Apache License 2.0). Plans are exact for the
/// calling codes in `plannedCodes`; of every other code only the countries are known.
public struct CompiledNumbering: NumberingPlan {
  private var tables: NumberingTables { .shared }

  /// Opens the tables; they are read when the first number is.
  public init() {}

  /// The calling codes whose plans are in the tables, ascending.
  public var plannedCodes: [Int] { tables.plans.keys.sorted() }

  /// Reads a number in international form, or in the national form of `country` if given.
  ///
  /// - Parameters:
  ///   - number: what was typed; see `NumberText` for what is refused.
  ///   - country: the ISO 3166-1 code of the country whose national form may be meant.
  /// - Returns: what the digits tell; `isValid` is nil where they cannot be judged (no plan, or two readings).
  public func analyse(_ number: String, country: String?) -> NumberAnalysis {
    let text: NumberText
    do {
      text = try NumberText(number)
    } catch {
      return NumberAnalysis(isValid: false, reason: error.reason, e164: nil)
    }
    var analysis = resolve(text, country: country)
    analysis.extensionDigits = text.extensionDigits
    return analysis
  }
}

extension CompiledNumbering {
  private func resolve(_ text: NumberText, country: String?) -> NumberAnalysis {
    let digits = text.digits[...]
    if text.isInternational { return international(digits) }
    guard let country else {
      for prefix in [[0, 0], [0, 1, 1], [0, 0, 1, 1]] as [[UInt8]]
      where digits.starts(with: prefix) {
        let analysis = international(digits.dropFirst(prefix.count))
        if analysis.isValid != false { return analysis }
      }
      return NumberAnalysis(
        isValid: nil, reason: "has no calling code; write it with `+`, or give its country",
        e164: nil)
    }
    guard let dialling = tables.countries[country] else {
      return NumberAnalysis(
        isValid: nil, reason: "cannot be read, for `\(country)` has no numbering plan", e164: nil)
    }
    let prefix = dialling.internationalPrefix
    if !prefix.isEmpty, digits.starts(with: prefix) {
      let analysis = international(digits.dropFirst(prefix.count))
      if analysis.isValid != false { return analysis }
    }
    guard let plan = Int(dialling.code).flatMap({ tables.plans[$0] }) else {
      return NumberAnalysis(
        isValid: nil, reason: "is read only in international form, `+\(dialling.code)` and so on",
        e164: nil)
    }
    let analysis = national(digits, plan, trunk: dialling.trunkPrefix)
    if analysis.isValid == false, digits.starts(with: [0, 0]) {
      let abroad = international(digits.dropFirst(2))
      if abroad.isValid != false { return abroad }
    }
    return analysis
  }

  /// Reads digits that begin with a calling code.
  private func international(_ digits: ArraySlice<UInt8>) -> NumberAnalysis {
    var code = 0
    for (index, digit) in digits.prefix(3).enumerated() {
      code = code * 10 + Int(digit)
      // No calling code begins with 0, nor is one the beginning of another (ITU-T E.164).
      guard code > 0 else { break }
      guard let countries = tables.codes[code] else { continue }
      let subscriber = digits.dropFirst(index + 1)
      guard digits.count <= 15, subscriber.count >= 3 else {
        let size = subscriber.count < 3 ? "few" : "many"
        return NumberAnalysis(
          isValid: false, reason: "has too \(size) digits after `+\(code)`", e164: nil)
      }
      guard let plan = tables.plans[code] else { return unplanned(digits, of: countries) }
      // `+44 (0)20 …`: a trunk 0 is not part of the international form, but often written in it.
      let trunk = countries.first.flatMap { tables.countries[$0]?.trunkPrefix } ?? []
      return national(subscriber, plan, trunk: trunk == [0] ? trunk : [], withCode: true)
    }
    return NumberAnalysis(
      isValid: false, reason: "has no calling code that any country uses", e164: nil)
  }

  /// What is known of a number whose plan is not in the tables.
  private func unplanned(
    _ digits: ArraySlice<UInt8>, of countries: [String]
  ) -> NumberAnalysis {
    let places = CompiledPlaces()
    return NumberAnalysis(
      isValid: nil, reason: nil,
      e164: "+" + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self),
      countries: countries.sorted(), places: countries.sorted(), lines: .all(of: .line),
      zones: Set(countries.flatMap { places.zones(of: $0) }).sorted())
  }

  /// Reads digits under a plan, with or without the trunk prefix, or (unless it was read already) the calling code.
  private func national(
    _ digits: ArraySlice<UInt8>, _ plan: NumberingAutomaton, trunk: [UInt8], withCode: Bool = false
  ) -> NumberAnalysis {
    var readings: [ArraySlice<UInt8>] = [digits]
    if !trunk.isEmpty, digits.starts(with: trunk) { readings.append(digits.dropFirst(trunk.count)) }
    if !withCode, digits.starts(with: plan.code), plan.code != trunk {
      readings.append(digits.dropFirst(plan.code.count))
    }
    var valid: [(digits: ArraySlice<UInt8>, label: NumberingAutomaton.Label)] = []
    for reading in readings {
      if let label = plan.label(reading) { valid.append((reading, label)) }
    }
    guard let found = valid.first else { return refusal(readings, plan) }
    guard valid.count == 1 else {
      let forms = valid.map { plan.e164($0.digits) }
      return NumberAnalysis(
        isValid: nil, reason: "may be \(forms.joined(separator: " or ")); write it with `+`",
        e164: nil)
    }
    return analysis(found.digits, found.label, plan)
  }

  private func refusal(
    _ readings: [ArraySlice<UInt8>], _ plan: NumberingAutomaton
  ) -> NumberAnalysis {
    // With a trunk prefix the rest is the number; what else was tried is not what was meant.
    let reading = readings.count > 1 ? readings[1] : readings[0]
    let code = String(decoding: plan.code.map { $0 + 0x30 }, as: UTF8.self)
    let reason =
      if plan.lengths.contains(reading.count) {
        "lies in no range that is assigned under `+\(code)`"
      } else {
        "has \(reading.count) digits after `+\(code)`, where numbers have \(plan.lengthsInWords)"
      }
    return NumberAnalysis(
      isValid: false, reason: reason, e164: reading.count < 3 ? nil : plan.e164(reading))
  }

  private func analysis(
    _ digits: ArraySlice<UInt8>, _ label: NumberingAutomaton.Label, _ plan: NumberingAutomaton
  ) -> NumberAnalysis {
    var rest = digits
    let national = label.form.map { byte in
      byte == UInt8(ascii: "#") ? 0x30 + (rest.popFirst() ?? 0) : byte
    }
    var analysis = NumberAnalysis(
      isValid: true, reason: nil, e164: plan.e164(digits),
      national: String(decoding: national, as: UTF8.self), countries: label.countries,
      places: label.countries, lines: label.lines, zones: label.zones)
    // Outside +1 only fixed lines stay where their area is: ranges for mobiles and services are the country's.
    let isNorthAmerican = plan.code == [1]
    guard isNorthAmerican || label.lines == NumberingAutomaton.fixed else { return analysis }
    let lengths = isNorthAmerican ? [3] : [5, 4, 3, 2, 1]
    let found = lengths.lazy.compactMap { length -> (ArraySlice<UInt8>, NumberingTables.Area)? in
      let area = digits.prefix(length)
      return self.tables.areas[(plan.code + area).reduce(0) { $0 * 10 + Int($1) }].map { (area, $0) }
    }.first
    guard let (area, found) = found else { return analysis }
    if isNorthAmerican {
      analysis.areaCode = String(decoding: area.map { $0 + 0x30 }, as: UTF8.self)
    }
    if !found.places.isEmpty { analysis.places = found.places }
    analysis.zones = found.zones
    return analysis
  }
}
