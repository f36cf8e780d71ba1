public import Outreach

/// The bulk engine: the same meaning as the judge's, over thousands of contacts at a time.
///
/// Whatever the columns do not decide is asked of the judge, rule by rule or contact by contact. One program
/// serves one plan on one thread.
public final class Program {
  /// The judge whose verdicts these are.
  public let judge: Judge
  /// What readers fill.
  public let batch: ContactBatch

  let builder: ProgramBuilder
  let units: [RuleUnit]
  let segments: [(policy: Int, place: Int, id: String, node: Int)]
  /// The shares that rules ask for, by their numbers in the library.
  let shares: [(number: Int, node: Int)]
  /// Whether a contact has been contacted in this plan's own campaign already, which planned steps and histories
  /// depend on.
  let ownCampaign: Int
  let nodes: UnsafeMutablePointer<ProgramNode>
  private let nodeCount: Int
  let frames: [[Int]]
  /// The columns of the contact's own answer about its line, and of what it and the digits tell of it.
  let lineAnswer: Int
  let derivedLine: Int

  @exclusivity(unchecked) var grounds: [Ground] = []
  /// The grounds of contacts by the values that they hold, and by what these tell.
  @exclusivity(unchecked) var groundKeys = PackedKeys()
  @exclusivity(unchecked) var groundOfKey: [Int32] = []
  var groundNumbers: [GroundKey: Int] = [:]
  /// For a place that postal codes tell, the number of the first code that told it.
  var postalCodeTelling: [String: UInt16] = [:]
  var numberClasses: [NumberAnalysis: Int] = [:]
  let limits: ClassLimits
  /// What of each ground is asked for by each of its contacts, and the policies that cover, ground by ground.
  @exclusivity(unchecked) var groundCells = BatchBuffer<GroundCells>(capacity: 64)
  @exclusivity(unchecked) var coveringPolicies = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var coveringCount = 0
  /// For each ground, its rank (`Ground.certainty`) by policy, one ground behind the other.
  @exclusivity(unchecked) var certainties: [UInt8] = []
  @exclusivity(unchecked) var clocks: [ProgramClock] = []
  /// By clock, then by step, whether the step's time has one part.
  @exclusivity(unchecked) var wholeTimes = BatchBuffer<Bool>(capacity: 64)
  var clockNumbers: [String: Int] = [:]
  @exclusivity(unchecked) var clockOfPair: [Int] = []
  @exclusivity(unchecked) var groundOfPair: [Int] = []
  var settledResults: [SettledKey: RuleResult] = [:]
  /// By unit, whether the places of a contact matter to its rule.
  var placeDependence: [Int: Bool] = [:]
  /// The truths of the nodes, as they were found last; and where they go.
  let masks: UnsafeMutablePointer<NodeMasks>
  let placesOfNodes: [NodePlace]
  @exclusivity(unchecked) var computed: [MomentMasks]
  /// By the number of a term, the days to which it leads.
  let daysOfTerms: [ShiftedDays]
  /// By column, what is known of its points in time.
  let knownMoments: [KnownMoments]
  let knownValues: [KnownValues]
  let frameRows: [FrameRows]
  /// The number of the batch being judged, from 1, and the part of a step's time.
  @exclusivity(unchecked) var turn: UInt64 = 0
  /// Where rows of lists are folded: which of them are open, of which outer ones the list is known, and how many rows
  /// count of each contact.
  @exclusivity(unchecked) var openBits = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var knownBits = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var rowCounts = BatchBuffer<RowCount>(capacity: 64)
  @exclusivity(unchecked) var part = 0
  /// For each row of the batch: its ground paired with its clock, and its clock.
  @exclusivity(unchecked) var pairs = BatchBuffer<Int32>(capacity: 1024)
  @exclusivity(unchecked) var clockOfRow = BatchBuffer<Int32>(capacity: 1024)
  /// By step, what may be read where no contact matters; and the same with a history that is empty.
  let plainFacts: [AttemptFacts]
  let countingFacts: [AttemptFacts]
  /// The clocks of the batch's rows, each once.
  @exclusivity(unchecked) var presentClocks: [Int] = []
  /// The contacts of the batch, and the contact of each row.
  @exclusivity(unchecked) var contacts: [BatchContact] = []
  @exclusivity(unchecked) var contactOfRow = BatchBuffer<Int32>(capacity: 1024)
  /// What was found of the batch: by unit (`UnitVerdicts`), then by contact.
  @exclusivity(unchecked) var verdicts = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var events: BatchEvents
  /// The units, by their places in the events, of which it matters when in a step's time they fail.
  let timedFailures: [Int]
  /// How many contacts the judge was asked about as a whole.
  public internal(set) var contactsAsked = 0
  /// How many verdicts of single rules the judge gave.
  public internal(set) var verdictsAsked = 0
  /// The attempts that are judged alike.
  public let classes: AttemptClasses
  /// What was found of attempts.
  public let findings: SharedFindings
  /// By contact and step of the batch, the class of the attempt, -1 where it is still to be found, -2 where no key tells it,
  /// its decision, and its key; and the turn for which classes were looked up.
  @exclusivity(unchecked) var classOfAttempt = BatchBuffer<Int32>(capacity: 1024)
  @exclusivity(unchecked) var decisionOfAttempt = BatchBuffer<Decision>(capacity: 1024)
  @exclusivity(unchecked) var keyOfAttempt = BatchBuffer<MixedKey>(capacity: 1024)
  @exclusivity(unchecked) var classesTurn: UInt64 = 0
  /// When the batch's contacts on one clock were counted for the list's shares.
  @exclusivity(unchecked) var sharesTurn: UInt64 = 0
  /// By row, two bits a segment, as `Program+Segments` has them; and when they were found.
  @exclusivity(unchecked) var segmentsOfRow = BatchBuffer<UInt64>(capacity: 1024)
  @exclusivity(unchecked) var segmentsTurn: UInt64 = 0
  /// What was found of one attempt.
  @exclusivity(unchecked) var foundOfAttempt = BatchBuffer<Int32>(capacity: 1024)
  /// What is found of every attempt of a ground, by ground and step its place, -1 where it is still to be found; and the
  /// findings whose reasons are the same for all its contacts.
  @exclusivity(unchecked) var common: [CommonFindings] = []
  var commonNumbers = MixedKeyTable()
  @exclusivity(unchecked) var commonOfGround = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var findingsOfGrounds = MixedKeyTable()
  /// By event (`RuleEvent.key`), its finding where no reasons are given; -1 where it is still to be made.
  @exclusivity(unchecked) var findingOfEvent: BatchBuffer<Int32>
  /// How nodes are looked at for reasons, and the findings of the reasons seen.
  let reasonNodes: [ReasonNode]
  let reasonParts: [Int32]
  @exclusivity(unchecked) var findingsOfReasons = MixedKeyTable()
  @exclusivity(unchecked) var reasonMemory: ReasonMemory
  /// The next changes that are known.
  @exclusivity(unchecked) var changeKeys = PackedKeys()
  @exclusivity(unchecked) var changeOfKey = BatchBuffer<Int64>(capacity: 64)
  /// The units by rule and step; by finding, the unit of which it is, -1 of none.
  let numberOfUnit: [RuleStep: Int32]
  @exclusivity(unchecked) var unitOfFinding = BatchBuffer<Int32>(capacity: 256)
  @exclusivity(unchecked) var unitOfFindingCount = 0
  /// By unit, the next change; and a number for each attempt that is asked about.
  @exclusivity(unchecked) var changeOfUnit: BatchBuffer<UnitChange>
  @exclusivity(unchecked) var changeStamp: UInt64 = 0
  /// How contacts are put together from the columns.
  private(set) lazy var columnRecords = ColumnRecords(batch.layout)
  /// Of the last contact of which the judge was asked when rules say something else, the facts as columns hold them.
  @exclusivity(unchecked) var factsInColumns: (turn: UInt64, place: Int, facts: ContactFacts?)?

