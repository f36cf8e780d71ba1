import FenceCore
public import Outreach

extension ReportPart {
  /// Reads the last line of a report that can be merged.
  ///
  /// - Parameters:
  ///   - tree: the line.
  ///   - run: the run that merges; the plan's steps and the waivers are taken from it.
  ///   - expected: on what the merging run rests, and the part has to.
  /// - Throws: why it cannot be merged.
  public init(
    _ tree: FactTree, run: RunDescription, basis expected: Basis
  ) throws(UnmergeableReport) {
    let report = try PartObject(tree, "report")
    if try report.object("summary").has("interrupted") {
      throw UnmergeableReport("its run did not come to its end; check that part again")
    }
    guard report.has("part") else {
      throw UnmergeableReport(
        "it is a report of its own; check that part again with `--mergeable`")
    }
    let part = try report.object("part")
    let tool = try report.text("tool")
    guard tool == expected.tool, try part.text("format") == ReportPart.format else {
      throw UnmergeableReport("it was written by \(tool), and this is \(expected.tool)")
    }
    basis = Basis(
      tool: tool, policies: try report.object("policies").text("fingerprint"),
      tzdb: try report.text("tzdb"), plan: try part.text("plan"), only: try part.texts("only"),
      skip: try part.texts("skip"))
    try basis.check(against: expected)
    key = try part.text("key")
    hasAllPolicies = try part.truth("all_policies")
    contacts = try part.texts("files")
    inputLines = try part.count("input_lines")
    readable = try part.texts("readable")
    damaged = try part.texts("damaged")
    unnumbered = try part.count("unnumbered")
    var shares: [ListCounts.Share] = []
    for share in try part.objects("shares") {
      shares.append(
        ListCounts.Share(
          yes: try share.count("yes"), no: try share.count("no"),
          unknown: try share.count("unknown")))
    }
    list = ListCounts(isEmpty: try part.truth("unjudged"), shares: shares)
    summary = try CheckSummary(try part.object("counts"), run)
    guard shares.allSatisfy({ $0.yes + $0.no + $0.unknown <= summary.contacts }) else {
      throw .damaged("shares")
    }
  }
}

extension ReportPart.Basis {
  /// Says what of it is not as expected.
  fileprivate func check(against expected: ReportPart.Basis) throws(UnmergeableReport) {
    guard policies == expected.policies else {
      throw UnmergeableReport(
        "it was judged by other policies (\(policies)) than these (\(expected.policies))")
    }
    guard tzdb == expected.tzdb else {
      throw UnmergeableReport(
        "it was judged with time zones \(tzdb), and these are \(expected.tzdb)")
    }
    guard plan == expected.plan else {
      throw UnmergeableReport("it was judged for another plan or programme than this")
    }
    guard only == expected.only, skip == expected.skip else {
      throw UnmergeableReport("it was judged with other `--only` and `--skip` than these")
    }
  }
}

extension CheckSummary {
  fileprivate init(_ part: PartObject, _ run: RunDescription) throws(UnmergeableReport) {
    self.init(plan: run.plan)
    contacts = try part.count("contacts")
    attempts = try part.count("attempts")
    badRecords = try part.count("bad_records")
    decisions = try part.object("decisions").decisions()
    let steps = try part.objects("steps")
    guard steps.count == self.steps.count else { throw .damaged("steps") }
    for (index, step) in steps.enumerated() { self.steps[index].decisions = try step.decisions() }
    missing = try part.counts("missing")
    outsideTargets = try part.counts("outside")
    whereabouts = try WhereaboutsTally(part.object("whereabouts"), contacts: contacts)
    for segment in try part.objects("segments") {
      let id = try segment.text("segment")
      segments[id] = SegmentCount(
        title: id, members: try segment.count("members"), unproven: try segment.count("unproven"))
    }
    for bad in try part.objects("bad") { firstBadRecords.append(try UnreadableRecord(bad)) }
    for rule in try part.objects("rules") {
      let count = try RuleCount(rule, run)
      rules[count.finding.rule] = count
    }
    for entry in try part.objects("plan_findings") {
      planFindings.append(
        LintJudgement.StepFinding(
          step: try entry.text("step"), finding: try Finding(try entry.object("finding"), run)))
    }
    for entry in try part.objects("plan_excused") {
      planExcused[PlanExcuse(step: try entry.text("step"), rule: try entry.text("rule"))] =
        try entry.word("verdict")
    }
  }

  /// Tells every place as it is in the whole list.
  public mutating func move(to place: PartPlace) {
    for index in firstBadRecords.indices {
      let bad = firstBadRecords[index]
      firstBadRecords[index].line = place.line(bad.line, of: bad.file)
    }
    for index in planFindings.indices {
      planFindings[index].finding.origin = place.origin(planFindings[index].finding.origin)
    }
    rules = rules.mapValues { count in
      var count = count
      count.finding.origin = place.origin(count.finding.origin)
      for index in count.examples.indices {
        count.examples[index].origin = place.origin(count.examples[index].origin)
      }
      return count
    }
  }
}

extension CheckSummary.RuleCount {
  fileprivate init(_ part: PartObject, _ run: RunDescription) throws(UnmergeableReport) {
    self.init(finding: try Finding(try part.object("finding"), run))
    fail = try part.count("fail")
    unproven = try part.count("unproven")
    exempt = try part.count("exempt")
    waived = try part.count("waived")
    for example in try part.objects("examples") {
      examples.append(
        CheckSummary.Example(
          id: try example.text("id"), phone: try example.text("phone"),
          origin: try example.origin(), step: try example.text("step"),
          verdict: try example.word("verdict")))
    }
  }
}

extension UnreadableRecord {
  /// Reads one back as it was written.
  init(_ part: PartObject) throws(UnmergeableReport) {
    self.init(
      id: try part.optionalText("id"), file: try part.text("file"), line: try part.count("line"),
      column: try part.count("column"), message: try part.text("message"))
  }
}

extension Finding {
  fileprivate init(_ part: PartObject, _ run: RunDescription) throws(UnmergeableReport) {
    self.init(
      rule: try part.text("rule"), title: try part.text("title"),
      verdict: try part.word("verdict"), severity: try part.word("severity"))
    if let day = try part.optionalText("version") {
      guard let version = CivilDate(iso: day) else { throw .damaged("version") }
      self.version = version
    }
    isWeak = try part.truth("weak")
    missing = try part.texts("missing")
    message = try part.optionalText("message")
    places = try part.texts("places")
    fix = try part.optionalText("fix")
    citations = try part.texts("cite")
    link = try part.optionalText("link")
    origin = try part.origin()
    for entry in try part.objects("ended_waivers") {
      let (rule, policy) = (try entry.text("rule"), try entry.text("policy"))
      let until = try entry.text("until")
      let waiver = run.policies.waivers.first {
        $0.rule == rule && $0.policy == policy && $0.until.description == until
      }
      guard let waiver else { throw .damaged("ended_waivers") }
      endedWaivers.append(waiver)
    }
  }
}

extension PartObject {
  fileprivate func decisions() throws(UnmergeableReport) -> [Decision: Int] {
    var counts: [Decision: Int] = [:]
    for decision in Decision.allCases {
      let count = try count(decision.rawValue)
      if count > 0 { counts[decision] = count }
    }
    return counts
  }

  fileprivate func counts(_ key: String) throws(UnmergeableReport) -> [String: Int] {
    var counts: [String: Int] = [:]
    for entry in try objects(key) { counts[try entry.text("name")] = try entry.count("count") }
    return counts
  }
}
