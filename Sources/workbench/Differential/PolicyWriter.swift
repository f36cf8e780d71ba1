import FenceCore
import Outreach

/// Writes random policies in Fence, well typed, so that nearly all of them compile.
///
/// What they may ask for comes from the schema of facts, the vocabularies and the list of forms.
struct PolicyWriter {
  var facts: FactGenerator
  let readable: ReadableFacts
  var edges: PolicyEdges
  /// The schema's fields that were asked for.
  var fieldsAsked: Set<String> = []
  /// The types of the values that were asked for.
  var typesAsked: Set<String> = []

  /// The rows that the expression being written sees, the innermost last.
  var rows: [Row] = []
  /// Constants, defines and the organisation's own fields that the policy being written sees.
  var values: [(name: String, type: FactType)] = []
  /// The names of registers by what they list; of calendars; of rules written, with their policy.
  var registers: [(name: String, subject: Register.Subject)] = []
  var calendars: [String] = []
  var rules: [(policy: String, name: String)] = []
  /// The source of the policy being written, and whether its header has dates.
  var act = ""
  var isDated = false
  private var nextName = 0

  /// A row that is looked at: by its variable, or by its bare fields in the `where` of a verb.
  struct Row {
    var variable: String?
    var type: FactType
  }

  init(facts: FactGenerator, readable: ReadableFacts, zones: [ZoneHistory]) {
    self.facts = facts
    self.readable = readable
    edges = PolicyEdges(zones: zones)
  }

  // MARK: choices

  mutating func below(_ limit: Int) -> Int { facts.random.below(limit) }

  mutating func oneIn(_ count: Int) -> Bool { facts.random.oneIn(count) }

  mutating func pick<Element>(_ options: [Element]) -> Element { facts.pick(options) }

  /// Some of several, in their order, at least one.
  mutating func some<Element>(_ options: [Element]) -> [Element] {
    let found = options.filter { _ in oneIn(3) }
    return found.isEmpty ? [pick(options)] : found
  }

  /// A name that nothing else has.
  mutating func name(_ stem: String) -> String {
    nextName += 1
    return "\(stem)\(nextName)"
  }

  mutating func inRow<Result>(
    _ type: FactType, _ variable: String?, _ body: (inout PolicyWriter) -> Result
  ) -> Result {
    rows.append(Row(variable: variable, type: type))
    defer { rows.removeLast() }
    return body(&self)
  }

  // MARK: times

  /// A length of time, which may count business days.
  mutating func duration(countsBusinessDays: Bool = true) -> String {
    let names = values.filter { $0.type == .period }
    if !names.isEmpty, oneIn(6) { return pick(names).name }
    let period = period(countsBusinessDays: countsBusinessDays)
    edges.periods.append(period)
    return "\(period)"
  }

  private mutating func period(countsBusinessDays: Bool) -> Period {
    func calendar(_ parts: (Int, Period.Unit)...) -> Period {
      .calendar(parts.map { Period.Part(count: $0.0, unit: $0.1) })
    }
    func exact(_ seconds: Int) -> Period { .exact(milliseconds: Int64(seconds) * 1000) }
    if countsBusinessDays, oneIn(6) { return calendar((pick([1, 5, 10]), .businessDays)) }
    return pick([
      exact(30), exact(5400), exact(3600), exact(86_400), exact(172_800), calendar((1, .days)),
      calendar((7, .days)), calendar((31, .days)), calendar((2, .weeks)), calendar((1, .months)),
      calendar((3, .months)), calendar((18, .months)), calendar((1, .years)),
      calendar((2, .years)), calendar((3, .years), (14, .days)), calendar((1, .months), (1, .days)),
    ])
  }

  /// A day near the attempts, or anywhere.
  mutating func date() -> CivilDate {
    let day = ZoneHistory.civil(facts.base, offsetSeconds: 0).date
      .adding(days: oneIn(3) ? below(400) - 200 : below(5) - 2)
    edges.dates.append(day)
    return day
  }

  /// `from D`, `until D`, both or neither.
  mutating func dates(oneIn count: Int) -> String {
    guard oneIn(count) else { return "" }
    let (a, b) = (date(), date())
    return switch below(3) {
    case 0: " from \(a)"
    case 1: " until \(a)"
    default: " from \(min(a, b)) until \(max(a, b))"
    }
  }
}
