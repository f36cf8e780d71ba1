import Outreach
import Testing

@testable import OutreachFacts

/// What spreadsheets do to numbers: undone where no digit is lost, refused where one is.
struct PhoneCellTests {
  static let numbers = CompiledNumbering()

  /// A cell, the country of its row, and what it is read as.
  struct Case: CustomTestStringConvertible {
    var cell: String
    var country: String?
    var text: String
    var repair: PhoneRepair?

    init(_ cell: String, _ country: String?, _ text: String, _ repair: PhoneRepair?) {
      self.cell = cell
      self.country = country
      self.text = text
      self.repair = repair
    }

    var testDescription: String { "\(cell) in \(country ?? "-")" }
  }

  @Test(arguments: [
    Case("+447700900123", "GB", "+447700900123", nil),
    Case("'+447700900123", nil, "+447700900123", .apostrophe),
    Case("'07700900123", "GB", "07700900123", .apostrophe),
    Case("=\"+447700900123\"", nil, "+447700900123", .formula),
    Case("447700900123.0", "GB", "447700900123", .decimal),
    Case("+447700900123,00", nil, "+447700900123", .decimal),
    Case("4.47700900123E+11", "GB", "447700900123", .exponent),
    Case("4,47700900123e11", nil, "447700900123", .exponent),
    Case("447,700,900,123", "GB", "447700900123", .thousands),
    Case("2079460123", "GB", "2079460123", .leadingZero),
    Case("199001234", "FR", "199001234", .leadingZero),
    // A country whose numbers have no 0 before them, a row without a country, a calling code without its plus.
    Case("3055550142", "US", "3055550142", nil),
    Case("7700900123", nil, "7700900123", nil),
    Case("447700900123", "GB", "447700900123", nil),
    // What people write is left to the reader of numbers.
    Case("(305) 555-0142", "US", "(305) 555-0142", nil),
    Case("01.99.00.12.34", "FR", "01.99.00.12.34", nil),
    Case("12,34", "US", "12,34", nil),
    Case("E+11", "US", "E+11", nil),
  ])
  func undoes(_ example: Case) throws {
    let phone = try PhoneCell(example.cell, country: example.country, numbers: Self.numbers)
    #expect(phone.text == example.text)
    #expect(phone.repair == example.repair)
  }

  @Test(arguments: ["4.47701E+11", "4E+11", "+4.4E11", "4,477E+11"])
  func refusesWhatLostDigits(_ cell: String) {
    let damage = #expect(throws: PhoneCell.Damage.self) {
      try PhoneCell(cell, country: "GB", numbers: Self.numbers)
    }
    #expect(damage?.reason.contains("was rounded by a spreadsheet to") == true)
    #expect(damage?.reason.contains("of 12 digits") == true)
  }

  /// Whatever is undone, digits and their order stay.
  @Test func digitsStay() throws {
    for cell in ["'+447700900123", "447700900123.0", "447,700,900,123", "4.47700900123E+11"] {
      let phone = try PhoneCell(cell, country: "GB", numbers: Self.numbers)
      #expect(phone.text.filter(\.isNumber) == "447700900123")
    }
  }
}
