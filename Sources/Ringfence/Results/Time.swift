import FenceCore
import Outreach

/// A point in time, to the millisecond.
///
/// ```swift
/// let noon = Instant("2027-03-02T17:00:00Z")
/// let alsoNoon = Instant(millisecondsSince1970: 1_804_006_800_000)
/// ```
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00Z.
  public let millisecondsSince1970: Int64

  /// Makes an instant; values outside the years 1 to 9999 are moved to the nearest end.
  public init(millisecondsSince1970: Int64) {
    self.init(Outreach.Instant(milliseconds: millisecondsSince1970))
  }

  /// Reads `2027-03-02T17:00:00Z` or the same with an offset (RFC 3339); nil for anything else.
  public init?(_ text: String) {
    guard let instant = Outreach.Instant(rfc3339: text) else { return nil }
    self.init(instant)
  }

  /// The instant in RFC 3339, in universal time.
  public var description: String { inner.rfc3339() }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.millisecondsSince1970 < right.millisecondsSince1970
  }

  var inner: Outreach.Instant { Outreach.Instant(milliseconds: millisecondsSince1970) }

  init(_ instant: Outreach.Instant) { millisecondsSince1970 = instant.milliseconds }
}

/// A span of time, its start included and its end not.
public struct TimeRange: Hashable, Sendable, CustomStringConvertible {
  /// The first instant.
  public let from: Instant

  /// The first instant after it.
  public let to: Instant

  /// The two instants in RFC 3339.
  public var description: String { "\(from) to \(to)" }

  init(_ span: TimeSpan) {
    from = Instant(span.from)
    to = Instant(span.to)
  }
}
