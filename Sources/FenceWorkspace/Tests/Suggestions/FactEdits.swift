import FenceCore
import FenceSemantics
import Outreach

/// Small changes of a test's facts, the likeliest to tell two versions of a clause apart first.
struct FactEdits {
  /// The values and names that the clause writes.
  let hints: MutationHints
  /// The clock on which the test's recipient lives.
  let zone: ZoneHistory

  private var attempt: Instant?
  /// The channel and the purpose of the attempt, where they are given.
  private var attemptWords: [String: String] = [:]
  private var places: [(part: WritableKeyPath<CheckedTest, FactTree?>, kinds: [RecordKind])] {
    [
      (\.plan, [.plan, .step, .offer]), (\.contact, [.contact]), (\.programme, [.programme]),
    ]
  }

  init(hints: MutationHints, zone: ZoneHistory) {
    self.hints = hints
    self.zone = zone
  }

  /// The facts of a test changed in one place.
  mutating func changed(_ test: CheckedTest) -> [CheckedTest] {
    attempt = test.plan.flatMap { FactEdits.attempt(in: $0) }
    attemptWords = test.plan.map { FactEdits.words(of: $0) } ?? [:]
    var near: [CheckedTest] = []
    var far: [CheckedTest] = []
    for (part, kinds) in places {
      let tree = test[keyPath: part] ?? FactTree(.object([]), .startOfFile)
      // An absent programme stays absent unless the clause speaks of it.
      if test[keyPath: part] == nil, part == \.programme, !hints.names.contains("programme") {
        continue
      }
      for variant in variants(of: tree, as: .records(kinds), named: "") {
        var changed = test
        changed[keyPath: part] = variant.tree
        if variant.isNear { near.append(changed) } else { far.append(changed) }
      }
    }
    return near + far
  }

  /// A changed tree, and whether the clause speaks of what was changed.
  private struct Variant {
    var tree: FactTree
    var isNear: Bool
  }

  /// What is known of the kind of a value.
  private enum Shape {
    case records([RecordKind])
    case type(FactType)
  }

  private func variants(of tree: FactTree, as shape: Shape, named name: String) -> [Variant] {
    let isNear = hints.names.contains(name)
    func leaf(_ contents: [FactTree.Content]) -> [Variant] {
      contents.filter { $0 != tree.content }.map {
        Variant(tree: FactTree($0, tree.place), isNear: isNear)
      }
    }
    switch tree.content {
    case .object(let members): return variants(of: members, tree, as: shape)
    case .array(let elements): return variants(of: elements, tree, as: shape, named: name)
    case .open: return []
    case .truth(let truth): return leaf([.truth(!truth), .null])
    case .word(let word): return leaf(words(for: shape).filter { $0 != .word(word) } + [.null])
    case .null: return leaf(values(for: shape))
    case .string(let text):
      return leaf((hints.texts + ["something else"]).filter { $0 != text }.map { .string($0) })
    case .number: return leaf(hints.numbers.map { .number($0.description) })
    case .percentage: return leaf(hints.numbers.map { .percentage($0) })
    case .period(let period):
      return leaf((hints.periods + period.neighbours).map { .period($0) })
    case .instant(let instant):
      let others = name == "at" && instant == attempt ? attempts(instant) : times(instant)
      // A time is always worth moving: most clauses compare two.
      return others.map { Variant(tree: FactTree(.instant($0), tree.place), isNear: true) }
    case .date: return leaf(dates.map { .date($0) })
    case .time(let time):
      return leaf((hints.times + time.neighbours).map { .time($0) })
    }
  }

