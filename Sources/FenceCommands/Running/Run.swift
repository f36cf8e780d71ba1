import FenceDiagnostics
import FenceReports
import FenceWorkspace

/// Runs the program in process: understands the command line, does what it asks and says how it went.
///
/// - Parameters:
///   - arguments: the words after the program's name.
///   - environment: all that the run may touch.
/// - Returns: the exit status.
public func run(arguments: [String], environment: Environment) -> Int32 {
  perform(arguments, environment).rawValue
}

private func perform(_ words: [String], _ environment: Environment) -> ExitStatus {
  let (verb, rest) = chooseVerb(words)
  guard let verb else {
    let console = Console(environment, Arguments())
    let name = words.first ?? ""
    let near = didYouMean(name, among: Verb.all.map(\.name))
    console.complain("error: there is no command `\(name)`")
    console.complain(
      near.map { "  did you mean `ringfence \($0)`?" }
        ?? "  `ringfence help` lists the commands")
    return .usage
  }
  let arguments: Arguments
  do {
    arguments = try Arguments(rest, options: verb.options + [.help], verb: verb.name)
    try arguments.checkPaths(of: verb, in: environment.files)
  } catch {
    return report(error, verb, Console(environment, Arguments()))
  }
  let console = Console(environment, arguments)
  do {
    let status =
      arguments.has(.help) ? try Verb.showHelp(of: verb, console) : try verb.run(arguments, console)
    try console.finish()
    return status
  } catch let failure as Failure {
    return report(failure, verb, console)
  } catch let problem as FileProblem {
    return report(.file(problem), verb, console)
  } catch {
    console.complain("error: this is a defect of ringfence: \(error)")
    console.complain(
      "  please report it with the command line and the files, if you may share them")
    return .defect
  }
}

/// The verb that the words begin with; without words, and for `--help` and `--version`, the one that answers.
private func chooseVerb(_ words: [String]) -> (Verb?, ArraySlice<String>) {
  switch words.first {
  case nil: (.help, [])
  case "--help", "-h": (.help, words.dropFirst())
  case "--version": (.version, words.dropFirst())
  case let name: (Verb.all.first { $0.name == name }, words.dropFirst())
  }
}

private func report(_ failure: Failure, _ verb: Verb, _ console: Console) -> ExitStatus {
  switch failure {
  case .usage(let message, let hint):
    console.complain("error: \(message)")
    if let hint { console.complain("  \(hint)") }
    console.complain("  usage: ringfence \(verb.usage)")
    console.complain("  `ringfence help \(verb.name)` shows examples")
  case .policies(let diagnostics), .document(let diagnostics):
    console.show(diagnostics)
    try? console.flush()
  case .file(let problem), .policyFile(let problem):
    // Whoever read our output has seen enough, which is no failure.
    if problem.isClosedPipe { return .passed }
    console.complain("error: \(problem.path): \(problem.reason)")
  case .input(let message): console.complain("error: \(message)")
  }
  return failure.status
}
