import FenceCore
import FenceReports
import Outreach

/// What organisations choose and add.
extension Lister {
  /// Named values, with those that an organisation put in their place.
  var constants: Listing {
    Listing(
      kind: "constants",
      keys: ["constant", "value", "title", "instead_of", "overridden_by", "because", "by"],
      rows: library.policies.flatMap(\.constants).map { constant in
        let override = constant.override
        return [
          constant.id, override?.value ?? constant.value, constant.title,
          override.map { _ in constant.value }, override?.policy, override?.because, override?.by,
        ]
      })
  }

  /// Waivers, also of those that have ended, unless a day is asked about.
  var waivers: Listing {
    Listing(
      kind: "waivers",
      keys: ["rule", "policy", "until", "as", "because", "by", "state"],
      rows: library.policies.flatMap(\.waivers).filter { isInForce(nil, $0.until) }.map { waiver in
        [
          waiver.rule, waiver.policy, waiver.until.description, waiver.readingWords,
          waiver.because, waiver.by, waiver.until < today ? "ended" : "in force",
        ]
      })
  }

  /// The groups of contacts that reports count.
  var segments: Listing {
    Listing(
      kind: "segments", keys: ["segment", "title"],
      rows: library.policies.flatMap(\.segments).map { [$0.id, $0.title] })
  }

  /// The organisation's own fields.
  var fields: Listing {
    Listing(
      kind: "fields", keys: ["field", "type", "title", "policy"],
      rows: library.policies.flatMap { policy in
        policy.ownFields.map { declared in
          [
            "\(declared.document.rawValue).custom.\(declared.field.name)",
            declared.field.type.spelling, declared.field.title, policy.name,
          ]
        }
      })
  }
}
