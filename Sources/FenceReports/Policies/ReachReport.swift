public import FenceCore
import Outreach

/// How far the tests of policies reach: totals, and every hole with the test that would fill it.
public struct ReachReport: Sendable {
  let policies: [PolicyItems]
  let floors: [Floor]

  /// A least share that must be reached.
  public struct Floor: Hashable, Sendable {
    /// Of which kind of thing; nil for all together.
    public var kind: Reach.Kind?

    /// The share in percent.
    public var percent: Int

    /// Makes a floor.
    public init(kind: Reach.Kind?, percent: Int) {
      self.kind = kind
      self.percent = percent
    }
  }

  /// What can be reached in one policy.
  struct PolicyItems: Sendable {
    var name: String
    var items: [Reach.Item]
  }

  /// Makes a report; the policy of which least is reached comes first.
  public init(_ reach: Reach, floors: [Floor] = []) {
    var names: [String] = []
    var byName: [String: [Reach.Item]] = [:]
    for item in reach.items {
      if byName[item.policy] == nil { names.append(item.policy) }
      byName[item.policy, default: []].append(item)
    }
    policies = names.map { PolicyItems(name: $0, items: byName[$0] ?? []) }.sorted { left, right in
      let (a, b) = (Tally(left.items), Tally(right.items))
      // Shares compared without rounding.
      let (first, second) = (a.reached * b.all, b.reached * a.all)
      return first == second ? left.name < right.name : first < second
    }
    self.floors = floors
  }

  /// How many things are reached, of how many.
  struct Tally {
    var reached: Int
    var all: Int

    init(_ items: [Reach.Item]) {
      reached = items.count(where: \.isReached)
      all = items.count
    }

    /// The share in whole percent, rounded down, so that 100 means all; nothing to reach is all of it.
    var percent: Int { all == 0 ? 100 : reached * 100 / all }
  }

  private var items: [Reach.Item] { policies.flatMap(\.items) }

  private func tally(_ kind: Reach.Kind?) -> Tally {
    Tally(kind.map { kind in items.filter { $0.what.kind == kind } } ?? items)
  }

  /// The floors below which the tests are.
  public var floorsMissed: [Floor] { floors.filter { tally($0.kind).percent < $0.percent } }

  /// Writes the report for people.
  func write(to page: inout Page) {
    for policy in policies {
      let tally = Tally(policy.items)
      page.line("\(page.paint(policy.name, .strong))  \(sentence(policy.items, tally))")
      for rule in Self.holes(of: policy) {
        page.line("  \(rule.shown)  \(page.paint(rule.place, .faint))")
        for sentence in rule.sentences { page.paragraph(sentence, indent: 4, hanging: 2) }
      }
      page.line()
    }
    let all = tally(nil)
    page.line(
      page.paint(
        "coverage: \(sentence(items, all))", all.reached == all.all ? .good : .doubtful))
    for floor in floorsMissed {
      let what = floor.kind.map { " of \($0.rawValue)" } ?? ""
      page.line(
        page.paint(
          "below the floor: \(tally(floor.kind).percent)%\(what), and \(floor.percent)% is asked for",
          .bad))
    }
  }

  private func sentence(_ items: [Reach.Item], _ tally: Tally) -> String {
    let kinds = Reach.Kind.allCases.map { kind in
      "\(kind.rawValue) \(Tally(items.filter { $0.what.kind == kind }).percent)%"
    }
    return "\(grouped(tally.reached)) of \(grouped(tally.all)) (\(tally.percent)%): "
      + kinds.joined(separator: ", ")
  }

