extension Instant {
  /// Reads a timestamp with an offset, `2026-03-02T20:30:00.5-05:00`.
  ///
  /// Second 60 is the next minute's 0, digits finer than a millisecond are cut off, `t` and `z` may be
  /// lower case (RFC 3339, section 5.6). Returns nil for anything else, and outside the supported range.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8, without spaces around it.
  ///   - secondsMayBeMissing: whether `20:30` is taken for `20:30:00`, as policies write it.
  public init?(rfc3339 bytes: Span<UInt8>, secondsMayBeMissing: Bool = false) {
    guard let date = CivilDate(iso: bytes.extracting(first: 10)),
      bytes.has(UInt8(ascii: "T"), UInt8(ascii: "t"), at: 10),
      let hour = bytes.digits(at: 11, 2), hour < 24,
      bytes.has(UInt8(ascii: ":"), at: 13),
      let minute = bytes.digits(at: 14, 2), minute < 60
    else { return nil }
    var second = 0
    var rest = (milliseconds: 0, end: 16)
    if bytes.has(UInt8(ascii: ":"), at: 16) {
      guard let written = bytes.digits(at: 17, 2), written <= 60,
        let fraction = bytes.fraction(at: 19)
      else { return nil }
      second = written
      rest = fraction
      if second == 60 { rest.milliseconds = 0 }
    } else if !secondsMayBeMissing {
      return nil
    }
    guard let offset = Instant.offset(bytes, at: rest.end) else { return nil }
    let seconds =
      Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    let exact = seconds * 1000 + Int64(rest.milliseconds)
    self.init(milliseconds: exact)
    guard milliseconds == exact else { return nil }
  }

  /// Reads a timestamp with an offset; see the reader of bytes.
  public init?(rfc3339 text: String, secondsMayBeMissing: Bool = false) {
    self.init(rfc3339: text.utf8Span.span, secondsMayBeMissing: secondsMayBeMissing)
  }

  /// The instant as a clock reads it that lies so many seconds east of Greenwich, with that offset.
  ///
  /// RFC 3339 has offsets in whole minutes; one with seconds (before 1972) is written as the minute below it,
  /// with the reading that belongs to that minute, so that the instant stays exact.
  public func rfc3339(offsetSeconds: Int = 0) -> String {
    guard self < .distantFuture else { return "9999-12-31T23:59:60Z" }
    guard (-86_399...86_399).contains(offsetSeconds) else { return rfc3339() }
    let minutes = offsetSeconds >= 0 ? offsetSeconds / 60 : (offsetSeconds - 59) / 60
    let shifted = milliseconds + Int64(minutes) * 60_000
    let range = Instant.distantPast.milliseconds..<Instant.distantFuture.milliseconds
    guard range.contains(shifted), minutes > -1440 else { return rfc3339() }
    let local = ZoneHistory.civil(self, offsetSeconds: minutes * 60)
    let second = local.time.milliseconds / 1000
    let fraction = local.time.milliseconds % 1000
    var text = "\(local.date)T"
    text += "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    if fraction != 0 { text += "." + padded(fraction, 3) }
    guard minutes != 0 else { return text + "Z" }
    let size = abs(minutes)
    return text + (minutes < 0 ? "-" : "+") + "\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }

  /// The offset that ends a timestamp, in seconds east of Greenwich.
  private static func offset(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    if bytes.has(UInt8(ascii: "Z"), UInt8(ascii: "z"), at: start) {
      return bytes.count == start + 1 ? 0 : nil
    }
    guard bytes.has(UInt8(ascii: "+"), UInt8(ascii: "-"), at: start), bytes.count == start + 6,
      let hours = bytes.digits(at: start + 1, 2), hours < 24,
      bytes.has(UInt8(ascii: ":"), at: start + 3),
      let minutes = bytes.digits(at: start + 4, 2), minutes < 60
    else { return nil }
    let size = hours * 3600 + minutes * 60
    return bytes.has(UInt8(ascii: "-"), at: start) ? -size : size
  }
}

extension Instant: CustomStringConvertible {
  /// The instant in universal time, `2026-03-03T01:30:00Z` (RFC 3339).
  public var description: String { rfc3339() }
}
