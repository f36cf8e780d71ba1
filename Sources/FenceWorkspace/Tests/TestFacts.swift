import FenceCore
public import FenceDiagnostics
public import FenceSemantics
public import Outreach
import OutreachFacts

extension CheckedTest {
  /// What is wrong with the facts of the test, at their places.
  ///
  /// - Parameters:
  ///   - world: against what phones, places and zones are looked up.
  ///   - ownFields: the organisation's own fields.
  /// - Returns: the problems; empty if it can be run.
  public func problems(world: World, ownFields: OwnFields) -> [Diagnostic] {
    TestFacts(self, world: world, ownFields: ownFields).problems
  }
}

/// The facts of a test, decoded.
struct TestFacts {
  let plan: FactRecord
  let contact: FactRecord
  let programme: FactRecord?

  /// What is wrong with them, at their places in the test's file.
  let problems: [Diagnostic]

  init(_ test: CheckedTest, world: World, ownFields: OwnFields) {
    var problems: [FactProblem] = []
    func decode(_ tree: FactTree, _ kind: RecordKind) -> FactRecord {
      var options = FactDecoder.Options.strict(world: world, ownFields: ownFields)
      options.isFence = true
      options.isPartial = true
      options.isComplete = test.factsComplete && kind == .contact
      var decoder = FactDecoder(file: 0, options: options)
      let record = decoder.decode(tree, as: kind)
      problems += decoder.problems
      return record
    }
    let place = FactPlace(
      lower: 0, upper: 0, line: test.location.line, column: test.location.column)
    let nothing = FactTree(.object([]), place)
    let plan = (test.plan ?? nothing).expandingOffer().expandingShortPlan().withOneStep()
    let contact = test.contact ?? nothing
    self.plan = decode(test.factsComplete ? plan.completedPlan() : plan, .plan)
    self.contact = decode(
      test.factsComplete ? contact.completed(as: .contact) : contact, .contact)
    programme = test.programme.map { decode($0, .programme) }
    self.problems = problems.map { Diagnostic($0, in: test.source) }
  }
}

extension FactTree {
  /// A plan whose `subject` and `sector` stand in its `offer`, where a short plan may leave that out.
  fileprivate func expandingOffer() -> FactTree {
    guard case .object(let members) = content else { return self }
    let isOfOffer: (Member) -> Bool = { ["subject", "sector"].contains($0.key) }
    let ofOffer = members.filter(isOfOffer)
    guard let first = ofOffer.first else { return self }
    var rest = members.filter { !isOfOffer($0) }
    if let index = rest.firstIndex(where: { $0.key == "offer" }),
      case .object(let given) = rest[index].value.content
    {
      rest[index].value.content = .object(given + ofOffer)
    } else {
      rest.append(
        Member(
          key: "offer", keyPlace: first.keyPlace, value: FactTree(.object(ofOffer), first.keyPlace))
      )
    }
    return FactTree(.object(rest), place)
  }

  /// A plan with a step of which nothing is known, if it has none: something has to be judged.
  fileprivate func withOneStep() -> FactTree {
    guard case .object(let members) = content, !members.contains(where: { $0.key == "steps" })
    else { return self }
    let step = FactTree(.array([FactTree(.object([]), place)]), place)
    return FactTree(.object(members + [Member(key: "steps", keyPlace: place, value: step)]), place)
  }
}