  /// By its name, which of the library's policies one is.
  private(set) lazy var numberOfPolicy = Dictionary(
    judge.library.policies.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
  /// Whether findings say why, so that what is unproven of one contact may be so for other reasons than of another.
  let givesReasons: Bool
  /// Whether a contact has something that no class tells: the permitted parts of windows.
  let looksBeyondClasses: Bool
  /// The segments of contacts, each set of them once.
  @exclusivity(unchecked) public internal(set) var segmentSets: [SegmentSet] = []
  @exclusivity(unchecked) var segmentSetNumbers = MixedKeyTable()
  /// Of which rules the judge gave how many.
  public internal(set) var rulesAsked: [String: Int] = [:]
  let unitsOfStep: [[Int]]
  let stepOfUnit: [Int32]
  let policyOfUnit: [Int]
  /// By policy, whether any unit is its own that columns decide.
  let hasUnits: [Bool]
  let partsOfUnit: [RuleParts]
  /// By unit, whether anything but a plain pass was found of any row.
  @exclusivity(unchecked) var isNotable: [Bool]
  /// By policy, the rows that it covers, a bit a row, and whether there are any.
  @exclusivity(unchecked) var coverage = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var isPresent: [Bool]

  /// How many parts a step's time may have to be judged part by part.
  static let mostParts = 12

  /// Makes a program of a judge's plan and policies; nil where the plan leaves a step's time open or says
  /// things of every contact, which only the judge checks.
  ///
  /// - Parameters:
  ///   - judge: the judge.
  ///   - generation: a number beyond those of the classes of any program in whose place this one is taken.
  ///   - limits: how much is kept.
  public init?(_ judge: Judge, generation: Int = 0, limits: ClassLimits = ClassLimits()) {
    let plan = judge.plan
    guard !plan.steps.isEmpty,
      plan.steps.allSatisfy({ $0.time.spans(on: .universal) != nil }),
      !Program.claimsOfEverybody(plan)
    else { return nil }
    self.judge = judge
    self.limits = limits
    classes = AttemptClasses(generation: generation, limits: limits)
    findings = SharedFindings(judge.library)
    givesReasons = judge.options.findsReasons
    let phones = PhoneKeys()
    let builder = ProgramBuilder(judge.library) { phones.key(of: $0) }
    let nobody = judge.nobody(history: .unknown)
    let stranger = judge.nobody(history: .list([]))
    plainFacts = plan.steps.map { AttemptFacts(plan: plan, step: $0, contact: nobody) }
    countingFacts = plan.steps.map { AttemptFacts(plan: plan, step: $0, contact: stranger) }
    let loosening = Loosening(of: judge.library)
    var units: [RuleUnit] = []
    for (number, policy) in judge.library.policies.enumerated() where policy.coverage != .nobody {
      for (place, rule) in policy.rules.enumerated()
      where rule.scope != .list && judge.options.selects(rule.id) {
        for step in plan.steps.indices {
          let key = RuleKey(policy: number, rule: place)
          let unit = Program.unit(
            rule, key, step, plainFacts[step], loosening, builder, findsReasons: givesReasons)
          if let unit { units.append(unit) }
        }
      }
    }
    self.units = units
    let first = Folding(facts: plainFacts[0])
    segments = judge.library.policies.enumerated().flatMap { number, policy in
      policy.segments.enumerated().filter { judge.options.selects($1.id) }.map { place, segment in
        (number, place, segment.id, builder.build(first.fold(segment.condition), [], step: 0).node)
      }
    }
    let asked = Program.sharesAsked(judge)
    shares = judge.library.shares.enumerated().filter {
      asked.contains($1) && !$1.asksForRepeats
    }.map { ($0, builder.build(first.fold($1), [], step: 0).node) }
    ownCampaign = Program.ownCampaign(plan, builder).node
    self.builder = builder
    let nodes = builder.nodes
    nodeCount = nodes.count
    self.nodes = .allocate(capacity: max(1, nodes.count))
    self.nodes.initialize(from: nodes, count: nodes.count)
    let looks = ReasonNodes(builder)
    (reasonNodes, reasonParts) = (looks.nodes, looks.parts)
    reasonMemory = ReasonMemory(looks, units)
    frames = builder.frames
    lineAnswer = builder.lineAnswer
    derivedLine = builder.derivedLine
    batch = ContactBatch(builder.layout, phones: phones)
    var nodesOfFrames = frames.map { _ in 0 }
    placesOfNodes = nodes.map { node in
      nodesOfFrames[node.frame] += 1
      return NodePlace(
        frame: Int32(truncatingIfNeeded: node.frame),
        place: Int32(truncatingIfNeeded: nodesOfFrames[node.frame] - 1), isTimed: node.isTimed)
    }
    frameRows = nodesOfFrames.map { FrameRows(nodeCount: $0) }
    masks = .allocate(capacity: max(1, nodes.count))
    for (number, node) in nodes.enumerated() {
      (masks + number).initialize(to: frameRows[node.frame].masks(0, stamp: 0))
    }
    let facts = plainFacts[0]
    computed = builder.moments.map { moment in
      guard case .moved(_, let term, let direction, _) = moment.kind else { return MomentMasks() }
      return MomentMasks(ShiftedDays(term, direction: direction, facts))
    }
    daysOfTerms = builder.terms.map { ShiftedDays($0, direction: 1, facts) }
    knownMoments = batch.columns.map { _ in KnownMoments() }
    knownValues = batch.columns.map { _ in KnownValues() }
    let unitsOfStep = plan.steps.indices.map { step in
      units.indices.filter { units[$0].step == step && !units[$0].isSettled }
    }
    self.unitsOfStep = unitsOfStep
    let ordered = unitsOfStep.map { $0.sorted { units[$0].isNamed(before: units[$1]) } }
    events = BatchEvents(ordered)
    timedFailures = ordered.flatMap(\.self).enumerated().filter {
      judge.options.findsReasons && judge.endsWaiver(of: units[$1])
    }.map(\.offset)
    policyOfUnit = units.map(\.key.policy)
    let policies = Set(unitsOfStep.joined().map { units[$0].key.policy })
    hasUnits = judge.library.policies.indices.map(policies.contains)
    partsOfUnit = units.map(\.parts)
    stepOfUnit = units.map { Int32(truncatingIfNeeded: $0.step) }
    looksBeyondClasses =
      judge.options.findsPermitted && plan.steps.contains { $0.time.isWindow }
    numberOfUnit = Dictionary(
      units.enumerated().map {
        (RuleStep(step: $1.step, rule: $1.key), Int32(truncatingIfNeeded: $0))
      }, uniquingKeysWith: { first, _ in first })
    changeOfUnit = BatchBuffer(capacity: max(1, units.count))
    changeOfUnit.base.initialize(
      repeating: UnitChange(milliseconds: UnitChange.never), count: max(1, units.count))
    findingOfEvent = BatchBuffer(capacity: units.count * RuleCode.count)
    findingOfEvent.base.initialize(repeating: -1, count: units.count * RuleCode.count)
    isNotable = units.map { _ in false }
    isPresent = judge.library.policies.map { _ in false }
  }

  deinit {
    frameRows.forEach { $0.deallocate() }
    masks.deallocate()
    nodes.deinitialize(count: nodeCount)
    nodes.deallocate()
  }

  /// The shares for which the rules ask that are judged.
  private static func sharesAsked(_ judge: Judge) -> Set<Expression> {
    var asked = Set<Expression>()
    for rule in judge.library.policies.flatMap(\.rules)
    where rule.scope == .list && judge.options.selects(rule.id) {
      for expression in [rule.applies] + rule.requirements + rule.exceptions.map(\.condition) {
        _ = expression.rewritten(depth: 0) { part, _ in
          if case .share(let number) = part, judge.library.shares.indices.contains(number) {
            asked.insert(judge.library.shares[number])
          }
          return nil
        }
      }
    }
    return asked
  }

  /// Whether the plan says what every contact is like, so that each must be compared with it.
  private static func claimsOfEverybody(_ plan: PlanFacts) -> Bool {
    guard case .record(let audience) = plan.record["audience"].value,
      case .record(let every) = audience["every"].value
    else { return false }
    return every.fields.contains { $0.value != .unknown }
  }

  private static func ownCampaign(_ plan: PlanFacts, _ builder: ProgramBuilder)
    -> ProgramBuilder.Built
  {
    guard let campaign = plan.campaign, let field = RecordKind.historyEntry.index(of: "campaign"),
      let history = RecordKind.contact.index(of: "history")
    else { return builder.build(Folding.truth(.no), [], step: 0) }
    let isOwn = Expression.equal(.field(.row(0), field), .constant(.text(campaign)))
    // What is unknown of an entry does not make it the campaign's.
    return builder.build(
      .someRow(
        list: .fact(FactPath(root: .contact, fields: [history], name: "")),
        where: .prefer(isOwn, then: Folding.truth(.yes), otherwise: Folding.truth(.no))), [],
      step: 0)
  }
}

/// A contact of the batch: plain memory, for there are many.
struct BatchContact: BitwiseCopyable {
  /// Its first row, and how many it has: one a clock.
  var row: Int32
  var rows: Int32
  /// The number of its ground; -1 where even that is for the judge to find.
  var ground: Int32
  var asksJudge: Bool
  /// Whether its phone can be read as a number, so that the list counts it.
  var hasNumber = false

  /// Its rows.
  @inline(__always) var allRows: Range<Int> { Int(row)..<Int(row) + Int(rows) }
}

/// What a settled rule's result depends on.
struct SettledKey: Hashable {
  var unit: Int
  var clocks: [Int]
  var isCertain: Bool
}
