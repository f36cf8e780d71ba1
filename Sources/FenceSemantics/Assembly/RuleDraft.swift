import FenceDiagnostics
import FenceSyntax
import Outreach

/// The clauses of a rule, gap, header, exemption or waiver, sorted by what they say.
struct RuleDraft {
  var under: [CitationSyntax] = []
  var from: Written<CivilDate>?
  var until: Written<CivilDate>?
  var severity: Written<String>?
  var fix: Written<String>?
  var withdrawal: DurationSyntax?
  var applies: [(condition: ExpressionSyntax, details: [ClauseSyntax], range: SourceRange)] = []
  var exceptions: [(condition: ExpressionSyntax, details: [ClauseSyntax], range: SourceRange)] = []
  /// `require`, `forbid` and verbs, in the order written.
  var requirements: [ClauseSyntax] = []

  /// Sorts clauses; of those that may stand once only the first counts.
  init(_ clauses: [ClauseSyntax]) {
    for clause in clauses {
      switch clause.kind {
      case .under(let citation): under.append(citation)
      case .from(let day): from = from ?? day
      case .until(let day): until = until ?? day
      case .severity(let word): severity = severity ?? word
      case .fix(let text): fix = fix ?? text
      case .withdrawal(let duration): withdrawal = withdrawal ?? duration
      case .applies(let condition, let details):
        applies.append((condition, details, clause.range))
      case .except(let condition, let details):
        exceptions.append((condition, details, clause.range))
      case .require, .forbid, .verb: requirements.append(clause)
      default: break
      }
    }
  }
}
