import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceSemantics
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

/// Which shipped policies are compiled for whom, and that the index tells the truth of them.
struct PolicyIndexTests {
  private static let world = compiledWorld()
  private static let index = PolicyIndex(shippedPolicies, world: world)
  private static let whole = PolicySet(
    shipped: shippedPolicies.map { SourceText(name: $0.path, bytes: $0.bytes) }, own: [],
    world: world, today: nil)

  @Test(
    arguments: [
      ("+13055550142", ["US", "US-FL", "common", "practice"], ["FR"]),
      ("+12125550142", ["US", "common", "practice"], ["FR", "US-FL"]),
      ("+18005550142", ["US", "US-FL"], ["FR"]),
      ("+33199000142", ["FR", "common", "practice"], ["US", "US-FL"]),
      ("+447700900142", ["common", "practice"], ["FR", "US", "US-FL"]),
    ] as [(String, [String], [String])])
  func namesWhatAContactNeeds(phone: String, needed: [String], not: [String]) {
    var contact = FactRecord(.contact)
    contact["phone"] = Fact(.phone(phone))
    let names = Self.index.needed(
      recipients: candidatePlaces(of: contact, world: Self.world), sender: "US")
    #expect(names.isSuperset(of: needed))
    #expect(names.isDisjoint(with: not))
  }

  @Test func aCountryNeedsItsRegionsAndTheOtherWayRound() {
    #expect(Self.index.needed(recipients: ["US"], sender: "US").contains("US-FL"))
    #expect(Self.index.needed(recipients: ["US-FL-X"], sender: "US").contains("US-FL"))
    #expect(!Self.index.needed(recipients: ["US-F"], sender: "US").contains("US-FL"))
  }

  @Test func thePlaceOfTheSenderCountsUnlessItIsKnownToBeAnother() {
    let index = Self.index
    let unknown = index.needed(recipients: [], sender: nil)
    for policy in shippedPolicies {
      guard case .places(let codes, _, true) = policy.coverage else { continue }
      #expect(unknown.contains(policy.name))
      #expect(index.needed(recipients: [], sender: codes.first).contains(policy.name))
    }
  }

  @Test(arguments: shippedPolicies.map(\.name))
  func aPolicyMeansTheSameWithoutThoseThatItDoesNotNeed(_ name: String) throws {
    let policy = try #require(Self.whole.library.policy(name))
    // A country's library is needed by whoever mentions it; here, by somebody within it.
    let places = if case .places(let codes, _, _) = policy.coverage { codes } else { [name] }
    let names = Self.index.needed(recipients: places, sender: "XX").union([name])
    let library = Self.index.library(of: names)
    // Of the others there are phrases.
    let others = library.policies.filter { !names.contains($0.name) }
    #expect(names.isSubset(of: library.policies.map(\.name)))
    #expect(others.allSatisfy { $0.rules.isEmpty && $0.segments.isEmpty && !$0.phrases.isEmpty })
    #expect(library.policy(name) == policy)
    #expect(library.shares == Self.whole.library.shares)
  }

  /// What was damaged is read as far as it can be.
  @Test func noDamageStopsTheDecoder() throws {
    let policy = try #require(shippedPolicies.first { $0.name == "US-FL" })
    let bytes = policy.compiled.withUTF8Buffer { Array($0) }
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[place] = UInt8(truncatingIfNeeded: place &* 31)
      for bytes in [damaged, Array(bytes.prefix(place))] {
        var shares: [Expression] = []
        let policy = bytes.withUnsafeBufferPointer { PolicyDecoder.policy($0, shares: &shares) }
        #expect(policy.rules.count <= bytes.count)
      }
    }
  }

  @Test func countsAndFingerprintAreThoseOfAll() {
    #expect(Self.index.names == Set(Self.whole.library.policies.map(\.name)))
    #expect(Self.index.ruleCount == Self.whole.ruleCount)
    #expect(Self.index.fingerprint == Self.whole.fingerprint)
    #expect(FactSet(ofContactsWith: shippedContactFields) == Self.whole.library.contactFacts)
  }

  @Test(arguments: shippedPolicies.map(\.name))
  func theIndexSaysWhatThePolicySays(_ name: String) throws {
    let entry = try #require(shippedPolicies.first { $0.name == name })
    let policy = try #require(Self.whole.library.policy(name), "run `swift run workbench library`")
    #expect(entry.path == policy.location.file)
    #expect(entry.parent == policy.parent)
    #expect(entry.ruleCount == policy.rules.count)
    #expect("\(entry.coverage)" == "\(policy.coverage)")
    #expect(
      entry.concernsEveryList
        == (policy.rules.contains { $0.scope == .list } || !policy.segments.isEmpty))
  }

  /// Every policy reads messages by the phrases of all, whichever are loaded.
  @Test func phrasesAreLoadedOfPoliciesThatAreNot() throws {
    let names = Self.index.needed(recipients: ["FR"], sender: "FR")
    let library = Self.index.library(of: names)
    #expect(!names.contains("AE"))
    let policy = try #require(library.policy("AE"))
    #expect(policy.rules.isEmpty && policy.sources.isEmpty)
    #expect(!policy.phrases.isEmpty)
    let phrases = library.policies.filter { !$0.phrases.isEmpty }.map { [$0.name: $0.phrases] }
    let all = Self.whole.library.policies.filter { !$0.phrases.isEmpty }
    #expect(phrases == all.map { [$0.name: $0.phrases] })
  }
}
