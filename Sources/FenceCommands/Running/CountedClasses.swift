import FenceCore
import FenceReports
import Outreach

/// Classes of attempts, as far as the list's counts depend on them: one behind the other.
struct CountedClasses: Sendable {
  /// By class, its step and decision, and where the numbers of what it counts begin.
  private var entries: [(step: Int32, decision: Decision, start: Int)] = []
  /// Of each class the findings that count, then `end`, then the facts for want of which its attempts need a review.
  private var numbers: [Int32] = []
  private static let end: Int32 = -1

  /// How many there are.
  var count: Int { entries.count }

  /// Adds a class of a program, before whose findings and facts so many others come.
  mutating func add(
    _ number: Int32, _ classes: AttemptClasses, _ findings: SharedFindings,
    _ before: (findings: Int, facts: Int, classes: Int)
  ) {
    entries.append(
      (
        Int32(truncatingIfNeeded: classes.step(of: number)), classes.decision(of: number),
        numbers.count
      ))
    let (members, cells) = (classes.findings(of: number), findings.cells.base)
    var excused: [RuleID] = []
    var lacksFacts = false
    for member in members {
      let cell = cells[Int(member)]
      lacksFacts = lacksFacts || cell.lacksFacts
      if cell.isAboutPlan { continue }
      if cell.verdict.ok == true {
        // Each rule that is excused counts only once.
        if excused.contains(cell.rule) { continue }
        excused.append(cell.rule)
      }
      numbers.append(member + Int32(truncatingIfNeeded: before.findings))
    }
    numbers.append(CountedClasses.end)
    guard lacksFacts else { return }
    let firstFact = numbers.count
    for member in members where cells[Int(member)].lacksFacts {
      for fact in findings.all[Int(member)].missing {
        let fact = fact + Int32(truncatingIfNeeded: before.facts)
        if !numbers[firstFact...].contains(fact) { numbers.append(fact) }
      }
    }
  }

  /// Adds other classes behind these.
  mutating func add(_ later: CountedClasses) {
    let start = numbers.count
    numbers += later.numbers
    entries += later.entries.map { ($0.step, $0.decision, $0.start + start) }
  }

  /// Forgets so many of the first.
  mutating func dropFirst(_ count: Int) {
    let start = count < entries.count ? entries[count].start : numbers.count
    numbers.removeFirst(start)
    entries.removeFirst(count)
    for index in entries.indices { entries[index].start -= start }
  }

  /// The step of a class, and what its attempts came to.
  func outcome(of number: Int) -> (step: Int, decision: Decision) {
    (Int(entries[number].step), entries[number].decision)
  }

  /// The findings that count, and the facts that are missing.
  func counted(of number: Int) -> (findings: ArraySlice<Int32>, facts: ArraySlice<Int32>) {
    let end = number + 1 < entries.count ? entries[number + 1].start : numbers.count
    let all = numbers[entries[number].start..<end]
    let middle = all.firstIndex(of: CountedClasses.end) ?? end
    return (all[..<middle], all[min(middle + 1, end)...])
  }
}

/// The counts of all parts that one thread judged, by the numbers that its classes and findings have there.
struct ClassTotals {
  private var findings: [(finding: Finding, count: Int)] = []
  private var facts: [(name: String, count: Int)] = []
  private var classes = CountedClasses()
  /// By class, how many attempts belong to it; and the number of the first.
  private var attempts: [Int] = []
  private var firstClass = 0

  /// Adds those of a part.
  mutating func add(_ counts: ClassTally.Counts, to summary: inout CheckSummary) {
    findings += counts.newFindings.map { ($0, 0) }
    facts += counts.newFacts.map { ($0, 0) }
    classes.add(counts.newClasses)
    attempts += Array(repeating: 0, count: classes.count - attempts.count)
    for (number, count) in counts.attempts { attempts[number - firstClass] += Int(count) }
    settleClasses(before: counts.firstClass, in: &summary)
  }

  /// Adds all to the summary.
  mutating func settle(in summary: inout CheckSummary) {
    settleClasses(before: firstClass + classes.count, in: &summary)
    for (finding, count) in findings where count > 0 { summary.tally(finding, times: count) }
    for (name, count) in facts where count > 0 { summary.addMissing(name, times: count) }
  }

  /// Counts by what was found what was counted by class.
  private mutating func settleClasses(before end: Int, in summary: inout CheckSummary) {
    guard end > firstClass else { return }
    for number in 0..<end - firstClass where attempts[number] > 0 {
      let (step, decision) = classes.outcome(of: number)
      summary.addAttempts(attempts[number], step: step, decision)
      let counted = classes.counted(of: number)
      for finding in counted.findings { findings[Int(finding)].count += attempts[number] }
      for fact in counted.facts { facts[Int(fact)].count += attempts[number] }
    }
    classes.dropFirst(end - firstClass)
    attempts.removeFirst(end - firstClass)
    firstClass = end
  }
}
