import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// The value by which an organisation replaces another policy's constant.
struct ConstantReplacement {
  var unit: PolicyUnit
  var value: ExpressionSyntax
  var name: NameSyntax
  var override: ConstantOverride
}

extension Compiler {
  /// Reads `override NAME with VALUE because "…" by "…"` of every policy, before anything uses a constant.
  func readOverrides() {
    for unit in units {
      for declaration in unit.declarations(.override) { readOverride(declaration, of: unit) }
    }
  }

  private func readOverride(_ declaration: DeclarationSyntax, of unit: PolicyUnit) {
    guard let name = declaration.name, let found = constant(name, from: unit) else { return }
    var because: String?
    var by: String?
    for clause in declaration.clauses {
      switch clause.kind {
      case .because(let text): because = text.value
      case .by(let text): by = text.value
      default: break
      }
    }
    let missing = [
      declaration.value == nil ? "with VALUE" : nil, because == nil ? "because \"…\"" : nil,
      by == nil ? "by \"…\"" : nil,
    ].compactMap { $0 }
    guard let value = declaration.value, let because, let by else {
      return reporter.report(
        .incompleteOverride, unit.source, name.range,
        "the override of `\(name.text)` does not say \(missing.map { "`\($0)`" }.joined(separator: " and "))",
        help: "an override says the new value, why, and who decided")
    }
    if let earlier = overrides[found.id] {
      return reporter.report(
        .duplicateName, unit.source, name.range, "`\(found.id)` is overridden twice",
        secondary: [earlier.unit.label(earlier.name.range, "first overridden here")])
    }
    overrides[found.id] = ConstantReplacement(
      unit: unit, value: value, name: name,
      override: ConstantOverride(
        value: unit.source.words(in: value.range), policy: unit.name, because: because, by: by,
        location: unit.location(name.range)))
  }

  /// The constant that may be overridden; reports any other name.
  private func constant(_ name: NameSyntax, from unit: PolicyUnit) -> Found? {
    guard let found = require(.value, name, from: unit),
      let declaration = found.unit.names[.value]?[found.name]
    else { return nil }
    let problem: (message: String, help: String)? =
      if declaration.keyword.value != .constant {
        (
          "`\(found.id)` is a \(declaration.keyword.value.rawValue), and only constants are overridden",
          "declare a rule of your own, or `waive` the one that does not fit"
        )
      } else if found.unit === unit {
        ("`\(found.id)` is this policy's own constant", "change it where it stands")
      } else if !found.unit.isWordPolicy {
        (
          "`\(found.id)` is a number of the law, which no organisation chooses",
          "a rule that does not fit is overridden by a dated `waive`"
        )
      } else if !unit.isWordPolicy {
        (
          "the policy of a place cannot override `\(found.id)`",
          "an organisation's own policy has a lower-case name"
        )
      } else {
        nil
      }
    guard let problem else { return found }
    reporter.report(.wrongOverride, unit.source, name.range, problem.message, help: problem.help)
    return nil
  }
}

extension Lowering {
  /// The value that counts for a constant: the organisation's, where it overrides it with one of the same type.
  func overriding(_ original: Typed, of found: Compiler.Found) -> (value: Typed, unit: PolicyUnit) {
    guard let replacement = compiler.overrides[found.id] else { return (original, found.unit) }
    let inner = Lowering(compiler: compiler, unit: replacement.unit, depth: depth)
    guard let value = inner.value(replacement.value) else { return (original, found.unit) }
    let source = replacement.unit.source
    let declared = found.unit.names[.value]?[found.name]?.name.map {
      [found.unit.label($0.range, "declared here")]
    }
    func report(_ code: SemanticCode, _ message: String, _ help: String) {
      reporter.report(
        code, source, value.range, message, secondary: declared ?? [], help: help)
    }
    guard value.constant != nil else {
      report(
        .notConstant, "`\(inner.words(value.range))` is not one value written out",
        "write a number, a percentage, a length of time, a date, a time of day or a text")
      return (original, found.unit)
    }
    guard value.type == original.type else {
      report(
        .mismatchedTypes,
        "`\(found.id)` is \(original.type.described), and `\(inner.words(value.range))` is \(value.type.described)",
        "its value is `\(words(original.range))`")
      return (original, found.unit)
    }
    if case .period(let old)? = original.constant, case .period(let new)? = value.constant,
      old.isExact != new.isExact
    {
      report(
        .mismatchedTypes,
        old.isExact
          ? "`\(found.id)` is measured in hours, minutes and seconds"
          : "`\(found.id)` is measured in days, weeks, months and years",
        "its value is `\(words(original.range))`; `24 hours` and `1 day` are not the same")
      return (original, found.unit)
    }
    return (value, replacement.unit)
  }
}

extension Period {
  /// Whether it measures instants rather than dates.
  fileprivate var isExact: Bool {
    if case .exact = self { return true }
    return false
  }
}

extension DeclarationSyntax {
  /// What a constant, define, segment or override stands for.
  var value: ExpressionSyntax? {
    clauses.lazy.compactMap { clause -> ExpressionSyntax? in
      if case .value(let expression) = clause.kind { return expression }
      return nil
    }.first
  }
}
