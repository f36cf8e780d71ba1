/// A point in time: whole milliseconds since 1970-01-01T00:00Z, leap seconds ignored (POSIX time).
///
/// Arithmetic stops at the ends of the supported range (years 0001 to 9999) and never overflows.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z.
  public let milliseconds: Int64

  /// Makes an instant; values outside the supported range are moved to its nearest end.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_800_000)
  }

  /// The earliest instant: 0001-01-01T00:00Z.
  public static let distantPast = Instant(milliseconds: .min)

  /// The latest instant: 10000-01-01T00:00Z.
  public static let distantFuture = Instant(milliseconds: .max)

  /// The instant so many milliseconds later (earlier if negative), stopping at the ends of the range.
  public func adding(milliseconds delta: Int64) -> Instant {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    guard overflow else { return Instant(milliseconds: sum) }
    return delta < 0 ? .distantPast : .distantFuture
  }

  /// The next instant, one millisecond later: time is discrete.
  public var next: Instant { adding(milliseconds: 1) }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
