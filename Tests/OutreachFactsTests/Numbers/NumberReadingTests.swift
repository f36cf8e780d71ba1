import Outreach
import OutreachFacts
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
      ("'+13055550142", nil, "+13055550142"),
      ("\u{202A}+1 305 555 0142\u{202C}", nil, "+13055550142"),
      ("+1\u{A0}305\u{2011}555\u{2013}0142", nil, "+13055550142"),
      ("＋１３０５５５５０１４２", nil, "+13055550142"),
      ("+١٣٠٥٥٥٥٠١٤٢", nil, "+13055550142"),
      ("+۱۳۰۵۵۵۵۰۱۴۲", nil, "+13055550142"),
      ("  +13055550142\n", nil, "+13055550142"),
      ("+552155550142", nil, "+552155550142"),
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
    ("+1 305 555 0142 extn 55", "55"),
  ])
  func readsExtensions(_ text: String, _ expected: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: nil)
    #expect(analysis.e164 == "+13055550142")
    #expect(analysis.isValid == true && analysis.extensionDigits == expected)
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
    ("3055550142 3055550143", "has 20 digits after `+1`, where numbers have 7 or 10"),
    ("1-800-FLOWERS", "has letters; write the digits"),
    ("call 305-555-0142", "has letters; write the digits"),
    ("305-555-0142 €", "has signs that no number has"),
    ("*67 305-555-0142", "has signs that no number has"),
    ("+999 555 0142", "has no calling code that any country uses"),
    ("+0 305 555 0142", "has no calling code that any country uses"),
    ("+1 305 555 014", "has 9 digits after `+1`, where numbers have 7 or 10"),
    ("+1 305 555 01423", "has 11 digits after `+1`, where numbers have 7 or 10"),
    ("+1 1 305 555 0142", "has 11 digits after `+1`, where numbers have 7 or 10"),
    ("+33 1 99 00", "has 5 digits after `+33`, where numbers have 9"),
    ("+49 30", "has too few digits after `+49`"),
    ("+49 301", "has 3 digits after `+49`, where numbers have 4 to 15"),
    ("+1 211 555 0142", "lies in no range that is assigned under `+1`"),
    ("911", "has 3 digits after `+1`, where numbers have 7 or 10"),
    ("+33 2", "has too few digits after `+33`"),
    ("+55 21555501421234", "has too many digits after `+55`"),
    (
      "tel:911;phone-context=example.com",
      "has the parameter `phone-context`, which names no number"
    ),
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
      ("2155550142", "BR", "is read only in international form, `+55` and so on"),
      ("3055550142", "ZZ", "cannot be read, for `ZZ` has no numbering plan"),
      ("49421123456", "DE", "may be +4949421123456 or +49421123456; write it with `+`"),
    ] as [(String, String?, String)])
  func leavesOpenWhatCannotBeJudged(_ text: String, _ country: String?, _ reason: String) {
    let analysis = NumberReadingTests.numbering.analyse(text, country: country)
    #expect(analysis.isValid == nil && analysis.e164 == nil)
    #expect(analysis.reason == reason)
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
