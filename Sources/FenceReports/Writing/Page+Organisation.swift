import FenceCore
import Outreach

extension Page {
  /// Says what the organisation decided for itself: waivers, readings of open norms, numbers of its own.
  mutating func decisions(in policies: LoadedPolicies) {
    for waiver in policies.waivers {
      let what =
        waiver.readingWords.map { "\(waiver.policy) reads \(waiver.rule) as `\($0)`" }
        ?? "\(waiver.policy) waives \(waiver.rule)"
      paragraph("\(what) \(Phrasebook.terms(of: waiver))", hanging: 2, .doubtful)
    }
    for constant in policies.overridden {
      guard let override = constant.override else { continue }
      paragraph(
        "\(override.policy) sets \(constant.id) to \(override.value) instead of \(constant.value), "
          + "by \(override.by): \(override.because)", hanging: 2, .doubtful)
    }
  }

  /// Begins a last part with what the organisation decided for itself, if there is anything.
  mutating func closingDecisions(in policies: LoadedPolicies) {
    guard !(policies.waivers.isEmpty && policies.overridden.isEmpty) else { return }
    line()
    decisions(in: policies)
  }
}

extension Phrasebook {
  /// Until when a waiver holds, who decided and why.
  static func terms(of waiver: Waiver) -> String {
    "until \(waiver.until), by \(waiver.by): \(waiver.because)"
  }
}
