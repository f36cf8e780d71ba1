import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

/// Generated policies with a plan and a list: all that a comparison of the engines needs.
struct GeneratedCase {
  var files: [SourceText]
  var plan: FactRecord
  var programme: FactRecord?
  var contacts: [FactRecord]
  var options: Judge.Options
  var batchSize: Int
  var readsLines = false

  /// The compiled policies; nil if they have errors.
  func library(_ context: CheckContext) -> Library? {
    let parsed = files.map { parse($0) }
    guard parsed.allSatisfy({ $0.diagnostics.allSatisfy { $0.severity != .error } }) else {
      return nil
    }
    let compilation = compile(parsed, context: context)
    return compilation.diagnostics.contains { $0.severity == .error } ? nil : compilation.library
  }

  /// The comparison of both engines by policies.
  func comparison(_ library: Library, _ world: World) -> EngineComparison {
    EngineComparison(
      library: library, plan: plan.placed(in: .plan),
      programme: programme?.placed(in: .programme), world: world, options: options,
      batchSize: batchSize, readsLines: readsLines)
  }

  /// The contacts as though they were read from a file, one a line.
  var list: [FactRecord] {
    contacts.enumerated().map { $1.placed(in: .contacts, from: Int32($0 + 1)) }
  }

  /// What the engines say otherwise; nil if they agree or the policies have errors.
  func difference(_ world: World, _ context: CheckContext) -> EngineComparison.Difference? {
    guard let library = library(context) else { return nil }
    var counts = EngineComparison.Counts()
    return (try? comparison(library, world).difference(on: list, &counts)) ?? nil
  }
}

extension CheckContext {
  /// Checks against the places and zones of a world.
  init(of world: World) {
    self.init(
      placeExists: { world.places.exists($0) }, zoneExists: { world.zones.history(of: $0) != nil })
  }
}
