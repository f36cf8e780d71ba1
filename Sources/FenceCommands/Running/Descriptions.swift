import FenceCore
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

extension LoadedPolicies {
  /// The counts of a set of policies.
  init(_ set: PolicySet) {
    self.init(
      fingerprint: set.fingerprint, count: set.library.policies.count, rules: set.ruleCount,
      added: set.added, replaced: set.replaced,
      waivers: set.library.policies.flatMap(\.waivers),
      overridden: set.library.policies.flatMap(\.constants).filter { $0.override != nil })
  }

  /// The counts of the shipped policies and the user's.
  init(_ index: PolicyIndex, with own: OwnPolicies?) {
    guard let own else {
      self.init(fingerprint: index.fingerprint, count: index.names.count, rules: index.ruleCount)
      return
    }
    self.init(
      fingerprint: own.fingerprint, count: index.names.count + own.names.count,
      rules: index.ruleCount + own.ruleCount, added: own.names,
      waivers: own.library.policies.flatMap(\.waivers),
      overridden: own.library.policies.flatMap(\.constants).filter { $0.override != nil })
  }
}

extension PlanDescription {
  /// A plan as reports name it.
  init(_ file: PlanFile) {
    let plan = file.plan
    var steps: [Step] = []
    if case .list(let rows) = plan["steps"].value {
      for (number, row) in rows.enumerated() {
        guard case .record(let step) = row.value else { continue }
        steps.append(
          Step(
            id: step["id"].value.text ?? "\(number + 1)", channel: step["channel"].value.text,
            origin: row.origin))
      }
    }
    self.init(
      file: file.sources.first?.name ?? "-", campaign: plan["campaign"].value.text,
      steps: steps)
  }
}

extension FactValue {
  /// The text of a text, a number of a phone or a word; nil for other values.
  var text: String? {
    switch self {
    case .text(let text), .phone(let text): text
    case .word(let word): word.spelling
    default: nil
    }
  }
}
