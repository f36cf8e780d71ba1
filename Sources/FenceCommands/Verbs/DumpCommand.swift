import FenceDiagnostics
import FenceSyntax
import FenceWorkspace

extension Verb {
  static let dump = Verb(
    name: "dump", summary: "Prints a stage of a policy's way through the program",
    usage: "dump tokens|tree FILE [flags]",
    examples: [
      Example("ringfence dump tokens acme.fence", "the words that the file consists of"),
      Example("ringfence dump tree acme.fence", "how they belong together"),
    ],
    options: [.output, .color], run: dump)

  private static func dump(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    guard arguments.operands.count == 2 else {
      throw Failure.usage("name a stage and a file")
    }
    let parsed = parse(try Workplace(arguments, console).source(arguments.operands[1]))
    let text: String
    switch arguments.operands[0] {
    case "tokens": text = dumpTokens(parsed)
    case "tree": text = dumpTree(parsed)
    case let stage: throw Failure.usage("there is no stage `\(stage)`")
    }
    try console.write(Array(text.utf8))
    console.show(parsed.diagnostics)
    return parsed.diagnostics.contains { $0.severity == .error } ? .policies : .passed
  }
}
