import FenceReports

/// One of the program's verbs: what it is for, how it is called, what it does.
struct Verb: Sendable {
  /// Its name on the command line.
  var name: String

  /// What it does, in one line.
  var summary: String

  /// How it is called, without the program's name.
  var usage: String

  /// What its operands name, in order; the last may repeat.
  var operands: [Named] = []

  /// Command lines that work, each with what it does.
  var examples: [Example]

  /// Its flags; `--help` is every verb's.
  var options: [Option]

  /// What its help says between examples and flags.
  var details: @Sendable (inout HelpPage) -> Void = { _ in }

  /// Does it.
  var run: @Sendable (Arguments, Console) throws -> ExitStatus

  /// A command line with what it does.
  struct Example: Sendable {
    var line: String
    var does: String

    init(_ line: String, _ does: String) {
      self.line = line
      self.does = does
    }
  }

  /// The verbs, in the order of the help.
  static let all: [Verb] = [
    .lint, .check, .merge, .explain, .when, .number, .verify, .test, .format, .list, .calendar,
    .dump, .completions, .help, .version,
  ]
}
