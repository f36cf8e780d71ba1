import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// The lowered body of a constant, define or segment; nil where it was reported as wrong.
  func definition(_ found: Compiler.Found, at range: SourceRange) -> DefinedValue.Lowered? {
    switch found.unit.values[found.name] {
    case .done(let lowered): return lowered
    case .lowering:
      reportCircle(found, at: range)
      return nil
    case nil:
      found.unit.values[found.name] = .lowering
      compiler.defining.append(found)
      let lowered = found.unit.names[.value]?[found.name].flatMap {
        lowerDefinition($0, of: found.unit)
      }
      compiler.defining.removeLast()
      found.unit.values[found.name] = .done(lowered)
      return lowered
    }
  }

  private func reportCircle(_ found: Compiler.Found, at range: SourceRange) {
    let start = compiler.defining.firstIndex { $0.id == found.id } ?? 0
    let circle = compiler.defining[start...]
    let path = (circle.map(\.name) + [found.name]).map { "`\($0)`" }.joined(separator: " needs ")
    reporter.report(
      .recursiveDefinition, unit.source, range, "`\(found.name)` is needed to define itself",
      label: "this use closes the circle",
      secondary: circle.compactMap { link in
        link.unit.names[.value]?[link.name]?.name.map { link.unit.label($0.range, "in the circle") }
      },
      help: "\(path); write out what one of the uses stands for")
  }

  /// Lowers the body of a constant, define or segment.
  func lowerDefinition(
    _ declaration: DeclarationSyntax, of unit: PolicyUnit
  ) -> DefinedValue.Lowered? {
    guard let body = declaration.value, let name = declaration.name else { return nil }
    var owner = unit
    let inner = Lowering(compiler: compiler, unit: unit, depth: depth)
    if declaration.keyword.value == .define { inner.wholeQuestion = body.rangeWithinBrackets }
    guard var value = inner.value(body) else { return nil }
    if declaration.keyword.value == .constant {
      guard value.constant != nil else {
        reporter.report(
          .notConstant, unit.source, value.range,
          "`\(inner.words(value.range))` is not one value written out",
          help:
            "a constant is a number, a length of time, a date, a time of day or a text; use `define` for what depends on facts"
        )
        return nil
      }
      (value, owner) = inner.overriding(
        value, of: Compiler.Found(unit: unit, name: name.text))
    } else {
      if declaration.keyword.value == .segment, value.type != .truth {
        _ = inner.predicate(body)
        return nil
      }
      let trace = Trace(
        kind: .definition, text: name.text, location: unit.location(name.range))
      value.expression = .traced(trace, value.expression)
    }
    return DefinedValue.Lowered(
      value: value, size: inner.size, depth: inner.greatestDepth - depth, unit: owner)
  }
}
