import FenceDiagnostics
import OutreachFacts
import Testing

/// Windows last at most 366 days, so that judging one ends in reasonable time.
@Suite struct ReadingWindowsTests {
  @Test(arguments: [
    ("2026-01-01T00:00:00Z", "2027-01-02T00:00:00Z", true),
    ("2026-01-01T00:00:00Z", "2027-01-02T00:00:00.001Z", false),
    ("0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", false),
  ])
  func lastAtMost366Days(from: String, to: String, isRead: Bool) {
    let text = """
      {"steps": [{"id": "a", "channel": "voice", "window": {"from": "\(from)", "to": "\(to)"}}]}
      """
    let (plan, problems) = readPlan(SourceText(name: "plan.json", text: text), file: 0, world: nil)
    #expect((plan != nil) == isRead)
    #expect(problems.map(\.code) == (isRead ? [] : ["D0114"]))
  }
}
