import Outreach

/// What the first four digits of numbers in international form tell, found when a number first begins with them.
///
/// Numbers of a list share their first digits, but lie far apart in the tables of the world.
struct CanonicalHeads: ~Copyable {
  /// How many digits are looked at.
  static let length = 4

  private let heads: UnsafeMutablePointer<CanonicalHead>

  init() {
    heads = .allocate(capacity: 10_000)
    heads.initialize(repeating: CanonicalHead(), count: 10_000)
  }

  deinit { heads.deallocate() }

  /// What the first of at least four digits tell.
  @inline(__always)
  func head(of digits: Digits, learn: (inout CanonicalHead) -> Void) -> CanonicalHead {
    let number = digits.leading &* 10 &+ Int(digits[3])
    let place = heads + number
    if place.pointee.code == CanonicalHead.unknown {
      place.pointee.number = UInt16(truncatingIfNeeded: number)
      learn(&place.pointee)
    }
    return place.pointee
  }
}

/// What four digits tell: plain memory.
struct CanonicalHead: BitwiseCopyable {
  /// The number that they are.
  var number: UInt16 = 0
  /// The place of their calling code among the codes, or one of the marks below.
  var code = CanonicalHead.unknown
  /// Where they lead in the plans, where in the areas, and the last area on that way.
  var state: UInt16 = 0
  var areaState: UInt16 = 0
  var area: UInt16 = 0

  /// No calling code begins like that.
  static let noCode: UInt8 = 0xFF
  /// Nobody has looked yet.
  static let unknown: UInt8 = 0xFE
}
