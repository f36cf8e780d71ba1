/// Timestamps in the form that exports use most.
enum Timestamp {
  /// Milliseconds since 1970 of `2026-03-02T15:30:00Z`; nil for any other form, of which the bytes behind are not used.
  @inline(__always) static func universal(_ text: UnsafePointer<UInt8>) -> Int64? {
    guard text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A,
      text[16] == 0x3A, text[19] == 0x5A
    else { return nil }
    var bad: UInt32 = 0
    @inline(__always) func two(_ at: Int) -> Int64 {
      let high = UInt32(text[at]) &- 48
      let low = UInt32(text[at &+ 1]) &- 48
      bad |= high > 9 || low > 9 ? 1 : 0
      return Int64(high) &* 10 &+ Int64(low)
    }
    let year = two(0) &* 100 &+ two(2)
    let (month, day) = (two(5), two(8))
    let (hour, minute, second) = (two(11), two(14), two(17))
    guard bad == 0, year >= 1, month >= 1, month <= 12, day >= 1, day <= 28,
      hour < 24, minute < 60, second < 60
    else { return nil }
    // Howard Hinnant: days_from_civil; the last days of months are left to the general reader.
    let shifted = month <= 2 ? year &- 1 : year
    let era = shifted / 400
    let yearOfEra = shifted &- era &* 400
    let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    let days = era &* 146_097 &+ dayOfEra &- 719_468
    return ((days &* 24 &+ hour) &* 60 &+ minute) &* 60_000 &+ second &* 1000
  }
}
