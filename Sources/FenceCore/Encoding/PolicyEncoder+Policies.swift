import Outreach

extension PolicyEncoder {
  /// What a policy declares, but for its phrases.
  mutating func write(_ policy: Policy) {
    text(policy.name)
    text(policy.title)
    write(policy.location)
    optional(policy.parent) { $0.text($1) }
    write(policy.coverage)
    list(policy.rules) { $0.write($1) }
    list(policy.exemptions) {
      $0.text($1.rule)
      $0.write($1.exception)
    }
    list(policy.segments) {
      $0.text($1.id)
      $0.text($1.title)
      $0.expression($1.condition)
    }
    list(policy.constants) {
      $0.text($1.id)
      $0.text($1.title)
      $0.text($1.value)
    }
    list(policy.notes) {
      $0.text($1.kind)
      $0.texts($1.rules)
      $0.text($1.text)
      $0.list($1.authorities) { $0.write($1) }
    }
    list(policy.sources) { $0.write($1) }
    list(policy.registers) { $0.write($1) }
    list(policy.calendars) {
      $0.text($1.id)
      $0.text($1.title)
      $0.list($1.calendar.days) { $0.write($1) }
    }
    optional(policy.businessDays) { $0.write($1) }
  }

  private mutating func write(_ coverage: Coverage) {
    switch coverage {
    case .nobody: number(0)
    case .everyone: number(1)
    case .places(let codes, let recipients, let senders):
      number(2)
      texts(codes)
      flag(recipients)
      flag(senders)
    }
  }

  private mutating func write(_ rule: Rule) {
    text(rule.id)
    text(rule.title)
    write(rule.location)
    flag(rule.isGap)
    choice(rule.severity)
    flag(rule.severityIsWritten)
    list(rule.authorities) { $0.write($1) }
    optional(rule.from) { $0.write($1) }
    optional(rule.until) { $0.write($1) }
    expression(rule.applies)
    list(rule.requirements) { $0.expression($1) }
    list(rule.exceptions) { $0.write($1) }
    list(rule.graces) { $0.expression($1) }
    optional(rule.fix) { $0.text($1) }
    choice(rule.scope)
  }

  private mutating func write(_ exception: RuleException) {
    expression(exception.condition)
    list(exception.authorities) { $0.write($1) }
  }

  private mutating func write(_ authority: Authority) {
    text(authority.source)
    text(authority.citation)
    optional(authority.link) { $0.text($1) }
    choice(authority.evidence)
    choice(authority.confidence)
  }

  private mutating func write(_ source: Source) {
    text(source.name)
    text(source.title)
    text(source.citation)
    optional(source.link) { $0.text($1) }
    optional(source.reviewed) { $0.write($1) }
    optional(source.interval) { $0.write($1) }
    choice(source.evidence)
    choice(source.confidence)
    write(source.location)
  }

  private mutating func write(_ register: Register) {
    text(register.id)
    text(register.title)
    choice(register.subject)
    for set in [register.channels, register.lines, register.recipients] {
      optional(set) { $0.write($1) }
    }
    optional(register.interval) {
      switch $1 {
      case .every(let period):
        $0.number(0)
        $0.write(period)
      case .campaign: $0.number(1)
      case .attempt: $0.number(2)
      }
    }
    choice(register.measure)
    optional(register.grace) { $0.write($1) }
    optional(register.from) { $0.write($1) }
    optional(register.until) { $0.write($1) }
    optional(register.authority) { $0.text($1) }
    optional(register.link) { $0.text($1) }
  }

  private mutating func write(_ day: HolidayCalendar.Day) {
    text(day.name)
    text(day.title)
    write(day.rule)
    choice(day.shift)
    optional(day.firstYear) { $0.number($1) }
    optional(day.lastYear) { $0.number($1) }
    texts(day.places)
  }

  private mutating func write(_ rule: HolidayCalendar.Rule) {
    switch rule {
    case .fixed(let month, let day):
      number(0)
      number(month)
      number(day)
    case .nth(let count, let weekday, let month):
      number(1)
      signed(count)
      choice(weekday)
      number(month)
    case .onOrAfter(let weekday, let month, let day):
      number(2)
      choice(weekday)
      number(month)
      number(day)
    case .onOrBefore(let weekday, let month, let day):
      number(3)
      choice(weekday)
      number(month)
      number(day)
    case .easter(let offset):
      number(4)
      signed(offset)
    case .orthodoxEaster(let offset):
      number(5)
      signed(offset)
    case .listed(let dates, let through):
      number(6)
      list(dates) { $0.write($1) }
      write(through)
    }
  }
}
