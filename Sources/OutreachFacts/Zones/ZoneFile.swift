public import Outreach

/// Reads a zone from a TZif file (RFC 9636), as machines keep them under `/usr/share/zoneinfo`.
///
/// Only files of version 2 and later are read: version 1 ends in 2038. Leap seconds and abbreviations are passed over.
public enum ZoneFile {
  /// Why a file is no zone.
  public struct Damage: Error, Hashable, Sendable {
    /// Why, in words that go on after the file's name.
    public var reason: String
  }

  /// The history of a zone from 1970 to the end of `CompiledZones.lastYear`.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the zone's name.
  /// - Returns: the history.
  /// - Throws: what is wrong with the file, at the first mistake.
  public static func history(_ bytes: [UInt8], name: String) throws(Damage) -> ZoneHistory {
    var cursor = Cursor(bytes)
    let first = try header(&cursor)
    try cursor.skip(first.length(timeSize: 4))
    let counts = try header(&cursor)
    let block = try cursor.take(counts.length(timeSize: 8))
    let footer = try ZoneFile.footer(&cursor)
    return try history(counts, block, footer, name: name)
  }

  /// Whether bytes begin like such a file.
  public static func looksLikeOne(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: magic)
  }

  private static let magic = Array("TZif".utf8)

  /// The counts of a header, in the order in which the data follow.
  private struct Counts {
    var universal: Int
    var standard: Int
    var leaps: Int
    var times: Int
    var types: Int
    var characters: Int

    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standard
        + universal
    }
  }

  private static func header(_ cursor: inout Cursor) throws(Damage) -> Counts {
    guard try Array(cursor.take(4)) == magic else {
      throw Damage(reason: "does not begin like a TZif file")
    }
    let version = try cursor.take(1).first ?? 0
    guard version >= UInt8(ascii: "2") else {
      throw Damage(reason: "is of version 1, whose times end in 2038")
    }
    try cursor.skip(15)
    var numbers: [Int] = []
    for _ in 0..<6 {
      let number = try cursor.integer(4)
      // A history of the database has a few hundred changes.
      guard (0...100_000).contains(number) else {
        throw Damage(reason: "counts \(number) entries of one kind")
      }
      numbers.append(Int(number))
    }
    let counts = Counts(
      universal: numbers[0], standard: numbers[1], leaps: numbers[2], times: numbers[3],
      types: numbers[4], characters: numbers[5])
    guard (1...256).contains(counts.types) else {
      throw Damage(reason: "has \(counts.types) kinds of local time, where 1 to 256 are possible")
    }
    return counts
  }

  private static func footer(_ cursor: inout Cursor) throws(Damage) -> ArraySlice<UInt8> {
    guard try cursor.take(1).first == 0x0A else {
      throw Damage(reason: "has no line for the times after its last change")
    }
    let line = cursor.rest.prefix { $0 != 0x0A }
    guard line.endIndex < cursor.rest.endIndex else {
      throw Damage(reason: "ends within the line for the times after its last change")
    }
    return line
  }

  private static func history(
    _ counts: Counts, _ block: ArraySlice<UInt8>, _ footer: ArraySlice<UInt8>, name: String
  ) throws(Damage) -> ZoneHistory {
    var cursor = Cursor(block)
    var instants: [Int64] = []
    for _ in 0..<counts.times {
      let instant = try cursor.integer(8)
      guard instants.last.map({ $0 < instant }) ?? true else {
        throw Damage(reason: "has changes out of order")
      }
      instants.append(instant)
    }
    let kinds = try cursor.take(counts.times)
    var offsets: [Int] = []
    for _ in 0..<counts.types {
      let offset = try cursor.integer(4)
      // RFC 9636, section 3.2: more than -25 and less than 26 hours.
      guard (-89_999...93_599).contains(offset) else {
        throw Damage(reason: "is \(offset) seconds from universal time, which no clock is")
      }
      offsets.append(Int(offset))
      try cursor.skip(2)
    }
    guard kinds.allSatisfy({ Int($0) < offsets.count }) else {
      throw Damage(reason: "changes to a local time that it does not describe")
    }
    var changes = ZoneChanges(initial: offsets[0])
    for (instant, kind) in zip(instants, kinds) {
      changes.add(at: instant, offset: offsets[Int(kind)])
    }
    if !footer.isEmpty {
      guard let rule = PosixZoneRule(footer) else {
        throw Damage(
          reason: "has a rule for later times that cannot be read: "
            + "`\(String(decoding: footer.prefix(60), as: UTF8.self))`")
      }
      changes.follow(rule, after: instants.last)
    }
    guard let history = changes.history(name: name) else {
      throw Damage(reason: "has changes out of order")
    }
    return history
  }
}

/// Bytes read from front to back, never beyond their end.
private struct Cursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

  mutating func take(_ count: Int) throws(ZoneFile.Damage) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw ZoneFile.Damage(reason: "ends too early") }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func skip(_ count: Int) throws(ZoneFile.Damage) { _ = try take(count) }

  /// A whole number of so many bytes, the highest first, with its sign.
  mutating func integer(_ size: Int) throws(ZoneFile.Damage) -> Int64 {
    let bytes = try take(size)
    var value: Int64 = bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0
    for byte in bytes { value = value << 8 | Int64(byte) }
    return value
  }
}
