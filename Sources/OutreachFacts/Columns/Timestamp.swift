/// Timestamps in the form that exports use most.
enum Timestamp {
  /// Milliseconds since 1970 of `2026-03-02T15:30:00Z` from 1970 to 2099; nil for anything else.
  ///
  /// Twenty bytes are looked at, eight at a time; each is made the value of its digit, or 0 where a mark stands.
  @inline(__always) static func universal(_ text: UnsafePointer<UInt8>) -> Int64? {
    let raw = UnsafeRawPointer(text)
    // `0000-00-`, `00T00:00` and `:00Z`.
    let date =
      raw.loadUnaligned(as: UInt64.self).littleEndian ^ 0x2D30_302D_3030_3030
    let time =
      raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian ^ 0x3030_3A30_3054_3030
    let rest =
      raw.loadUnaligned(fromByteOffset: 16, as: UInt32.self).littleEndian ^ 0x5A30_303A
    // A byte beyond 9, or beyond 0 where a mark stands, gets its top bit.
    let isBad =
      ((date &+ 0x7F76_767F_7676_7676) | date | (time &+ 0x7676_7F76_767F_7676) | time)
      & 0x8080_8080_8080_8080
      | UInt64(((rest &+ 0x7F76_767F) | rest) & 0x8080_8080)
    guard isBad == 0 else { return nil }
    // In each byte with a digit behind it, what both are together.
    let dates = date &* 10 &+ date &>> 8
    let times = time &* 10 &+ time &>> 8
    let rests = rest &* 10 &+ rest &>> 8
    @inline(__always) func pair(_ word: UInt64, _ at: UInt64) -> Int64 {
      Int64(truncatingIfNeeded: word &>> (at &* 8) & 0xFF)
    }
    let year = pair(dates, 0) &* 100 &+ pair(dates, 2)
    let (month, day) = (pair(dates, 5), pair(times, 0))
    let (hour, minute) = (pair(times, 3), pair(times, 6))
    let second = pair(UInt64(rests), 1)
    guard year >= 1970, year <= 2099, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= length(ofMonth: month, year), hour < 24, minute < 60, second < 60
    else { return nil }
    // Howard Hinnant: days_from_civil; from March 1969 to February 2100 every fourth year is a leap year.
    let shifted = month <= 2 ? year &- 1 : year
    let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
    let days = shifted &* 365 &+ shifted &>> 2 &- 15 &+ dayOfYear &- 719_468
    return ((days &* 24 &+ hour) &* 60 &+ minute) &* 60_000 &+ second &* 1000
  }

  @inline(__always) private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    month == 2 ? (year & 3 == 0 ? 29 : 28) : 30 &+ (month ^ month &>> 3) & 1
  }
}
