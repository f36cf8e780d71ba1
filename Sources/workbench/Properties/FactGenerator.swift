import Outreach

/// Makes random contacts and plans by the schema: any field may be unknown, none or a value, and times crowd
/// round the attempt where rules change their minds.
struct FactGenerator {
  var random: SplitMix64
  let registers: [String]
  /// The instant round which everything happens.
  var base: Instant
  /// Points in time near which most things happen; empty for those round `base`.
  var edges: [Instant] = []
  /// Words that are taken half of the time, such as the plan's channel.
  var likely: [Vocabulary: [Word]] = [:]
  /// Whether little is unknown.
  var isInformed = false
  /// Whether lists may go on with rows that nobody knows, for which files have no words.
  var hasOpenRows = true

  init(seed: UInt64, registers: [String]) {
    random = SplitMix64(seed: seed)
    self.registers = registers
    let days = Int64(random.below(1_200))
    base = Instant(milliseconds: 1_735_689_600_000 + days * 86_400_000)  // from 2025-01-01
      .adding(milliseconds: Int64(random.below(86_400)) * 1000)
  }

  /// A contact with some evidence of place.
  mutating func contact() -> FactRecord {
    var contact = record(.contact, depth: 0)
    contact["phone"] = Fact(.phone(pick(FactGenerator.phones)))
    contact["country"] = random.oneIn(3) ? Fact(.text(pick(["US", "FR"]))) : .unknown
    contact["region"] = random.oneIn(4) ? Fact(.text(pick(["US-FL", "US-TX"]))) : .unknown
    contact["postal_code"] = .unknown
    contact["time_zone"] =
      random.oneIn(4) ? Fact(.text(pick(["America/New_York", "Europe/Paris"]))) : .unknown
    contact["line"] = random.oneIn(2) ? contact["line"] : .unknown
    return contact
  }

  /// A plan of one to three steps.
  mutating func plan() -> FactRecord {
    var plan = record(.plan, depth: 0)
    plan["campaign"] = Fact(.text("c"))
    plan["targets"] = Fact(.list([Fact(.text("US"))]))
    var steps: [Fact] = []
    for number in 0...random.below(3) {
      var step = record(.step, depth: 1)
      step["id"] = Fact(.text("s\(number)"))
      step["at"] = Fact(.instant(moment()))
      step["window"] = .unknown
      step["only_if"] = .unknown
      steps.append(Fact(.record(step)))
    }
    plan["steps"] = Fact(.list(steps))
    return plan
  }

  /// A programme, or nothing known of it.
  mutating func programme() -> FactRecord? {
    random.oneIn(3) ? nil : record(.programme, depth: 0)
  }

  /// A record of a kind.
  mutating func record(_ kind: RecordKind, depth: Int) -> FactRecord {
    var record = FactRecord(kind)
    for (index, field) in kind.fields.enumerated() {
      var value = value(field.type, name: field.name, depth: depth + 1)
      if value == .unknown, field.absent == .none { value = .none }
      record.fields[index] = Fact(value)
    }
    // No reader takes times of day that end before they begin.
    if kind == .timeRange, case .time(let from) = record["from"].value,
      case .time(let to) = record["to"].value, from > to
    {
      (record["from"], record["to"]) = (record["to"], record["from"])
    }
    return record
  }

  /// A value, or unknown, or none.
  mutating func value(_ type: FactType, name: String, depth: Int) -> FactValue {
    if isInformed, !random.oneIn(4) { return known(type, name: name, depth: depth) }
    switch random.below(10) {
    case 0, 1, 2: return .unknown
    case 3: return .none
    default: return known(type, name: name, depth: depth)
    }
  }

  /// The rows of lists of which a part may be unknown.
  private static let open: [RecordKind] = [.consent, .optOut, .historyEntry, .request, .purchase]

  /// A value of a type, not unknown and not none.
  mutating func known(_ type: FactType, name: String, depth: Int) -> FactValue {
    switch type {
    case .truth: return .truth(random.oneIn(2))
    case .number: return .number(Quantity(random.below(6)))
    case .percentage: return .number(Quantity(millionths: Int64(random.below(80)) * 100_000))
    case .text: return .text(text(name))
    case .phone: return .phone(pick(FactGenerator.phones + ["any"]))
    case .moment:
      return random.oneIn(5)
        ? .date(ZoneHistory.civil(moment(), offsetSeconds: 0).date)
        : .instant(moment())
    case .timeOfDay: return .time(TimeOfDay(clamping: random.below(24) * 3_600_000))
    case .period:
      return pick([
        .period(.calendar([Period.Part(count: 1 + random.below(24), unit: .months)])),
        .period(.exact(milliseconds: Int64(1 + random.below(48)) * 3_600_000)),
      ])
    case .place: return .text(pick(["US", "US-FL", "FR", "GB"]))
    case .word(let vocabulary):
      if let words = likely[vocabulary], random.oneIn(2) { return .word(pick(words)) }
      return .word(Word(vocabulary: vocabulary, index: random.below(vocabulary.words.count)))
    case .words(let vocabulary):
      let all = WordSet.all(of: vocabulary).bits
      return .words(
        WordSet(vocabulary: vocabulary, bits: random.next() & random.next() & all))
    case .list(let element):
      guard depth < 5 else { return .list([]) }
      return .list(
        (0..<random.below(4)).map { _ in
          let row = known(element, name: name, depth: depth + 1)
          // A list may go on with rows like this one.
          guard hasOpenRows, case .record(var record) = row,
            FactGenerator.open.contains(record.kind), random.oneIn(12)
          else { return Fact(row) }
          record.isOpen = true
          return Fact(.record(record))
        })
    case .record(let kind):
      return depth < 5 ? .record(record(kind, depth: depth)) : .unknown
    case .table(let kind):
      var entries: [String: Fact] = [:]
      for register in registers where random.oneIn(2) {
        entries[register] = Fact(.record(record(kind, depth: depth)))
      }
      return .table(entries)
    case .choice, .own: return .unknown
    }
  }

  /// An instant near the attempt: exact distances in hours and days, and a millisecond to either side.
  mutating func moment() -> Instant {
    if !edges.isEmpty, !random.oneIn(3) {
      return pick(edges).adding(milliseconds: pick(PolicyEdges.offsets))
    }
    let days = pick([0, 0, 1, 7, 15, 30, 31, 60, 91, 183, 365, 548, 1826]) as Int
    let hours = pick([0, 0, 1, 5, 12, 20, 24]) as Int
    let jitter = pick([0, 0, 0, 1, -1, 60_000]) as Int
    let sign: Int64 = random.oneIn(5) ? 1 : -1
    return base.adding(
      milliseconds: sign * (Int64(days) * 86_400_000 + Int64(hours) * 3_600_000) + Int64(jitter))
  }

  mutating func text(_ name: String) -> String {
    switch name {
    case "register": pick(registers + ["none"])
    case "sender", "seller": pick(["ours", "any", "Acme"])
    case "language": pick(["en", "fr"])
    case "campaign": pick(["c", "other"])
    case "step": pick(["s0", "s1", "s2"])
    default: pick(["boots", "Acme", "own", "v1", "Reply STOP to opt out"])
    }
  }

  mutating func pick<Element>(_ options: [Element]) -> Element {
    options[random.below(options.count)]
  }

  static let phones = [
    "+13055550142", "+12125550142", "+18505550119", "+18005550142", "+33639980142", "+33199000142",
    "+442079460142",
  ]
}
