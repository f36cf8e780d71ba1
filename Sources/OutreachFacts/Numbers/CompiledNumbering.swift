public import Outreach

/// Numbering plans, compiled into the program.
///
/// The tables come from libphonenumber's metadata (Apache License 2.0). Plans are exact for the
/// calling codes in `plannedCodes`; of every other code only the countries are known.
public struct CompiledNumbering: NumberingPlan {
  private let countries: TableText
  private let codes: TableText
  private let areas: TableText
  private let places: CompiledPlaces
  private let plans: [String: NumberingAutomaton]

  /// Opens the tables and reads the plans' labels.
  public init(places: CompiledPlaces = CompiledPlaces()) {
    let parts = TableText(CompiledNumbering.table).parts
    countries = parts[0]
    codes = parts[1]
    areas = parts[3]
    self.places = places
    var plans: [String: NumberingAutomaton] = [:]
    for line in parts[2].lines {
      guard let plan = NumberingAutomaton(line, of: parts[2], in: parts[4], places: places)
      else { continue }
      plans[plan.code] = plan
    }
    self.plans = plans
  }

  /// The calling codes whose plans are in the tables, sorted.
  public var plannedCodes: [String] { plans.keys.sorted() }

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
      for prefix in [[0, 0], [0, 1, 1]] as [[UInt8]] where digits.starts(with: prefix) {
        let analysis = international(digits.dropFirst(prefix.count))
        if analysis.e164 != nil, analysis.isValid != false { return analysis }
      }
      if digits.starts(with: [0, 0, 1, 1]) { return international(digits.dropFirst(4)) }
      return NumberAnalysis(
        isValid: nil, reason: "has no calling code; write it with `+`, or give its country",
        e164: nil)
    }
    guard let line = countries.find(country) else {
      return NumberAnalysis(
        isValid: nil, reason: "cannot be read, for `\(country)` has no numbering plan", e164: nil)
    }
    let fields = countries.fields(line)
    let prefix = countries.text(fields[2]).utf8.map { $0 - 0x30 }
    if !prefix.isEmpty, digits.starts(with: prefix) {
      let analysis = international(digits.dropFirst(prefix.count))
      if analysis.isValid != false { return analysis }
    }
    let code = countries.text(fields[1])
    guard let plan = plans[code] else {
      return NumberAnalysis(
        isValid: nil, reason: "is read only in international form, `+\(code)` and so on", e164: nil)
    }
    let trunk = countries.text(fields[3]).utf8.map { $0 - 0x30 }
    let analysis = national(digits, plan, trunk: trunk)
    if analysis.isValid == false, digits.starts(with: [0, 0]) {
      let abroad = international(digits.dropFirst(2))
      if abroad.isValid != false { return abroad }
    }
    return analysis
  }

  /// Reads digits that begin with a calling code.
  private func international(_ digits: ArraySlice<UInt8>) -> NumberAnalysis {
    let text = CompiledNumbering.text(digits)
    for length in 1...3 where length < digits.count {
      let code = CompiledNumbering.text(digits.prefix(length))
      guard let line = codes.find(code) else { continue }
      let subscriber = digits.dropFirst(length)
      guard digits.count <= 15, subscriber.count >= 3 else {
        let size = subscriber.count < 3 ? "few" : "many"
        return NumberAnalysis(
          isValid: false, reason: "has too \(size) digits after `+\(code)`", e164: nil)
      }
      guard let plan = plans[code] else {
        let countries = codes.words(codes.fields(line)[1]).sorted()
        return NumberAnalysis(
          isValid: nil, reason: nil, e164: "+" + text, countries: countries, places: countries,
          lines: .all(of: .line),
          zones: Set(countries.flatMap { places.zones(of: $0) }).sorted())
      }
      // `+44 (0)20 …`: a trunk 0 is not part of the international form, but often written in it.
      let trunk = self.trunk(of: codes.words(codes.fields(line)[1]).first ?? "")
      return national(subscriber, plan, trunk: trunk == [0] ? trunk : [], withCode: true)
    }
    return NumberAnalysis(
      isValid: false, reason: "has no calling code that any country uses", e164: nil)
  }

  /// Reads digits under a plan, with or without the trunk prefix, or (unless it was read already) the calling code.
  private func national(
    _ digits: ArraySlice<UInt8>, _ plan: NumberingAutomaton, trunk: [UInt8], withCode: Bool = false
  ) -> NumberAnalysis {
    var readings: [ArraySlice<UInt8>] = [digits]
    if !trunk.isEmpty, digits.starts(with: trunk) { readings.append(digits.dropFirst(trunk.count)) }
    let code = plan.code.utf8.map { $0 - 0x30 }
    if !withCode, digits.starts(with: code) { readings.append(digits.dropFirst(code.count)) }
    var valid: [(digits: ArraySlice<UInt8>, label: NumberingAutomaton.Label)] = []
    for reading in readings where !valid.contains(where: { $0.digits == reading }) {
      if let label = plan.label(reading) { valid.append((reading, label)) }
    }
    guard let found = valid.first else { return refusal(readings, plan) }
    guard valid.count == 1 else {
      let forms = valid.map { "+" + plan.code + CompiledNumbering.text($0.digits) }
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
    let reason =
      if plan.lengths.contains(reading.count) {
        "lies in no range that is assigned under `+\(plan.code)`"
      } else {
        "has \(reading.count) digits after `+\(plan.code)`, where numbers have \(plan.lengthsInWords)"
      }
    return NumberAnalysis(
      isValid: false, reason: reason,
      e164: reading.count < 3 ? nil : "+" + plan.code + CompiledNumbering.text(reading))
  }

  private func analysis(
    _ digits: ArraySlice<UInt8>, _ label: NumberingAutomaton.Label, _ plan: NumberingAutomaton
  ) -> NumberAnalysis {
    var unwritten = digits.map { Character(UnicodeScalar(0x30 + $0)) }[...]
    let national = String(label.form.map { $0 == "#" ? unwritten.popFirst() ?? $0 : $0 })
    var analysis = NumberAnalysis(
      isValid: true, reason: nil, e164: "+" + plan.code + CompiledNumbering.text(digits),
      national: national, countries: label.countries, places: label.countries, lines: label.lines,
      zones: label.zones)
    // Outside +1 only fixed lines stay where their area is: ranges for mobiles and services are the country's.
    let isNorthAmerican = plan.code == "1"
    let fixed = WordSet(vocabulary: .line, [Vocabulary.line.word("fixed")].compactMap { $0 })
    guard isNorthAmerican || label.lines == fixed else { return analysis }
    let area = CompiledNumbering.text(digits.prefix(isNorthAmerican ? 3 : 1))
    guard let line = areas.find(plan.code + area) else { return analysis }
    let fields = areas.fields(line)
    let finer = areas.text(fields[1])
    if isNorthAmerican { analysis.areaCode = area }
    if finer != "-" { analysis.places = finer.split(separator: ",").map(String.init) }
    analysis.zones = areas.words(fields[2])
    return analysis
  }

  private func trunk(of country: String) -> [UInt8] {
    guard let line = countries.find(country) else { return [] }
    return countries.text(countries.fields(line)[3]).utf8.map { $0 - 0x30 }
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
