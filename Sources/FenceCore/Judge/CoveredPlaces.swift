import Outreach

/// The places that the policies of a library cover, each with those around it: whoever judges many contacts looks them
/// up once.
struct CoveredPlaces {
  /// By policy of the library, for each code that it covers, every code within which that lies.
  private let enclosing: [[[String]]]

  init(_ library: Library, _ gazetteer: any Gazetteer) {
    enclosing = library.policies.map { policy in
      guard case .places(let codes, _, _) = policy.coverage else { return [] }
      return codes.map(gazetteer.enclosing)
    }
  }

  /// Whether some place that a policy of the library covers, by its number in that, lies within another.
  func lie(within place: String, of policy: Int) -> Bool {
    enclosing[policy].contains { $0.contains(place) }
  }
}
