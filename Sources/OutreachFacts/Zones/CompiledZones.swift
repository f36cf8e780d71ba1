public import Outreach

/// The zones of the IANA time zone database, from 1970 on, compiled into the program.
///
/// Nothing is decoded until a zone is asked for; callers keep the histories that they ask often.
public struct CompiledZones: ZoneSource {
  /// The last year for which changes are spelled out; yearly rules stand still after it.
  public static let lastYear = 2100

  private let index: TableText
  private let histories: TableText

  /// The release of the IANA database, such as `2025b`.
  public let version: String

  /// Opens the table.
  public init() {
    let table = TableText(CompiledZones.table)
    let release = table.line(from: 0)
    let count = table.line(from: release.upperBound + 1)
    let size = table.fields(count, 0x20).map { table.number($0) ?? 0 }
    let start = count.upperBound + 1
    let middle = start + (size.last ?? 0)
    version = table.text(release)
    index = table.part(start..<middle)
    histories = table.part(middle..<table.range.upperBound)
  }

  /// Every name, sorted by its bytes.
  public var names: [String] {
    index.lines.map { line in
      index.fields(line, 0x20).first.map { index.text($0) } ?? ""
    }
  }

  /// The history of a zone or of one of its aliases; nil if there is none such.
  ///
  /// - Complexity: logarithmic in the number of names, plus linear in the transitions of the zone.
  public func history(of name: String) -> ZoneHistory? {
    guard let line = index.find(name, separator: 0x20),
      let place = index.fields(line, 0x20).last, let offset = index.number(place)
    else { return nil }
    return decode(histories.line(from: histories.range.lowerBound + offset), name: name)
  }

  private func decode(_ line: Range<Int>, name: String) -> ZoneHistory? {
    let parts = histories.fields(line, 0x20)
    guard parts.count == 3 else { return nil }
    let offsets = histories.fields(parts[0], 0x2C).compactMap { histories.number($0) }
    guard let initial = offsets.first else { return nil }
    var changes = ZoneChanges(initial: initial)
    if histories.text(parts[1]) != "-" {
      var seconds: Int64 = 0
      var delta: Int64 = 0
      for position in parts[1] {
        let byte = histories.byte(position)
        switch byte {
        case 0x30...0x39: delta = delta * 36 + Int64(byte - 0x30)
        case 0x61...0x7A: delta = delta * 36 + Int64(byte - 0x61 + 10)
        default:
          let index = Int(byte) - 0x41
          guard offsets.indices.contains(index) else { return nil }
          seconds += delta
          delta = 0
          changes.add(at: seconds, offset: offsets[index])
        }
      }
    }
    if histories.text(parts[2]) != "-" {
      let fields = histories.fields(parts[2], 0x2C)
      guard fields.count == 3, let since = Int64(histories.text(fields[0]), radix: 36),
        let saving = change(fields[1]), let standard = change(fields[2])
      else { return nil }
      changes.follow(
        PosixZoneRule(
          standard: standard.offset,
          saving: .init(offset: saving.offset, begins: saving.change, ends: standard.change)),
        after: since)
    }
    return changes.history(name: name)
  }

  /// A change of offset that recurs every year: `month.week.weekday/local seconds:offset`.
  private func change(_ part: Range<Int>) -> (change: PosixZoneRule.Change, offset: Int)? {
    var numbers: [Int] = []
    for half in histories.fields(part, 0x2F) {
      for piece in histories.fields(half, 0x3A) {
        numbers += histories.fields(piece, 0x2E).compactMap { histories.number($0) }
      }
    }
    guard numbers.count == 5 else { return nil }
    let day = PosixZoneRule.Day.weekday(
      month: numbers[0], week: numbers[1], weekday: numbers[2])
    return (PosixZoneRule.Change(day: day, time: numbers[3]), numbers[4])
  }
}
