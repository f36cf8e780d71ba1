import FenceCore
public import Outreach

/// The English of the reports: turns values, verdicts and names of facts into words.
public struct Phrasebook: Sendable {
  private let times: TimeText

  /// Makes a phrasebook; zones tell local time.
  public init(zones: any ZoneSource) { times = TimeText(zones: zones) }

  /// A value as a proof cites it; instants are told on the clock of a zone.
  public func words(_ value: FactValue, zone: String) -> String {
    switch value {
    case .unknown: "not supplied"
    case .none: "none"
    case .truth(let truth): truth ? "yes" : "no"
    case .number(let quantity): quantity.description
    case .text(let text): text.isEmpty ? "(empty)" : text
    case .phone(let number): number
    case .instant(let instant): times.local(instant, zone: zone)
    case .date(let date): TimeText.day(date)
    case .time(let time): time.description
    case .period(let period): period.description
    case .word(let word): Phrasebook.plain(word.spelling)
    case .words(let set):
      set.words.isEmpty
        ? "none" : set.words.map { Phrasebook.plain($0.spelling) }.joined(separator: ", ")
    case .candidates(let values):
      values.map { words($0, zone: zone) }.joined(separator: " or ")
    case .list(let rows): rows.isEmpty ? "none" : list(rows, zone: zone)
    case .record(let record): words(record, zone: zone)
    case .table(let entries): counted(entries.count, "entry", "entries")
    }
  }

  /// A word of the facts in plain English: `no_answer` becomes `no answer`.
  public static func plain(_ word: String) -> String {
    String(word.map { $0 == "_" ? " " : $0 })
  }

  /// The name of a fact in plain English: `contact.time_zone` becomes `the contact's time zone`.
  public static func plainName(_ fact: String) -> String {
    let parts = fact.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let owner = owners[String(parts[0])] else { return plain(fact) }
    return "\(owner) \(plain(String(parts[1]).split(separator: ".").joined(separator: ", ")))"
  }

  /// How well a piece of law is known: `text read, high confidence`.
  static func grade(_ authority: Authority) -> String {
    let read =
      switch authority.evidence {
      case .primary: "text read"
      case .secondary: "secondary source"
      case .memory: "from memory"
      }
    return "\(read), \(authority.confidence.rawValue) confidence"
  }

  private static let owners = [
    "contact": "the contact's", "plan": "the plan's", "step": "the step's",
    "programme": "the programme's",
  ]

  /// A mark for a truth.
  static func mark(_ truth: Truth) -> String {
    switch truth {
    case .yes: "✓"
    case .no: "✗"
    case .unknown: "?"
    }
  }

  /// A mark for a verdict.
  static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .fail: "✗"
    case .unproven: "?"
    default: "✓"
    }
  }

  private func list(_ rows: [Fact], zone: String) -> String {
    let shown = rows.prefix(Phrasebook.fewRows).map { words($0.value, zone: zone) }
    let rest = rows.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  /// The fields of a row that are known to be something.
  private func words(_ record: FactRecord, zone: String) -> String {
    zip(record.kind.fields, record.fields).compactMap { field, fact in
      switch fact.value {
      case .unknown, .none: nil
      default: "\(Phrasebook.plain(field.name)) \(words(fact.value, zone: zone))"
      }
    }.joined(separator: ", ")
  }

  private static let fewRows = 4
}
