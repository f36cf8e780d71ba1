import Outreach

/// The changes of one zone's offset from 1970 on, collected in order.
struct ZoneChanges {
  private var instants: [Int64] = []
  private var offsets: [Int32]

  /// Begins with the offset before the first change.
  init(initial: Int) { offsets = [Int32(clamping: initial)] }

  /// Adds a change at an instant in seconds; one up to 1970 only says what was in force then.
  mutating func add(at seconds: Int64, offset: Int) {
    let offset = Int32(clamping: offset)
    let (milliseconds, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    if seconds <= 0 {
      offsets[0] = offset
    } else if offset != offsets.last, !overflow {
      instants.append(milliseconds)
      offsets.append(offset)
    }
  }

  /// Adds the changes of every year after an instant in seconds, through the last year that is spelled out.
  mutating func follow(_ rule: PosixZoneRule, after last: Int64?) {
    let since = max(last ?? 0, 0)
    guard let saving = rule.saving else {
      if let last {
        add(at: last, offset: rule.standard)
      } else {
        offsets[0] = Int32(clamping: rule.standard)
      }
      return
    }
    let firstYear = min(
      CivilDate(dayNumber: Int(clamping: since / 86_400)).year, CompiledZones.lastYear)
    var upcoming: [(seconds: Int64, offset: Int)] = []
    for year in firstYear...CompiledZones.lastYear {
      if let local = saving.begins.localSeconds(in: year) {
        upcoming.append((local - Int64(rule.standard), saving.offset))
      }
      if let local = saving.ends.localSeconds(in: year) {
        upcoming.append((local - Int64(saving.offset), rule.standard))
      }
    }
    upcoming.sort { $0.seconds < $1.seconds }
    for change in upcoming where change.seconds > since {
      add(at: change.seconds, offset: change.offset)
    }
  }

  /// The history; nil if changes were not added in order.
  func history(name: String) -> ZoneHistory? {
    ZoneHistory(name: name, transitions: instants, offsets: offsets)
  }
}
