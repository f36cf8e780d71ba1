import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

/// One generated policy set with its plans and lists, made of a number alone.
struct GeneratedBlock {
  let seed: UInt64
  let world: World
  let context: CheckContext
  let readable: ReadableFacts
  /// How many contacts share a plan, and how many plans a policy set.
  static let listLength = 32
  static let plans = 3
  /// How many contacts one list in some has, which are judged at a time: more than two words of a mask.
  private static let wideLength = 200
  private static let blocksToAWideList = 16

  /// What came of it.
  struct Outcome {
    var counts = EngineComparison.Counts()
    var coverage = FormCoverage()
    /// The first case of which the engines say different things.
    var divergence: GeneratedCase?
    /// What is wrong with policies that do not compile.
    var mistakes: [String] = []
  }

  func run() -> Outcome {
    var outcome = Outcome()
    forEachCase(&outcome) { example, library, outcome in
      let comparison = example.comparison(library, world)
      guard
        let difference = try? comparison.difference(on: example.list, &outcome.counts)
      else { return true }
      // Mostly the contact alone shows it; else what was judged before it matters.
      var alone = example
      if let place = difference.place { alone.contacts = [example.contacts[place]] }
      let isAlone = alone.difference(world, context) != nil
      outcome.divergence = isAlone ? alone : example
      return false
    }
    return outcome
  }

  /// Calls a body with each plan and its list, and the compiled policies, until it returns false.
  func forEachCase(
    _ outcome: inout Outcome, _ body: (GeneratedCase, Library, inout Outcome) -> Bool
  ) {
    var writer = PolicyWriter(
      facts: FactGenerator(
        seed: seed,
        registers: [
          "shared.do_not_call", "shared.permissions", "shared.licences", "shared.disasters",
        ]), readable: readable, zones: zones)
    approachClockChange(&writer.facts)
    let files = writer.policies()
    var example = GeneratedCase(
      files: files, plan: FactRecord(.plan), programme: nil, contacts: [],
      options: Judge.Options(), batchSize: GeneratedBlock.listLength)
    outcome.coverage.sets = 1
    guard let library = example.library(context) else {
      outcome.mistakes = mistakes(in: files)
      return
    }
    outcome.coverage.add(files, library, writer)
    for place in 0..<GeneratedBlock.plans {
      fill(&example, &writer)
      if place == GeneratedBlock.plans - 1, writer.oneIn(GeneratedBlock.blocksToAWideList) {
        widen(&example, &writer)
      }
      guard body(example, library, &outcome) else { return }
    }
  }

  private var zones: [ZoneHistory] {
    ["America/New_York", "America/Chicago", "Europe/Paris"].compactMap(world.zones.history)
  }

  /// Puts the time of one block in three to where a clock is changed.
  private func approachClockChange(_ facts: inout FactGenerator) {
    guard facts.random.oneIn(3), let zone = zones.isEmpty ? nil : facts.pick(zones) else { return }
    let (_, until) = zone.offset(at: facts.base)
    guard until < facts.base.adding(milliseconds: 400 * 86_400_000) else { return }
    let distances: [Int64] = [0, -1, 1, -1_800_000, 1_800_000, 3_599_999, 3_600_000, -86_400_000]
    facts.base = until.adding(milliseconds: facts.pick(distances))
  }

  /// A plan, a programme and contacts for the block's policies.
  private func fill(_ example: inout GeneratedCase, _ writer: inout PolicyWriter) {
    let edges = writer.edges
    let attempts = edges.attempts(near: writer.facts.base)
    writer.facts.edges = writer.facts.random.oneIn(2) ? [] : attempts
    example.plan = writer.facts.planForPrograms().normalised
    writer.facts.edges = []
    example.programme = writer.facts.programme()?.normalised
    let times = times(of: example.plan, writer.facts.base)
    let near = times.flatMap { edges.moments(before: $0) }
    writer.facts.likely = likely(in: example.plan)
    example.readsLines = writer.oneIn(2)
    example.contacts = (0..<GeneratedBlock.listLength).map { place in
      // The times of a contact near an edge crowd round a few of them.
      writer.facts.edges =
        place % 2 == 0 ? [writer.pick(times), writer.pick(near), writer.pick(near)] : []
      writer.facts.isInformed = writer.oneIn(2)
      writer.facts.hasOpenRows = !example.readsLines || writer.oneIn(16)
      return writer.facts.contactForPrograms()
    }
    writer.facts.edges = []
    writer.facts.isInformed = false
    writer.facts.hasOpenRows = true
    writer.facts.likely = [:]
    let withReasons = writer.oneIn(6)
    example.options = Judge.Options(
      findsNextChange: withReasons && writer.oneIn(6), findsReasons: withReasons,
      findsPermitted: writer.oneIn(20))
    example.batchSize = writer.pick([GeneratedBlock.listLength, 20])
  }

  /// Adds contacts, each with the facts of two that were drawn, where the first is.
  private func widen(_ example: inout GeneratedCase, _ writer: inout PolicyWriter) {
    let drawn = example.contacts
    let places = ["phone", "country", "region", "postal_code", "time_zone"].map {
      RecordKind.contact.index(of: $0)
    }
    while example.contacts.count < GeneratedBlock.wideLength {
      var contact = writer.pick(drawn)
      let other = writer.pick(drawn)
      for field in contact.fields.indices where !places.contains(field) && writer.oneIn(2) {
        contact.fields[field] = other.fields[field]
      }
      example.contacts.append(contact)
    }
    example.batchSize = example.contacts.count
  }

  /// The plan's own purpose and channels, so that what contacts said and agreed to concerns them.
  private func likely(in plan: FactRecord) -> [Vocabulary: [Word]] {
    var words: [Word] = []
    if case .word(let purpose) = plan["purpose"].value { words.append(purpose) }
    if case .list(let steps) = plan["steps"].value {
      for case .record(let step) in steps.map(\.value) {
        if case .word(let channel) = step["channel"].value { words.append(channel) }
      }
    }
    return Dictionary(grouping: words, by: \.vocabulary)
  }

  /// When the steps of a plan take place, or begin to.
  private func times(of plan: FactRecord, _ base: Instant) -> [Instant] {
    guard case .list(let steps) = plan["steps"].value else { return [base] }
    return steps.map { step -> Instant in
      guard case .record(let step) = step.value else { return base }
      if case .instant(let instant) = step["at"].value { return instant }
      if case .record(let window) = step["window"].value,
        case .instant(let from) = window["from"].value
      {
        return from
      }
      return base
    }
  }

  private func mistakes(in files: [SourceText]) -> [String] {
    let parsed = files.map { parse($0) }
    let found = parsed.flatMap(\.diagnostics) + compile(parsed, context: context).diagnostics
    return found.filter { $0.severity == .error }.map { diagnostic in
      let label = diagnostic.primary
      let (line, _) = label.source.position(at: label.range.lower)
      let text = String(decoding: label.source.bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let words = text.indices.contains(line - 1) ? String(text[line - 1]) : ""
      return "\(diagnostic.message) in \(words)"
    }
  }
}
