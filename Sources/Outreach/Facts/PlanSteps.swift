/// When a step of a plan takes place.
public enum StepTime: Hashable, Sendable {
  /// At an instant, or on a day of which the time is not known.
  case instant(FactValue)
  /// In a window on the recipient's own clock, on each of the days.
  case localWindow(dates: [CivilDate], from: TimeOfDay, to: TimeOfDay)
  /// In one span, the same for everybody.
  case absoluteWindow(Instant, Instant)
  /// Not said.
  case unknown
}

/// Reads when a step takes place from its record.
public func stepTime(of step: FactRecord) -> StepTime {
  switch step["at"].value {
  case .instant, .date: return .instant(step["at"].value)
  default: break
  }
  guard case .record(let window) = step["window"].value else { return .unknown }
  if case .instant(let from) = window["from"].value,
    case .instant(let to) = window["to"].value
  {
    return .absoluteWindow(from, to)
  }
  guard case .list(let days) = window["dates"].value,
    case .time(let from) = window["local_from"].value,
    case .time(let to) = window["local_to"].value
  else { return .unknown }
  let dates = days.compactMap { day -> CivilDate? in
    guard case .date(let date) = day.value else { return nil }
    return date
  }
  return dates.count == days.count && !dates.isEmpty
    ? .localWindow(dates: dates.sorted(), from: from, to: to) : .unknown
}
