import Foundation
import TestSupport
import Testing

/// Whether the committed tables are those that the committed generators and pins would write.
@Suite struct GeneratedTableTests {
  static let tables = [
    "Zones/Zones+Data.swift", "Numbers/Numbers+Data.swift", "Places/Places+Data.swift",
  ]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
  }

  /// FNV-1a, 64 bits, as `literal.py` writes it.
  private static func digest(_ text: some StringProtocol) -> String {
    let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  @Test(arguments: tables)
  func isMadeFromTheCommittedInputs(_ table: String) throws {
    let lines = try GeneratedTableTests.text("Sources/OutreachFacts/\(table)").split(
      separator: "\n")
    let inputs = lines.prefix { $0.hasPrefix("//") }.filter { $0.hasPrefix("// input: ") }
    #expect(!inputs.isEmpty)
    for input in inputs {
      let words = input.split(separator: " ")
      let content = try GeneratedTableTests.text(String(words[2]))
      #expect(
        GeneratedTableTests.digest(content) == words[3],
        "\(words[2]) changed: run `swift run workbench tables`")
    }
  }

  @Test(arguments: tables)
  func isNotEdited(_ table: String) throws {
    let text = try GeneratedTableTests.text("Sources/OutreachFacts/\(table)")
    let head = try #require(text.split(separator: "\n").first { $0.hasPrefix("// content: ") })
    let content = try #require(text.components(separatedBy: "#\"\"\"\n").last)
    let body = try #require(content.components(separatedBy: "\n\"\"\"#").first)
    #expect(head.hasSuffix(GeneratedTableTests.digest(body)))
  }

  @Test(arguments: ["zones.txt", "numbers.txt", "holidays.txt", "zonefiles.txt"])
  func fixturesAreOfThePinnedReleases(_ name: String) throws {
    let pins =
      try GeneratedTableTests.text("Sources/workbench/Tables/requirements.txt")
      + GeneratedTableTests.text("Sources/workbench/Calendars/requirements.txt")
    let release = try #require(try fixture(name).first).replacing(" ", with: "==")
    #expect(pins.split(separator: "\n").contains { $0.hasPrefix(release + " ") })
  }
}
