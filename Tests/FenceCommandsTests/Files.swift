/// A small policy and files that go with it.
enum Files {
  static let policy = """
    policy acme "Acme's own rules" covers everyone {
      severity block
    }

    rule quiet_hours "Text between eight and eight" {
      hours 08:00 to 20:00
      fix "Move the text into the day."
    }

    rule adults "Text adults only" {
      applies when channel is sms
      require minor is false
    }

    test "a text at night" {
      plan    { channel sms  at 2026-03-02T22:30:00-05:00 }
      contact { phone "+13055550142"  minor false }
      expect quiet_hours fails
      expect adults passes
      expect blocked
    }

    test "of whom nothing is known" {
      plan    { channel sms  at 2026-03-02T10:30:00-05:00 }
      contact { phone "+13055550142" }
      expect adults unproven because contact.minor
      expect review
    }

    """

  static let plan = """
    {"campaign": "spring", "purpose": "marketing", "targets": ["US"],
     "steps": [{"id": "text-1", "channel": "sms", "at": "2026-03-02T15:30:00Z"}]}

    """

  static let night = """
    {"campaign": "spring", "purpose": "marketing", "targets": ["US"],
     "steps": [{"id": "text-1", "channel": "sms", "at": "2026-03-03T03:30:00Z"}]}

    """

  static let good =
    #"{"id": "a", "phone": "+13055550142", "region": "US-FL", "minor": false}"# + "\n"
  static let unknown = #"{"id": "b", "phone": "+13055550143", "region": "US-FL"}"# + "\n"
  static let minor =
    #"{"id": "c", "phone": "+13055550144", "region": "US-FL", "minor": true}"# + "\n"
  static let broken = #"{"id": "d", "phone": "+13055550145"# + "\n"

  /// A call within the days that a policy gives to heed an opt-out, with a script whose order is not known.
  static let inGrace = [
    "own/acme.fence": """
    policy acme "Acme's own rules" covers everyone

    rule refusals "Heed a refusal within ten days" {
      honour opt-outs within 10 days
    }

    rule named_at_once "Say who calls within two seconds" {
      script says identity within 2 seconds
    }

    """,
    "plan.json": """
    {"campaign": "spring", "purpose": "marketing", "targets": ["US"],
     "steps": [{"id": "call-1", "channel": "voice", "at": "2026-03-09T16:00:00Z",
                "script": {"language": "en", "says": ["identity"]}}]}

    """,
    "list.ndjson": """
    {"id": "a", "phone": "+13055550142", "consents": [],
     "opt_outs": [{"channel": "any", "purpose": "any", "at": "2026-03-02T17:00:00Z"}]}
    """.replacing("\n", with: "") + "\n",
  ]

  /// Everything that a run of `check` needs.
  static func all(contacts: String, plan: String = plan) -> [String: String] {
    ["own/acme.fence": policy, "plan.json": plan, "list.ndjson": contacts]
  }
}
