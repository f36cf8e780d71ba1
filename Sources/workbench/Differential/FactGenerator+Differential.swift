import Outreach

extension FactGenerator {
  /// Fields that organisations of generated policies declare.
  static let ownFields: [(name: String, type: OwnType)] = [
    ("tier", .word(["gold", "silver"])), ("score", .number), ("vip", .truth), ("owner", .text),
    ("birthday", .date), ("welcomed_at", .instant), ("flags", .list(.word(["quiet", "press"]))),
    ("visits", .list(.date)),
  ]

  /// A plan of one to three steps, of which some have windows, on the recipient's clock or on none.
  mutating func planWithWindows() -> FactRecord {
    var plan = plan()
    guard case .list(var steps) = plan["steps"].value else { return plan }
    for index in steps.indices where random.oneIn(3) {
      guard case .record(var step) = steps[index].value else { continue }
      var window = FactRecord(.window)
      let from = moment()
      if random.oneIn(2) {
        window["from"] = Fact(.instant(from))
        window["to"] = Fact(
          .instant(from.adding(milliseconds: Int64(1 + random.below(30)) * 3_600_000)))
      } else {
        let day = ZoneHistory.civil(from, offsetSeconds: 0).date
        let hour = random.below(20)
        window["dates"] = Fact(.list([Fact(.date(day))]))
        window["local_from"] = Fact(.time(TimeOfDay(clamping: hour * 3_600_000)))
        window["local_to"] = Fact(
          .time(TimeOfDay(clamping: (hour + 1 + random.below(4)) * 3_600_000)))
      }
      step["at"] = .unknown
      step["window"] = Fact(.record(window))
      steps[index].value = .record(step)
    }
    plan["steps"] = Fact(.list(steps))
    return plan
  }

  /// A plan such as `planWithWindows`, of which each step may wait for an earlier one, and of whose audience
  /// little is known.
  mutating func planForPrograms() -> FactRecord {
    var plan = planWithWindows()
    plan["targets"] =
      random.oneIn(2) ? .unknown : Fact(.list([Fact(.text(pick(["US", "FR", "US-FL"])))]))
    // A plan that says something of everybody is the judge's.
    if case .record(var audience) = plan["audience"].value, !random.oneIn(50) {
      audience["every"] = .unknown
      plan["audience"] = Fact(.record(audience))
    }
    if random.oneIn(3) { plan["campaign"] = .unknown }
    guard case .list(var steps) = plan["steps"].value else { return plan }
    if random.oneIn(2) { steps = Array(steps.prefix(1)) }
    for index in steps.indices {
      guard case .record(var step) = steps[index].value else { continue }
      // Most texts and calls are by the channels of which rules speak.
      if random.oneIn(2) {
        let channels = ["voice", "sms"].compactMap(Vocabulary.channel.word)
        step["channel"] = Fact(.word(pick(channels)))
      }
      if index > 0, random.oneIn(3) {
        var condition = FactRecord(.condition)
        condition["step"] = Fact(.text("s\(index - 1)"))
        condition["outcome"] = Fact(known(.words(.outcome), name: "outcome", depth: 4))
        step["only_if"] = Fact(.record(condition))
      }
      steps[index].value = .record(step)
    }
    plan["steps"] = Fact(.list(steps))
    return plan
  }