  private func variants(
    of members: [FactTree.Member], _ tree: FactTree, as shape: Shape
  ) -> [Variant] {
    var result: [Variant] = []
    for (index, member) in members.enumerated() {
      var others = members
      for variant in variants(
        of: member.value, as: self.shape(of: member.key, in: shape), named: member.key)
      {
        others[index].value = variant.tree
        result.append(Variant(tree: FactTree(.object(others), tree.place), isNear: variant.isNear))
      }
      var fewer = members
      fewer.remove(at: index)
      result.append(
        Variant(
          tree: FactTree(.object(fewer), tree.place), isNear: hints.names.contains(member.key)))
    }
    for field in fields(of: shape) where hints.names.contains(field.name) {
      guard !members.contains(where: { $0.key == field.name }) else { continue }
      for value in values(for: .type(field.type)) {
        let added = FactTree.Member(
          key: field.name, keyPlace: tree.place, value: FactTree(value, tree.place))
        result.append(
          Variant(tree: FactTree(.object(members + [added]), tree.place), isNear: true))
      }
    }
    return result
  }

  private func variants(
    of elements: [FactTree], _ tree: FactTree, as shape: Shape, named name: String
  ) -> [Variant] {
    let inner: Shape =
      if case .type(.list(let type)) = shape { .type(type) } else { shape }
    var result: [Variant] = []
    func add(_ elements: [FactTree]) {
      result.append(
        Variant(
          tree: FactTree(.array(elements), tree.place), isNear: hints.names.contains(name)))
    }
    for index in elements.indices {
      var others = elements
      others.remove(at: index)
      add(others)
    }
    for index in elements.indices {
      for variant in variants(of: elements[index], as: inner, named: name) {
        var others = elements
        others[index] = variant.tree
        result.append(
          Variant(tree: FactTree(.array(others), tree.place), isNear: variant.isNear))
      }
      // More of the same, up to what a cap may count.
      for count in hints.counts {
        add(elements + Array(repeating: elements[index], count: count))
      }
    }
    if case .type(.record(let kind)) = inner {
      for row in rows(of: kind, at: tree.place) {
        for count in [1] + hints.counts.filter({ $0 > 1 && kind == .historyEntry }) {
          add(elements + Array(repeating: row, count: count))
        }
      }
    }
    for word in words(for: inner) {
      let element = FactTree(word, tree.place)
      if !elements.contains(where: { $0.content == word }) { add(elements + [element]) }
    }
    return result
  }

  // MARK: what the schema allows

  private func fields(of shape: Shape) -> [FactField] {
    switch shape {
    case .records(let kinds): kinds.flatMap(\.fields)
    case .type(.record(let kind)), .type(.table(let kind)): kind.fields
    case .type: []
    }
  }

  private func shape(of key: String, in shape: Shape) -> Shape {
    if case .type(.table(let kind)) = shape { return .type(.record(kind)) }
    let field = fields(of: shape).first { $0.name == key || $0.aliases.contains(key) }
    return field.map { .type($0.type) } ?? .records([])
  }

  private func words(for shape: Shape) -> [FactTree.Content] {
    switch shape {
    case .type(.word(let vocabulary)), .type(.words(let vocabulary)):
      vocabulary.words.map { .word($0) }
    default: []
    }
  }

  /// Values of a kind to try where none is given.
  private func values(for shape: Shape) -> [FactTree.Content] {
    guard case .type(let type) = shape else { return [] }
    switch type {
    case .truth: return [.truth(true), .truth(false)]
    case .number: return hints.numbers.map { .number($0.description) }
    case .percentage: return hints.numbers.map { .percentage($0) }
    case .text, .place, .phone: return hints.texts.map { .string($0) } + [.null]
    case .moment:
      return [.null] + (attempt.map { attempt in times(attempt).map { .instant($0) } } ?? [])
    case .timeOfDay: return hints.times.map { .time($0) }
    case .period: return hints.periods.map { .period($0) }
    case .word: return words(for: shape) + [.null]
    case .words: return words(for: shape) + [.array([])]
    case .list: return [.array([])]
    case .record(let kind):
      return [.null]
        + kind.fields.filter { hints.names.contains($0.name) }.flatMap { field in
          values(for: .type(field.type)).prefix(12).map { value in
            .object([
              FactTree.Member(
                key: field.name, keyPlace: .startOfFile, value: FactTree(value, .startOfFile))
            ])
          }
        }
    case .choice(let words): return words.map { .word($0) }
    case .table, .own: return []
    }
  }

