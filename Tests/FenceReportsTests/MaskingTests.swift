import FenceReports
import TestSupport
import Testing

struct MaskingTests {
  @Test(arguments: [
    ("+13055550142", "+1305•••••42"),
    ("+447700900123", "+44••••••••23"),
    ("+33199001234", "+33•••••••34"),
    ("+3531990012", "+353•••••12"),
    ("+79123456789", "+7••••••••89"),
    ("3055550142", "••••••••42"),
    ("(305) 555-0142", "(•••) •••-••42"),
    ("+1 (305) 555-0142", "+1 (305) •••-••42"),
    ("+1305555", "+1••••55"),
    ("112", "•12"),
    ("none", "none"),
    ("", ""),
  ])
  func masksNumbers(number: String, expected: String) {
    #expect(Masking().number(number) == expected)
  }

  @Test func sectionsOfLawStayInPolicies() {
    let line = #"  under ftsa "501.059(10)(c)"  contact { phone "+13055550142" }"#
    #expect(
      Masking().inFile("US/FL.fence").text(line)
        == #"  under ftsa "501.059(10)(c)"  contact { phone "+1305•••••42" }"#)
    #expect(Masking().inFile("plan.json").text("3055550142") == "••••••••42")
  }

  @Test(arguments: [
    ("c-1001", "c-1001"),
    ("13055550142", "•••••••••42"),
    ("lead-3055550142", "lead-••••••••42"),
    (
      #"{"phone": "+13055550142", "at": "2026-03-02T15:30:00Z"}"#,
      #"{"phone": "+1305•••••42", "at": "2026-03-02T15:30:00Z"}"#
    ),
    (#"{"phone":13055550142,"minor":false}"#, #"{"phone":•••••••••42,"minor":false}"#),
    ("from 2026-01-01 to 2026-12-31", "from 2026-01-01 to 2026-12-31"),
    ("2026-03-02 3055550142", "2026-03-02 ••••••••42"),
    ("3055550142 2026-03-02", "••••••••42 2026-03-02"),
    ("+1 305 555 0142 or +44 7700 900 123", "+1 305 ••• ••42 or +44 •••• ••• •23"),
    ("305.555.0142", "•••.•••.••42"),
    ("postal code 33101", "postal code 33101"),
    ("٣٠٥٥٥٥٠١٤٢", "••••••••٤٢"),
    ("9999-99-99", "••••-••-99"),
  ])
  func masksWhatReadsAsANumberInText(text: String, expected: String) {
    #expect(Masking().text(text) == expected)
  }

  @Test(arguments: ["+13055550142", "a +447700900123 b", "(305) 555-0142"])
  func keepsTheWidth(text: String) {
    #expect(Masking().text(text).count == text.count)
  }

  @Test func revealsWhenAsked() {
    #expect(Masking(reveals: true).number("+13055550142") == "+13055550142")
    #expect(Masking(reveals: true).text("call +13055550142") == "call +13055550142")
  }

  /// Texts in ASCII are masked by their bytes, others by their scalars; a letter of another script makes no difference.
  @Test func bytesAndScalarsAgree() {
    var generator = SeededGenerator(seed: 23)
    let alphabet = Array("0123456789012345678901234567890123456789--..  ++()/,x")
    let days = ["2026-03-02", "1899-12-31", "2026-13-01"]
    var masked = 0
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text.append(alphabet.randomElement(using: &generator) ?? "0")
        if Int.random(in: 0..<16, using: &generator) == 0 {
          text += days.randomElement(using: &generator) ?? ""
        }
      }
      let line = Masking().inFile("a.fence").text(text)
      #expect(Masking().text(text + "é") == Masking().text(text) + "é")
      #expect(Masking().inFile("a.fence").text(text + "é") == line + "é")
      #expect(Masking().number(text + "é") == Masking().number(text) + "é")
      if Masking().text(text) != text { masked += 1 }
    }
    #expect(masked > 1000)
  }
}