  /// Writes the report's members into an object of JSON.
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.tally(items)
      $0.key("floors")
      $0.array(floors) { writer, floor in
        writer.object {
          $0.member("kind", floor.kind?.rawValue)
          $0.member("percent", floor.percent)
          $0.member("met", !floorsMissed.contains(floor))
        }
      }
      $0.key("policies")
      $0.array(policies) { writer, policy in
        writer.object {
          $0.member("policy", policy.name)
          $0.tally(policy.items)
          $0.key("holes")
          $0.array(policy.items.filter { !$0.isReached }) { $0.item($1) }
        }
      }
    }
  }

  /// The report as CSV (RFC 4180): a line for everything that a test can reach.
  public var csv: [UInt8] {
    var table = CSVTable(["policy", "rule", "version", "kind", "item", "reached", "file", "line"])
    for item in items {
      table.row([
        item.policy, item.rule, item.version?.description ?? "", item.what.kind.rawValue,
        item.what.name, "\(item.isReached)", item.location.file, "\(item.location.line)",
      ])
    }
    return table.bytes
  }

  /// A version of a rule with what no test reaches of it.
  private struct RuleHoles {
    var shown: String
    var place: String
    var holes: [Reach.Item] = []

    /// What no test does; both sides of a threshold in one sentence.
    var sentences: [String] {
      var result: [String] = []
      var rest = holes[...]
      while let hole = rest.popFirst() {
        if let next = rest.first, let both = hole.sentence(with: next) {
          result.append(both)
          rest.removeFirst()
        } else {
          result.append(hole.sentence)
        }
      }
      return result
    }
  }

  /// The holes by rule: those with most first, then in the order of the text.
  private static func holes(of policy: PolicyItems) -> [RuleHoles] {
    var rules: [RuleHoles] = []
    var indices: [String: Int] = [:]
    for item in policy.items {
      let shown = item.rule + (item.version.map { " from \($0)" } ?? "")
      if indices[shown] == nil {
        indices[shown] = rules.count
        rules.append(
          RuleHoles(shown: shown, place: "\(item.location.file):\(item.location.line)"))
      }
      if let index = indices[shown], !item.isReached { rules[index].holes.append(item) }
    }
    let open = rules.enumerated().filter { !$0.element.holes.isEmpty }
    return open.sorted { left, right in
      let (a, b) = (left.element.holes.count, right.element.holes.count)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}

extension JSONWriter {
  /// Writes how much of some items is reached, all together and by kind.
  fileprivate mutating func tally(_ items: [Reach.Item]) {
    let all = ReachReport.Tally(items)
    member("reached", all.reached)
    member("of", all.all)
    member("percent", all.percent)
    key("kinds")
    object { writer in
      for kind in Reach.Kind.allCases {
        let tally = ReachReport.Tally(items.filter { $0.what.kind == kind })
        writer.key(kind.rawValue)
        writer.object {
          $0.member("reached", tally.reached)
          $0.member("of", tally.all)
        }
      }
    }
  }

  fileprivate mutating func item(_ item: Reach.Item) {
    object {
      $0.member("rule", item.rule)
      $0.member("version", item.version?.description)
      $0.member("kind", item.what.kind.rawValue)
      $0.member("item", item.what.name)
      $0.member("message", item.sentence)
      $0.member("file", item.location.file)
      $0.member("line", item.location.line)
    }
  }
}

extension Reach.What {
  /// A short name: what stands in tables.
  var name: String {
    switch self {
    case .verdict(let verdict): verdict.rawValue
    case .exception(let words): words
    case .waiver(let by): "waived by \(by)"
    case .threshold(let threshold, let side):
      "\(threshold.value) \(side == .justTrue ? "just true" : "just false"): \(threshold.words)"
    case .version: "in force"
    }
  }
}

extension Reach.Item {
  /// What no test does.
  var sentence: String {
    switch what {
    case .verdict(let verdict): return "no test expects \(verdict.expectation)"
    case .exception(let words): return "no test is exempt by `\(shortened(words))`"
    case .waiver(let by): return "no test is waived by the waiver of \(by)"
    case .threshold(let threshold, let side):
      let outcome =
        switch (threshold.isSpanOfCap, side) {
        case (true, .justTrue): "no test has an earlier contact just counted"
        case (true, _): "no test has an earlier contact just no longer counted"
        case (false, .justTrue): "no test has it just true"
        default: "no test has it just false"
        }
      return "\(edge(threshold)): \(outcome)"
    case .version: return "no test stands in its time"
    }
  }
}

extension Reach.Item {
  /// What no test does at either side of one threshold; nil where the other is something else.
  fileprivate func sentence(with other: Reach.Item) -> String? {
    guard case .threshold(let threshold, _) = what, case .threshold(threshold, _) = other.what,
      location == other.location
    else { return nil }
    return "\(edge(threshold)): no test comes within one unit of it"
  }

  private func edge(_ threshold: Threshold) -> String {
    "at `\(threshold.value)` in line \(location.line), `\(shortened(threshold.words))`"
  }
}

extension Threshold {
  /// Whether it is the span over which a cap looks back.
  fileprivate var isSpanOfCap: Bool {
    if case .comparison(.prior) = edge { true } else { false }
  }
}

extension Verdict {
  /// What a test that expects the verdict writes after the rule.
  fileprivate var expectation: String {
    switch self {
    case .pass: "`passes`"
    case .fail: "`fails`"
    default: "`\(rawValue)`"
    }
  }
}

/// The words of a clause, cut to what stands on a line.
func shortened(_ words: String) -> String {
  words.count <= 72 ? words : words.prefix(71) + "…"
}
