import TestSupport
import Testing

/// What the table of attempts says of each of them.
struct AttemptTableTests {
  private static let policy = """
    policy acme "Acme" covers everyone {
    }

    rule trail "Every change leaves a trace" {
      severity block
      require programme.security.audit_trail
    }

    rule complaints "Somebody hears complaints" {
      require programme.complaints.procedure_at is given
    }

    rule engaged "We know when they reacted" {
      require contact.last_engaged_at is given
    }

    """

  private static let plan = """
    {"campaign": "autumn", "targets": ["US"], "steps": [
      {"id": "text-1", "channel": "sms", "technology": "manual", "at": "2026-03-02T20:00:00Z"}]}
    """

  private static func rows(_ count: Int) -> [Substring] {
    let list = (1...count).map { #"{"id": "\#($0)", "phone": "+13055550142", "country": "US"}"# }
    return attemptRows(policy, plan, list).map { $0.drop { $0 != "+" } }
  }

  /// Of the rules about the plan those of severity block, in short lists as in long ones.
  @Test func rowsNameThePlanRulesThatDecide() {
    let row = "+1305•••••42,text-1,review,,acme.trail acme.engaged,,"
    #expect(Self.rows(1) == [row[...]])
    #expect(Set(Self.rows(300)) == [row[...]])
  }
}

/// The rows of the table of attempts of contacts, judged by a policy of one's own called `acme`.
func attemptRows(_ policy: String, _ plan: String, _ contacts: [String]) -> [Substring] {
  let files = MemoryFiles([
    "own/acme.fence": policy, "plan.json": plan,
    "list.ndjson": contacts.joined(separator: "\n") + "\n",
  ])
  let words = ["--contacts", "list.ndjson", "--policies", "own", "--only", "acme"]
  return Array(
    ringfence(["check", "plan.json", "--format", "csv"] + words, on: files)
      .output.split(separator: "\r\n").dropFirst())
}
