import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// What all policies of one compilation share.
final class Compiler {
  let context: CheckContext
  /// What is wrong; another one while a changed declaration is compiled.
  var reporter = Reporter()

  /// The policies, in the order given.
  var units: [PolicyUnit] = []
  var unitsByName: [String: PolicyUnit] = [:]

  /// The definitions that are being lowered, the innermost last.
  var defining: [Found] = []

  /// What organisations override, by the constant's id.
  var overrides: [String: ConstantReplacement] = [:]

  /// The whole-list quantities that rules ask for.
  var shares: [Expression] = []

  init(context: CheckContext) { self.context = context }

  /// The number of a whole-list quantity; equal ones share a number.
  func share(of predicate: Expression) -> Int {
    if let known = shares.firstIndex(of: predicate) { return known }
    shares.append(predicate)
    return shares.count - 1
  }

  /// The policies whose names a policy may use unqualified: its own, its ancestors', the libraries'.
  func visible(from unit: PolicyUnit) -> [PolicyUnit] {
    let family = [unit] + unit.ancestors
    let libraries = units.filter { library in
      library.isShared && !family.contains { $0 === library }
    }
    return family + libraries
  }

  /// Reports a code that names no place, with the one that may have been meant.
  func reportUnknownPlace(
    _ code: String, at range: SourceRange, in unit: PolicyUnit, help: String
  ) {
    let near = context.nearestPlace(code)
    reporter.report(
      .unknownPlace, unit.source, range, "there is no place `\(code)` in ISO 3166",
      help: near.map { "did you mean `\($0)`?" } ?? help,
      fix: near.map { .write($0, at: range) })
  }

  /// Whether a code names a place; `EU` stands for the union.
  func isPlace(_ code: String) -> Bool { code == "EU" || context.placeExists(code) }
}
