import Outreach
import OutreachFacts
import TestSupport
import Testing

/// What people type for a number.
@Suite struct NumberReadingTests {
  static let numbering = CompiledNumbering()

  @Test(
    arguments: [
      ("+13055550142", nil, "+13055550142"),
      ("+1 (305) 555-0142", nil, "+13055550142"),
      ("(305) 555-0142", "US", "+13055550142"),
      ("305.555.0142", "US", "+13055550142"),
      ("1-305-555-0142", "US", "+13055550142"),
      ("1 305 555 0142", "JM", "+13055550142"),
      ("13055550142", "US", "+13055550142"),
      ("011 44 20 7946 0958", "US", "+442079460958"),
      ("00442079460958", "US", "+442079460958"),
      ("011442079460958", nil, "+442079460958"),
      ("00 33 1 99 00 12 34", nil, "+33199001234"),
      ("020 7946 0958", "GB", "+442079460958"),
      ("0113 496 0000", "GB", "+441134960000"),
      ("2079460958", "GB", "+442079460958"),
      ("442079460958", "GB", "+442079460958"),
      ("+44 (0)20 7946 0958", nil, "+442079460958"),
      ("+44 020 7946 0958", nil, "+442079460958"),
      ("01 99 00 12 34", "FR", "+33199001234"),
      ("0033 1 99 00 12 34", "DE", "+33199001234"),
      ("030/123456", "DE", "+4930123456"),
      ("0491 570 156", "AU", "+61491570156"),
      ("0011 1 305 555 0142", "AU", "+13055550142"),
      ("0011 61 491 570 156", nil, "+61491570156"),
      ("tel:+1-305-555-0142", nil, "+13055550142"),
      ("TEL:+1(305)555-0142", nil, "+13055550142"),
      ("tel:555-0142;phone-context=+1305", nil, "+13055550142"),
      ("tel:+13055550142;phone-context=+44", nil, "+13055550142"),
      ("tel:020-7946-0958", "GB", "+442079460958"),
      ("'+13055550142", nil, "+13055550142"),
      ("\u{202A}+1 305 555 0142\u{202C}", nil, "+13055550142"),
      ("+1\u{A0}305\u{2011}555\u{2013}0142", nil, "+13055550142"),
      ("＋１３０５５５５０１４２", nil, "+13055550142"),
      ("+١٣٠٥٥٥٥٠١٤٢", nil, "+13055550142"),
      ("+۱۳۰۵۵۵۵۰۱۴۲", nil, "+13055550142"),
      ("  +13055550142\n", nil, "+13055550142"),
      ("+𝟏𝟑𝟎𝟓𝟓𝟓𝟓𝟎𝟏𝟒𝟐", nil, "+13055550142"),
      ("+१३०५५५५०१४२", nil, "+13055550142"),
      ("+1 [305] 555・0142".replacing("・", with: "·"), nil, "+13055550142"),
      ("+552155550142", nil, "+552155550142"),
      ("1-800-FLOWERS", "US", "+18003569377"),
      ("+1 800 CALL-NOW", nil, "+18002255669"),
      ("1 (800) GoFedEx", "CA", "+18004633339"),
      ("0800 FLOWERS", "GB", "+448003569377"),
      ("+1 1 305 555 0142", nil, "+13055550142"),
      ("+7 8 912 345 67 89", nil, "+79123456789"),
      ("8 (912) 345-67-89", "RU", "+79123456789"),
      ("8~10 1 305 555 0142", "RU", "+13055550142"),
      ("8107 701 555 0142", "BY", "+77015550142"),
      ("010 1 305 555 0142", "JP", "+13055550142"),
      ("0014 1 305 555 0142", "BR", "+13055550142"),
      ("00 1 305 555 0142", "BR", "+13055550142"),
      ("0 15 21 5555 0142", "BR", "+552155550142"),
      ("(21) 5555-0142", "BR", "+552155550142"),
      ("011 15-2345-6789", "AR", "+5491123456789"),
      ("0 11 2345-6789", "AR", "+541123456789"),
      ("+54 9 11 2345 6789", nil, "+5491123456789"),
      ("+54 11 15 2345 6789", nil, "+5491123456789"),
      ("55 1234 5678", "MX", "+525512345678"),
      ("+52 55 1234 5678", nil, "+525512345678"),
      ("06 1 234 5678", "HU", "+3612345678"),
      ("80 17 234 5678", "BY", "+375172345678"),
      ("06 6982 3456", "IT", "+390669823456"),
      ("322-1234", "BS", "+12423221234"),
      ("7911 123456", "GB", "+447911123456"),
      ("912 34 56 78", "ES", "+34912345678"),
      ("050 123 4567", "AE", "+971501234567"),
      ("010-1234-5678", "KR", "+821012345678"),
      ("138 1234 5678", "CN", "+8613812345678"),
    ] as [(String, String?, String)])
  func reads(_ text: String, _ country: String?, _ expected: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(analysis.e164 == expected, "\(analysis.reason ?? "")")
    #expect(analysis.isValid != false && analysis.reason == nil && analysis.extensionDigits == nil)
  }

