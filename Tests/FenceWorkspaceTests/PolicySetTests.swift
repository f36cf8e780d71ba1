import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

struct PolicySetTests {
  private let world = compiledWorld()

  @Test func laterFoldersReplaceByName() {
    let set = PolicySet(
      shipped: [policy("alpha", rule: "shipped"), policy("beta", rule: "kept")],
      own: [
        [policy("alpha", rule: "first"), policy("gamma", rule: "first")],
        [policy("gamma", rule: "second")],
      ], world: world, today: nil)
    #expect(!set.hasErrors)
    #expect(
      set.library.policies.flatMap(\.rules).map(\.id) == [
        "alpha.first", "beta.kept", "gamma.second",
      ])
    #expect(set.added == ["gamma"])
    #expect(set.replaced == ["alpha"])
    #expect(set.ruleCount == 3)
  }

  @Test func twoOfOneNameInOneFolderAreAnError() {
    let set = PolicySet(
      shipped: [], own: [[policy("alpha", rule: "a"), policy("alpha", rule: "b")]], world: world,
      today: nil)
    #expect(set.hasErrors)
  }

  @Test func fingerprintFollowsNamesAndBytes() {
    func fingerprint(_ texts: [SourceText]) -> String {
      PolicySet(shipped: texts, own: [], world: world, today: nil).fingerprint
    }
    let both = [policy("alpha", rule: "a"), policy("beta", rule: "b")]
    #expect(fingerprint(both) == fingerprint(both.reversed()))
    #expect(fingerprint(both) != fingerprint([both[0], policy("beta", rule: "c")]))
    #expect(fingerprint(both).count == "sha256:".count + 64)
  }

  @Test func readsOfAContactWhatRulesName() throws {
    let contact = RecordKind.contact
    let set = PolicySet(
      shipped: [policy("alpha", rule: "a")], own: [], world: world, today: nil)
    let reads = set.library.contactFacts
    let isRead = { (name: String) in
      try reads.contains(#require(contact.index(of: name)), of: contact)
    }
    #expect(try isRead("minor"))
    #expect(try isRead("phone"))
    #expect(try !isRead("interests"))
  }

  @Test func theShippedPoliciesAreThoseOfTheRepository() throws {
    for policy in shippedPolicies {
      #expect(try source(at: "Policies/\(policy.path)") == policy.bytes, "\(policy.path)")
    }
    let names = try policyPaths()
    #expect(
      names == shippedPolicies.map(\.path),
      "run `swift run workbench library` and commit what it writes")
  }

  private func policy(_ name: String, rule: String) -> SourceText {
    SourceText(
      name: "\(name).fence",
      text: """
        policy \(name) "A policy" covers everyone
        rule \(rule) "A rule" { require minor is false }

        """)
  }
}
