import Outreach

/// What a spreadsheet did to a phone number that could be undone, because no digit was lost.
public enum PhoneRepair: String, CaseIterable, Hashable, Sendable {
  /// `'+447…`: the mark that makes a cell text.
  case apostrophe
  /// `="+447…"`: a formula that yields text.
  case formula
  /// `447700900123.0`.
  case decimal
  /// `4.47700900123E+11` with every digit of the number.
  case exponent
  /// `447,700,900,123`.
  case thousands
  /// `7700900123` in a country whose national form begins with 0.
  case leadingZero
}

/// Recognises what spreadsheets do to phone numbers, and undoes what can be undone for certain.
struct PhoneCell {
  /// The number as it was meant; the cell itself if nothing was done to it.
  private(set) var text: String

  /// What was undone.
  private(set) var repair: PhoneRepair?

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - cell: the text of the cell, without blanks around it.
  ///   - country: the country of the row, ISO 3166-1.
  ///   - numbers: the numbering plans; nil to leave national forms alone.
  /// - Throws: why no number can be read any more.
  init(
    _ cell: String, country: String?, numbers: (any NumberingPlan)?
  ) throws(Damage) {
    text = cell
    var bytes = Array(cell.utf8)
    if bytes.starts(with: Array("=\"".utf8)), bytes.last == UInt8(ascii: "\""), bytes.count > 3 {
      bytes = Array(bytes.dropFirst(2).dropLast())
      repair = .formula
    } else if bytes.first == UInt8(ascii: "'"), bytes.count > 1 {
      bytes.removeFirst()
      repair = .apostrophe
    }
    let sign = bytes.first == UInt8(ascii: "+") ? bytes.prefix(1) : []
    let digits = bytes.dropFirst(sign.count)
    if let whole = try PhoneCell.withoutExponent(digits) {
      bytes = sign + whole
      repair = .exponent
    } else if let whole = PhoneCell.withoutFraction(digits) {
      bytes = sign + whole
      repair = .decimal
    } else if let whole = PhoneCell.withoutThousands(digits) {
      bytes = sign + whole
      repair = .thousands
    }
    text = String(decoding: bytes, as: UTF8.self)
    if repair == nil, let country, let numbers, lacksZero(in: country, numbers) {
      repair = .leadingZero
    }
  }

  /// Why no number can be read any more.
  struct Damage: Error {
    /// What happened and what to do, for a sentence that begins with the column.
    var reason: String
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `4.47700900123E+11` as its digits; nil for anything else.
  ///
  /// - Throws: if the spreadsheet kept fewer digits than the number has.
  private static func withoutExponent(
    _ bytes: ArraySlice<UInt8>
  ) throws(Damage) -> [UInt8]? {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    var mantissa = Array(bytes[..<mark])
    guard mantissa.first.map(isDigit) == true, mantissa.count < 24 else { return nil }
    if mantissa.count > 1 {
      let point = mantissa.remove(at: 1)
      guard point == UInt8(ascii: ".") || point == UInt8(ascii: ",") else { return nil }
    }
    var power = bytes[bytes.index(after: mark)...]
    if power.first == UInt8(ascii: "+") { power = power.dropFirst() }
    guard mantissa.allSatisfy(isDigit), (1...2).contains(power.count), power.allSatisfy(isDigit),
      let exponent = Int(String(decoding: power, as: UTF8.self))
    else { return nil }
    guard mantissa.count == exponent + 1 else {
      throw Damage(
        reason: "was rounded by a spreadsheet to \(mantissa.count) of \(exponent + 1) digits; "
          + "export it anew with the column formatted as text")
    }
    return mantissa
  }

  /// `447700900123.0` as its digits; nil for anything else.
  private static func withoutFraction(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let whole = bytes.prefix(while: isDigit)
    let fraction = bytes.dropFirst(whole.count)
    guard whole.count >= 5, fraction.count > 1, fraction.count < 4,
      fraction.first == UInt8(ascii: ".") || fraction.first == UInt8(ascii: ","),
      fraction.dropFirst().allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return Array(whole)
  }

  /// `447,700,900,123` as its digits; nil for anything else.
  private static func withoutThousands(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count >= 3, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.flatMap { $0 }
  }

  /// Whether the digits are a number of the country that is written with a 0 before it, without that 0.
  private func lacksZero(in country: String, _ numbers: any NumberingPlan) -> Bool {
    guard text.utf8.allSatisfy(PhoneCell.isDigit), text.utf8.first != UInt8(ascii: "0") else {
      return false
    }
    let bare = numbers.analyse(text, country: country)
    guard bare.isValid == true else { return false }
    let national = numbers.analyse("0" + text, country: country)
    return national.isValid == true && national.e164 == bare.e164
      && bare.e164.map { !$0.hasSuffix(text) || $0.utf8.count > text.utf8.count + 1 } ?? false
  }
}
