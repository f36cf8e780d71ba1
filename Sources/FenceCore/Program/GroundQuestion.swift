/// What only the ground of a contact answers, beside the predicates of place that policies have.
///
/// In expressions it is spelled as a list of places that no place can be called.
enum GroundQuestion {
  /// Whether a policy's waiver counts for a rule of another.
  case waives(policy: Int, waiver: Int, rulePolicy: Int)
  /// Whether a policy's exemption counts for a rule of another.
  case exempts(policy: Int, exemption: Int, rulePolicy: Int)

  var expression: Expression {
    switch self {
    case .waives(let policy, let waiver, let rulePolicy):
      .placed(["? 0 \(policy) \(waiver) \(rulePolicy)"])
    case .exempts(let policy, let exemption, let rulePolicy):
      .placed(["? 1 \(policy) \(exemption) \(rulePolicy)"])
    }
  }

  init?(_ expression: Expression) {
    guard case .placed(let places) = expression, places.count == 1, places[0].hasPrefix("?")
    else { return nil }
    let parts = places[0].split(separator: " ").compactMap { Int($0) }
    guard parts.count == 4 else { return nil }
    self =
      parts[0] == 0
      ? .waives(policy: parts[1], waiver: parts[2], rulePolicy: parts[3])
      : .exempts(policy: parts[1], exemption: parts[2], rulePolicy: parts[3])
  }
}
