import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `cap N …`: what came before, with this attempt, is at most N.
  func cap(_ syntax: CapSyntax) -> Expression? {
    let limit = value(syntax.limit, expecting: .number).flatMap { limit -> Expression? in
      if limit.type == .number { return limit.expression }
      reporter.report(
        .mismatchedTypes, unit.source, limit.range,
        "`\(words(limit.range))` is \(limit.type.described), and a cap is a number")
      return nil
    }
    let channels = syntax.channels.map { word($0, of: .channel) }
    let span = self.span(syntax.span)
    let condition = inRow(.record(.historyEntry)) { self.condition(syntax.condition) }
    guard let limit, let span, let condition, channels.allSatisfy({ $0 != nil }) else {
      return nil
    }
    let named = channels.compactMap { $0 }
    let counted =
      named.isEmpty || named.contains(where: \.isAny)
      ? Vocabulary.outboundChannels : WordSet(vocabulary: .channel, named)
    return .atMost(
      .prior(PriorCount(channels: counted, span: span, condition: condition)), limit)
  }

  private func span(_ span: CapSyntax.Span) -> PriorCount.Span? {
    switch span {
    case .ever: return .ever
    case .per(let word): return CalendarUnit(rawValue: word.value).map { .calendar($0) }
    case .rolling(let duration):
      if case .period(let period, let range) = duration, period.countsBusinessDays {
        return reportBusinessDays(range)
      }
      guard let term = self.term(duration) else { return nil }
      if term.period.countsBusinessDays { return reportBusinessDays(duration.range) }
      return .rolling(term.period)
    }
  }

  private func reportBusinessDays(_ range: SourceRange) -> PriorCount.Span? {
    reporter.report(
      .wrongLookBack, unit.source, range,
      "a cap looks back over hours, days, weeks, months or years, not over business days")
    return nil
  }
}
