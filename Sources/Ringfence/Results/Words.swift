import FenceCore
import Outreach

/// What may be done: from the best to the worst.
public enum Decision: String, CaseIterable, Hashable, Comparable, Sendable {
  /// Every rule that blocks is satisfied.
  case allowed
  /// Something is not proved, or rests on weak law: a person has to look.
  case review
  /// Some rule that blocks certainly fails.
  case blocked

  /// Orders from the best to the worst.
  public static func < (left: Decision, right: Decision) -> Bool {
    Outreach.Decision(left) < Outreach.Decision(right)
  }

  init(_ decision: Outreach.Decision) {
    switch decision {
    case .allowed: self = .allowed
    case .review: self = .review
    case .blocked: self = .blocked
    }
  }
}

extension Outreach.Decision {
  fileprivate init(_ decision: Decision) {
    switch decision {
    case .allowed: self = .allowed
    case .review: self = .review
    case .blocked: self = .blocked
    }
  }
}

/// What a rule says.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// Satisfied.
  case pass
  /// Certainly broken.
  case fail
  /// Not known, for want of facts that the finding names.
  case unproven
  /// Excused by the law.
  case exempt
  /// Set aside, or read, by the organisation.
  case waived
  /// It does not concern the attempt.
  case notApplicable = "not applicable"
  /// Not the law at the time of the attempt.
  case notInForce = "not in force"

  init(_ verdict: Outreach.Verdict) {
    switch verdict {
    case .pass: self = .pass
    case .fail: self = .fail
    case .unproven: self = .unproven
    case .exempt: self = .exempt
    case .waived: self = .waived
    case .notApplicable: self = .notApplicable
    case .notInForce: self = .notInForce
    }
  }
}

/// How a rule's failure counts.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// Reported only.
  case advise
  /// Reported as a warning.
  case warn
  /// Decides what may be done.
  case block

  init(_ severity: FenceCore.Severity) {
    switch severity {
    case .advise: self = .advise
    case .warn: self = .warn
    case .block: self = .block
    }
  }
}
