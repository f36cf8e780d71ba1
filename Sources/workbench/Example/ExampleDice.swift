import Outreach

/// Chance that repeats itself, and what the example draws from it.
struct ExampleDice {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A number of a range; the standard library's own way may change between its versions.
  mutating func number(in range: Range<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  /// One of some values, of which there is at least one.
  mutating func one<Value>(of values: [Value]) -> Value {
    values[number(in: 0..<values.count)]
  }

  /// True in so many cases of a hundred.
  mutating func happens(_ percent: Int) -> Bool { number(in: 0..<100) < percent }

  /// Puts values into a random order.
  mutating func shuffle<Value>(_ values: inout [Value]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, number(in: 0..<last + 1))
    }
  }

  /// An instant so many days before the campaign's month, in working hours.
  mutating func instant(daysBefore days: Range<Int>) -> JSONText {
    let minutes = number(in: 0..<60)
    let tens = minutes < 10 ? "0" : ""
    return .text(
      "\(day(before: number(in: days)))T\(number(in: 14..<20)):\(tens)\(minutes):00Z")
  }

  /// The date so many days before 1 March 2027, the day on which the list was exported.
  func day(before days: Int) -> String {
    CivilDate(year: 2027, month: 3, day: 1)?.adding(days: -days).description ?? ""
  }
}
