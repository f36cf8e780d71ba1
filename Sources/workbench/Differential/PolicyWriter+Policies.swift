import FenceCore
import FenceDiagnostics
import Outreach

extension PolicyWriter {
  /// A set of small policies that are judged together: names for all, and some of places and organisations.
  mutating func policies() -> [SourceText] {
    var files = [library()]
    let shared = values
    for header in headers() {
      values = shared
      files.append(SourceText(name: "\(header.name).fence", text: policy(header)))
    }
    return files
  }

  /// How a policy begins.
  struct Header {
    var name: String
    var within: [String] = []
    var covers = ""

    var isOfPlace: Bool { name.first?.isUppercase ?? false }
  }

  private mutating func headers() -> [Header] {
    let american = [
      Header(name: "US"), Header(name: "US-FL", within: ["US"]),
      Header(name: "US-TX", within: ["US"]),
    ]
    let european = [
      Header(name: "EU"), Header(name: "FR", within: ["EU"]), Header(name: "GB"),
    ]
    let others = [
      Header(name: "house", covers: "covers everyone"),
      Header(
        name: "acme",
        covers: pick([
          "covers everyone", "covers recipients and senders in US, FR", "covers senders in US",
          "covers recipients in US-FL, GB",
        ])),
    ]
    var chosen = some(oneIn(4) ? european : american)
    // A policy stands within one that is there.
    if chosen.contains(where: { $0.within == ["US"] }) { chosen.append(american[0]) }
    if chosen.contains(where: { $0.within == ["EU"] }) { chosen.append(european[0]) }
    if oneIn(2) { chosen += some(others) }
    let names = Set(chosen.map(\.name))
    return (american + european + others).compactMap { header in
      names.contains(header.name) ? chosen.first { $0.name == header.name } : nil
    }
  }

  // MARK: what all see

  /// A policy of nobody with a calendar, words, registers, constants and notions.
  private mutating func library() -> SourceText {
    var text = "policy shared \"Shared\" covers nobody { business days skip saturday, sunday }\n"
    text += calendar()
    text += "phrases opt_out { in en \"reply stop\" in fr \"stop\" }\n"
    // The names of the registers are those that the examples of forms use.
    text += register("do_not_call", .numbers) + register("permissions", .permits)
    text += register("licences", .senders)
    if oneIn(4) { text += register("disasters", .places) }
    for type in [FactType.period, .number, .percentage, .moment, .text, .timeOfDay]
    where oneIn(2) {
      let constant = name("c")
      let value = type == .period ? duration(countsBusinessDays: false) : literal(type)
      text += "constant \(constant) \"C\" = \(value)\n"
      values.append((constant, type))
    }
    for _ in 0..<below(3) { text += define() }
    return SourceText(name: "shared.fence", text: text)
  }

  private mutating func define() -> String {
    let notion = name("d")
    let (type, value): (FactType, String) =
      switch below(6) {
      case 0: (.number, value(.number, 1))
      case 1: (.moment, moment(1))
      default: (.truth, truth(2))
      }
    values.append((notion, type))
    return "define \(notion) \"D\" = \(value)\n"
  }

  private mutating func calendar() -> String {
    let calendar = name("days")
    calendars.append(calendar)
    let base = ZoneHistory.civil(facts.base, offsetSeconds: 0).date
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    func monthDay(_ date: CivilDate) -> String { "\(date.day) \(months[date.month - 1])" }
    let near = base.adding(days: below(5) - 2)
    edges.dates += [near, near.adding(days: 1)]
    var days = "  day one on \(monthDay(near))"
    days += pick([
      "", " moved to nearest weekday", " moved to monday", " repeated on next workday",
      " sunday moved to monday", " sunday repeated on monday", " from 2026", " until 2026",
    ])
    let other = pick([
      "\(pick(["first", "second", "third", "fourth", "last"])) monday of \(months[near.month - 1])",
      "monday on or before \(monthDay(near))", "friday on or after \(monthDay(near))",
      "easter + 1 day", "orthodox easter - 2 days",
      "listed \(near), \(near.adding(days: 2)) through \(near.adding(days: 3))",
    ])
    let group =
      oneIn(3) ? "\n  in US-FL { day three on \(monthDay(base)) }" : ""
    return "calendar \(calendar) \"Days\" {\n\(days)\n  day two on \(other)\(group)\n}\n"
  }

  private mutating func register(_ name: String, _ subject: Register.Subject) -> String {
    registers.append((name, subject))
    var clauses: [String] = []
    if oneIn(3) { clauses.append("channels voice, sms") }
    if oneIn(4) { clauses.append("lines mobile, fixed") }
    if oneIn(4) { clauses.append("recipients consumer") }
    switch below(5) {
    case 0: clauses.append("every campaign")
    case 1: clauses.append("every attempt")
    case 2: break
    default: clauses.append("every \(duration())")
    }
    if oneIn(2) { clauses.append("measured \(pick(["from list", "from result", "per message"]))") }
    if oneIn(3) { clauses.append("binds after \(duration())") }
    // A named length of time is none that a register may have.
    let known = values.map(\.name)
    clauses.removeAll { clause in known.contains { clause.hasSuffix(" \($0)") } }
    return "register \(name) \"R\" of \(subject.rawValue) { \(clauses.joined(separator: "  ")) }\n"
  }

  // MARK: a policy

