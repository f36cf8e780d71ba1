import FenceCore
import FenceDiagnostics
import FenceReports
import Outreach

/// What the lists of `list` are made from.
struct Lister {
  /// The world of zones and places.
  let world: World

  /// Loads the policies.
  let load: () throws -> Library

  /// The day on which things must be in force; nil for all.
  let day: CivilDate?

  /// The time from which the age of reviews is counted.
  let now: Instant

  /// Whether only what rests on a source due for review is listed.
  let onlyStale: Bool

  /// The day from which the age of reviews is counted.
  var today: CivilDate { ZoneHistory.civil(now, offsetSeconds: 0).date }

  func isInForce(_ from: CivilDate?, _ until: CivilDate?) -> Bool {
    guard let day else { return true }
    return (from ?? .earliest) <= day && day <= (until ?? .latest)
  }

  /// A place in a policy, as `acme.fence:12`.
  func place(_ location: PolicyLocation) -> String { "\(location.file):\(location.line)" }
}
