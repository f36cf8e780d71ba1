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

  /// Whether some place that a policy covers lies within another.
  ///
  /// - Parameters:
  ///   - place: the other's code.
  ///   - policy: the policy's place in the library.
  func lie(within place: String, of policy: Int) -> Bool {
    enclosing[policy].contains { $0.contains(place) }
  }
}
