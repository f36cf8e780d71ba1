/// Timestamps in the form that exports use most.
enum Timestamp {
  /// How many bytes one has.
  static let length = 20

  /// Milliseconds since 1970 of `2026-03-02T15:30:00Z` from 2000 to 2099; nil for anything else.
  ///
  /// The pairs of digits of the date behind its century, and those of the time, are looked at eight bytes at a time;
  /// each byte is made the value of its digit, or 0 where a mark stands.
  @inline(__always) static func universal(_ text: UnsafePointer<UInt8>) -> Int64? {
    let raw = UnsafeRawPointer(text)
    guard text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: "Z"),
      raw.loadUnaligned(as: UInt16.self).littleEndian == 0x3032
    else { return nil }
    // `00-00-00` and `00:00:00`.
    let date =
      raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self).littleEndian ^ 0x3030_2D30_302D_3030
    let time =
      raw.loadUnaligned(fromByteOffset: 11, as: UInt64.self).littleEndian ^ 0x3030_3A30_303A_3030
    // In the first byte of each pair of digits, what both are together; in the others less than a hundred.
    let (dates, times) = (date &* 10 &+ date &>> 8, time &* 10 &+ time &>> 8)
    // A byte gets its top bit that is beyond 9, or beyond 0 where a mark stands; and a month or day below 1, a month beyond
    // 12, a day beyond 31, an hour beyond 23, a minute or a second beyond 59.
    let isBad =
      (date &+ 0x7676_7F76_767F_7676) | date | (time &+ 0x7676_7F76_767F_7676) | time
      | (dates &+ 0x0060_0000_7300_0000) | (dates &- 0x0001_0000_0100_0000)
      | (times &+ 0x0044_0000_4400_0068)
    guard isBad & 0x8080_8080_8080_8080 == 0 else { return nil }
    let year = Int64(truncatingIfNeeded: dates & 0xFF)
    let month = Int64(truncatingIfNeeded: dates &>> 24 & 0xFF)
    let day = Int64(truncatingIfNeeded: dates &>> 48 & 0xFF)
    guard day <= 28 || day <= length(ofMonth: month, year) else { return nil }
    // Years and months that begin in March, so that the day of a leap year is the last; in these years every fourth is
    // one, and 2000-03-01 is day 11017.
    let isBefore: Int64 = month <= 2 ? 1 : 0
    let (shifted, months) = (year &- isBefore, month &+ 12 &* isBefore)
    let days = shifted &* 365 &+ shifted &>> 2 &+ (979 &* months &- 2919) &>> 5 &+ day &+ 11_016
    // Hours and minutes are multiplied into the bits of the minutes.
    let pairs = times & 0x00FF_0000_FF00_00FF
    let minutes = Int64(truncatingIfNeeded: (pairs &* 0x3C00_0001) &>> 24 & 0xFFF)
    let seconds = Int64(truncatingIfNeeded: pairs &>> 48)
    return days &* 86_400_000 &+ minutes &* 60_000 &+ seconds &* 1000
  }

  @inline(__always) private static func length(ofMonth month: Int64, _ year: Int64) -> Int64 {
    month == 2 ? (year & 3 == 0 ? 29 : 28) : 30 &+ (month ^ month &>> 3) & 1
  }
}
