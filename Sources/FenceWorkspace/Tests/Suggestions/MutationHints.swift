import FenceCore
import FenceSemantics
import Outreach

/// What a changed clause writes, before and after the change: the facts that it reads and the values at which it
/// turns.
struct MutationHints {
  private(set) var names: Set<String> = []
  private(set) var texts: [String] = []
  private(set) var numbers: [Quantity] = []
  private(set) var periods: [Period] = []
  private(set) var times: [TimeOfDay] = []
  private(set) var dates: [CivilDate] = []

  /// How many more rows bring a count to a limit.
  var counts: [Int] {
    let limits = numbers.map { Int($0.millionths / 1_000_000) }.filter { (1...20).contains($0) }
    return Set([1] + limits + limits.map { $0 - 1 }).filter { $0 > 0 }.sorted()
  }

  init(_ mutation: Mutation, rules: [(old: Rule, new: Rule)]) {
    for text in [mutation.clause, mutation.instead] {
      names.formUnion(
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    }
    for (old, new) in rules {
      for difference in old.differences(from: new) { difference.forEachPart { read($0) } }
    }
  }

  private mutating func read(_ expression: Expression) {
    switch expression {
    case .constant(let value): read(value)
    case .fact(let path): names.formUnion(path.name.split(separator: ".").map(String.init))
    case .within(let term, _, _), .moved(_, let term, _, _): add(term.period, to: \.periods)
    case .prior(let prior):
      names.formUnion(["history", "channel"])
      if case .rolling(let period) = prior.span { add(period, to: \.periods) }
      if case .calendar(let unit) = prior.span {
        let days = [CalendarUnit.day: 1, .week: 7, .month: 31][unit] ?? 1
        add(.calendar([Period.Part(count: days, unit: .days)]), to: \.periods)
      }
    case .schedule(let schedule):
      for span in schedule.groups.flatMap(\.spans) {
        for end in [span.from, span.to] {
          for milliseconds in [end.milliseconds - 60_000, end.milliseconds] {
            add(TimeOfDay(clamping: milliseconds), to: \.times)
          }
        }
      }
    case .inForce(let from, let until):
      for day in [from, until].compactMap({ $0 }) { add(day, to: \.dates) }
    default: break
    }
  }

  private mutating func read(_ value: FactValue) {
    switch value {
    case .number(let number):
      for near in [number] + number.neighbours { add(near, to: \.numbers) }
    case .period(let period): add(period, to: \.periods)
    case .time(let time): add(time, to: \.times)
    case .date(let day): add(day, to: \.dates)
    case .text(let text): add(text, to: \.texts)
    default: break
    }
  }

  private mutating func add<Value: Equatable>(
    _ value: Value, to list: WritableKeyPath<MutationHints, [Value]>
  ) {
    if !self[keyPath: list].contains(value) { self[keyPath: list].append(value) }
  }
}
