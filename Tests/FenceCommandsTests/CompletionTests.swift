import Foundation
import TestSupport
import Testing

@testable import FenceCommands

/// The scripts that teach shells to complete.
struct CompletionTests {
  /// A few commands with one of everything, so that the scripts can be read.
  private static let verbs = [
    Verb(
      name: "dump", summary: "Prints a stage: it's simple", usage: "dump",
      operands: [.word(["tokens", "tree"]), .input], examples: [],
      options: [.choice("--format", ["text", "json"], "the form [of it]"), .quiet],
      run: { _, _ in .passed }),
    Verb(
      name: "lint", summary: "Judges plans", usage: "lint", operands: [.input], examples: [],
      options: [.only, .output, .now], run: { _, _ in .passed }),
    Verb(
      name: "explain", summary: "Says why", usage: "explain", operands: [.text], examples: [],
      options: [], run: { _, _ in .passed }),
  ]

  @Test(arguments: Shell.allCases)
  func writesTheScript(shell: Shell) {
    expectGolden(
      shell.completions(of: Self.verbs), "commands/completions-\(shell.rawValue).txt")
    let outcome = ringfence("completions", shell.rawValue)
    #expect(outcome.status == 0)
    #expect(outcome.output == shell.completions(of: Verb.all))
  }

  /// Whatever the list of commands holds is in every script.
  @Test(arguments: Shell.allCases)
  func namesEveryCommandFlagAndChoice(shell: Shell) {
    let script = shell.completions(of: Verb.all)
    for verb in Verb.all {
      #expect(script.contains(verb.name))
      for option in verb.options + [.help] {
        let name = shell == .fish ? "-l \(option.name.dropFirst(2))" : option.name
        #expect(script.contains(name), "\(verb.name) \(option.name)")
        guard let choices = option.choices else { continue }
        #expect(script.contains(choices.joined(separator: " ")), "\(option.name)")
      }
    }
  }

  /// What would end a word, a quote or a description of the script's own does not.
  @Test(arguments: Shell.allCases)
  func quotesWhatHelpSays(shell: Shell) throws {
    let nasty = "the user's \"own\" [x]: $HOME `id` \\ end"
    let verb = Verb(
      name: "nasty", summary: nasty, usage: "nasty", examples: [],
      options: [.value("--value", "FILE", nasty), .flag("--flag", nasty)],
      run: { _, _ in .passed })
    let script = shell.completions(of: [verb])
    try withShell(shell.rawValue, ["-n"], script) { status, output in
      #expect(status == 0, "\(output)")
    }
  }

  @Test(
    .enabled(if: path(of: "bash") != nil),
    arguments: [
      (["ch"], "check"), (["check", "--fa"], "--fail-on"),
      (["check", "--format", "j"], "json junit"), (["check", "--format", "=", "j"], "json junit"),
      (["check", "--color", "="], "auto always never"), (["check", "--contacts", "l"], ""),
      (["check", "pl"], ""), (["dump", "t"], "tokens tree"), (["dump", "tree", "t"], ""),
      (["list", "re"], "registers"), (["completions", ""], "bash zsh fish"),
      (["help", "exp"], "explain"), (["nothing", "--x"], ""),
    ])
  func bashCompletes(words: [String], expected: String) throws {
    let script =
      Shell.bash.completions(of: Verb.all) + """
        set -u
        COMP_WORDS=(ringfence \(words.map(Shell.quoted).joined(separator: " ")))
        COMP_CWORD=\(words.count)
        _ringfence
        echo "${COMPREPLY[*]-}"

        """
    try withShell("bash", ["--norc"], script) { status, output in
      #expect(status == 0, "\(output)")
      #expect(output == expected + "\n")
    }
  }

  @Test(
    arguments: [
      ([], "name a shell"), (["bsh"], "did you mean `bash`?"),
      (["powershell"], "there are some for bash, zsh, fish"),
    ])
  func refuses(words: [String], message: String) {
    let outcome = ringfence(["completions"] + words, on: MemoryFiles([:]))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
  }

  private static func path(of shell: String) -> String? {
    ["/bin/\(shell)", "/usr/bin/\(shell)"].first(where: FileManager.default.isExecutableFile)
  }

  /// Runs a script in a shell; does nothing where the shell is not installed.
  private func withShell(
    _ shell: String, _ flags: [String], _ script: String, _ check: (Int32, String) -> Void
  ) throws {
    guard let path = Self.path(of: shell) else { return }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "ringfence-\(UUID().uuidString)")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = flags + [file.path()]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    check(process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
