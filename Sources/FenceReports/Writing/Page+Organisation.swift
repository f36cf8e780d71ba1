import FenceCore
import Outreach

extension Page {
  /// Says what the organisation decided for itself: waivers, readings of open norms, numbers of its own.
  mutating func decisions(in policies: LoadedPolicies) {
    for sentence in Phrasebook.decisions(in: policies) {
      paragraph(sentence, hanging: 2, .doubtful)
    }
  }

  /// Begins a last part with what the organisation decided for itself, if there is anything.
  mutating func closingDecisions(in policies: LoadedPolicies) {
    guard !(policies.waivers.isEmpty && policies.overridden.isEmpty) else { return }
    line()
    decisions(in: policies)
  }
}

extension MarkdownPage {
  /// Says what the organisation decided for itself.
  mutating func decisions(in policies: LoadedPolicies) {
    list(Phrasebook.decisions(in: policies).map(Markdown.sentence))
  }
}

extension Phrasebook {
  /// What the organisation decided for itself, a sentence each.
  static func decisions(in policies: LoadedPolicies) -> [String] {
    policies.waivers.map { waiver in
      let what =
        waiver.readingWords.map { "\(waiver.policy) reads \(waiver.rule) as `\($0)`" }
        ?? "\(waiver.policy) waives \(waiver.rule)"
      return "\(what) \(terms(of: waiver))"
    }
      + policies.overridden.compactMap { constant in
        constant.override.map { override in
          "\(override.policy) sets \(constant.id) to \(override.value) instead of "
            + "\(constant.value), by \(override.by): \(override.because)"
        }
      }
  }

  /// Until when a waiver holds, who decided and why.
  static func terms(of waiver: Waiver) -> String {
    "until \(waiver.until), by \(waiver.by): \(waiver.because)"
  }
}
