/// The offsets from universal time that one time zone has had and will have.
///
/// Local time is a function of the instant; the other direction is asked only for days and window edges,
/// where gaps and folds are settled by `LocalReading`.
public struct ZoneHistory: Sendable {
  /// The zone's name in the IANA time zone database, such as `America/New_York`.
  public let name: String

  /// Instants at which the offset changes, ascending, in milliseconds since 1970-01-01T00:00Z.
  public let transitions: [Int64]

  /// Seconds east of Greenwich: before the first transition, then after each; one longer than `transitions`.
  public let offsets: [Int32]

  /// Makes a history; nil unless there is exactly one offset more than there are ascending transitions.
  public init?(name: String, transitions: [Int64], offsets: [Int32]) {
    guard offsets.count == transitions.count + 1,
      zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
  }

  /// Which of two readings to take when local time is turned into an instant.
  public enum LocalReading: Sendable {
    /// In a fold, the earlier of the two instants; in a gap, the first instant after it.
    case earlier
    /// In a fold, the later of the two instants; in a gap, the first instant after it.
    case later
  }

  /// The offset in force at an instant, and the first instant after it at which the offset changes.
  ///
  /// - Complexity: logarithmic in the number of transitions.
  public func offset(at instant: Instant) -> (seconds: Int, until: Instant) {
    let index = transitionCount(upTo: instant.milliseconds)
    let until =
      index < transitions.count
      ? Instant(milliseconds: transitions[index]) : .distantFuture
    return (Int(offsets[index]), until)
  }

  /// The local date and time of day at an instant.
  public func local(_ instant: Instant) -> (date: CivilDate, time: TimeOfDay) {
    ZoneHistory.civil(instant, offsetSeconds: offset(at: instant).seconds)
  }

  /// The instant at which the clock reads a local date and time.
  ///
  /// - Complexity: logarithmic in the number of transitions.
  public func instant(_ date: CivilDate, _ time: TimeOfDay, _ reading: LocalReading) -> Instant {
    let local = Int64(date.dayNumber) * 86_400_000 + Int64(time.milliseconds)
    // Offsets never exceed a day, so only transitions within two days can matter.
    let first = transitionCount(upTo: local - 172_800_000)
    var last = first
    while last < transitions.count, transitions[last] <= local + 172_800_000 { last += 1 }
    var found: Instant?
    for index in first...last {
      let candidate = local - Int64(offsets[index]) * 1000
      let from = index == 0 ? Int64.min : transitions[index - 1]
      let until = index < transitions.count ? transitions[index] : Int64.max
      if from <= candidate, candidate < until {
        if reading == .earlier { return Instant(milliseconds: candidate) }
        found = Instant(milliseconds: candidate)
      }
    }
    if let found { return found }
    // A gap: the clock jumps over the reading; the jump itself is the first instant after it.
    for index in first..<last {
      let jump = transitions[index]
      let before = jump + Int64(offsets[index]) * 1000
      let after = jump + Int64(offsets[index + 1]) * 1000
      if before <= local, local < after { return Instant(milliseconds: jump) }
    }
    return Instant(milliseconds: local - Int64(offsets[last]) * 1000)
  }

  /// The first instant of a local day.
  public func startOfDay(_ date: CivilDate) -> Instant {
    instant(date, .midnight, .earlier)
  }

  /// Splits an instant into date and time of day at a fixed offset.
  public static func civil(
    _ instant: Instant, offsetSeconds: Int
  ) -> (date: CivilDate, time: TimeOfDay) {
    let local = instant.milliseconds + Int64(offsetSeconds) * 1000
    let day = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
    // At the ends of the calendar the clock stands still rather than read a day that is not.
    if day < Int64(CivilDate.earliest.dayNumber) { return (.earliest, .midnight) }
    if day > Int64(CivilDate.latest.dayNumber) { return (.latest, .endOfDay) }
    return (
      CivilDate(dayNumber: Int(day)), TimeOfDay(clamping: Int(local - day * 86_400_000))
    )
  }

  private func transitionCount(upTo milliseconds: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= milliseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ZoneHistory {
  /// A clock that has never been changed.
  public init(name: String, fixedOffset seconds: Int32) {
    self.name = name
    transitions = []
    offsets = [seconds]
  }
}
