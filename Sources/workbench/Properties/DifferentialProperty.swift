import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceWorkspace
import Foundation
import Outreach
import OutreachFacts

/// The bulk engine says of every contact just what the judge says.
struct DifferentialProperty {
  let library: Library
  let world = compiledWorld()
  /// How many contacts share a plan.
  private let listLength = 64

  /// Compares on so many contacts; prints how many of them the judge was asked about.
  func run(cases: Int, seed: UInt64) throws {
    let registers = library.policies.flatMap(\.registers).map(\.id)
    var (contacts, asked, verdicts, askedVerdicts) = (0, 0, 0, 0)
    var rules: [String: Int] = [:]
    var number: UInt64 = 0
    while contacts < cases {
      let own = seed &+ number
      number += 1
      var generator = FactGenerator(seed: own, registers: registers)
      let plan = generator.planWithWindows()
      let programme = generator.programme()
      let withReasons = number % 16 == 0
      let options = Judge.Options(
        findsNextChange: withReasons, findsReasons: withReasons, findsPermitted: withReasons)
      let list = (0..<listLength).map { _ in generator.contact() }
      func judge() -> Judge {
        Judge(library: library, plan: plan, programme: programme, world: world, options: options)
      }
      guard let program = Program(judge()) else { continue }
      let reference = judge()
      for contact in list { _ = try program.append(contact) { _ in true } }
      program.run()
      let records = ListedContacts(list)
      for (place, contact) in list.enumerated() {
        let expected = reference.judge(contact)
        let byClass = program.withClasses(of: place, in: records) { classes in
          classes.map { program.attempt(ofClass: $0) }
        }
        // What a class was counted for the list, it is not counted again.
        let counted = byClass == nil ? nil : program.judge.takeList()
        let found = program.judgement(
          of: place, id: expected.id, phone: expected.phone, in: records)
        if let counted {
          _ = program.judge.takeList()
          program.judge.add(counted)
        }
        guard found != expected || (byClass.map { $0 != expected.attempts } ?? false) else {
          continue
        }
        let shrunk = shrink(contact, judge)
        throw Properties.Failure(
          property: "program = judge", seed: own,
          detail: describe(shrunk, plan, judge) + difference(expected, found))
      }
      let numbers = RepeatedNumbers()
      guard reference.listFindings(numbers) == program.judge.listFindings(numbers) else {
        throw Properties.Failure(
          property: "program = judge", seed: own, detail: "the list is judged otherwise")
      }
      contacts += list.count
      asked += program.contactsAsked
      verdicts += program.verdictsGiven
      askedVerdicts += program.verdictsAsked
      rules.merge(program.rulesAsked) { $0 + $1 }
    }
    print(
      "program = judge: \(contacts) contacts of \(number) plans hold; the judge was asked about "
        + "\(asked) of them, and about \(askedVerdicts) of \(verdicts) verdicts of the others")
    for (rule, count) in rules.sorted(by: { $0.value > $1.value }).prefix(12) {
      print("  \(count) of \(rule)")
    }
  }

  /// What the judge and the program say of one contact alone.
  private func both(_ contact: FactRecord, _ judge: () -> Judge) -> (
    ContactJudgement, ContactJudgement
  )? {
    guard let program = Program(judge()) else { return nil }
    _ = try? program.append(contact) { _ in true }
    program.run()
    let expected = judge().judge(contact)
    return (
      expected,
      program.judgement(
        of: 0, id: expected.id, phone: expected.phone, in: ListedContacts([contact]))
    )
  }

  /// The contact without whatever the difference does not need.
  private func shrink(_ contact: FactRecord, _ judge: () -> Judge) -> FactRecord {
    var smallest = contact
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in smallest.smaller() {
        guard let (expected, found) = both(candidate, judge), expected != found else { continue }
        smallest = candidate
        isSmaller = true
        break
      }
    }
    return smallest
  }

  private func describe(_ contact: FactRecord, _ plan: FactRecord, _ judge: () -> Judge) -> String {
    var text = "\n  contact { \(contact.spelled) }\n"
    for (number, step) in (plan["steps"].value.items).enumerated() {
      text += "  step \(number): \(step.spelled)\n"
    }
    if let (expected, found) = both(contact, judge) {
      text += "  shrunk: " + difference(expected, found)
    }
    return text
  }

  /// The rules of which the two differ.
  private func difference(_ expected: ContactJudgement, _ found: ContactJudgement) -> String {
    var lines: [String] = []
    for (a, b) in zip(expected.attempts, found.attempts) where a != b {
      func words(of attempt: AttemptJudgement) -> Set<String> {
        Set(
          (attempt.findings + attempt.planFindings + attempt.excused).map {
            "\($0.rule) \($0.verdict.rawValue) weak \($0.isWeak) by \($0.excusedBy ?? "-") missing \($0.missing) next \(String(describing: $0.nextChange)) at \($0.origin)"
          } + [
            "decision \(attempt.decision)", "gaps \(attempt.gaps)",
            "permitted \(String(describing: attempt.permitted))",
          ])
      }
      let (x, y) = (words(of: a), words(of: b))
      lines.append(
        "\n    step \(a.step): judge says \(x.subtracting(y).sorted()), program \(y.subtracting(x).sorted())"
      )
      if x == y { lines.append("    (another order)") }
    }
    if (expected.segments, expected.doubtfulSegments) != (found.segments, found.doubtfulSegments) {
      lines.append("\n    segments \(expected.segments), program \(found.segments)")
    }
    if expected.jurisdictions != found.jurisdictions { lines.append("\n    jurisdictions") }
    return lines.joined()
  }
}

