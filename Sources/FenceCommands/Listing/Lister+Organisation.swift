import FenceCore
import FenceReports
import Outreach

/// What organisations choose and add.
extension Lister {
  /// Named values, with those that an organisation put in their place.
  func constants() throws -> Listing {
    Listing(
      kind: "constants",
      keys: ["constant", "title", "value", "instead_of", "overridden_by", "because", "by"],
      rows: try load().policies.flatMap(\.constants).map { constant in
        let override = constant.override
        return [
          .text(constant.id), .text(constant.title), .text(override?.value ?? constant.value),
          .text(override.map { _ in constant.value }), .text(override?.policy),
          .text(override?.because), .text(override?.by),
        ]
      })
  }

  /// Waivers, also of those that have ended, unless a day is asked about.
  func waivers() throws -> Listing {
    Listing(
      kind: "waivers",
      keys: ["rule", "because", "by", "until", "as", "state", "policy", "at"],
      rows: try load().policies.flatMap(\.waivers).filter { isInForce(nil, $0.until) }.map {
        waiver in
        [
          .text(waiver.rule), .text(waiver.because), .text(waiver.by),
          .text(waiver.until.description), .text(waiver.readingWords),
          .text(waiver.until < today ? "ended" : "in force"), .text(waiver.policy),
          .text(place(waiver.location)),
        ]
      })
  }

  /// The groups of contacts that reports count.
  func segments() throws -> Listing {
    Listing(
      kind: "segments", keys: ["segment", "title"],
      rows: try load().policies.flatMap(\.segments).map { [.text($0.id), .text($0.title)] })
  }

  /// The organisation's own fields.
  func fields() throws -> Listing {
    Listing(
      kind: "fields", keys: ["field", "title", "type", "policy"],
      rows: try load().policies.flatMap { policy in
        policy.ownFields.map { declared in
          [
            .text("\(declared.document.rawValue).custom.\(declared.field.name)"),
            .text(declared.field.title), .text(declared.field.type.spelling), .text(policy.name),
          ]
        }
      })
  }
}
