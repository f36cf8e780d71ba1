import FenceCore
import Outreach

/// The facts that an expression may name outside of rows, and where each stands.
enum GlobalFact {
  /// A first word of a name, and the record or field it stands for.
  struct Entry {
    var root: FactRoot
    /// The fields from the root to what the word names.
    var fields: [String]
    /// What the name begins with in reports, in place of the root and the fields.
    var shown: String
  }

  /// The words that begin the name of a fact, with what they stand for; `place` and `prior` are no values.
  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for field in RecordKind.contact.fields {
      entries[field.name] = Entry(
        root: .contact, fields: [field.name], shown: "contact.\(field.name)")
    }
    for part in ["offer", "sender", "audience", "metrics"] {
      entries[part] = Entry(root: .plan, fields: [part], shown: "plan.\(part)")
    }
    for part in ["channel", "technology", "message", "script"] {
      entries[part] = Entry(root: .step, fields: [part], shown: "step.\(part)")
    }
    for root in [FactRoot.contact, .plan, .step, .programme] {
      entries[root.rawValue] = Entry(root: root, fields: [], shown: root.rawValue)
    }
    entries["purpose"] = Entry(root: .plan, fields: ["purpose"], shown: "plan.purpose")
    entries["subject"] = Entry(
      root: .plan, fields: ["offer", "subject"], shown: "plan.offer.subject")
    entries["number"] = Entry(root: .derived, fields: ["number"], shown: "number")
    entries["age"] = Entry(root: .derived, fields: ["age"], shown: "age")
    return entries
  }()

  /// `line` alone is what all evidence together says of the line.
  static let line = Entry(root: .derived, fields: ["line"], shown: "line")

  /// What `this WORD` stands for: the attempt's own.
  static let ofAttempt: [String: Entry] = [
    "channel": Entry(root: .step, fields: ["channel"], shown: "step.channel"),
    "technology": Entry(root: .step, fields: ["technology"], shown: "step.technology"),
    "purpose": Entry(root: .plan, fields: ["purpose"], shown: "plan.purpose"),
    "subject": Entry(root: .plan, fields: ["offer", "subject"], shown: "plan.offer.subject"),
    "sender": Entry(root: .plan, fields: ["sender", "name"], shown: "plan.sender.name"),
    "number": Entry(root: .contact, fields: ["phone"], shown: "contact.phone"),
  ]

  /// Every word that means something as a fact.
  static let names: Set<String> = Set(entries.keys).union(["attempt", "place", "prior"])
}

extension FactRoot {
  /// The record in which the root's facts stand.
  var kind: RecordKind {
    switch self {
    case .programme: .programme
    case .plan: .plan
    case .step: .step
    case .contact: .contact
    case .derived: .derived
    }
  }
}
