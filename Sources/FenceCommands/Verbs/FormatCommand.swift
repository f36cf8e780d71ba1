import FenceDiagnostics
import FenceReports
import FenceSyntax
import FenceWorkspace

extension Verb {
  static let format = Verb(
    name: "fmt", summary: "Lays policies out in the one canonical way",
    usage: "fmt [--check] PATH… [flags]", operands: [.input],
    examples: [
      Example("ringfence fmt policies/", "rewrites the files in place"),
      Example("ringfence fmt --check policies/", "only says which files would change"),
      Example("ringfence fmt - < acme.fence", "from standard input to standard output"),
    ],
    options: [.check, .output, .color, .quiet], run: format)

  private static func format(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    guard !arguments.operands.isEmpty else {
      throw Failure.usage("a path is missing", hint: "`.` is this folder")
    }
    var status = ExitStatus.passed
    for source in try arguments.operands.flatMap({ try workplace.sources(under: $0) }) {
      if console.environment.isInterrupted() { return .interrupted }
      let parsed = parse(source)
      guard let text = FenceSyntax.format(parsed) else {
        // What is not understood is not rearranged.
        console.show(parsed.diagnostics.filter { $0.severity == .error })
        status = status.and(.policies)
        continue
      }
      let formatted = Array(text.utf8)
      if arguments.has(.check) {
        guard formatted != source.bytes else { continue }
        try console.write(Array("\(source.name)\n".utf8))
        status = status.and(.findings)
      } else if source.name == "-" {
        try console.write(formatted)
      } else if formatted != source.bytes {
        try console.environment.files.replace(source.name, with: formatted)
      }
    }
    return status
  }
}

extension Option {
  static let check = Option.flag("--check", "change nothing; name the files that would change")
}
