import Outreach

extension PolicyDecoder {
  /// A constant.
  mutating func constant() -> FactValue {
    switch ConstantTag(rawValue: number()) {
    case .unknown, nil: .unknown
    case .some(.none): .none
    case .no: .truth(false)
    case .yes: .truth(true)
    case .number: .number(Quantity(millionths: Int64(signed())))
    case .text: .text(text())
    case .phone: .phone(text())
    case .instant: .instant(Instant(milliseconds: Int64(signed())))
    case .date: .date(date())
    case .time: .time(time())
    case .period: .period(period())
    case .word: .word(Word(vocabulary: vocabulary(), index: number()))
    case .words: .words(words())
    }
  }

  private mutating func vocabulary() -> Vocabulary { choice(Vocabulary.element) }

  mutating func date() -> CivilDate { CivilDate(dayNumber: signed()) }

  private mutating func time() -> TimeOfDay { TimeOfDay(clamping: number()) }

  mutating func period() -> Period {
    if number() == 0 { return .exact(milliseconds: Int64(signed())) }
    return .calendar(list { Period.Part(count: $0.number(), unit: $0.choice(Period.Unit.days)) })
  }

  mutating func term() -> Term {
    Term(period(), businessDays: optional { $0.businessDays() })
  }

  mutating func businessDays() -> BusinessDays {
    BusinessDays(weekdays: Set(list { $0.weekday() }), calendars: texts())
  }

  mutating func weekday() -> Weekday { choice(Weekday.monday) }

  mutating func words() -> WordSet {
    WordSet(vocabulary: vocabulary(), bits: UInt64(UInt(bitPattern: number())))
  }

  mutating func span() -> PriorCount.Span {
    switch number() {
    case 0: .rolling(period())
    case 1: .calendar(choice(CalendarUnit.day))
    default: .ever
    }
  }

  mutating func schedule() -> Schedule {
    let zone = optional { $0.text() }
    let groups = list { decoder in
      Schedule.Group(
        days: decoder.list { $0.days() },
        spans: decoder.list { Schedule.Span(from: $0.time(), to: $0.time()) })
    }
    return Schedule(groups: groups, zone: zone)
  }

  private mutating func days() -> Schedule.Days {
    switch number() {
    case 1: .weekday(weekday())
    case 2: .calendar(text())
    case 3: .eves(text())
    default: .every
    }
  }

  mutating func location() -> PolicyLocation {
    PolicyLocation(file: text(), line: number(), column: number())
  }
}
