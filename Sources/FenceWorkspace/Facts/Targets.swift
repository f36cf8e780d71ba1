public import Outreach

/// The places at which a plan is aimed.
public struct Targets: Sendable {
  private let codes: [String]
  private let world: World

  /// Makes the targets of a plan, a record of kind `plan`.
  public init(of plan: FactRecord, world: World) {
    var codes: [String] = []
    if case .list(let rows) = plan["targets"].value {
      for case .text(let code) in rows.map(\.value) { codes.append(code) }
    }
    self.codes = codes
    self.world = world
  }

  /// The place to which a contact's address or number points, if every such place lies outside the targets.
  ///
  /// - Returns: nil for a contact inside, for one that may be, and where the plan names no targets.
  public func placeOutside(_ contact: FactRecord) -> String? {
    // Of a union only its members' own policies know what belongs to it.
    guard !codes.isEmpty, codes.allSatisfy(world.places.exists) else { return nil }
    let places = self.places(of: contact)
    guard let first = places.first else { return nil }
    let mayLieInside = places.contains { place in
      codes.contains { world.places.meet(place, $0) }
    }
    return mayLieInside ? nil : first
  }

  private func places(of contact: FactRecord) -> [String] {
    var places: [String] = []
    if case .text(let region) = contact["region"].value {
      places = [region]
    } else if case .text(let country) = contact["country"].value {
      places = [country]
    }
    if case .phone(let number) = contact["phone"].value {
      places += world.numbers.analyse(number, country: nil).places
    }
    return places
  }
}
