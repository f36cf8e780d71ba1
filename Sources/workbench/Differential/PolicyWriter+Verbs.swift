import FenceCore
import Outreach

extension PolicyWriter {
  /// A verb with any of its parts.
  mutating func verb() -> String {
    switch below(15) {
    case 0, 1: return consent()
    case 2: return "opted out\(optOutScope())\(condition(.optOut))"
    case 3:
      let lasting = oneIn(4) ? " for \(duration())" : ""
      let term = oneIn(3) ? "at once" : "within \(duration())\(lasting)"
      return "honour opt-outs\(optOutScope()) \(term)\(condition(.optOut))"
    case 4: return "scrub \(register())\(oneIn(2) ? " every \(duration())" : "")"
    case 5: return "listed on \(register(.numbers))"
    case 6: return "permitted on \(register(.permits))"
    case 7: return "sender registered with \(register(.senders))\(condition(.registration))"
    case 8, 9: return hours()
    case 10: return cap()
    case 11: return pause()
    case 12: return "attempt answers recipient within \(duration())"
    case 13: return says()
    default: return retention()
    }
  }

  private mutating func word(_ vocabulary: Vocabulary) -> String { pick(vocabulary.words) }

  /// `where E`, or nothing.
  private mutating func condition(_ kind: RecordKind) -> String {
    guard oneIn(3) else { return "" }
    return " where " + inRow(.record(kind), nil) { $0.truth(1) }
  }

  private mutating func optOutScope() -> String {
    let axes = pick([["channel", "purpose"], ["purpose", "channel"]])
    return switch below(4) {
    case 0: " of any \(axes[0])"
    case 1: " of any \(axes[0]) and \(axes[1])"
    default: ""
    }
  }

  private mutating func register(_ subject: Register.Subject? = nil) -> String {
    pick(registers.filter { subject == nil || $0.subject == subject }.map(\.name))
  }

  private mutating func consent() -> String {
    let axes = ["channel", "purpose", "technology", "sender", "number", "time"]
    let named =
      oneIn(5)
      ? some(Vocabulary.channel.words.filter { $0 != "any" })
      : some(axes).map { oneIn(2) ? "this \($0)" : $0 }
    let given = oneIn(3) ? " given \(oneIn(3) ? "or renewed " : "")within \(duration())" : ""
    return "consent \(word(.level)) for \(oneIn(4) ? "exactly " : "")"
      + "\(named.joined(separator: ", "))\(given)\(condition(.consent))"
  }

  // MARK: time

  /// Hours, with days by name, by calendar and by the eves of one.
  private mutating func hours() -> String {
    var openings: [String] = []
    if oneIn(2), let calendar = calendars.last {
      openings.append("\(oneIn(3) ? "eves of " : "")\(calendar) \(oneIn(2) ? "closed" : spans())")
    }
    switch below(3) {
    case 0: openings.append(spans())
    case 1: openings.append("monday to friday \(spans())")
    default:
      openings.append("monday, wednesday to friday \(spans())")
      openings.append("\(pick(["saturday", "sunday"])) \(oneIn(2) ? "closed" : spans())")
    }
    let zone = pick(["America/Chicago", "Europe/Paris"])
    return "hours \(openings.joined(separator: "; "))\(oneIn(6) ? " in zone \"\(zone)\"" : "")"
  }

  private mutating func spans() -> String {
    let hour = below(24)
    let minute = pick([0, 0, 30])
    let from = TimeOfDay(clamping: (hour * 60 + minute) * 60_000)
    let to = TimeOfDay(clamping: ((hour + 1 + below(24 - hour)) * 60) * 60_000)
    edges.times += [from, to]
    let first = "\(from) to \(to)"
    guard hour > 2, oneIn(4) else { return first }
    return "00:30 to 02:00, \(first)"
  }

  private mutating func cap() -> String {
    let channels = oneIn(2) ? " by \(some(Vocabulary.channel.words).joined(separator: ", "))" : ""
    let numbers = values.filter { $0.type == .number }.map(\.name)
    let limit = numbers.isEmpty || !oneIn(4) ? "\(below(4))" : pick(numbers)
    let span =
      switch below(6) {
      case 0, 1, 2: "in any \(duration(countsBusinessDays: false))"
      case 3: "ever"
      default: "per \(pick(["day", "week", "month"]))"
      }
    return "cap \(limit)\(channels) \(span)\(condition(.historyEntry))"
  }

  private mutating func pause() -> String {
    let term = oneIn(5) ? "forever" : duration()
    guard oneIn(2) else { return "pause \(term) after \(moment(0))" }
    let list: (String, RecordKind) = pick([
      ("history", .historyEntry), ("requests", .request), ("opt_outs", .optOut),
    ])
    let condition = inRow(.record(list.1), nil) { $0.truth(1) }
    return "pause \(term) after \(list.0) where \(condition)"
  }

  // MARK: words and retention

  private mutating func says() -> String {
    let elements = oneIn(2) ? ["opt_out"] : some(Vocabulary.element.words)
    return "\(pick(["message", "script"])) says \(elements.joined(separator: ", "))"
      + "\(oneIn(4) ? " first" : "")\(oneIn(5) ? " within 30 seconds" : "")"
  }

  private mutating func retention() -> String {
    let events = [
      "granting", "last_use", "consent_ends", "opt_out", "call", "send", "request", "scrub",
      "last_engaged_at", "verified_at", "origin.collected_at",
    ]
    let event =
      oneIn(3) ? "the later of \(some(events).joined(separator: ", "))" : pick(events)
    let data = oneIn(2) ? "contact" : "history"
    return oneIn(3)
      ? "keep \(data) for \(duration()) after \(event)"
      : "erase \(data) within \(duration()) after \(event)"
  }
}
