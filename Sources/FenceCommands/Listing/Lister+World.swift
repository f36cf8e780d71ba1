import FenceLibrary
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// The lists of what the tables hold.
extension Lister {
  func zones() -> Listing {
    Listing(
      kind: "zones", keys: ["zone", "offset", "countries"],
      rows: world.zones.names.compactMap { name in
        guard let history = world.zones.history(of: name) else { return nil }
        return [
          .text(name), .text(Lister.offset(history.offset(at: now).seconds)),
          .texts(world.places.countries(inZone: name)),
        ]
      }, release: "tzdb \(world.zones.version)")
  }

  func countries() -> Listing {
    Listing(
      kind: "countries", keys: ["code", "name", "zones"],
      rows: world.places.countries.map { code in
        [.text(code), .text(world.places.name(of: code)), .texts(world.places.zones(of: code))]
      })
  }

  func tables() -> Listing {
    let index = PolicyIndex(shippedPolicies, world: world)
    return Listing(
      kind: "tables", keys: ["table", "release", "holds"],
      rows: [
        [
          .text("time zones"), .text("tzdb \(world.zones.version)"),
          .text(counted(world.zones.names.count, "name")),
        ],
        [.text("numbering plans"), .text(numberingRelease), .text(nil)],
        [
          // With `--tzdir` the zones are another release than the one that places were compiled from.
          .text("places"), .text("tzdb \(compiledWorld().zones.version)"),
          .text(counted(world.places.countries.count, "country", "countries")),
        ],
        [
          .text("policies"), .text(index.fingerprint),
          .text(
            "\(counted(index.names.count, "policy", "policies")), "
              + counted(index.ruleCount, "rule")),
        ],
      ])
  }

  /// An offset from universal time: `-05:00`, with seconds only where there are any.
  private static func offset(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let magnitude = abs(seconds)
    let rest = magnitude % 60
    return (seconds < 0 ? "-" : "+") + two(magnitude / 3600) + ":" + two(magnitude / 60 % 60)
      + (rest == 0 ? "" : ":" + two(rest))
  }
}
