import FenceCore
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let list = Verb(
    name: "list", summary: "Lists what is loaded and known, with law and review dates",
    usage: "list [TOPIC] [flags]", operands: [.word(ListTopic.all.map(\.name))],
    examples: [
      Example("ringfence list", "the policies"),
      Example("ringfence list rules --on 2026-03-02", "the rules in force on a day"),
      Example("ringfence list sources --stale", "the law that is due for review"),
      Example("ringfence list constants", "the numbers that an organisation may override"),
      Example("ringfence list waivers", "what an organisation set aside, until when and why"),
      Example("ringfence list facts --format csv", "every field, for a spreadsheet"),
    ],
    options: [
      .on, .stale, .now, .tzdir, .policies, .format(["text", "json", "csv", "markdown"]), .output,
      .color,
      .quiet,
    ],
    details: {
      $0.heading("Topics")
      $0.rows(ListTopic.all.map { ($0.name, $0.summary) })
    },
    run: list)

  private static func list(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    let name = arguments.operands.isEmpty ? "policies" : try workplace.operand("a topic")
    guard let topic = ListTopic.all.first(where: { $0.name == name }) else {
      let names = ListTopic.all.map(\.name)
      throw Failure.usage(
        "there is no list of `\(name)`",
        hint: didYouMean(name, among: names).map { "did you mean `\($0)`?" }
          ?? "there are lists of \(names.joined(separator: ", "))")
    }
    for option in [Option.on, .stale] where arguments.has(option) {
      guard !topic.filters.contains(where: { $0.name == option.name }) else { continue }
      throw Failure.usage("`\(option.name)` says nothing about \(topic.name)", hint: "leave it out")
    }
    let lister = Lister(
      world: workplace.world, load: { try workplace.soundPolicies().library },
      day: try day(arguments), now: try workplace.now(), onlyStale: arguments.has(.stale))
    try console.write(topic.make(lister))
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
