import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceSyntax
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

/// Which of the user's policies are compiled with those alone that they name, and that it makes no difference.
struct OwnPoliciesTests {
  private static let world = compiledWorld()
  private static let index = PolicyIndex(shippedPolicies, world: world)

  private static func own(_ texts: [String]) -> [[Parsed]] {
    texts.enumerated().map { [parse(SourceText(name: "own\($0).fence", text: $1))] }
  }

  @Test(
    arguments: [
      [],
      ["policy acme \"Acme\" covers everyone rule known \"Known\" { require phone is given }"],
      [
        """
        policy acme "Acme" covers recipients in EU
        source book "Book" { cite "Acme" }
        override practice.scrub_age with 14 days because "so" by "us"
        waive US.help_reply until 2027-02-28 because "so" by "us"
        extend contact { field tier "Tier" text }
        segment golden "Gold" = custom.tier is "gold"
        rule few "Few double" { under book require share of contacts where phone is repeated at most 1% }
        rule holidays "Not on holidays" { under book hours US.federal_holidays closed; monday to sunday 09:00 to 17:00 }
        test "of others" with US, practice { plan { channel sms } expect practice.text_pressure unproven }
        """
      ],
      [
        "policy acme \"Acme\" covers everyone",
        "policy exported \"Exports\" covers nobody mapping crm \"CRM\" for contact { column \"p\" gives phone }",
      ],
      ["policy JP \"Japan\" covers recipients and senders"],
      ["policy acme \"Acme\" within US covers recipients in US-FL"],
    ])
  func meanTheSameAsWithAllOthers(_ texts: [String]) throws {
    let folders = Self.own(texts)
    let own = try #require(OwnPolicies(folders, index: Self.index))
    let whole = PolicySet(
      shipped: shippedPolicies, parsed: folders, world: Self.world, today: nil,
      readsShippedTests: false)
    #expect(!whole.hasErrors)
    let library = own.library(with: Self.index.names)
    #expect(library.policies == whole.library.policies)
    #expect(Set(library.shares) == Set(whole.library.shares))
    #expect(own.names == whole.added)
    #expect(own.fingerprint == whole.fingerprint)
    #expect(Self.index.ruleCount + own.ruleCount == whole.ruleCount)
    #expect((Self.index.mappings().mappings + own.mappings).map(\.id) == whole.mappings.map(\.id))
    var facts = FactSet(ofContactsWith: shippedContactFields)
    facts.formUnion(own.library.contactFacts)
    #expect(facts == whole.library.contactFacts)
  }

  @Test(
    arguments: [
      // What is wrong is said with everything at hand.
      ["policy acme \"Acme\" covers everyone rule known \"Known\" { require nothing_such }"],
      ["policy acme \"Acme\" covers everyone rule"],
      ["rule known \"Known\" { require phone is given }"],
      // In the place of a shipped policy, or of each other.
      ["policy practice \"Ours\" covers everyone"],
      ["policy acme \"Acme\" covers everyone", "policy acme \"Acme again\" covers everyone"],
      // Names that all policies see, and may hide.
      ["policy words \"Words\" covers nobody constant a_week \"A week\" = 7 days"],
      // A place more in a policy that covers those within it.
      ["policy US-GU \"Guam\" within US"],
      // A constant of a policy that is not named.
      [
        "policy acme \"Acme\" covers everyone override scrub_age with 14 days because \"a\" by \"b\""
      ],
    ])
  func areCompiledWithAllWhereOthersMayBeConcerned(_ texts: [String]) {
    #expect(OwnPolicies(Self.own(texts), index: Self.index) == nil)
  }

  @Test func loadNoMoreOfTheShippedPoliciesThanAskedForAndNamed() throws {
    let rule = try #require(Self.index.library(of: ["GB"]).policy("GB")?.rules.first?.id)
    let text = """
      policy acme "Acme" covers everyone
      waive \(rule) until 2027-02-28 because "so" by "us"
      """
    let own = try #require(OwnPolicies(Self.own([text]), index: Self.index))
    let library = own.library(with: ["FR", "EU", "practice"])
    let loaded = library.policies.filter { !$0.rules.isEmpty }.map(\.name)
    #expect(loaded == ["EU", "FR", "GB", "practice"])
    #expect(library.policy("acme")?.waivers.map(\.rule) == [rule])
  }

  @Test(
    arguments: [
      ("", []), ("US.a", ["US"]), ("a US-FL.b, c.d", ["US-FL", "c"]), ("1.5 x. y .z", [""]),
      ("practice.", []),
    ] as [(String, Set<String>)])
  func namesStandBeforeDots(text: String, names: Set<String>) {
    #expect(PolicyIndex.namesBeforeDots(in: Array(text.utf8)) == names)
  }
}
