extension FactTree {
  /// A plan of one step with the step's fields beside the plan's, as tests write it, in its full form.
  ///
  /// Fields that only a step has are gathered into `steps`; a tree that gives `steps` itself, or none of
  /// those fields, is returned as it is.
  public func expandingShortPlan() -> FactTree {
    guard case .object(let members) = content,
      !members.contains(where: { $0.key == "steps" })
    else { return self }
    let isOfStep: (Member) -> Bool = {
      RecordKind.step.index(of: $0.key) != nil && RecordKind.plan.index(of: $0.key) == nil
    }
    let ofStep = members.filter(isOfStep)
    guard let first = ofStep.first else { return self }
    let step = FactTree(.object(ofStep), first.keyPlace)
    let steps = Member(
      key: "steps", keyPlace: first.keyPlace, value: FactTree(.array([step]), first.keyPlace))
    return FactTree(.object(members.filter { !isOfStep($0) } + [steps]), place)
  }
}
