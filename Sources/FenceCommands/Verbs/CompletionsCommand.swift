import FenceDiagnostics
import FenceReports

extension Verb {
  static let completions = Verb(
    name: "completions", summary: "Writes what lets a shell complete commands and flags",
    usage: "completions bash|zsh|fish [flags]", operands: [.word(Shell.allCases.map(\.rawValue))],
    examples: [
      Example("ringfence completions bash", "for bash; `source` it from your .bashrc"),
      Example(
        "ringfence completions zsh --output _ringfence",
        "for zsh; in a folder of $fpath, under this name"),
      Example(
        "ringfence completions fish --output ringfence.fish",
        "for fish; in ~/.config/fish/completions"),
    ],
    options: [.output],
    run: { arguments, console in
      let names = Shell.allCases.map(\.rawValue)
      guard arguments.operands.count == 1 else {
        throw Failure.usage("name a shell", hint: "it is one of \(names.joined(separator: ", "))")
      }
      let name = arguments.operands[0]
      guard let shell = Shell(rawValue: name) else {
        throw Failure.usage(
          "there are no completions for `\(name)`",
          hint: didYouMean(name, among: names).map { "did you mean `\($0)`?" }
            ?? "there are some for \(names.joined(separator: ", "))")
      }
      try console.write(Array(shell.completions(of: Verb.all).utf8))
      return .passed
    })
}
