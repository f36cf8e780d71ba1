import Ringfence

let houseRules = """
  policy acme "House rules of Acme Shoes" covers everyone

  extend contact {
    field tier "Loyalty tier" one of gold, silver
  }

  segment golden "The best customers" = custom.tier is gold

  rule quiet_hours "Texts between nine and six" {
    severity block
    hours 09:00 to 18:00
    fix "Move the text into the day."
  }
  """

/// A plan of one text at an instant.
func plan(at instant: String) -> String {
  """
  {"campaign": "boots", "purpose": "service", "targets": ["US"],
   "audience": {"suppressed_at": "2027-03-02T06:00:00Z"},
   "steps": [{"id": "text-1", "channel": "sms", "technology": "manual", "role": "notice",
              "at": "\(instant)"}]}
  """
}

let list = """
  {"id": "c-1", "phone": "+13055550142", "recipient": "consumer", "opt_outs": [], "custom": {"tier": "gold"}}
  {"id": "c-2", "phone": "+13055550143", "recipient": "consumer", "custom": {"tier": "bronze"}}
  {"id": "c-3", "phone": "+13055550144", "recipient": "consumer", "custom": {"tier": "silver"}}
  """

/// Everything that an embedding program can ask, once.
func demonstration() async throws -> [String] {
  var said: [String] = []

  // A number, by its digits alone.
  let number = PhoneNumber("(305) 555-0142", country: "US")
  said.append("number: \(number.e164 ?? "-") \(number.places) valid \(number.isValid == true)")

  // Mistakes come with their places.
  do {
    _ = try Policies(
      adding: [Document(name: "wrong.fence", text: "policy wrong \"Wrong\" covers everybody")],
      includingShipped: false)
  } catch {
    said.append("mistake: \(error.problems[0])")
  }

  // Policies are loaded once; a plan is judged before any contact is known.
  let policies = try Policies(adding: [Document(name: "acme.fence", text: houseRules)])
  let early = try Gate(plan: plan(at: "2027-03-02T13:30:00Z"), policies: policies)
  said += early.shortcomings.map { "plan: \($0)" }

  // A contact made from values; what is not given is not known.
  let contact = try early.campaign.contact([
    "id": "c-1", "phone": "+13055550142", "recipient": "consumer", "opt_outs": [],
    "custom": ["tier": "gold"],
  ])
  said += early.objections(to: contact).map { "objection: \($0)" }
  said += early.proof(of: "acme.quiet_hours", for: contact, step: "text-1").map { "proof: \($0)" }

  // When else?
  if let monday = Instant("2027-03-01T05:00:00Z") {
    said += early.times(of: "text-1", for: contact, from: monday).prefix(2).map { "when: \($0)" }
  }

  // Many contacts at once, and a whole list.
  let decisions = await early.decisions(on: [contact])
  said.append("early: c-1 is \(decisions["c-1"]?.rawValue ?? "-")")
  let late = try Gate(plan: plan(at: "2027-03-02T15:30:00Z"), policies: policies)
  let (allowed, others, summary) = try late.sort(Document(name: "list.ndjson", text: list))
  said.append("late: \(allowed) may be contacted")
  said += others.map { "late: \($0)" }
  said.append("golden: \(summary.segments["acme.golden"]?.members ?? 0)")
  return said
}
