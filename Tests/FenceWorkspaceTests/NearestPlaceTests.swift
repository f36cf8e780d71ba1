import FenceDiagnostics
@testable import FenceWorkspace
import Outreach
import OutreachFacts
import TestSupport
import Testing

/// What is suggested for codes that name no place.
struct NearestPlaceTests {
  private static let world = compiledWorld()

  @Test(
    arguments: [
      ("UK", "GB"), ("EL", "GR"), ("UK-SCT", "GB-SCT"), ("TX", "US-TX"), ("FL", "US-FL"),
      ("NSW", "AU-NSW"), ("US-FLA", "US-FL"), ("DE-BAY", "DE-BY"), ("ZZ", nil),
      ("", nil), ("-", nil), ("XX-YY", nil),
    ] as [(String, String?)])
  func findsTheNearest(_ code: String, _ nearest: String?) {
    #expect(Self.world.places.nearest(to: code) == nearest)
  }

  @Test func policiesAreCheckedAgainstThePlacesOfTheWorld() {
    let text = """
      policy US-TEX "Texas" within US
      rule elsewhere "Elsewhere" { forbid place is one of UK, US-TX }

      """
    let federal = SourceText(name: "us.fence", text: "policy US \"Federal\"\n")
    let set = PolicySet(
      shipped: [federal], own: [[SourceText(name: "tx.fence", text: text)]], world: Self.world,
      today: nil)
    let places = set.diagnostics.filter { $0.code == "F0307" }
    #expect(places.map(\.help) == ["did you mean `US-TX`?", "did you mean `GB`?"])
    #expect(places.compactMap(\.fix).count == 2)
  }
}
