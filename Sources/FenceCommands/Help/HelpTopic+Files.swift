import FenceReports
import Outreach

/// The files that people write.
extension HelpTopic {
  static let plan = HelpTopic(name: "plan", summary: "a plan: what is sent, by whom, to whom, when")
  {
    $0.heading("A plan, as JSON")
    $0.block(Sample.plan)
    $0.heading("What it may say")
    $0.rows(fields(of: .plan))
    $0.heading("What each step may say")
    $0.rows(fields(of: .step))
    $0.heading("Try it")
    $0.example("ringfence lint plan.json", does: "what is wrong with it, at its own lines")
    $0.example("ringfence help offer.subject", does: "what one field holds")
  }

  static let contacts = HelpTopic(name: "contacts", summary: "contacts: whom it is sent to") {
    $0.heading(
      "One JSON object a line (.ndjson, .jsonl), one list of them (.json), or a table (.csv, .tsv)")
    $0.block(Sample.contacts)
    $0.paragraph(
      "A key that is missing is unknown, and rules that need it are unproven; null says that there "
        + "is none; [] says that the list is empty, and a list that is given counts as complete.")
    $0.heading("What a contact may say")
    $0.rows(fields(of: .contact))
    $0.heading("Try it")
    $0.example("ringfence check plan.json --contacts list.ndjson", does: "who may be contacted")
    $0.example(
      "ringfence explain c-1 --plan plan.json --contacts list.ndjson", does: "why, or why not")
  }

  static let programme = HelpTopic(
    name: "programme", summary: "the programme: the organisation's standing evidence"
  ) {
    $0.heading("A programme, as JSON; its own file, or the plan's key `programme`")
    $0.block(Sample.programme)
    $0.heading("What it may say")
    $0.rows(fields(of: .programme))
    $0.heading("Try it")
    $0.example(
      "ringfence lint plan.json --programme programme.json",
      does: "what the evidence settles, and what is still missing")
  }

  static let policies = HelpTopic(
    name: "policies", summary: "policies: rules in Fence, in .fence files"
  ) {
    $0.heading("A policy with one rule and its test")
    $0.block(Sample.policy)
    $0.heading("Try it")
    $0.example("ringfence verify acme.fence", does: "everything that is wrong with it")
    $0.example("ringfence test acme.fence", does: "runs its tests")
    $0.example("ringfence fmt acme.fence", does: "lays it out")
    $0.example(
      "ringfence check plan.json --contacts list.ndjson --policies acme.fence",
      does: "judges by it besides the shipped ones")
    $0.paragraph("`ringfence help verbs` and `ringfence help functions` show what rules may ask.")
  }

  static func fields(of kind: RecordKind) -> [(name: String, meaning: String)] {
    kind.fields.map { ($0.name, "\($0.summary) (\($0.type.words))") }
  }
}

/// The files that the help shows.
enum Sample {
  static let plan = """
    {"campaign": "spring-sale", "purpose": "marketing", "targets": ["US"],
     "sender": {"name": "Acme Shoes", "country": "US"},
     "steps": [
       {"id": "text-1", "channel": "sms", "technology": "autodialed", "at": "2026-03-02T15:30:00Z",
        "message": {"text": "Acme Shoes: 20% off. Reply STOP to opt out.", "language": "en"}},
       {"id": "call-1", "channel": "voice", "technology": "manual",
        "window": {"dates": ["2026-03-04"], "local_from": "10:00", "local_to": "18:00"}}]}

    """

  static let contacts = """
    {"id": "c-1", "phone": "+13055550142", "region": "US-FL", "consents": [], "opt_outs": []}
    {"id": "c-2", "phone": "+447700900142", "recipient": "business", "time_zone": "Europe/London"}

    """

  static let programme = """
    {"dnc_policy": {"at": "2026-01-01", "on_demand": true},
     "retention": [{"data": "consent_evidence", "keep_for": "5 years", "automatic": true}]}

    """

  static let policy = """
    policy acme "House rules of Acme Shoes" covers everyone

    rule no_mondays "Nobody is called on a Monday" {
      severity block
      applies when channel is voice
      hours tuesday to friday 09:00 to 20:00
      fix "Wait for Tuesday."
    }

    test "a Monday" {
      plan { channel voice  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142" }
      expect no_mondays fails
    }

    """
}