  @Test(arguments: [
    ("+1 305 555 0142 x123", "123"), ("+13055550142x12", "12"), ("+1 305 555 0142 ext. 7", "7"),
    ("+1 305 555 0142, Ext 123", "123"), ("+1 305 555 0142 extension: 0012", "0012"),
    ("+1 305 555 0142 #9", "9"), ("tel:+1-305-555-0142;ext=12", "12"),
    ("+1 305 555 0142 extn 55", "55"), ("+1 305 555 0142 x5", "5"), ("+13055550142x5", "5"),
    ("+1 305 555 0142;ext=00012", "00012"), ("+1 305 555 0142,,123#", "123"),
    ("+1 305 555 0142 xtn. 12345678", "12345678"), ("+1 305 555 0142 доб. 12", "12"),
    ("+1 305 555 0142 ＥＸＴ．１２", "12"), ("+1 305 555 0142 int 4", "4"),
    ("+1 305 555 0142 anexo 44", "44"),
    ("1-800-FLOWERS ext 7".replacing("1-800-FLOWERS", with: "+13055550142"), "7"),
  ])
  func readsExtensions(_ text: String, _ expected: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: nil)
    #expect(analysis.e164 == "+13055550142")
    #expect(analysis.isValid == true && analysis.extensionDigits == expected)
  }

  /// Short numbers where numbers have many lengths: what could be dialled as one is refused where it shows two.
  @Test(
    arguments: [
      ("030123/030456", "DE", nil), ("030 1234 030 5678", "DE", true),
      ("(030) 1234 (030) 5678", "DE", nil), ("030-1234 - 030-5678", "DE", true),
      ("030.1234 030.5678", "DE", true), ("030 1234\t030 5678", "DE", nil),
      ("030 1234\t5678", "DE", nil), ("030 1234 / 5678", "DE", nil),
      ("030 1234; 030 5678", "DE", nil), ("030 1234, 030 5678", "DE", nil),
      ("030 1234 oder 030 5678", "DE", nil), ("030 1234\n030 5678", "DE", nil),
      ("030 1234\r\n030 5678", "DE", nil), ("030 1234|030 5678", "DE", nil),
      ("030 1234 & 030 5678", "DE", nil), ("030 1234 + 030 5678", "DE", nil),
      ("+49 30 1234 +49 30 5678", nil, nil), ("+49 30 1234 0049 30 5678", nil, nil),
      ("+49 30 1234 030 5678", nil, true), ("+49 30 1234/5678", nil, nil),
      ("+49 (0)30 1234 (0)30 5678", nil, nil), ("01 51341 01 51342", "AT", true),
      ("06 69821 06 69822", "IT", nil),
    ] as [(String, String?, Bool?)])
  func refusesTwoShortNumbers(_ text: String, _ country: String?, _ mayBeOne: Bool?) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(
      analysis.reason
        == (mayBeOne == true
          ? "may be one number or two; give each its own field, and write one without blanks"
          : "holds more than one number; give each its own field"))
    #expect(analysis.e164 == nil && analysis.isValid == (mayBeOne == true ? nil : false))
  }

  /// What looks like two and is one: area codes before a slash or bracket, groups and extensions that begin with a zero.
  @Test(
    arguments: [
      ("030/123456", "DE", "+4930123456"), ("0331/1234567", "DE", "+493311234567"),
      ("+49 (0)30 123456", nil, "+4930123456"), ("030 12345-0", "DE", "+4930123450"),
      ("030 1234 0567", "DE", "+493012340567"), ("01/5134567", "AT", "+4315134567"),
      ("030123\t", "DE", "+4930123"), ("\t030 123456", "DE", "+4930123456"),
      ("020 7946 0958", "GB", "+442079460958"), ("(305) 555-0142", "US", "+13055550142"),
      ("01 99 00 12 34", "FR", "+33199001234"), ("06 6982 0345", "IT", "+390669820345"),
    ])
  func readsOneNumber(_ text: String, _ country: String?, _ expected: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(analysis.e164 == expected, "\(analysis.reason ?? "")")
  }

  /// Every digit that Unicode has is read as one.
  @Test func readsTheDigitsOfAllScripts() {
    for value in UInt32(0x80)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue
      else { continue }
      let text = "+1305555014\(scalar)"
      let number = NumberReadingTests.numbering.analyse(text, country: nil)
      #expect(number.e164 == "+1305555014\(Int(digit))", "\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("", "is empty"), (" \u{200B}", "is empty"), ("unknown", "is no phone number"),
    ("#N/A", "is no phone number"),
    ("-", "has no digits"), ("+", "has no digits"),
    ("305-555-XXXX", "has placeholders where digits belong"),
    ("305-555-01X2", "has placeholders where digits belong"),
    ("305-555-****", "has placeholders where digits belong"),
    ("305-555-01??", "has placeholders where digits belong"),
    ("4.47911E+11", "was rounded by a spreadsheet; its last digits are lost"),
    ("4,47911e11", "was rounded by a spreadsheet; its last digits are lost"),
    ("447911123456.0", "was written as a decimal by a spreadsheet; remove the `.0`"),
    ("305-555-0142 / 305-555-0143", "holds more than one number; give each its own field"),
    ("305-555-0142, 305-555-0143", "holds more than one number; give each its own field"),
    ("305-555-0142;305-555-0143", "holds more than one number; give each its own field"),
    ("305-555-0142 or 305-555-0143", "holds more than one number; give each its own field"),
    ("305-555-0142\n305-555-0143", "holds more than one number; give each its own field"),
    ("+13055550142 +13055550143", "holds more than one number; give each its own field"),
    ("305-555-0142 x123456789", "holds more than one number; give each its own field"),
    ("3055550142 3055550143 1", "has 21 digits, more than any number (two numbers in one field?)"),
    ("3055550142 3055550143", "has too many digits after `+1`"),
    ("305-555-0142/43", "holds more than one number; give each its own field"),
    ("1-800-MICROSOFTWARE", "has letters that stand for no number; write the digits"),
    ("305-555-O142", "has letters that stand for no number; write the digits"),
    ("call 305-555-0142", "has letters that stand for no number; write the digits"),
    ("305-555-0142 (home)", "has letters that stand for no number; write the digits"),
    ("305-555-NNNN", "has letters that stand for no number; write the digits"),
    ("305-555-0142 €", "has signs that no number has"),
    ("*67 305-555-0142", "has signs that no number has"),
    ("\u{FFFD}3055550142", "has signs that no number has"),
    ("+999 555 0142", "has no calling code that any country uses"),
    ("+0 305 555 0142", "has no calling code that any country uses"),
    ("+1 305 555 014", "has 9 digits after `+1`, where numbers have 7 or 10"),
    ("+1 305 555 01423", "has 11 digits after `+1`, where numbers have 7 or 10"),
    ("555-0142", "has 7 digits after `+1`, as numbers without their area code; add it"),
    ("+33 1 99 00", "has 5 digits after `+33`, where numbers have 9"),
    ("+49 30", "has too few digits after `+49`"),
    ("+49 301", "has 3 digits after `+49`, where numbers have 4 to 13"),
    ("+1 211 555 0142", "lies in no range that is assigned under `+1`"),
    ("911", "has 3 digits after `+1`, where numbers have 7 or 10"),
    ("+33 2", "has too few digits after `+33`"),
    ("+55 21555501421234", "has too many digits after `+55`"),
    ("+39 6 6982 3456", "has lost its leading 0, as spreadsheets drop it; write `0` before it"),
    ("+44 7700 900123", "lies in a range kept for drama and examples, which nobody is given"),
    ("+33 6 39 98 12 34", "lies in a range kept for drama and examples, which nobody is given"),
    ("tel:911;phone-context=example.com", "has a `tel:` parameter that names no number"),
    ("tel:+13055550142;isub=1", "has a `tel:` parameter that names no number"),
    (String(repeating: "1", count: 300), "is too long for a phone number"),
  ])
  func refuses(_ text: String, _ reason: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: "US")
    #expect(analysis.isValid == false)
    #expect(analysis.reason == reason)
    #expect(analysis.countries.isEmpty && analysis.lines.bits == 0 && analysis.zones.isEmpty)
  }

  @Test(
    arguments: [
      ("3055550142", nil, "has no calling code; write it with `+`, or give its country"),
      ("3055550142", "ZZ", "cannot be read, for `ZZ` has no numbering plan"),
      ("49421123456", "DE", "may be two different numbers in `DE`; write it with `+`"),
    ] as [(String, String?, String)])
  func leavesOpenWhatCannotBeJudged(_ text: String, _ country: String?, _ reason: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(analysis.isValid == nil && analysis.e164 == nil)
    #expect(analysis.reason == reason)
  }

  /// A spreadsheet drops the 0 that in Italy is part of the number, and nothing of a number with a trunk prefix.
  @Test func seesALostZeroOnlyWhereItMatters() {
    let lost = NumberReadingTests.numbering.analyse("669823456", country: "IT")
    #expect(lost.reason?.contains("lost its leading 0") == true)
    #expect(NumberReadingTests.numbering.analyse("2079460958", country: "GB").isValid == true)
  }

  /// Where numbers have many lengths a word behind one would be dialled with it.
  @Test(arguments: [
    ("030 123456 mobil", "DE"), ("01 234 5678 buro", "AT"), ("+49 30 123456 home", "DE"),
  ])
  func dialsNoWords(_ text: String, _ country: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(analysis.isValid == false && analysis.reason?.contains("letters") == true)
  }

  /// Numbers that another country of the plan dials within one area are not those of this one.
  @Test func keepsShortNumbersInTheirCountry() {
    #expect(NumberReadingTests.numbering.analyse("310-1234", country: "CA").isValid == true)
    for country in ["US", "BB", "MP"] {
      let analysis = NumberReadingTests.numbering.analyse("310-1234", country: country)
      #expect(analysis.e164 != "+13101234" || analysis.isValid != true)
    }
  }

  /// Reading ends, and reads nothing into what it cannot read, whatever the bytes.
  @Test func readsAnyBytes() {
    var generator = SeededGenerator(seed: 7)
    let alphabet =
      Array("0123456789+-/.()x;=~#,'telExt\u{660}\u{FF0B}\u{202A}é!".utf8) + [0xFF, 0x00, 0x0A]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let reading = bytes.withUnsafeBytes {
        NumberReadingTests.numbering.read(
          $0, country: NumberReadingTests.numbering.dialledCountry("AR"))
      }
      #expect((reading.problem == .none) == (reading.kind != .unknown))
      #expect(
        reading.problem != .none || (reading.e164 > 999 && reading.e164 < 1_000_000_000_000_000))
    }
  }

  /// Ranges kept free for fiction are judged as the plan has them, never by exception.
  @Test(arguments: [
    ("+13055550142", true), ("+442079460958", true), ("+447700900123", false),
    ("+33199001234", true),
    ("+33639981234", false), ("+61491570156", true),
  ])
  func judgesFictionalNumbersByThePlan(_ number: String, _ isValid: Bool) {
    #expect(NumberReadingTests.numbering.analyse(number, country: nil).isValid == isValid)
  }
}
