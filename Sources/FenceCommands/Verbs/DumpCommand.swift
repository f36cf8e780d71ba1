import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import FenceWorkspace

extension Verb {
  static let dump = Verb(
    name: "dump", summary: "Prints a stage of a policy's way through the program",
    usage: "dump tokens|tree|core FILE [flags]", operands: [.word(stages), .input],
    examples: [
      Example("ringfence dump tokens acme.fence", "the words that the file consists of"),
      Example("ringfence dump tree acme.fence", "how they belong together"),
      Example("ringfence dump core acme.fence", "what of it is judged"),
    ],
    options: [.policies, .output, .color], run: dump)

  private static let stages = ["tokens", "tree", "core"]

  private static func dump(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    guard arguments.operands.count == 2 else {
      throw Failure.usage("name a stage and a file")
    }
    let (stage, path) = (arguments.operands[0], arguments.operands[1])
    guard stages.contains(stage) else {
      let near = didYouMean(stage, among: stages)
      throw Failure.usage(
        "there is no stage `\(stage)`", hint: near.map { "did you mean `\($0)`?" })
    }
    let workplace = try Workplace(arguments, console)
    if stage == "core" { return try dumpCore(of: path, workplace) }
    let parsed = parse(try workplace.source(path))
    try console.write(Array((stage == "tokens" ? dumpTokens(parsed) : dumpTree(parsed)).utf8))
    console.show(parsed.diagnostics)
    return parsed.diagnostics.contains { $0.severity == .error } ? .policies : .passed
  }

  /// The core of the policies in a file, which is lowered together with all that it refers to.
  private static func dumpCore(of path: String, _ workplace: Workplace) throws -> ExitStatus {
    let names = try Set(workplace.sources(under: path).map(\.name))
    let set = try workplace.policies(adding: [path])
    for policy in set.library.policies where names.contains(policy.location.file) {
      try workplace.console.write(Array(FenceSemantics.dumpCore(policy).utf8))
    }
    let errors = set.diagnostics.filter { $0.severity == .error }
    workplace.console.show(errors)
    return errors.isEmpty ? .passed : .policies
  }
}
