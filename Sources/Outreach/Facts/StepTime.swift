/// When a step of a plan takes place.
public enum StepTime: Hashable, Sendable {
  /// At an instant, or at some instant of a local day: a value `.instant` or `.date`.
  case instant(FactValue)
  /// Once within `[from, to)` on one of the days, on the recipient's own clock.
  case localWindow(dates: [CivilDate], from: TimeOfDay, to: TimeOfDay)
  /// Once within `[from, to)`.
  case absoluteWindow(Instant, Instant)
  /// The plan does not say.
  case unknown
}

/// When a step takes place; unknown if the step does not say so in exactly one way.
public func stepTime(of step: FactRecord) -> StepTime {
  let at = step["at"].value
  switch (at, step["window"].value) {
  case (.instant, .unknown), (.date, .unknown), (.instant, .none), (.date, .none):
    return .instant(at)
  case (.unknown, .record(let window)), (.none, .record(let window)):
    if case .instant(let from) = window["from"].value, case .instant(let to) = window["to"].value {
      return .absoluteWindow(from, to)
    }
    guard case .list(let days) = window["dates"].value,
      case .time(let from) = window["local_from"].value,
      case .time(let to) = window["local_to"].value
    else { return .unknown }
    let dates = days.compactMap { day in
      if case .date(let date) = day.value { date } else { nil }
    }
    guard dates.count == days.count, !dates.isEmpty else { return .unknown }
    return .localWindow(dates: dates.sorted(), from: from, to: to)
  default: return .unknown
  }
}