  /// Rows that speak of the attempt: its channel and purpose, about the time of it, of every level.
  private func rows(of kind: RecordKind, at place: FactPlace) -> [FactTree] {
    var rows: [[FactTree.Member]] = [[]]
    for field in kind.fields {
      let values: [FactTree.Content] =
        switch field.type {
        case .word(.channel): attemptWords["channel"].map { [.word($0)] } ?? []
        case .word(.purpose): attemptWords["purpose"].map { [.word($0)] } ?? []
        case .word(.level): Vocabulary.level.words.map { .word($0) }
        case .moment where ["at", "granted_at"].contains(field.name):
          attempt.map { times($0).prefix(8).map { .instant($0) } } ?? []
        default: []
        }
      guard !values.isEmpty else { continue }
      rows = rows.flatMap { row in
        values.map { value in
          row + [FactTree.Member(key: field.name, keyPlace: place, value: FactTree(value, place))]
        }
      }
    }
    return rows.filter { !$0.isEmpty }.map { FactTree(.object($0), place) }
  }

  // MARK: times

  /// Where the attempt might be moved to: the edges of hours, the days around those that the clause names.
  private func attempts(_ instant: Instant) -> [Instant] {
    let (date, time) = zone.local(instant)
    var result = hints.times.map { zone.instant(date, $0, .earlier) }
    result += dates.map { zone.instant($0, time, .earlier) }
    for days in [-1, 1, -2, 2, 3, 4, 5] {
      result.append(zone.instant(date.adding(days: days), time, .earlier))
    }
    return (result + times(instant)).filter { $0 != instant }
  }

  /// Where another time might be moved to: as far from the attempt as the clause's lengths of time are.
  private func times(_ instant: Instant) -> [Instant] {
    let anchor = attempt ?? instant
    var result: [Instant] = []
    for period in hints.periods {
      switch period {
      case .exact(let milliseconds):
        for direction in [-1, 1] as [Int64] {
          for slack in [0, -60_000, 60_000] as [Int64] {
            result.append(anchor.adding(milliseconds: direction * milliseconds + slack))
          }
        }
      case .calendar:
        let (date, time) = zone.local(anchor)
        for direction in [-1, 1] {
          let shifted = period.shift(date, direction: direction) { day in
            day.weekday.rawValue <= 5
          }
          for slack in [0, -1, 1, -3, 3] {
            guard let shifted else { continue }
            result.append(zone.instant(shifted.adding(days: slack), time, .earlier))
          }
        }
      }
    }
    result += dates.map { zone.instant($0, TimeOfDay(clamping: 43_200_000), .earlier) }
    for minutes in [-1, 1, -60, 60, -1440, 1440, -14_400, 144_000, -144_000] as [Int64] {
      result.append(anchor.adding(milliseconds: minutes * 60_000))
    }
    result.append(anchor)
    return result.filter { $0 != instant }
  }

  /// The days around those that the clause names.
  private var dates: [CivilDate] {
    hints.dates.flatMap { [$0, $0.adding(days: -1), $0.adding(days: 1)] }
  }

  /// The words of a plan and its last step by their fields.
  private static func words(of plan: FactTree) -> [String: String] {
    guard case .object(let members) = plan.content else { return [:] }
    var words: [String: String] = [:]
    for member in members {
      if case .word(let word) = member.value.content { words[member.key] = word }
      if member.key == "steps", case .array(let steps) = member.value.content,
        let last = steps.last
      {
        words.merge(FactEdits.words(of: last)) { _, new in new }
      }
    }
    return words
  }

  /// The instant at which a plan's last step is.
  private static func attempt(in plan: FactTree) -> Instant? {
    guard case .object(let members) = plan.content else { return nil }
    for member in members {
      if member.key == "at", case .instant(let instant) = member.value.content { return instant }
      if member.key == "steps", case .array(let steps) = member.value.content,
        let last = steps.last
      {
        return attempt(in: last)
      }
    }
    return nil
  }
}
