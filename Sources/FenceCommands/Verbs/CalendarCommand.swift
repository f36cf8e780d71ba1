import FenceCore
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let calendar = Verb(
    name: "calendar", summary: "Lists the days of a calendar that policies use",
    usage: "calendar [NAME] [--year YEAR] [flags]",
    examples: [
      Example("ringfence calendar", "the calendars there are"),
      Example("ringfence calendar US.federal_holidays --year 2026", "the days of one"),
    ],
    options: [
      .year, .now, .policies, .format(["text", "json", "csv"]), .output, .color, .quiet,
    ],
    run: calendar)

  private static func calendar(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    let year = try year(arguments) ?? workplace.today().year
    let library = try workplace.soundPolicies().library
    guard !arguments.operands.isEmpty else {
      let lister = Lister(
        world: workplace.world, load: { library }, day: nil, now: try workplace.now(),
        onlyStale: false)
      try console.write(lister.calendars())
      return .passed
    }
    let calendars = library.policies.flatMap(\.calendars)
    let name = try workplace.operand("a calendar")
    guard let calendar = calendars.first(where: { $0.id == name }) else {
      let near = didYouMean(name, among: calendars.map(\.id))
      throw Failure.usage(
        "there is no calendar `\(name)`",
        hint: near.map { "did you mean `\($0)`?" } ?? "`ringfence calendar` lists them")
    }
    let report = CalendarReport(calendar, year: year)
    switch arguments.choice(.format(["text", "json", "csv"])) {
    case "json": try console.write(report.json(tool: tool))
    case "csv": try console.write(report.csv())
    default: try console.write(report.text(console.style))
    }
    return .passed
  }

  private static func year(_ arguments: Arguments) throws -> Int? {
    guard let text = arguments.value(.year) else { return nil }
    guard let year = Int(text), (1...9999).contains(year) else {
      throw Failure.usage("`--year` is a number from 1 to 9999, not `\(text)`")
    }
    return year
  }
}

extension Option {
  static let year = Option.value("--year", "YEAR", "of which year; the present one if not given")
}
