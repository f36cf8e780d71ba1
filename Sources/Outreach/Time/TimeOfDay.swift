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

extension TimeOfDay {
  /// Reads a time as `08:00`, `08:00:30` or `08:00:30.5` (ISO 8601); `24:00` is the end of the day.
  ///
  /// Digits finer than a millisecond are cut off; nil for anything else.
  public init?(iso bytes: Span<UInt8>) {
    guard let hour = bytes.digits(at: 0, 2), bytes.has(UInt8(ascii: ":"), at: 2),
      let minute = bytes.digits(at: 3, 2)
    else { return nil }
    var second = 0
    var rest = (milliseconds: 0, end: 5)
    if bytes.has(UInt8(ascii: ":"), at: 5) {
      guard let written = bytes.digits(at: 6, 2), let fraction = bytes.fraction(at: 8)
      else { return nil }
      second = written
      rest = fraction
    }
    guard bytes.count == rest.end,
      let whole = TimeOfDay(hour: hour, minute: minute, second: second),
      whole < .endOfDay || rest.milliseconds == 0
    else { return nil }
    self.init(clamping: whole.milliseconds + rest.milliseconds)
  }

  /// Reads a time as `08:00` or `08:00:30`; see the reader of bytes.
  public init?(iso text: String) { self.init(iso: text.utf8Span.span) }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as `08:00`, or `08:00:30.500` where it has seconds or milliseconds (ISO 8601).
  public var description: String {
    let seconds = milliseconds / 1000
    let fraction = milliseconds % 1000
    var text = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
    if seconds % 60 != 0 || fraction != 0 { text += ":" + padded(seconds % 60, 2) }
    if fraction != 0 { text += "." + padded(fraction, 3) }
    return text
  }
}
