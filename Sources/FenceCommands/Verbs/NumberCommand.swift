import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let number = Verb(
    name: "number", summary: "Says what phone numbers are, or why they are none",
    usage: "number NUMBER… [--country CC] [--from FILE] [flags]",
    examples: [
      Example("ringfence number +13055550142", "valid or not, where, on what kind of line"),
      Example("ringfence number \"(305) 555-0142\" --country US", "as it is dialled in a country"),
      Example(
        "ringfence number - --country FR --format ndjson < numbers.txt",
        "a number a line, an object a line"),
    ],
    options: [
      .country, .from, .format(forms), .output, .color, .reveal, .quiet,
    ],
    run: number)

  private static let forms = ["text", "json", "ndjson", "csv"]

  private static func number(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let files = arguments.all(.from)
    guard !arguments.operands.isEmpty || !files.isEmpty else {
      throw Failure.usage(
        "a number is missing", hint: "`-` reads numbers from standard input, one a line")
    }
    let workplace = try Workplace(arguments, console)
    var run = NumberRun(
      numbers: workplace.world.numbers, country: try country(arguments, workplace.world),
      report: report(arguments, console), console: console)
    try run.start()
    for operand in arguments.operands {
      if operand == "-" {
        try run.lines(of: console.environment.input, named: "-")
      } else {
        try run.number(operand)
      }
    }
    for file in files {
      let input = console.environment
      try run.lines(
        of: file == "-" ? input.input : try input.files.reader(of: file), named: file)
    }
    return try run.finish()
  }

  private static func report(_ arguments: Arguments, _ console: Console) -> any NumberReport {
    switch arguments.choice(.format(forms)) {
    case "json": JSONNumberReport(tool: tool)
    case "ndjson": NDJSONNumberReport()
    case "csv": CSVNumberReport()
    default: TextNumberReport(style: console.style, masking: console.masking)
    }
  }

  private static func country(_ arguments: Arguments, _ world: World) throws -> String? {
    guard let country = arguments.value(.country) else { return nil }
    if country.utf8.count == 2, world.places.exists(country) { return country }
    let capital = country.uppercased()
    let near = capital.utf8.count == 2 && world.places.exists(capital) ? capital : nil
    throw Failure.usage(
      "there is no country `\(country)`",
      hint: near.map { "did you mean `\($0)`?" } ?? "write its ISO 3166 code, such as US or GB")
  }
}

extension Option {
  static let country = Option.value(
    "--country", "CC", "the country whose national form numbers may have, such as US")
  static let from = Option.value(
    "--from", "FILE", "numbers from a file, one a line; - is standard input", names: .input,
    repeats: true)
}
