import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Lowers a verb, untraced.
  ///
  /// A verb speaks of the attempt, never of a row: in a condition on rows it has got there by mistake.
  func lowerVerb(_ verb: VerbSyntax, _ range: SourceRange) -> Expression? {
    guard rows.isEmpty else {
      reporter.report(
        .verbInRow, unit.source, range,
        "a verb speaks of the attempt and cannot be a condition on a row",
        help: "`where` reaches as far as it can; put what stands before the verb in brackets")
      return nil
    }
    switch verb {
    case .scrub(let register, let every): return scrub(register, every: every)
    case .listed(let register): return listed(on: register)
    case .permitted(let register): return permitted(on: register)
    case .registered(let register, let condition):
      return senderRegistered(with: register, where: condition)
    case .consent(let consent): return self.consent(consent)
    case .optedOut(let scope, let condition): return optedOut(scope, where: condition)
    case .honour(let scope, let within, let lasting, let condition):
      return honour(scope, within: within, lasting: lasting, where: condition)
    case .hours(let openings, let zone): return hours(openings, zone: zone)
    case .cap(let cap): return self.cap(cap)
    case .pause(let duration, let event): return pause(duration, after: event)
    case .pauseAfterRows(let duration, let list, let condition):
      return pause(duration, afterRows: list, where: condition)
    case .answersRecipient(let duration): return answersRecipient(within: duration)
    case .says(_, let elements, let first, let duration):
      return says(elements, first: first, within: duration)
    case .erase(let data, let duration, let events):
      return erase(data, within: duration, after: events)
    case .keep(let data, let duration, let events):
      return keep(data, for: duration, after: events)
    }
  }

  /// A word of a vocabulary; reports one that is not in it.
  func word(_ written: Written<String>, of vocabulary: Vocabulary) -> Word? {
    if let word = vocabulary.word(written.value) { return word }
    reportWord(written.value, at: written.range, notIn: vocabulary)
    return nil
  }

  /// The register that a name means.
  func register(_ name: NameSyntax) -> Register? {
    compiler.require(.register, name, from: unit).flatMap { $0.unit.registers[$0.name] }
  }

  /// The condition of a verb on a row; true if none is written, nil if it was reported as wrong.
  func condition(_ written: ExpressionSyntax?) -> Expression? {
    written.map { predicate($0) } ?? .yes
  }
}
