/// What a rule says of an attempt.
public enum Verdict: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case pass
  case fail
  case unproven
  case exempt
  case notApplicable = "not applicable"
  case notInForce = "not in force"
  case waived

  /// Whether the rule is satisfied; nil if that is not proved.
  public var ok: Bool? {
    switch self {
    case .pass, .exempt, .notApplicable, .notInForce, .waived: true
    case .fail: false
    case .unproven: nil
    }
  }
}

/// What may be done with an attempt, a contact or a list: from the best to the worst.
public enum Decision: String, CaseIterable, Hashable, Comparable, Sendable, BitwiseCopyable {
  case allowed, review, blocked

  /// Orders from the best to the worst.
  public static func < (left: Decision, right: Decision) -> Bool { left.rank < right.rank }

  /// Its place among all.
  public var rank: Int {
    switch self {
    case .allowed: 0
    case .review: 1
    case .blocked: 2
    }
  }
}
