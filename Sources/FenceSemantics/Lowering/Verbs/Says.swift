import FenceCore
import FenceSyntax
import Outreach

extension Lowering {
  /// `message says a, b [first] [within D]`: the step's message or script says each of them.
  ///
  /// A text is there at once, so D asks something of calls alone; and no fact tells the second at which a call says
  /// a thing. What a call says first, it says within any D; what it says somewhere, it may say too late.
  func says(_ elements: [Written<String>], first: Bool, within duration: DurationSyntax?)
    -> Expression?
  {
    let words = elements.map { word($0, of: .element) }
    let found = words.compactMap { $0 }
    guard found.count == words.count, !found.isEmpty else { return nil }
    guard let duration else { return .conjunction(found.map { .says($0, first: first) }) }
    guard term(duration) != nil else { return nil }
    return .conjunction(found.map { inTime($0, first: first) })
  }

  private func inTime(_ element: Word, first: Bool) -> Expression {
    let said = Expression.says(element, first: first)
    let reason = "no fact tells when in the call `\(element.spelling)` is said"
    return .choose(
      .equal(.stepChannel, .word(.channel, "voice")),
      then: first ? said : .any([.says(element, first: true), .all([said, .open(reason)])]),
      otherwise: said)
  }
}
