import Outreach

extension PolicyEncoder {
  /// A constant; facts of documents are never written in policies.
  mutating func write(_ value: FactValue) throws {
    func tag(_ tag: ConstantTag) { number(tag.rawValue) }
    switch value {
    case .unknown: tag(.unknown)
    case .none: tag(.none)
    case .truth(let truth): tag(truth ? .yes : .no)
    case .number(let quantity):
      tag(.number)
      signed(Int(quantity.millionths))
    case .text(let text):
      tag(.text)
      self.text(text)
    case .phone(let phone):
      tag(.phone)
      text(phone)
    case .instant(let instant):
      tag(.instant)
      signed(Int(instant.milliseconds))
    case .date(let date):
      tag(.date)
      write(date)
    case .time(let time):
      tag(.time)
      write(time)
    case .period(let period):
      tag(.period)
      write(period)
    case .word(let word):
      tag(.word)
      number(word.vocabulary.number)
      number(word.index)
    case .words(let set):
      tag(.words)
      write(set)
    case .candidates, .list, .record, .table:
      throw Unencodable(what: "a fact of a document")
    }
  }

  mutating func write(_ date: CivilDate) { signed(date.dayNumber) }

  mutating func write(_ time: TimeOfDay) { number(time.milliseconds) }

  mutating func write(_ period: Period) {
    switch period {
    case .exact(let milliseconds):
      number(0)
      signed(Int(milliseconds))
    case .calendar(let parts):
      number(1)
      list(parts) {
        $0.number($1.count)
        $0.choice($1.unit)
      }
    }
  }

  mutating func write(_ term: Term) {
    write(term.period)
    optional(term.businessDays) { $0.write($1) }
  }

  mutating func write(_ days: BusinessDays) {
    list(days.weekdays.sorted { $0.rawValue < $1.rawValue }) { $0.choice($1) }
    texts(days.calendars)
  }

  mutating func write(_ set: WordSet) {
    number(set.vocabulary.number)
    number(Int(bitPattern: UInt(set.bits)))
  }

  mutating func write(_ prior: PriorCount) {
    write(prior.channels)
    switch prior.span {
    case .rolling(let period):
      number(0)
      write(period)
    case .calendar(let unit):
      number(1)
      choice(unit)
    case .ever: number(2)
    }
  }

  mutating func write(_ schedule: Schedule) {
    optional(schedule.zone) { $0.text($1) }
    list(schedule.groups) {
      $0.list($1.days) { $0.write($1) }
      $0.list($1.spans) {
        $0.write($1.from)
        $0.write($1.to)
      }
    }
  }

  private mutating func write(_ days: Schedule.Days) {
    switch days {
    case .every: number(0)
    case .weekday(let weekday):
      number(1)
      choice(weekday)
    case .calendar(let id):
      number(2)
      text(id)
    case .eves(let id):
      number(3)
      text(id)
    }
  }

  mutating func write(_ location: PolicyLocation) {
    text(location.file)
    number(location.line)
    number(location.column)
  }
}
