import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Foundation
import Outreach
import OutreachFacts

/// `workbench properties [CASES [SEED]]`: the Judge's properties over the policies in `Policies`,
/// and those of loading the shipped ones in part.
func checkProperties(_ arguments: [String]) -> Int32 {
  let cases = arguments.first.flatMap { Int($0) } ?? 300
  let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 20_261_122
  let files = policyFiles()
  let places = compiledWorld().places
  let context = CheckContext(placeExists: { places.exists($0) })
  let compilation = compile(files.map(parse), context: context)
  let rules = compilation.library.policies.reduce(0) { $0 + $1.rules.count }
  print("seed \(seed), \(compilation.library.policies.count) policies, \(rules) rules")
  do {
    try LayoutProperty(files: files, context: context).run(cases: cases / 10, seed: seed)
    try Properties(library: compilation.library).run(cases: cases, seed: seed)
    var laziness = LazyLoadingProperty()
    try laziness.run(cases: cases, seed: seed)
    return 0
  } catch let failure as Properties.Failure {
    print("does not hold: \(failure.property)\n  seed \(failure.seed): \(failure.detail)")
    return 1
  } catch {
    print("\(error)")
    return 1
  }
}

/// Every policy below `Policies` in the current directory, sorted by path.
private func policyFiles() -> [SourceText] {
  let root = URL(filePath: "Policies")
  guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
  else { return [] }
  return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "fence" }
    .sorted { $0.path < $1.path }
    .compactMap { file in
      guard let data = try? Data(contentsOf: file) else { return nil }
      return SourceText(name: file.relativePath, bytes: [UInt8](data))
    }
}
