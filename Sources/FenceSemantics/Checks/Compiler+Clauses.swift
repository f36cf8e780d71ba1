import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// Reports clauses that are written twice where one counts, and periods that end before they begin.
  func checkClauses() {
    for unit in units {
      for declaration in unit.parsed.file.declarations { check(declaration.clauses, in: unit) }
    }
  }

  private func check(_ clauses: [ClauseSyntax], in unit: PolicyUnit) {
    var seen: [String: SourceRange] = [:]
    for clause in clauses {
      switch clause.kind {
      case .applies(_, let details), .except(_, let details): check(details, in: unit)
      case .column(let column): check(column.clauses, in: unit)
      default: break
      }
      let keyword = unit.source.text(in: clause.keyword)
      guard clause.standsOnce else { continue }
      if let earlier = seen[keyword] {
        reporter.report(
          .repeatedClause, unit.source, clause.range, "`\(keyword)` is written twice",
          secondary: [unit.label(earlier, "first written here")])
      } else {
        seen[keyword] = clause.range
      }
    }
    let draft = RuleDraft(clauses)
    guard let from = draft.from, let until = draft.until, until.value < from.value else { return }
    reporter.report(
      .reversedPeriod, unit.source, until.range,
      "the period ends on \(until.value), before it begins",
      secondary: [unit.label(from.range, "begins here")],
      help: "`from` and `until` are the first and the last day")
  }
}

extension ClauseSyntax {
  /// Whether a second clause of the keyword would have nothing to say.
  fileprivate var standsOnce: Bool {
    switch kind {
    case .within, .covers, .from, .until, .severity, .businessDays, .withdrawal, .fix, .cite, .link,
      .reviewed, .evidence, .confidence, .of, .channels, .lines, .recipients, .everyPeriod,
      .everyCampaign, .everyAttempt, .measured, .binds, .by, .value, .when, .reading, .because,
      .factsComplete, .recognised, .separated, .blank, .dates:
      true
    case .under, .applies, .require, .forbid, .verb, .except, .day, .dayGroup, .phrases, .on,
      .ownField,
      .with, .column, .always, .incomplete, .words, .facts, .expectDecision, .expectVerdict:
      false
    }
  }
}
