import FenceDiagnostics
import FenceSemantics
import Outreach
import OutreachFacts

/// The facts of a test, decoded.
struct TestFacts {
  let plan: FactRecord
  let contact: FactRecord
  let programme: FactRecord?

  /// What is wrong with them, at their places in the test's file.
  let problems: [Diagnostic]

  init(_ test: CheckedTest, world: World) {
    var problems: [FactProblem] = []
    func decode(_ tree: FactTree, _ kind: RecordKind) -> FactRecord {
      var options = FactDecoder.Options.strict(world: world)
      options.isFence = true
      options.isPartial = true
      var decoder = FactDecoder(file: 0, options: options)
      let record = decoder.decode(tree, as: kind)
      problems += decoder.problems
      return record
    }
    let place = FactPlace(
      lower: 0, upper: 0, line: test.location.line, column: test.location.column)
    let nothing = FactTree(.object([]), place)
    let plan = (test.plan ?? nothing).expandingShortPlan()
    let contact = test.contact ?? nothing
    self.plan = decode(test.factsComplete ? plan.completedPlan() : plan, .plan)
    self.contact = decode(
      test.factsComplete ? contact.completed(as: .contact) : contact, .contact)
    programme = test.programme.map { decode($0, .programme) }
    self.problems = problems.map { Diagnostic($0, in: test.source) }
  }
}
