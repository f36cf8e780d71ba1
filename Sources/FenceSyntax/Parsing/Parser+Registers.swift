import FenceDiagnostics
import Outreach

extension Parser {
  /// A clause of a source.
  mutating func sourceClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    take()
    switch keyword {
    case .cite: return (string("the citation").map { .cite($0) }, .cite)
    case .link: return (string("the address").map { .link($0) }, .link)
    case .evidence:
      let start = mark
      let grade = expect(oneOf: [.primary, .secondary, .memory], "after `evidence`")
      if grade != nil { close(start, .grade) }
      return (grade.map { .evidence($0) }, .evidence)
    case .confidence:
      let start = mark
      let certainty = expect(oneOf: [.high, .medium, .low], "after `confidence`")
      if certainty != nil { close(start, .certainty) }
      return (certainty.map { .confidence($0) }, .confidence)
    default:
      guard let day = date("after `reviewed`") else { return (nil, .reviewed) }
      guard take(.every) != nil else { return (.reviewed(day, every: nil), .reviewed) }
      return (.reviewed(day, every: writtenPeriod("after `every`")), .reviewed)
    }
  }

  /// A clause of a register.
  mutating func registerClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    take()
    switch keyword {
    case .of:
      let kinds: [Keyword] = [.numbers, .permits, .senders, .messages, .places]
      return (expect(oneOf: kinds, "after `of`").map { .of($0) }, .of)
    case .channels:
      return (.channels(commaSeparated { $0.word("a channel") }), .channels)
    case .lines:
      return (.lines(commaSeparated { $0.word("a kind of line") }), .lines)
    case .recipients:
      return (.recipients(commaSeparated { $0.word("a kind of recipient") }), .recipients)
    case .every:
      if take(.campaign) != nil { return (.everyCampaign, .every) }
      if take(.attempt) != nil { return (.everyAttempt, .every) }
      let period = writtenPeriod("after `every`", or: "`campaign` or `attempt`")
      return (period.map { .everyPeriod($0) }, .every)
    case .measured:
      if take(.per) != nil {
        let message = expect(oneOf: [.message], "after `measured per`")
        return (message.map { .measured($0) }, .measured)
      }
      guard take(.from) != nil else {
        complainMissing(alternatives(["from", "per"]), "after `measured`")
        return (nil, .measured)
      }
      return (
        expect(oneOf: [.list, .result], "after `measured from`").map { .measured($0) }, .measured
      )
    case .binds:
      expect(.after, "after `binds`")
      return (writtenPeriod("after `binds after`").map { .binds($0) }, .binds)
    default:
      return (string("a name").map { .by($0) }, .by)
    }
  }
}