/// Contacts that were read before they came into the batch.
final class ListedContacts: BatchRecords {
  private let contacts: [FactRecord]

  init(_ contacts: [FactRecord]) { self.contacts = contacts }

  func record(at place: Int) -> FactRecord { contacts[place] }
}

/// `workbench differential [CASES [SEED]]`: the bulk engine against the judge, by the shipped policies.
func checkDifference(_ arguments: [String]) -> Int32 {
  let cases = arguments.first.flatMap { Int($0) } ?? 2_000
  let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 20_261_122
  let set = PolicySet(
    shipped: shippedPolicies, own: [], world: compiledWorld(), today: nil, readsShippedTests: false)
  print("seed \(seed), \(set.library.policies.count) policies, \(set.ruleCount) rules")
  do {
    try DifferentialProperty(library: set.library).run(cases: cases, seed: seed)
    return 0
  } catch let failure as Properties.Failure {
    print("does not hold: \(failure.property)\n  seed \(failure.seed): \(failure.detail)")
    return 1
  } catch {
    print("\(error)")
    return 1
  }
}

extension FactGenerator {
  /// A plan of which some steps have windows, on the recipient's clock or on none.
  fileprivate mutating func planWithWindows() -> FactRecord {
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
}

extension FactRecord {
  /// Records with one thing less.
  fileprivate func smaller() -> [FactRecord] {
    var result: [FactRecord] = []
    for index in fields.indices {
      for value in fields[index].value.smaller() {
        var copy = self
        copy.fields[index].value = value
        result.append(copy)
      }
    }
    return result
  }

  /// What is known in it, in one line.
  fileprivate var spelled: String {
    zip(kind.fields, fields).filter { $1.value != .unknown }
      .map { "\($0.name) \($1.value.spelled)" }.joined(separator: "  ")
  }
}

extension FactValue {
  fileprivate func smaller() -> [FactValue] {
    switch self {
    case .unknown: []
    case .record(let record): [.unknown] + record.smaller().map { .record($0) }
    case .list(let items):
      [.unknown, .list([])]
        + items.indices.map { index in
          var rest = items
          rest.remove(at: index)
          return .list(rest)
        }
        + items.indices.flatMap { index in
          items[index].value.smaller().filter { $0 != .unknown }.map { value in
            var copy = items
            copy[index].value = value
            return FactValue.list(copy)
          }
        }
    case .table(let entries):
      [.unknown]
        + entries.keys.sorted().map { key in
          var copy = entries
          copy[key] = nil
          return .table(copy)
        }
        + entries.keys.sorted().flatMap { key in
          (entries[key]?.value.smaller() ?? []).map { value in
            var copy = entries
            copy[key]?.value = value
            return FactValue.table(copy)
          }
        }
    default: [.unknown]
    }
  }

  fileprivate var items: [FactValue] {
    guard case .list(let items) = self else { return [] }
    return items.map(\.value)
  }

  fileprivate var spelled: String {
    switch self {
    case .record(let record): "{ \(record.spelled) }"
    case .list(let items): "[\(items.map(\.value.spelled).joined(separator: ", "))]"
    case .table(let entries):
      "{ \(entries.sorted { $0.key < $1.key }.map { "\"\($0.key)\" \($0.value.value.spelled)" }.joined(separator: "  ")) }"
    case .text(let text): "\"\(text)\""
    case .phone(let text): "\"\(text)\""
    case .word(let word): word.spelling
    case .words(let set):
      set.words.isEmpty ? "[]" : set.words.map(\.spelling).joined(separator: ", ")
    case .truth(let truth): "\(truth)"
    case .none: "none"
    case .instant(let instant): instant.rfc3339()
    case .date(let date): "\(date)"
    case .number(let number): "\(number)"
    default: "\(self)"
    }
  }
}
