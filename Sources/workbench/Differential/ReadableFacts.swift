import FenceCore
import Outreach

/// The facts that policies may name, by the type of their values, as the schema declares them.
struct ReadableFacts {
  /// A fact under the name by which a policy asks for it.
  struct Named {
    var name: String
    var type: FactType
    /// The record in which it stands and its field there: `contact.minor`.
    var field: String
  }

  /// The roots, each with how often its facts are asked for.
  private static let weights: [(root: FactRoot, weight: Int)] = [
    (.contact, 6), (.derived, 1), (.plan, 2), (.step, 2), (.programme, 1),
  ]

  private let all: [FactRoot: [Named]]
  private let byType: [FactRoot: [FactType: [Named]]]
  /// Every list of records and of values that can be looked through, with the type of its rows.
  let lists: [Named]

  init() {
    var all: [FactRoot: [Named]] = [:]
    for root in [FactRoot.contact, .plan, .step, .programme] {
      all[root] = ReadableFacts.facts(below: root.rawValue, RecordKind(rawValue: root.rawValue))
    }
    all[.derived] =
      ReadableFacts.facts(below: "number", .derivedNumber) + [
        Named(name: "line", type: .word(.line), field: "derived.line"),
        Named(name: "age", type: .number, field: "derived.age"),
      ]
    self.all = all
    byType = all.mapValues { Dictionary(grouping: $0, by: \.type) }
    lists = ReadableFacts.weights.flatMap { all[$0.root] ?? [] }.filter {
      if case .list = $0.type { true } else { false }
    }
  }

  /// Every fact, each once.
  var everything: [Named] { ReadableFacts.weights.flatMap { all[$0.root] ?? [] } }

  /// A fact of any type.
  func any(_ random: inout SplitMix64) -> Named? {
    let options = all[root(&random)] ?? []
    return options.isEmpty ? nil : options[random.below(options.count)]
  }

  /// A fact of a type; nil if no root has any.
  func any(of type: FactType, _ random: inout SplitMix64) -> Named? {
    let first = root(&random)
    for root in [first] + ReadableFacts.weights.map(\.root) {
      guard let options = byType[root]?[type], !options.isEmpty else { continue }
      return options[random.below(options.count)]
    }
    return nil
  }

  private func root(_ random: inout SplitMix64) -> FactRoot {
    var rest = random.below(ReadableFacts.weights.reduce(0) { $0 + $1.weight })
    for (root, weight) in ReadableFacts.weights {
      if rest < weight { return root }
      rest -= weight
    }
    return .contact
  }

  /// The facts of a record and of the records in it; those of its lists are asked for row by row.
  private static func facts(below name: String, _ kind: RecordKind?) -> [Named] {
    guard let kind else { return [] }
    return kind.fields.flatMap { field -> [Named] in
      let full = "\(name).\(field.name)"
      let own = Named(name: full, type: field.type, field: "\(kind.rawValue).\(field.name)")
      switch field.type {
      // The plan's programme is read as `programme`; of what it says of everybody no contact is asked.
      case .record(.programme), .record(.contact), .table, .own: return []
      case .record(let inner): return [own] + facts(below: full, inner)
      default: return [own]
      }
    }
  }
}