  private mutating func policy(_ header: Header) -> String {
    act = name("act")
    isDated = false
    var clauses: [String] = ["under \(act)", "business days skip saturday, sunday"]
    if oneIn(2), let calendar = calendars.last { clauses[1] += ", \(calendar)" }
    if oneIn(6) { clauses.append("severity \(severity())") }
    if oneIn(8) { clauses.append("withdrawal takes effect after \(duration())") }
    let period = dates(oneIn: 6)
    if !period.isEmpty {
      isDated = true
      clauses.append(String(period.dropFirst()))
    }
    if oneIn(5) { clauses.append("applies when \(truth(1))\(dates(oneIn: 4))") }
    let within = header.within.first.map { " within \($0)" } ?? ""
    var text = "policy \(header.name) \"P\"\(within) \(header.covers) {\n  "
    text += clauses.joined(separator: "\n  ") + "\n}\n"
    text += "source \(act) \"Act\" { cite \"Act 1\"  reviewed 2026-01-01 every 12 months"
    text += "  evidence \(grade())  confidence \(certainty()) }\n"
    if header.name == "acme" { text += organisation() }
    for _ in 0..<below(2) { text += define() }
    if let earlier = rules.filter({ header.within.contains($0.policy) }).last, oneIn(2) {
      let condition = oneIn(2) ? " when \(truth(1))" : ""
      text += "exempt \(earlier.policy).\(earlier.name) \"E\"\(condition) under \(act)\(grades())"
      text += "\(dates(oneIn: 3))\n"
    }
    for _ in 0...below(2) { text += rule(of: header) }
    if oneIn(5) {
      let gap = name("g")
      rules.append((header.name, gap))
      let applies = oneIn(2) ? "{ applies when \(truth(1)) }" : ""
      text += "gap \(gap) \"G\" under \(act)\(dates(oneIn: 4)) \(applies)\n"
    }
    if oneIn(5) { text += listRule() }
    if oneIn(5) { text += "segment \(name("s")) \"S\" = \(truth(2))\n" }
    return text
  }

  /// What an organisation says: fields of its own, numbers in the place of others', waivers.
  private mutating func organisation() -> String {
    var text = ""
    if oneIn(2) {
      text += "extend contact {\n"
      for (name, type) in FactGenerator.ownFields {
        text += "  field \(name) \"F\" \(type.spelling)\n"
        values.append(("custom.\(name)", type.factType))
      }
      text += "}\n"
    }
    let constants = values.filter { $0.name.hasPrefix("c") && !$0.name.contains(".") }
    if oneIn(2), let constant = constants.last, constant.type != .period {
      text += "override \(constant.name) with \(literal(constant.type)) because \"b\" by \"b\"\n"
    }
    for rule in rules where oneIn(4) {
      let reading = oneIn(2) ? " as \(truth(1))" : ""
      text += "waive \(rule.policy).\(rule.name) \"W\" until \(date())\(reading)"
      text += " because \"b\" by \"b\"\n"
    }
    return text
  }

  private mutating func severity() -> String { pick(["block", "warn", "advise"]) }
  private mutating func grade() -> String { pick(["primary", "secondary", "memory"]) }
  private mutating func certainty() -> String { pick(["high", "medium", "low"]) }
  private mutating func grades() -> String { oneIn(3) ? " \(grade()) \(certainty())" : "" }

  private mutating func rule(of header: Header) -> String {
    let rule = name("r")
    rules.append((header.name, rule))
    guard !isDated, oneIn(8) else {
      return version(of: rule, isDated ? "" : dates(oneIn: 3))
    }
    let day = date()
    return version(of: rule, " until \(day.adding(days: -1))") + version(of: rule, " from \(day)")
  }

  private mutating func version(of rule: String, _ dates: String) -> String {
    var clauses: [String] = []
    if oneIn(3) { clauses.append("under \(act) \"1\"\(grades())") }
    if !dates.isEmpty { clauses.append(String(dates.dropFirst())) }
    if oneIn(3) { clauses.append("severity \(severity())") }
    if oneIn(8) { clauses.append("withdrawal takes effect after \(duration())") }
    for _ in 0..<(oneIn(2) ? 0 : 1 + below(2)) {
      clauses.append("applies when \(truth(2))\(self.dates(oneIn: 5))")
    }
    for number in 0...below(2) {
      let verb = verb()
      // All hours of a rule are one schedule, in which no day stands twice.
      let isAlone = number == 0 || !verb.hasPrefix("hours")
      clauses.append(
        isAlone && oneIn(2) ? verb : "\(pick(["require", "require", "forbid"])) \(truth(2))")
    }
    if oneIn(3) {
      let law = oneIn(2) ? " under \(act)\(grades())" : ""
      clauses.append("except when \(truth(1))\(law)\(self.dates(oneIn: 5))")
    }
    if oneIn(6) { clauses.append("fix \"Do so.\"") }
    return "rule \(rule) \"R\" {\n  \(clauses.joined(separator: "\n  "))\n}\n"
  }

  private mutating func listRule() -> String {
    let predicate = oneIn(3) ? "phone is repeated" : truth(2)
    let share = "(share of contacts where \(predicate))"
    let limit = pick(["0%", "20%", "50%", "100%"])
    let applies = oneIn(3) ? "  applies when purpose is marketing\n" : ""
    return "rule \(name("l")) \"L\" {\n\(applies)  require \(share) \(pick(["at most", ">", "<"]))"
      + " \(limit)\n}\n"
  }
}
