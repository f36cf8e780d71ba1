import FenceCore
import Outreach

extension JSONWriter {
  /// Writes a waiver with who decided, why and until when.
  mutating func waiver(_ waiver: Waiver) {
    object {
      $0.member("rule", waiver.rule)
      $0.member("policy", waiver.policy)
      $0.member("until", waiver.until.description)
      $0.member("as", waiver.readingWords)
      $0.member("because", waiver.because)
      $0.member("by", waiver.by)
      $0.member("file", waiver.location.file)
      $0.member("line", waiver.location.line)
    }
  }

  /// Writes a constant for which an organisation chose another value.
  mutating func override(_ constant: NamedConstant) {
    guard let override = constant.override else { return null() }
    object {
      $0.member("constant", constant.id)
      $0.member("value", override.value)
      $0.member("instead_of", constant.value)
      $0.member("policy", override.policy)
      $0.member("because", override.because)
      $0.member("by", override.by)
      $0.member("file", override.location.file)
      $0.member("line", override.location.line)
    }
  }

  /// Writes the waivers of a finding's rule that ended before the attempt, if there are any.
  mutating func endedWaivers(_ finding: Finding) {
    guard !finding.endedWaivers.isEmpty else { return }
    key("ended_waivers")
    array(finding.endedWaivers) { $0.waiver($1) }
  }
}
