import TestSupport
import Testing

@testable import FenceCommands

/// `ringfence number`: one number, several, files, the forms, the statuses.
struct NumberCommandTests {
  static let list = """
    (305) 555-0142
    +44 20 7946 0958 x12
    305-555-XXXX

    +44 7700 900123
    +1 800 555 0199
    06 39 98
    """

  @Test(arguments: ["text", "json", "ndjson", "csv"])
  func writesEveryForm(_ form: String) {
    let outcome = ringfence(
      "number", "-", "--country", "US", "--format", form, input: NumberCommandTests.list)
    expectGolden(outcome.output, "commands/number-\(form).txt")
    #expect(outcome.status == 1)
  }

  @Test func keepsTheContractOfItsLines() {
    let outcome = ringfence("number", "(305) 555-0142", "--country", "US", "--format", "ndjson")
    #expect(
      outcome.output
        == #"{"input":"(305) 555-0142","valid":true,"reason":null,"e164":"+13055550142","#
        + #""national":"(305) 555-0142","regions":["US"],"places":["US-FL"],"#
        + #""type":"fixed_or_mobile","zones":["America/New_York"]}"# + "\n")
    #expect(outcome.status == 0)
  }

  @Test func masksTextUnlessAsked() {
    let masked = ringfence("number", "+13055550142", "305-555-0142")
    #expect(!masked.output.contains("0142") && masked.output.contains("+1305•••••42"))
    #expect(masked.status == 1)
    let shown = ringfence("number", "+13055550142", "305-555-0142", "--reveal")
    #expect(shown.output.contains("+13055550142") && shown.output.contains("305-555-0142"))
  }

  static let statuses: [(String, Int32)] = [
    ("+13055550142", 0), ("+13055550142 911", 1), ("", 2), ("3055550142 --country USA", 2),
    ("3055550142 --country us", 2), ("--from none.txt", 4), ("--from good.txt", 0),
    ("+442079460958 --from good.txt", 0), ("--from long.txt", 4), ("-", 0),
  ]

  @Test(arguments: statuses)
  func endsWithItsStatus(_ line: String, _ status: Int32) {
    let words = ["number"] + line.split(separator: " ").map(String.init)
    let files = MemoryFiles([
      "good.txt": "\u{FEFF}+13055550142\r\n+442079460958",
      "long.txt": String(repeating: "1", count: 1 << 21),
    ])
    let outcome = ringfence(words, on: files)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.status < 2 || !outcome.errors.isEmpty)
  }

  @Test func suggestsCapitals() {
    let outcome = ringfence("number", "3055550142", "--country", "us")
    #expect(outcome.errors.contains("did you mean `US`?"))
  }

  @Test func stopsWhereItIsWhole() {
    let line = "+13055550142\n"
    let outcome = ringfence(
      ["number", "-", "--format", "json"], on: MemoryFiles([:]),
      input: String(repeating: line, count: 100), interruptedAfter: 3)
    #expect(outcome.status == 130)
    #expect(outcome.output.hasSuffix("}}\n") && outcome.output.contains(#""summary":{"numbers":"#))
  }
}