  /// A contact with more evidence of place than most: of one place, of several, of none, or of a wrong kind.
  mutating func contactForPrograms() -> FactRecord {
    var contact = record(.contact, depth: 0)
    let phones = FactGenerator.phones + ["+16045550142", "+61491570156", "12", "+13055550142"]
    contact["phone"] =
      random.oneIn(12) ? Fact(pick([.unknown, .none])) : Fact(.phone(pick(phones)))
    contact["country"] = evidence(4, ["US", "FR", "GB", "EU"])
    contact["region"] = evidence(4, ["US-FL", "US-TX", "US-NY", "FR-IDF"])
    contact["postal_code"] = evidence(8, ["33101", "75001", "32501"])
    contact["time_zone"] = evidence(
      3, ["America/New_York", "America/Chicago", "Europe/Paris", "Nowhere/None"])
    // Nobody knows where such a contact is: it may be on any clock there is, which takes the judge long.
    if ["phone", "country", "region"].allSatisfy({ !contact[$0].isEvidence }), !random.oneIn(40) {
      contact["region"] = Fact(.text(pick(["US-FL", "US-TX"])))
    }
    contact["line"] = random.oneIn(2) ? contact["line"] : .unknown
    contact["custom"] = custom()
    if !random.oneIn(12) { leaveCampaigns(&contact) }
    return contact.normalised
  }

  private mutating func evidence(_ count: Int, _ options: [String]) -> Fact {
    guard random.oneIn(count) else { return random.oneIn(12) ? Fact(.none) : .unknown }
    return Fact(.text(pick(options)))
  }

  private mutating func custom() -> Fact {
    guard random.oneIn(2) else { return .unknown }
    var entries: [String: Fact] = [:]
    for (name, type) in FactGenerator.ownFields where !random.oneIn(3) {
      entries[name] = random.oneIn(6) ? Fact(.none) : Fact(own(type))
    }
    return Fact(.table(entries))
  }

  private mutating func own(_ type: OwnType) -> FactValue {
    switch type {
    case .word(let words): .text(pick(words))
    case .date: .date(ZoneHistory.civil(moment(), offsetSeconds: 0).date)
    case .instant: .instant(moment())
    case .list(let element): .list((0..<random.below(3)).map { _ in Fact(own(element)) })
    default: known(type.factType, name: "own", depth: 4)
    }
  }

  /// Has histories be of other campaigns, for a contact that this one has reached is the judge's.
  private mutating func leaveCampaigns(_ contact: inout FactRecord) {
    guard case .list(var rows) = contact["history"].value else { return }
    for index in rows.indices {
      guard case .record(var row) = rows[index].value else { continue }
      if row["campaign"].value == .text("c") { row["campaign"] = Fact(.text("other")) }
      rows[index].value = .record(row)
    }
    contact["history"] = Fact(.list(rows))
  }
}

extension Fact {
  /// Whether it may tell where somebody is.
  fileprivate var isEvidence: Bool {
    switch value {
    case .text: true
    case .phone(let digits): digits.count > 4
    default: false
    }
  }
}

extension FactRecord {
  /// The record as reading it from a document leaves it: what an absent key means is filled in.
  var normalised: FactRecord {
    filled(optOutsAreSupplied: self["opt_outs"].value != .unknown)
  }

  fileprivate func filled(optOutsAreSupplied: Bool) -> FactRecord {
    var result = self
    for (index, field) in kind.fields.enumerated() {
      result.fields[index].value = fields[index].value.filled(optOutsAreSupplied)
      guard !isOpen, fields[index].value == .unknown else { continue }
      switch field.absent {
      case .unknown: continue
      case .none: result.fields[index].value = .none
      case .noneIfOptOutsSupplied:
        if optOutsAreSupplied { result.fields[index].value = .none }
      case .any:
        if case .words(let list) = field.type {
          result.fields[index].value = .words(.all(of: list))
        }
      case .word(let word):
        if case .word(let list) = field.type, let word = list.word(word) {
          result.fields[index].value = .word(word)
        }
      case .text(let text): result.fields[index].value = .text(text)
      }
    }
    return result
  }
}

extension FactValue {
  fileprivate func filled(_ optOutsAreSupplied: Bool) -> FactValue {
    switch self {
    case .record(let record): .record(record.filled(optOutsAreSupplied: optOutsAreSupplied))
    case .list(let items):
      .list(items.map { Fact($0.value.filled(optOutsAreSupplied), $0.origin) })
    default: self
    }
  }
}
