extension FactDecoder {
  mutating func moment(_ tree: FactTree) -> FactValue {
    switch tree.content {
    case .date(let date): return .date(date)
    case .instant(let instant): return .instant(instant)
    case .string(let text):
      if let date = CivilDate(iso: text) { return .date(date) }
      if let instant = Instant(rfc3339: text) { return .instant(instant) }
      if Instant(rfc3339: text + "Z") != nil {
        report(
          .time,
          "`\(spelledPath)` lacks the offset from universal time: write `\(text)Z`, or `-05:00` and the like for `Z`",
          at: tree.place)
        return .unknown
      }
    default: break
    }
    return notATime(tree, "a time such as `2026-03-02T15:30:00Z` or a day such as `2026-03-02`")
  }

  mutating func timeOfDay(_ tree: FactTree) -> FactValue {
    switch tree.content {
    case .time(let time): return .time(time)
    case .string(let text):
      if let time = TimeOfDay(iso: text) { return .time(time) }
    default: break
    }
    return notATime(tree, "a time of day such as `10:00`")
  }

  mutating func period(_ tree: FactTree) -> FactValue {
    switch tree.content {
    case .period(let period): return .period(period)
    case .string(let text):
      if let period = Period(text: text) { return .period(period) }
    default: break
    }
    return notATime(tree, "a length of time such as `24 months` or `1 business day`")
  }

  private mutating func notATime(_ tree: FactTree, _ expected: String) -> FactValue {
    guard case .string = tree.content else { return wrongType(tree, expected) }
    report(.time, "`\(spelledPath)` must be \(expected), not \(tree.found)", at: tree.place)
    return .unknown
  }
}
