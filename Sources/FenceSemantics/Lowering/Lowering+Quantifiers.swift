import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// What stands after `in`: a list of facts, or `prior`.
  enum Rows {
    case list(Expression, of: FactType)
    /// The outbound contacts before the attempt, the plan's own earlier steps among them.
    case prior

    var type: FactType {
      switch self {
      case .list(_, let type): type
      case .prior: .record(.historyEntry)
      }
    }
  }

  /// Resolves the name of a list.
  func rows(_ name: NameSyntax) -> Rows? {
    if name.text == "prior", !isField("prior") { return .prior }
    guard let list = lower(name, expecting: nil) else { return nil }
    if case .list(let element) = list.type { return .list(list.expression, of: element) }
    reporter.report(
      .notList, unit.source, name.range, "`\(name.text)` is \(list.type.described), not a list",
      help: list.type.vocabulary != nil ? "ask a set of words with `includes`" : nil)
    return nil
  }

  /// Whether the name of a row hides nothing; reports if it does.
  private func isFree(_ variable: Written<String>) -> Bool {
    let hidden: String
    if GlobalFact.names.contains(variable.value) {
      hidden = "the fact"
    } else if rows.contains(where: { $0.variable == variable.value }) {
      hidden = "the outer row"
    } else {
      return true
    }
    reporter.report(
      .hiddenName, unit.source, variable.range,
      "the name of this row, `\(variable.value)`, hides \(hidden) of that name",
      help: "choose another name")
    return false
  }

  /// `any x in LIST where E` and its like.
  func lowerQuantified(_ quantifier: QuantifierSyntax, _ range: SourceRange) -> Typed? {
    guard let list = rows(quantifier.list), isFree(quantifier.variable) else { return nil }
    guard
      let condition = inRow(
        list.type, named: quantifier.variable.value, { predicate(quantifier.condition) })
    else { return nil }
    let lowered: Expression
    switch (list, quantifier.kind) {
    case (.list(let rows, _), .any): lowered = .someRow(list: rows, where: condition)
    case (.list(let rows, _), .every): lowered = .everyRow(list: rows, where: condition)
    case (.list(let rows, _), .no): lowered = .not(.someRow(list: rows, where: condition))
    case (.prior, .any): lowered = .less(.number(0), priorCount(condition))
    case (.prior, .no): lowered = .atMost(priorCount(condition), .number(0))
    case (.prior, .every): lowered = .atMost(priorCount(.not(condition)), .number(0))
    }
    return truth(traced(.expression, range, lowered), range)
  }

  /// `count of x in LIST where E`.
  func lowerCount(
    _ variable: Written<String>, _ list: NameSyntax, _ condition: ExpressionSyntax?,
    _ range: SourceRange
  ) -> Typed? {
    guard let list = rows(list), isFree(variable) else { return nil }
    let predicate = inRow(list.type, named: variable.value) {
      condition.map { self.predicate($0) } ?? .yes
    }
    guard let predicate else { return nil }
    let count: Expression =
      switch list {
      case .list(let rows, _): .count(list: rows, where: predicate)
      case .prior: priorCount(predicate)
      }
    return Typed(expression: count, type: .number, range: range)
  }

  /// How many contacts before the attempt satisfy a predicate: what a cap would count, less the attempt itself.
  private func priorCount(_ condition: Expression) -> Expression {
    let count = PriorCount(channels: .all(of: .channel), span: .ever, condition: condition)
    return .difference(.prior(count), .number(1))
  }

  /// `latest at of LIST where E`.
  func lowerLatest(
    _ field: Written<String>, _ list: NameSyntax, _ condition: ExpressionSyntax?,
    _ range: SourceRange
  ) -> Typed? {
    guard let found = rows(list) else { return nil }
    guard case .list(let rows, let element) = found else {
      reporter.report(
        .unusablePrior, unit.source, list.range,
        "`prior` can be counted only; when its contacts took place may not be certain yet",
        help: "ask `history`, or use `pause` or `cap`")
      return nil
    }
    guard let kind = element.recordKind else {
      reporter.report(
        .notList, unit.source, list.range,
        "the rows of `\(list.text)` are \(element.described), and have no field `\(field.value)`")
      return nil
    }
    guard let index = kind.index(of: field.value) else {
      let near = didYouMean(field.value, among: kind.fields.map(\.name))
      reporter.report(
        .unknownField, unit.source, field.range,
        "the rows of `\(list.text)` have no field `\(field.value)`",
        help: near.map { "did you mean `\($0)`?" }
          ?? "they have \(kind.fields.map(\.name).joined(separator: ", "))",
        fix: near.map { .write($0, at: field.range) })
      return nil
    }
    guard kind.fields[index].type == .moment else {
      reporter.report(
        .mismatchedTypes, unit.source, field.range,
        "`\(field.value)` is \(kind.fields[index].type.described), and `latest` needs a point in time"
      )
      return nil
    }
    let predicate = inRow(element) { condition.map { self.predicate($0) } ?? .yes }
    return predicate.map {
      Typed(
        expression: .latestOf(field: index, list: rows, where: $0), type: .moment, range: range)
    }
  }
}
