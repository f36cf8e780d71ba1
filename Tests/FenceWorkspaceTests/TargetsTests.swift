import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

struct TargetsTests {
  private static let world = compiledWorld()

  @Test(
    arguments: [
      (["US"], "+13055550142", nil, nil, nil),
      (["US-FL"], "+13055550142", nil, nil, nil),
      (["US-TX"], "+13055550142", nil, nil, "US-FL"),
      (["GB"], "+13055550142", nil, nil, "US-FL"),
      (["GB"], "+13055550142", "GB", nil, nil),
      (["US"], nil, "FR", nil, "FR"),
      (["US-TX"], nil, "US", nil, nil),
      (["US-TX"], nil, "US", "US-FL", "US-FL"),
      (["US"], nil, nil, nil, nil),
      ([], nil, "FR", nil, nil),
      (["EU"], nil, "US", nil, nil),
    ] as [([String], String?, String?, String?, String?)])
  func findsWhoIsOutside(
    targets: [String], phone: String?, country: String?, region: String?, outside: String?
  ) {
    var plan = FactRecord(.plan)
    plan["targets"] = Fact(.list(targets.map { Fact(.text($0)) }))
    var contact = FactRecord(.contact)
    if let phone { contact["phone"] = Fact(.phone(phone)) }
    if let country { contact["country"] = Fact(.text(country)) }
    if let region { contact["region"] = Fact(.text(region)) }
    #expect(Targets(of: plan, world: Self.world).placeOutside(contact) == outside)
  }

  @Test func aPlanWithoutTargetsHasNobodyOutside() {
    var contact = FactRecord(.contact)
    contact["country"] = Fact(.text("FR"))
    #expect(
      Targets(of: FactRecord(.plan), world: Self.world).placeOutside(contact) == nil)
  }
}
