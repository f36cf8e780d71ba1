import FenceCore
import Outreach

extension LoadedPolicies {
  /// What the organisation decided for itself, a sentence each: waivers, readings of open norms, numbers of its own.
  var decisions: [(sentence: String, location: PolicyLocation)] {
    waivers.map { waiver in
      let what =
        waiver.readingWords.map { "\(waiver.policy) reads \(waiver.rule) as `\($0)`" }
        ?? "\(waiver.policy) waives \(waiver.rule)"
      return (
        "\(what) until \(waiver.until), by \(waiver.by): \(waiver.because)", waiver.location
      )
    }
      + overridden.compactMap { constant in
        constant.override.map { override in
          (
            "\(override.policy) sets \(constant.id) to \(override.value) instead of "
              + "\(constant.value), by \(override.by): \(override.because)", override.location
          )
        }
      }
  }

  /// The same as remarks at the lines of the policies.
  var annotations: [Annotation] {
    decisions.map { decision in
      Annotation(
        .notice, title: "ringfence policies", message: decision.sentence,
        file: decision.location.file, line: decision.location.line)
    }
  }

  /// The same as one text of lines.
  var decisionLines: String { decisions.map { $0.sentence + "\n" }.joined() }
}

extension MarkdownPage {
  /// Lists what the organisation decided for itself.
  mutating func decisions(in policies: LoadedPolicies) {
    list(policies.decisions.map { Markdown.text($0.sentence) })
  }
}

extension Page {
  /// Says what the organisation decided for itself.
  mutating func decisions(in policies: LoadedPolicies) {
    for decision in policies.decisions { paragraph(decision.sentence, hanging: 2, .doubtful) }
  }

  /// Begins a last part with what the organisation decided for itself, if there is anything.
  mutating func closingDecisions(in policies: LoadedPolicies) {
    guard !policies.decisions.isEmpty else { return }
    line()
    decisions(in: policies)
  }
}

extension Waiver {
  /// That it no longer works.
  var ending: String { "waived by \(policy) until \(until), which is over" }
}

extension Finding {
  /// What is missing: facts, and waivers that are over.
  var wanting: [String] { missing + endedWaivers.map(\.ending) }
}
