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
  var applies: [(condition: ExpressionSyntax, details: [ClauseSyntax], range: SourceRange)] = []
  var exceptions: [(condition: ExpressionSyntax, details: [ClauseSyntax], range: SourceRange)] = []
  /// `require`, `forbid` and verbs, in the order written.
  var requirements: [ClauseSyntax] = []

  /// Sorts clauses; reports those that may stand once only and stand twice.
  init(_ clauses: [ClauseSyntax], in unit: PolicyUnit, _ reporter: Reporter) {
    for clause in clauses {
      switch clause.kind {
      case .under(let citation): under.append(citation)
      case .from(let day): once(&from, day, "from", clause, unit, reporter)
      case .until(let day): once(&until, day, "until", clause, unit, reporter)
      case .severity(let word): once(&severity, word, "severity", clause, unit, reporter)
      case .fix(let text): once(&fix, text, "fix", clause, unit, reporter)
      case .applies(let condition, let details):
        applies.append((condition, details, clause.range))
      case .except(let condition, let details):
        exceptions.append((condition, details, clause.range))
      case .require, .forbid, .verb: requirements.append(clause)
      default: break
      }
    }
    if let from, let until, until.value < from.value {
      reporter.report(
        .reversedPeriod, unit.source, until.range,
        "the period ends on \(until.value), before it begins",
        secondary: [unit.label(from.range, "begins here")],
        help: "`from` and `until` are the first and the last day")
    }
  }

  private func once<Value>(
    _ stored: inout Written<Value>?, _ written: Written<Value>, _ word: String,
    _ clause: ClauseSyntax, _ unit: PolicyUnit, _ reporter: Reporter
  ) {
    guard let earlier = stored else {
      stored = written
      return
    }
    reporter.report(
      .repeatedClause, unit.source, clause.range, "`\(word)` is written twice",
      secondary: [unit.label(earlier.range, "first written here")])
  }
}
