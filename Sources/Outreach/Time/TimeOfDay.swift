/// A reading of the clock on the wall: milliseconds since local midnight, 00:00 to 24:00.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Milliseconds since midnight, 0 to 86,400,000.
  public let milliseconds: Int

  /// 00:00.
  public static let midnight = TimeOfDay(clamping: 0)

  /// 24:00, the end of the day.
  public static let endOfDay = TimeOfDay(clamping: 86_400_000)

  /// Makes a time from milliseconds since midnight, moved into the day if outside it.
  public init(clamping milliseconds: Int) {
    self.milliseconds = min(max(milliseconds, 0), 86_400_000)
  }

  /// Makes a time, or nil if the clock never reads so; `24:00` is the only time of hour 24.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      hour < 24 || (minute == 0 && second == 0)
    else { return nil }
    milliseconds = ((hour * 60 + minute) * 60 + second) * 1000
  }

  /// Orders by time.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as `08:00`, or `08:00:30` where it has seconds (ISO 8601).
  public var description: String {
    let seconds = milliseconds / 1000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : "\(minutes):\(two(seconds % 60))"
  }
}
