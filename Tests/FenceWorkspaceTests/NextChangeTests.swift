import FenceCore
import Outreach
import Testing

@testable import FenceWorkspace

/// When a verdict is another is looked for within two years, however many times of day are passed on the way.
struct NextChangeTests {
  @Test(arguments: [
    ("2024-10-25", "2024-10-26T04:00:00Z"), ("2025-08-16", "2025-08-17T04:00:00Z"),
    ("2026-10-26", "2026-10-27T04:00:00Z"), ("2026-10-27", nil),
  ])
  func theEndOfARuleIsFound(lastDay: String, change: String?) throws {
    let policy = try TestedPolicy(
      """
      constant trade "What is sold" = "shoes"

      rule never "Never, whatever the hour" {
        until \(lastDay)
        require (hours 09:00 to 12:00, 13:00 to 17:00) and (trade is "boots")
      }

      test "it fails" {
        plan { steps [{ at 2024-10-25T12:31:00Z }] }
        contact { phone "+12125550142" }
        expect never fails
      }
      """)
    let test = try #require(policy.set.tests.first)
    let facts = TestFacts(test, world: TestedPolicy.world, ownFields: policy.set.library.ownFields)
    let judge = Judge(
      library: policy.set.library, plan: facts.plan, programme: facts.programme,
      world: TestedPolicy.world,
      options: Judge.Options(findsNextChange: true, findsReasons: true, findsPermitted: false))
    let findings = judge.judge(facts.contact).attempts.flatMap(\.findings)
    let finding = try #require(findings.first { $0.rule == "acme.never" })
    #expect(finding.nextChange?.rfc3339() == change)
  }
}
