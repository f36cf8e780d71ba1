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
    var changes = Changes(initial: initial)
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
        let first = YearlyChange(histories, fields[1]),
        let second = YearlyChange(histories, fields[2])
      else { return nil }
      changes.repeatYearly([first, second], after: since)
    }
    return ZoneHistory(name: name, transitions: changes.instants, offsets: changes.offsets)
  }
}

/// The changes of one zone's offset, collected in order.
private struct Changes {
  var instants: [Int64] = []
  var offsets: [Int32]

  init(initial: Int) { offsets = [Int32(clamping: initial)] }

  mutating func add(at seconds: Int64, offset: Int) {
    instants.append(seconds * 1000)
    offsets.append(Int32(clamping: offset))
  }

  /// Adds two yearly changes from an instant on, each at a reading of the clock before it.
  mutating func repeatYearly(_ rules: [YearlyChange], after since: Int64) {
    let firstYear = min(CivilDate(dayNumber: Int(since / 86_400)).year, CompiledZones.lastYear)
    var upcoming: [(seconds: Int64, offset: Int)] = []
    for year in firstYear...CompiledZones.lastYear {
      for (rule, before) in zip(rules, rules.reversed()) {
        guard let local = rule.localSeconds(in: year) else { continue }
        upcoming.append((local - Int64(before.offset), rule.offset))
      }
    }
    upcoming.sort { $0.seconds < $1.seconds }
    for change in upcoming where change.seconds > since {
      add(at: change.seconds, offset: change.offset)
    }
  }
}

/// A change of offset that recurs every year: `month.week.weekday/local seconds:offset` (POSIX TZ, `M` form).
private struct YearlyChange {
  let month: Int
  let week: Int
  let weekday: Int
  let time: Int
  let offset: Int

  init?(_ table: TableText, _ part: Range<Int>) {
    var numbers: [Int] = []
    for half in table.fields(part, 0x2F) {
      for piece in table.fields(half, 0x3A) {
        numbers += table.fields(piece, 0x2E).compactMap { table.number($0) }
      }
    }
    guard numbers.count == 5 else { return nil }
    month = numbers[0]
    week = numbers[1]
    weekday = numbers[2]
    time = numbers[3]
    offset = numbers[4]
  }

  /// Local seconds since 1970; week 5 is the last of the month, weekday 0 is Sunday.
  func localSeconds(in year: Int) -> Int64? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let lead = (weekday - first.weekday.rawValue % 7 + 7) % 7
    let days = CivilDate.daysInMonth(year: year, month: month)
    var day = lead + 7 * (week - 1)
    while day >= days { day -= 7 }
    return Int64(first.dayNumber + day) * 86_400 + Int64(time)
  }
}
