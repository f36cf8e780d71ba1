import FenceCore
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let list = Verb(
    name: "list", summary: "Lists what is loaded, with law and review dates",
    usage: "list [policies|rules|registers|sources|gaps|codes] [flags]",
    examples: [
      Example("ringfence list", "the policies"),
      Example("ringfence list rules --on 2026-03-02", "the rules in force on a day"),
      Example("ringfence list sources --stale", "the law that is due for review"),
    ],
    options: [
      .on, .stale, .now, .tzdir, .policies, .format(["text", "json"]), .output, .color, .quiet,
    ],
    run: list)

  private static func list(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    let topic = arguments.operands.isEmpty ? "policies" : try workplace.operand("a topic")
    let today = try workplace.today()
    let lister = Lister(
      library: try workplace.soundPolicies().library, day: try day(arguments), today: today,
      onlyStale: arguments.has(.stale))
    guard let listing = lister.listing(of: topic) else {
      let near = didYouMean(topic, among: Lister.topics)
      throw Failure.usage(
        "there is no list of `\(topic)`",
        hint: near.map { "did you mean `\($0)`?" }
          ?? "there are lists of \(Lister.topics.joined(separator: ", "))")
    }
    if arguments.choice(.format()) == "json" {
      try console.write(listing.json(tool: tool))
    } else {
      try console.write(listing.text(console.style))
    }
    return .passed
  }

  private static func day(_ arguments: Arguments) throws -> CivilDate? {
    guard let text = arguments.value(.on) else { return nil }
    if let day = CivilDate(iso: text) { return day }
    throw Failure.usage("`--on` cannot be read: `\(text)`", hint: "write it like 2026-03-02")
  }
}

extension Option {
  static let on = Option.value("--on", "DATE", "only what is in force on that day")
  static let stale = Option.flag("--stale", "only what rests on a source that is due for review")
}
