import Outreach

/// What contacts have in common whose number, address and zone tell the same: place, clocks, the policies that
/// cover them, and everything that these decide alone.
final class Ground {
  /// Its place among the program's grounds.
  var number = 0
  /// A contact of this ground of which nothing else is known, and whose history is empty.
  let contact: ContactFacts
  let coverage: PolicyCoverage
  let rules: [JudgedRule]
  /// Findings that no policy makes, but for those that look at more of a contact.
  let builtIn: [Finding]
  /// The names of the covering policies, for reports.
  let jurisdictions: [String]
  /// The record of the first contact here, with no more than number, address and zone.
  let record: FactRecord
  /// What decided the place and the clocks; nil where nobody asks.
  let whereabouts: Whereabouts?
  /// Its clocks, by their numbers in the program, and the first of the numbers of its pairs with them.
  var clocks: [Int] = []
  var firstPair = 0
  /// Whether its contacts are judged by the judge.
  var asksJudge = false
  /// For each policy of the library: 0 does not cover, 1 perhaps, 2 for certain.
  var certainty: [UInt8] = []
  /// The policies that cover.
  var covering: [Int] = []
  /// The number of the kind of line that the digits tell.
  var line: UInt16 = FactDictionary.unknown
  /// The judged rules by policy and place in it.
  var judged: [RuleKey: JudgedRule] = [:]
  /// By step, what the rules say that need no more of a contact.
  var settled: [[SettledRule]] = []
  /// By step, when settled rules say something else, by unit; in milliseconds (`UnitChange`).
  var changes: [Int: [(unit: Int32, change: Int64)]] = [:]

  /// A rule that no fact of a contact decides, and what it says.
  struct SettledRule {
    var key: RuleKey
    var result: RuleResult
  }

  init(
    contact: ContactFacts, coverage: PolicyCoverage, rules: [JudgedRule], builtIn: [Finding],
    record: FactRecord, whereabouts: Whereabouts?
  ) {
    self.contact = contact
    self.coverage = coverage
    self.rules = rules
    self.builtIn = builtIn
    self.record = record
    self.whereabouts = whereabouts
    jurisdictions = coverage.names
  }
}

/// What of a ground is asked for by each of its contacts: plain memory, for there are many.
struct GroundCells: BitwiseCopyable {
  /// The first of the numbers of its pairs with clocks, and how many there are.
  var firstPair: Int32
  var clockCount: Int32
  /// Where the policies that cover stand among those of all grounds.
  var firstCovering: Int32
  var coveringCount: Int32
  /// The number of the kind of line that the digits tell.
  var line: UInt16
  var asksJudge: Bool
  /// Whether some policy only perhaps covers.
  var isDoubtful: Bool
}

/// A rule by its policy's place in the library and its own place there; versions of one name differ.
struct RuleKey: Hashable, Comparable {
  var policy: Int
  var rule: Int

  static func < (left: RuleKey, right: RuleKey) -> Bool {
    (left.policy, left.rule) < (right.policy, right.rule)
  }
}

/// A clock with the parts of each step's time in which nothing changes that no contact's facts decide.
final class ProgramClock {
  let zone: ZoneHistory
  /// By step; empty where the time has too many parts to be judged part by part.
  var parts: [[TimeSpan]] = []

  init(_ zone: ZoneHistory) { self.zone = zone }

  /// What it reads at a point in time.
  @inline(__always) func local(_ milliseconds: Int64) -> (date: CivilDate, time: TimeOfDay) {
    zone.local(Instant(milliseconds: milliseconds))
  }
}

/// One rule at one step, as nodes.
struct RuleUnit {
  var key: RuleKey
  var step: Int
  var rule: Rule
  /// Whether no fact of a contact decides it, so that grounds do.
  var isSettled = false
  var parts = RuleParts()

  /// Where reasons are told: to what it applies, what is required and what excuses, clause by clause.
  var clauses: [Int] = []

  /// Whether reports name its rule before another's of which the same was found.
  func isNamed(before other: RuleUnit) -> Bool {
    if rule.scope != other.rule.scope { return rule.scope == .plan }
    if rule.severity != other.rule.severity { return rule.severity > other.rule.severity }
    return (rule.id, rule.from ?? .earliest) < (other.rule.id, other.rule.from ?? .earliest)
  }
}

/// The nodes that decide what a rule says.
struct RuleParts: BitwiseCopyable {
  var inForce = 0
  var applies = 0
  var required = 0
  /// Excuses of law that is not weak, and all excuses.
  var strongExcuse = 0
  var excuse = 0
  /// Waived outright, and judged by an organisation's reading.
  var waived = 0
  var reading = 0
}
