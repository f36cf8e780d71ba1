import FenceCore
import FenceDiagnostics
import FenceReports
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts

/// Makes the lists of `list`.
struct Lister {
  let library: Library

  /// The day on which things must be in force; nil for all.
  let day: CivilDate?

  /// The day from which the age of reviews is counted.
  let today: CivilDate

  /// Whether only what rests on a source due for review is listed.
  let onlyStale: Bool

  /// What can be listed.
  static let topics = [
    "policies", "rules", "registers", "sources", "gaps", "constants", "waivers", "segments",
    "fields", "codes",
  ]

  /// The list of a topic; nil if there is none such.
  func listing(of topic: String) -> Listing? {
    switch topic {
    case "policies": policies
    case "rules": rules("rules") { !$0.isGap }
    case "gaps": rules("gaps") { $0.isGap }
    case "registers": registers
    case "sources": sources
    case "constants": constants
    case "waivers": waivers
    case "segments": segments
    case "fields": fields
    case "codes": codes
    default: nil
    }
  }

  private var policies: Listing {
    Listing(
      kind: "policies",
      keys: ["name", "title", "within", "covers", "rules", "gaps", "due_for_review", "file"],
      rows: library.policies.compactMap { policy in
        let due = policy.sources.count { $0.isStale(on: today) }
        guard !onlyStale || due > 0 else { return nil }
        let rules = policy.rules.filter(isInForce)
        return [
          policy.name, policy.title, policy.parent, policy.coverage.words,
          "\(rules.count { !$0.isGap })", "\(rules.count { $0.isGap })", "\(due)",
          policy.location.file,
        ]
      })
  }

  private func rules(_ kind: String, _ isWanted: (Rule) -> Bool) -> Listing {
    let rows = library.policies.flatMap { policy -> [[String?]] in
      let stale = Set(policy.sources.filter { $0.isStale(on: today) }.map(\.name))
      return policy.rules.compactMap { rule in
        guard isWanted(rule), isInForce(rule),
          !onlyStale || rule.authorities.contains(where: { stale.contains($0.source) })
        else { return nil }
        let strongest = rule.authorities.first { !$0.isWeak } ?? rule.authorities.first
        return [
          rule.id, rule.severity.rawValue, rule.from?.description, rule.until?.description,
          rule.title, rule.authorities.map(\.citation).joined(separator: "; "),
          strongest?.evidence.rawValue, strongest?.confidence.rawValue,
        ]
      }
    }
    return Listing(
      kind: kind,
      keys: ["rule", "severity", "from", "until", "title", "cite", "evidence", "confidence"],
      rows: rows)
  }

  private var registers: Listing {
    Listing(
      kind: "registers",
      keys: [
        "register", "title", "of", "channels", "lines", "recipients", "consult", "from", "until",
        "by",
        "link",
      ],
      rows: library.policies.flatMap(\.registers).filter { isInForce($0.from, $0.until) }.map {
        register in
        [
          register.id, register.title, register.subject.rawValue,
          words(register.channels), words(register.lines), words(register.recipients),
          register.interval?.words, register.from?.description, register.until?.description,
          register.authority, register.link,
        ]
      })
  }

  private func words(_ concerned: WordSet?) -> String? {
    concerned.map { $0.words.map(\.spelling).joined(separator: ", ") }
  }

  private var sources: Listing {
    Listing(
      kind: "sources",
      keys: [
        "source", "title", "cite", "evidence", "confidence", "reviewed", "every", "due", "link",
      ],
      rows: library.policies.flatMap { policy -> [[String?]] in
        policy.sources.filter { !onlyStale || $0.isStale(on: today) }.map { source in
          [
            "\(policy.name).\(source.name)", source.title, source.citation,
            source.evidence.rawValue, source.confidence.rawValue, source.reviewed?.description,
            source.interval?.description, source.isStale(on: today) ? "due" : nil,
            source.link,
          ]
        }
      })
  }

  private var codes: Listing {
    Listing(
      kind: "codes", keys: ["code", "severity", "title"],
      rows: Lister.codes.map { [$0.code, $0.severity.rawValue, $0.title] })
  }

  /// Every diagnostic that the program knows.
  static let codes =
    syntaxDiagnosticCodes + semanticDiagnosticCodes
    + factDiagnosticCodes.map { DiagnosticCode($0, "a document of facts") }

  private func isInForce(_ rule: Rule) -> Bool { isInForce(rule.from, rule.until) }

  func isInForce(_ from: CivilDate?, _ until: CivilDate?) -> Bool {
    guard let day else { return true }
    return (from ?? .earliest) <= day && day <= (until ?? .latest)
  }
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
