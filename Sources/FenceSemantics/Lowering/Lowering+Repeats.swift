import FenceCore
import FenceDiagnostics
import FenceSyntax

extension Lowering {
  /// Warns where a repeated number is asked of one contact: it is known of the list alone.
  func checkRepeats(_ value: Typed) {
    guard value.expression.isAboutRepeats,
      !(value.expression.asksForRepeats && value.range == wholeQuestion)
    else { return }
    reporter.report(
      .repeatsOfContact, unit.source, value.range,
      "`\(words(value.range))` is known of the whole list and of no contact by itself, so that it is unknown here",
      help: "ask for the share alone: `(share of contacts where phone is repeated) at most 1%`")
  }
}

extension Expression {
  /// Whether it asks whether the contact's number was seen before, or whether it was not.
  fileprivate var isAboutRepeats: Bool {
    switch self {
    case .traced(_, let body), .not(let body): body.isAboutRepeats
    default: asksForRepeats
    }
  }
}

extension ExpressionSyntax {
  /// Its place without the brackets around it.
  var rangeWithinBrackets: SourceRange {
    if case .brackets(let inner, _) = self { return inner.rangeWithinBrackets }
    return range
  }
}
