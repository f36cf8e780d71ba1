/// A flag of a verb.
struct Option: Sendable {
  /// Its name with the dashes.
  var name: String

  /// What its value is called in the help; nil if it takes none.
  var value: String?

  /// The values it may take; nil for any.
  var choices: [String]?

  /// What the value names, if it is none of the choices.
  var names = Named.text

  /// Whether it may be given more than once.
  var isRepeatable = false

  /// What it does, in a few words.
  var help: String

  /// A flag that is on or off.
  static func flag(_ name: String, _ help: String) -> Option {
    Option(name: name, value: nil, choices: nil, help: help)
  }

  /// A flag with a value.
  static func value(
    _ name: String, _ value: String, _ help: String, names: Named = .text, repeats: Bool = false
  ) -> Option {
    Option(
      name: name, value: value, choices: nil, names: names, isRepeatable: repeats, help: help)
  }

  /// A flag with one of a few values; the first is what holds without it.
  static func choice(_ name: String, _ choices: [String], _ help: String) -> Option {
    Option(name: name, value: choices.joined(separator: "|"), choices: choices, help: help)
  }
}

/// What a word of the command line names: what shells complete, and what may be read and written by one run.
enum Named: Equatable, Sendable {
  /// Whatever the user likes.
  case text
  /// A file or folder that is read.
  case input
  /// A file that is written.
  case output
  /// A rule or policy.
  case rule
  /// One of a few words.
  case word([String])
  /// Something on which there is help.
  case topic
}

extension Option {
  static let policies = Option.value(
    "--policies", "DIR", "add policies, or replace shipped ones of the same name", names: .input,
    repeats: true)
  static let tzdir = Option.value(
    "--tzdir", "DIR", "read time zones from this folder, such as /usr/share/zoneinfo",
    names: .input)
  static let programme = Option.value(
    "--programme", "FILE", "the organisation's standing evidence", names: .input)
  static let only = Option.value(
    "--only", "RULE", "judge these rules or policies only", names: .rule, repeats: true)
  static let skip = Option.value(
    "--skip", "RULE", "leave these rules or policies out", names: .rule, repeats: true)
  static let failOn = Option.choice(
    "--fail-on", ["unproven", "block", "warn"], "from which findings on the status is 1")
  static let now = Option.value(
    "--now", "INSTANT", "the time that counts as now, such as 2026-03-02T15:30:00Z")
  static let reveal = Option.flag("--reveal", "show numbers whole; they are masked otherwise")
  static let output = Option.value("--output", "FILE", "where the report goes", names: .output)
  static let color = Option.choice(
    "--color", ["auto", "always", "never"], "whether to use colours")
  static let quiet = Option.flag("--quiet", "no progress and no remarks on standard error")
  static let help = Option.flag("--help", "this help")

  /// `--format` with the forms of a verb; every one of these reads the same flag.
  static func format(_ choices: [String] = ["text"]) -> Option {
    .choice("--format", choices, "the form of the report")
  }

  static let contacts = Option.value(
    "--contacts", "FILE", "contacts, as .ndjson, .jsonl, .json, .csv or .tsv; - is standard input",
    names: .input, repeats: true)
  static let contactsFormat = Option.choice(
    "--contacts-format", ["ndjson", "json", "csv", "tsv"],
    "the form of the contacts, where no ending tells")
  static let mapping = Option.value(
    "--mapping", "NAME", "read tables with this mapping, whatever their headers say")
  static let plan = Option.value("--plan", "PLAN", "the plan, as .json or .fence", names: .input)
}
