import FenceCore
import FenceReports
import Outreach

/// The lists of what policies hold.
extension Lister {
  func policies() throws -> Listing {
    Listing(
      kind: "policies",
      keys: ["name", "title", "within", "covers", "rules", "gaps", "due_for_review", "file"],
      rows: try load().policies.compactMap { policy in
        let due = policy.sources.count { $0.isStale(on: today) }
        guard !onlyStale || due > 0 else { return nil }
        let rules = policy.rules.filter { isInForce($0.from, $0.until) }
        return [
          .text(policy.name), .text(policy.title), .text(policy.parent),
          .text(policy.coverage.words), .number(rules.count { !$0.isGap }),
          .number(rules.count { $0.isGap }), .number(due), .text(policy.location.file),
        ]
      })
  }

  func rules() throws -> Listing { try rules("rules") { !$0.isGap } }

  func gaps() throws -> Listing { try rules("gaps") { $0.isGap } }

  private func rules(_ kind: String, _ isWanted: (Rule) -> Bool) throws -> Listing {
    let rows = try load().policies.flatMap { policy -> [[Listing.Cell]] in
      let sources = Dictionary(
        policy.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      return policy.rules.compactMap { rule in
        let law = rule.authorities.compactMap { sources[$0.source] }
        let isStale = law.contains { $0.isStale(on: today) }
        guard isWanted(rule), isInForce(rule.from, rule.until), !onlyStale || isStale else {
          return nil
        }
        let strongest = rule.authorities.first { !$0.isWeak } ?? rule.authorities.first
        return [
          .text(rule.id), .text(rule.title), .text(rule.severity.rawValue),
          .text(rule.from?.description), .text(rule.until?.description),
          .texts(rule.authorities.map(\.citation)), .text(strongest?.link),
          .text(strongest?.evidence.rawValue), .text(strongest?.confidence.rawValue),
          .text(law.compactMap(\.reviewed).min()?.description),
          .text(law.compactMap(\.due).min()?.description), .truth(isStale),
          .text(place(rule.location)),
        ]
      }
    }
    return Listing(
      kind: kind,
      keys: [
        "rule", "title", "severity", "from", "until", "cite", "link", "evidence", "confidence",
        "reviewed", "review_by", "due", "at",
      ],
      rows: rows)
  }

  func notes() throws -> Listing {
    Listing(
      kind: "notes", keys: ["policy", "text", "kind", "rules", "cite"],
      rows: try load().policies.flatMap { policy in
        policy.notes.map { note in
          [
            .text(policy.name), .text(note.text), .text(note.kind), .texts(note.rules),
            .texts(note.authorities.map(\.citation)),
          ]
        }
      })
  }

  func sources() throws -> Listing {
    Listing(
      kind: "sources",
      keys: [
        "source", "title", "cite", "evidence", "confidence", "reviewed", "every", "review_by",
        "due", "link", "at",
      ],
      rows: try load().policies.flatMap { policy in
        policy.sources.filter { !onlyStale || $0.isStale(on: today) }.map { source in
          [
            .text("\(policy.name).\(source.name)"), .text(source.title), .text(source.citation),
            .text(source.evidence.rawValue), .text(source.confidence.rawValue),
            .text(source.reviewed?.description), .text(source.interval?.description),
            .text(source.due?.description), .truth(source.isStale(on: today)),
            .text(source.link), .text(place(source.location)),
          ]
        }
      })
  }

  func registers() throws -> Listing {
    Listing(
      kind: "registers",
      keys: [
        "register", "title", "of", "channels", "lines", "recipients", "consult", "binds_after",
        "from", "until", "by", "link",
      ],
      rows: try load().policies.flatMap(\.registers).filter { isInForce($0.from, $0.until) }.map {
        register in
        [
          .text(register.id), .text(register.title), .text(register.subject.rawValue),
          .texts(words(register.channels)), .texts(words(register.lines)),
          .texts(words(register.recipients)), .text(register.interval?.words),
          .text(register.grace?.description), .text(register.from?.description),
          .text(register.until?.description), .text(register.authority), .text(register.link),
        ]
      })
  }

  func calendars() throws -> Listing {
    Listing(
      kind: "calendars", keys: ["calendar", "title", "days", "regions", "known_through"],
      rows: try load().policies.flatMap(\.calendars).sorted { $0.id < $1.id }.map { named in
        [
          .text(named.id), .text(named.title), .number(named.calendar.days.count),
          .texts(named.calendar.regions), .text(named.calendar.knownThrough?.description),
        ]
      })
  }

  func phrases() throws -> Listing {
    Listing(
      kind: "phrases", keys: ["policy", "element", "language", "phrases"],
      rows: try load().policies.flatMap { policy in
        policy.phrases.map { entry in
          [
            .text(policy.name), .text(entry.element.spelling), .text(entry.language),
            .texts(entry.phrases),
          ]
        }
      })
  }

  /// The words that a register concerns; none where it concerns all.
  private func words(_ concerned: WordSet?) -> [String] { concerned?.words.map(\.spelling) ?? [] }
}

extension Coverage {
  /// Whom it covers, in a few words.
  fileprivate var words: String {
    switch self {
    case .nobody: "nobody"
    case .everyone: "everyone"
    case .places(let codes, let recipients, let senders):
      [recipients ? "recipients" : nil, senders ? "senders" : nil].compactMap { $0 }
        .joined(separator: " and ") + " in " + codes.joined(separator: ", ")
    }
  }
}

extension Register.Interval {
  fileprivate var words: String {
    switch self {
    case .every(let period): "every \(period)"
    case .campaign: "before each campaign"
    case .attempt: "at each attempt"
    }
  }
}
