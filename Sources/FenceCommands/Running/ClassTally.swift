import FenceCore
import FenceReports
import Outreach

/// Counts attempts by their classes, part of the list by part, and shows the first of what is found.
struct ClassTally: ~Copyable {
  /// By class: how many attempts of the part belong to it, and whether all its findings have been shown.
  private var cells = BatchBuffer<Cell>(capacity: 1024)
  private var cellCount = 0
  /// The classes of which the part has any.
  private var touched = BatchBuffer<Int32>(capacity: 1024)
  private var touchedCount = 0
  /// By finding, how often it was shown.
  private var timesShown = BatchBuffer<UInt8>(capacity: 256)
  private var shownCount = 0
  /// How many findings, facts and classes were told of: of the program, and of all programs and classes before.
  private var told = (findings: 0, facts: 0, classes: 0)
  private var before = (findings: 0, facts: 0, classes: 0)
  private var counts = Counts()

  struct Cell: BitwiseCopyable {
    var count: Int32 = 0
    var isShown = false
  }

  /// What a part adds to the counts.
  struct Counts: Sendable {
    /// The findings, missing facts and classes that are new with this part.
    var newFindings: [Finding] = []
    var newFacts: [String] = []
    var newClasses = CountedClasses()
    /// How many attempts belong to which class.
    var attempts: [(number: Int, count: Int32)] = []
    /// Of which classes nothing more will be told: of those before this one.
    var firstClass = 0
  }

  /// Counts a contact's attempts.
  ///
  /// - Returns: whether something was found of them that has not been shown often enough.
  @inline(__always) mutating func add(
    _ numbers: UnsafePointer<Int32>, _ program: Program
  ) -> Bool {
    if cellCount < program.classes.count { reserve(program.classes.count) }
    var areShown = true
    for step in 0..<program.stepCount {
      let cell = cells.base + Int(numbers[step])
      if cell.pointee.count == 0 { touch(numbers[step]) }
      cell.pointee.count &+= 1
      areShown = areShown && cell.pointee.isShown
    }
    return !areShown
  }

  /// Shows what was found of a contact's attempts and has not been shown often enough.
  mutating func show(
    _ numbers: UnsafePointer<Int32>, _ program: Program,
    _ example: () -> CheckSummary.ExampleContact, _ summary: inout CheckSummary
  ) {
    for step in 0..<program.stepCount where !cells.base[Int(numbers[step])].isShown {
      let isShown = show(numbers[step], program, example, &summary)
      cells.base[Int(numbers[step])].isShown = isShown
    }
  }

  private mutating func reserve(_ count: Int) {
    cells.reserve(count, keeping: cellCount)
    (cells.base + cellCount).initialize(repeating: Cell(), count: count - cellCount)
    cellCount = count
  }

  private mutating func touch(_ number: Int32) {
    touched.reserve(touchedCount + 1, keeping: touchedCount)
    touched.base[touchedCount] = number
    touchedCount += 1
  }

  /// Shows the findings of a class that were not shown often enough; says whether none is left to be shown.
  private mutating func show(
    _ number: Int32, _ program: Program, _ example: () -> CheckSummary.ExampleContact,
    _ summary: inout CheckSummary
  ) -> Bool {
    let findings = program.findings
    let count = findings.all.count
    if shownCount < count {
      timesShown.reserve(count, keeping: shownCount)
      (timesShown.base + shownCount).initialize(repeating: 0, count: count - shownCount)
      shownCount = count
    }
    var isDone = true
    var contact: CheckSummary.ExampleContact?
    let (cells, timesShown) = (findings.cells.base, timesShown.base)
    for member in program.classes.findings(of: number) {
      let most = cells[Int(member)].isAboutPlan ? 1 : UInt8(CheckSummary.fewExamples)
      guard timesShown[Int(member)] < most else { continue }
      timesShown[Int(member)] += 1
      if timesShown[Int(member)] < most { isDone = false }
      let shown = contact ?? example()
      contact = shown
      summary.note(findings.all[Int(member)], shown)
    }
    return isDone
  }

  /// Hands over what the part added, and begins the next.
  mutating func take(_ program: Program?) -> Counts {
    if let program { settle(program) }
    defer { counts = Counts() }
    counts.firstClass = before.classes
    return counts
  }

  /// Notes what the part added until now.
  private mutating func settle(_ program: Program) {
    let (classes, findings) = (program.classes, program.findings)
    counts.newFindings += findings.all[told.findings...].map(\.finding)
    counts.newFacts += findings.facts[told.facts...]
    for number in told.classes..<classes.count {
      counts.newClasses.add(Int32(truncatingIfNeeded: number), classes, findings, before)
    }
    told = (findings.all.count, findings.facts.count, classes.count)
    for place in 0..<touchedCount {
      let number = Int(touched.base[place])
      counts.attempts.append((number + before.classes, cells.base[number].count))
      cells.base[number].count = 0
    }
    touchedCount = 0
  }

  /// Forgets the classes of a program, which must be asked before they are forgotten there.
  mutating func forgetClasses(_ program: Program) {
    settle(program)
    before.classes += told.classes
    told.classes = 0
    cellCount = 0
  }

  /// Begins with another program than this one.
  mutating func forgetProgram(_ program: Program) {
    forgetClasses(program)
    before.findings += told.findings
    before.facts += told.facts
    (told.findings, told.facts) = (0, 0)
    shownCount = 0
  }
}
