import FenceCore
import FenceReports
import Outreach

/// Counts attempts by their classes, part of the list by part, and shows the first of what is found.
struct ClassTally {
  /// By class: how many attempts of the part belong to it, and whether all its findings have been shown.
  private var counts: [Int32] = []
  private var isShown: [Bool] = []
  /// The classes of which the part has any.
  private var touched: [Int32] = []
  /// By finding, how often it was shown.
  private var timesShown: [UInt8] = []
  private var findingCounts: [Int] = []
  private var factCounts: [Int] = []
  /// By fact, the class for which it was counted last.
  private var factStamps: [Int32] = []
  private var decisions: [[Int]] = []
  /// How many findings and facts of the program were told of, and of all programs before it.
  private var told = (findings: 0, facts: 0)
  private var before = (findings: 0, facts: 0)

  /// What a part adds to the counts.
  struct Counts: Sendable {
    /// Attempts by step and decision.
    var decisions: [[Int]] = []
    /// The findings and missing facts that are new with this part, and how many attempts have which.
    var newFindings: [SharedFinding] = []
    var newFacts: [String] = []
    var findings: [(number: Int, count: Int)] = []
    var facts: [(number: Int, count: Int)] = []

    /// Adds what a later program counted.
    mutating func add(_ later: Counts) {
      newFindings += later.newFindings
      newFacts += later.newFacts
      findings += later.findings
      facts += later.facts
      while decisions.count < later.decisions.count {
        decisions.append(Array(repeating: 0, count: Decision.allCases.count))
      }
      for (step, counts) in later.decisions.enumerated() {
        for (decision, count) in counts.enumerated() { decisions[step][decision] += count }
      }
    }
  }

  /// Counts a contact's attempts, and shows what has not been shown often enough; says what is to be done with it.
  mutating func add(
    _ numbers: UnsafeBufferPointer<Int32>, _ program: Program,
    _ example: () -> CheckSummary.ExampleContact, _ summary: inout CheckSummary
  ) -> Decision {
    let classes = program.classes
    if counts.count < classes.count {
      counts += Array(repeating: 0, count: classes.count - counts.count)
      isShown += Array(repeating: false, count: classes.count - isShown.count)
    }
    var worst = Decision.allowed
    for number in numbers {
      let index = Int(number)
      if counts[index] == 0 { touched.append(number) }
      counts[index] += 1
      worst = max(worst, classes.decision(of: number))
      if !isShown[index] { isShown[index] = show(number, program, example(), &summary) }
    }
    return worst
  }

  /// Shows the findings of a class that were not shown often enough; says whether none is left to be shown.
  private mutating func show(
    _ number: Int32, _ program: Program, _ example: CheckSummary.ExampleContact,
    _ summary: inout CheckSummary
  ) -> Bool {
    let findings = program.findings
    if timesShown.count < findings.all.count {
      timesShown += Array(repeating: 0, count: findings.all.count - timesShown.count)
    }
    var isDone = true
    for member in program.classes.findings(of: number) {
      let most = findings.part(of: member).isAboutPlan ? 1 : CheckSummary.fewExamples
      guard timesShown[Int(member)] < most else { continue }
      timesShown[Int(member)] += 1
      if timesShown[Int(member)] < most { isDone = false }
      summary.note(findings.all[Int(member)], example)
    }
    return isDone
  }

  /// Hands over what the part added, and begins the next.
  mutating func take(_ program: Program?) -> Counts {
    var counts = Counts()
    guard let program else { return counts }
    settle(program)
    let findings = program.findings
    counts.newFindings = Array(findings.all[told.findings...])
    counts.newFacts = Array(findings.facts[told.facts...])
    told = (findings.all.count, findings.facts.count)
    counts.decisions = decisions
    decisions = []
    counts.findings = ClassTally.take(&findingCounts, before.findings)
    counts.facts = ClassTally.take(&factCounts, before.facts)
    return counts
  }

  /// What was counted by number, so many numbers further on; nothing is left.
  private static func take(
    _ counts: inout [Int], _ offset: Int
  ) -> [(number: Int, count: Int)] {
    var taken: [(number: Int, count: Int)] = []
    for number in counts.indices where counts[number] > 0 {
      taken.append((number + offset, counts[number]))
      counts[number] = 0
    }
    return taken
  }

  /// Counts by what was found what was counted by class; the classes may then be forgotten.
  mutating func settle(_ program: Program) {
    let (classes, findings) = (program.classes, program.findings)
    if findingCounts.count < findings.all.count {
      findingCounts += Array(repeating: 0, count: findings.all.count - findingCounts.count)
    }
    if factCounts.count < findings.facts.count {
      factCounts += Array(repeating: 0, count: findings.facts.count - factCounts.count)
      factStamps += Array(repeating: -1, count: findings.facts.count - factStamps.count)
    }
    for number in touched {
      let count = Int(counts[Int(number)])
      counts[Int(number)] = 0
      let step = classes.step(of: number)
      while decisions.count <= step {
        decisions.append(Array(repeating: 0, count: Decision.allCases.count))
      }
      decisions[step][classes.decision(of: number).place] += count
      var excused: [[UInt8]] = []
      for member in classes.findings(of: number) {
        for fact in findings.missing(of: member) where factStamps[Int(fact)] != number {
          factStamps[Int(fact)] = number
          factCounts[Int(fact)] += count
        }
        guard !findings.part(of: member).isAboutPlan else { continue }
        if findings.verdict(of: member).ok == true {
          // Each rule that is excused counts only once.
          let rule = findings.ruleID(of: member)
          guard !excused.contains(rule) else { continue }
          excused.append(rule)
        }
        findingCounts[Int(member)] += count
      }
    }
    touched.removeAll(keepingCapacity: true)
    for fact in factStamps.indices { factStamps[fact] = -1 }
  }

  /// Forgets classes, of which nothing may be left to be settled.
  mutating func forgetClasses() {
    counts.removeAll(keepingCapacity: true)
    isShown.removeAll(keepingCapacity: true)
  }

  /// Begins with another program, once all of this one was handed over.
  mutating func forgetProgram() {
    before = (before.findings + told.findings, before.facts + told.facts)
    told = (0, 0)
    forgetClasses()
    timesShown = []
    (findingCounts, factCounts, factStamps) = ([], [], [])
  }
}

extension Decision {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .allowed: 0
    case .review: 1
    case .blocked: 2
    }
  }
}

/// The counts of all parts that one thread judged, by the numbers that its findings have there.
struct ClassTotals {
  private var findings: [(finding: Finding, count: Int)] = []
  private var facts: [(name: String, count: Int)] = []

  /// Adds those of a part.
  mutating func add(_ counts: ClassTally.Counts, to summary: inout CheckSummary) {
    findings += counts.newFindings.map { ($0.finding, 0) }
    facts += counts.newFacts.map { ($0, 0) }
    for (number, count) in counts.findings { findings[number].count += count }
    for (number, count) in counts.facts { facts[number].count += count }
    for (step, counts) in counts.decisions.enumerated() {
      for (decision, count) in zip(Decision.allCases, counts) {
        summary.addAttempts(count, step: step, decision)
      }
    }
  }

  /// Adds all to the summary.
  func settle(in summary: inout CheckSummary) {
    for (finding, count) in findings where count > 0 { summary.tally(finding, times: count) }
    for (name, count) in facts where count > 0 { summary.addMissing(name, times: count) }
  }
}
