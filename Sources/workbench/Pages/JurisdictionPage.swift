import FenceCore
import Outreach

/// The page of one policy: what must be done, by channel, in the policy's own words, with law, dates and grades.
struct JurisdictionPage {
  let policy: Policy
  let library: Library
  let tests: Int

  /// The page in Markdown.
  var text: String {
    var lines = [
      "# \(policy.name): \(policy.title)", "",
      "Written by `swift run workbench pages` from `Policies/\(policy.location.file)`; do not edit. What the policy says, not legal advice.",
      "", summary, "",
    ]
    for (heading, rules) in duties {
      lines += ["## \(heading)", ""]
      for rule in rules { lines += duty(rule) }
      lines.append("")
    }
    lines += section("What is not encoded", policy.rules.filter(\.isGap).flatMap(duty))
    lines += section("Exceptions to the rules of others", policy.exemptions.map(exemption))
    lines += section("Notes", policy.notes.map(note))
    lines += section("Registers", policy.registers.map(register))
    lines += section("Days", policy.calendars.map { "- `\($0.id)`" })
    lines += section("Sources", sources)
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    var sentences: [String] = []
    let rules = policy.rules.count { !$0.isGap }
    let gaps = policy.rules.count(where: \.isGap)
    let parents = library.ancestors(of: policy).map { "[\($0.name)](\($0.name).md)" }
    if !parents.isEmpty {
      sentences.append("The rules of \(parents.joined(separator: " and ")) hold here too.")
    }
    sentences.append(
      "\(rules) \(rules == 1 ? "rule" : "rules"), \(gaps) \(gaps == 1 ? "gap" : "gaps"), \(tests) tests."
    )
    let review = Review(policy)
    if let last = review.last { sentences.append("Last reviewed on \(last).") }
    if let next = review.next { sentences.append("The next review is due on \(next).") }
    return sentences.joined(separator: " ")
  }

  /// The rules under a heading that names the channels they may bind, those of every channel first.
  private var duties: [(heading: String, rules: [Rule])] {
    let channels = Vocabulary.channel.words.compactMap { Vocabulary.channel.word($0) }
      .filter { !["any", "email"].contains($0.spelling) }
    var groups: [(heading: String, rules: [Rule])] = []
    for rule in policy.rules where !rule.isGap {
      let bound = channels.filter { rule.applies.truth(onChannel: $0) != .no }
      let heading = JurisdictionPage.heading(of: bound, among: channels)
      if let index = groups.firstIndex(where: { $0.heading == heading }) {
        groups[index].rules.append(rule)
      } else {
        groups.append((heading, [rule]))
      }
    }
    return groups.sorted { JurisdictionPage.rank($0.heading) < JurisdictionPage.rank($1.heading) }
  }

  private static func rank(_ heading: String) -> Int {
    ["By every channel", "By call", "By message"].firstIndex(of: heading) ?? 3
  }

  private static func heading(of bound: [Word], among channels: [Word]) -> String {
    let names = bound.map { $0.spelling == "voice" ? "calls" : $0.spelling }
    if bound.count == channels.count { return "By every channel" }
    if names == ["calls"] { return "By call" }
    if bound.count == channels.count - 1, !names.contains("calls") { return "By message" }
    return "By " + names.joined(separator: ", ")
  }

  /// A rule or gap as a list item with its details beneath.
  private func duty(_ rule: Rule) -> [String] {
    let name = rule.id.dropFirst(policy.name.count + 1)
    let grade = rule.severity == .block ? "" : " (\(rule.severity.rawValue))"
    var lines = ["- **\(rule.title)**\(grade): `\(name)`\(period(rule))"]
    let clauses =
      rule.applies.clauses + (rule.isGap ? [] : rule.requirements.flatMap(\.clauses))
      + rule.exceptions.flatMap(\.condition.clauses)
    lines += clauses.map { "  - `\($0)`" }
    lines += rule.authorities.map { "  - \(authority($0))" }
    if let fix = rule.fix { lines.append("  - What to do: \(fix)") }
    return lines
  }

  private func period(_ rule: Rule) -> String {
    switch (rule.from, rule.until) {
    case (let from?, let until?): ", from \(from) until \(until)"
    case (let from?, nil): ", from \(from)"
    case (nil, let until?): ", until \(until)"
    case (nil, nil): ""
    }
  }

  private func authority(_ authority: Authority) -> String {
    let citation = authority.link.map { "[\(authority.citation)](\($0))" } ?? authority.citation
    return "\(citation), \(authority.evidence.rawValue), \(authority.confidence.rawValue)"
  }

  private func exemption(_ exemption: Exemption) -> String {
    let law = exemption.exception.authorities.map(authority).joined(separator: "; ")
    return
      "- `\(exemption.rule)`: `\(exemption.exception.condition.clauses.joined(separator: " "))` (\(law))"
  }

  private func note(_ note: Note) -> String {
    let rules = note.rules.map { "`\($0.dropFirst(policy.name.count + 1))`" }
    let on = rules.isEmpty ? "" : " on \(rules.joined(separator: ", "))"
    let law = note.authorities.map(\.citation).joined(separator: "; ")
    return "- \(note.kind)\(on): \(note.text)\(law.isEmpty ? "" : " (\(law))")"
  }

  private func register(_ register: Register) -> String {
    let title = register.link.map { "[\(register.title)](\($0))" } ?? register.title
    let by = register.authority.map { ", kept by \($0)" } ?? ""
    return "- `\(register.id)`: \(title)\(by)"
  }

  private var sources: [String] {
    guard !policy.sources.isEmpty else { return [] }
    return ["| source | cite | reviewed | read | confidence |", "| --- | --- | --- | --- | --- |"]
      + policy.sources.map { source in
        let title = source.link.map { "[\(source.title)](\($0))" } ?? source.title
        let reviewed = source.reviewed?.description ?? ""
        let interval = source.interval.map { ", every \($0)" } ?? ""
        return "| \(title) | \(source.citation) | \(reviewed)\(interval) | "
          + "\(source.evidence.rawValue) | \(source.confidence.rawValue) |"
      }
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["## \(heading)", ""] + lines + [""]
  }
}

extension Expression {
  /// The policy's own words for the clauses of which it is made.
  fileprivate var clauses: [String] {
    switch self {
    case .traced(let trace, _): [trace.text]
    case .all(let operands): operands.flatMap(\.clauses)
    default: []
    }
  }
}

extension Policy {
  /// Whether it has duties of its own; libraries have no page.
  var hasPage: Bool { !rules.isEmpty }
}

/// When a policy's sources were and are to be reviewed.
struct Review {
  /// The oldest day on which a source was read.
  let last: CivilDate?

  /// The first day on which a source is due.
  let next: CivilDate?

  /// Reads it off the sources of a policy.
  init(_ policy: Policy) {
    last = policy.sources.compactMap(\.reviewed).min()
    next = policy.sources.compactMap { source in
      guard let reviewed = source.reviewed, let interval = source.interval else { return nil }
      return interval.shift(reviewed, isBusinessDay: { _ in true })
    }.min()
  }
}
