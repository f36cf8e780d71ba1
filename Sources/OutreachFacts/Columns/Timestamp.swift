/// Timestamps in the form that exports use most.
enum Timestamp {
  /// Milliseconds since 1970 of `2026-03-02T15:30:00Z` from 2000 to 2099; nil for anything else.
  ///
  /// Twenty bytes are looked at, eight at a time; each is made the value of its digit, or 0 where a mark stands.
  @inline(__always) static func universal(_ text: UnsafePointer<UInt8>) -> Int64? {
    let raw = UnsafeRawPointer(text)
    // `2000-00-`, `00T00:00` and `:00Z`.
    let date = raw.loadUnaligned(as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3032
    let time =
      raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian ^ 0x3030_3A30_3054_3030
    let rest = UInt64(
      raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self).littleEndian ^ 0x5A30_303A)
    // In each byte with a digit behind it, what both are together.
    let dates = date &* 10 &+ date &>> 8
    let times = time &* 10 &+ time &>> 8
    let rests = rest &* 10 &+ rest &>> 8
    // A byte gets its top bit that is beyond 9, or beyond 0 where a mark or the century stands; and a month beyond
    // 12, a day beyond 31, an hour beyond 23, a minute or a second beyond 59.
    let isBad =
      ((date &+ 0x7F76_767F_7676_7F7F) | date | (time &+ 0x7676_7F76_767F_7676) | time
        | (rest &+ 0x7F76_767F) | rest
        | ((dates & 0x0000_FF00_0000_0000) &+ 0x0000_7300_0000_0000)
        | ((times & 0x00FF_0000_FF00_00FF) &+ 0x0044_0000_6800_0060)
        | ((rests & 0xFF00) &+ 0x4400)) & 0x8080_8080_8080_8080
    guard isBad == 0 else { return nil }
    @inline(__always) func pair(_ word: UInt64, _ at: UInt64) -> Int64 {
      Int64(truncatingIfNeeded: word &>> (at &* 8) & 0xFF)
    }
    let (year, month, day) = (pair(dates, 2), pair(dates, 5), pair(times, 0))
    guard (month &- 1) | (day &- 1) >= 0, day <= 28 || day <= length(ofMonth: month, year) else {
      return nil
    }
    // Howard Hinnant: days_from_civil; in these years every fourth is a leap year, and 2000-03-01 is day 11017.
    let shifted = month <= 2 ? year &- 1 : year
    let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
    let days = shifted &* 365 &+ shifted &>> 2 &+ dayOfYear &+ 11_017
    let minutes = (days &* 24 &+ pair(times, 3)) &* 60 &+ pair(times, 6)
    return minutes &* 60_000 &+ pair(rests, 1) &* 1000
  }

  @inline(__always) private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    month == 2 ? (year & 3 == 0 ? 29 : 28) : 30 &+ (month ^ month &>> 3) & 1
  }
}
