import Outreach

extension CompiledNumbering {
  /// The canonical form, `+13055550142`; nil if the text cannot be read as one number.
  func e164(_ reading: NumberReading) -> String? {
    reading.e164 == 0 ? nil : "+\(reading.e164)"
  }

  /// The extension as it was written, leading zeros included.
  func extensionDigits(_ reading: NumberReading) -> String? {
    guard reading.extensionLength > 0 else { return nil }
    let digits = String(reading.extensionValue)
    return String(repeating: "0", count: max(0, Int(reading.extensionLength) - digits.utf8.count))
      + digits
  }

  /// How a valid number is written within its country.
  func national(_ reading: NumberReading) -> String? {
    guard reading.problem == .none, let (digits, code) = subscriber(reading) else { return nil }
    let label = NumberingTables.forms.lastLabel(digits, from: Int(code.formStart))
    return String(
      decoding: NumberNames.shared.nationalForm(digits, label: label), as: UTF8.self)
  }

  /// The area code of a North American number that has a place.
  func areaCode(_ reading: NumberReading) -> String? {
    guard reading.callingCode == 1, reading.zones != reading.countries,
      let (digits, _) = subscriber(reading)
    else { return nil }
    return String(decoding: digits.prefix(3).map { $0 + 0x30 }, as: UTF8.self)
  }

  /// The digits behind the calling code, 0 to 9 each, and the plan.
  private func subscriber(
    _ reading: NumberReading
  ) -> (digits: ArraySlice<UInt8>, code: NumberingTables.Code)? {
    guard let code = NumberingTables.shared.code(reading.callingCode)?.pointee else { return nil }
    let digits = String(reading.e164).utf8.map { $0 - 0x30 }
    return (digits.dropFirst(Int(code.width)), code)
  }

  /// Why a number is not valid, for a sentence that begins with it; nil if it is.
  func reason(_ reading: NumberReading, country: String?) -> String? {
    let code = "`+\(reading.callingCode)`"
    let count = reading.digitCount
    return switch reading.problem {
    case .none: nil
    case .empty: "is empty"
    case .tooLong: "is too long for a phone number"
    case .noNumber: "is no phone number"
    case .noDigits: "has no digits"
    case .severalNumbers: "holds more than one number; give each its own field"
    case .tooManyDigits:
      "has \(count) digits, more than any number (two numbers in one field?)"
    case .placeholders: "has placeholders where digits belong"
    case .rounded: "was rounded by a spreadsheet; its last digits are lost"
    case .decimal: "was written as a decimal by a spreadsheet; remove the `.0`"
    case .signs: "has signs that no number has"
    case .letters: "has letters that stand for no number; write the digits"
    case .parameter: "has a `tel:` parameter that names no number"
    case .noCountry: "has no calling code; write it with `+`, or give its country"
    case .noPlan: "cannot be read, for `\(country ?? "")` has no numbering plan"
    case .ambiguous: "may be two different numbers in `\(country ?? "")`; write it with `+`"
    case .maybeSeveral:
      "may be one number or two; give each its own field, and write one without blanks"
    case .unknownCode: "has no calling code that any country uses"
    case .tooFewBehindCode: "has too few digits after \(code)"
    case .tooManyBehindCode: "has too many digits after \(code)"
    case .wrongLength:
      "has \(count) digits after \(code), where numbers have \(lengthsInWords(reading.callingCode))"
    case .noAreaCode:
      "has \(count) digits after \(code), as numbers without their area code; add it"
    case .lostZero: "has lost its leading 0, as spreadsheets drop it; write `0` before it"
    case .unassigned: "lies in no range that is assigned under \(code)"
    case .fictional: "lies in a range kept for drama and examples, which nobody is given"
    }
  }

  /// How many digits may follow a calling code, in words: `7 or 10`, `4 to 13`.
  private func lengthsInWords(_ callingCode: UInt16) -> String {
    let code = NumberingTables.shared.code(callingCode)
    let lengths = (0..<32).filter { (code?.pointee.lengths ?? 0) & (1 << UInt32($0)) != 0 }
    guard let least = lengths.first, let most = lengths.last else { return "none" }
    if lengths.count > 2, lengths.count == most - least + 1 { return "\(least) to \(most)" }
    let others = lengths.dropLast().map(String.init).joined(separator: ", ")
    return others.isEmpty ? "\(most)" : "\(others) or \(most)"
  }
}
