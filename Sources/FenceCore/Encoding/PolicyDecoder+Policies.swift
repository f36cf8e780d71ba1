import Outreach

extension PolicyDecoder {
  /// What a policy declares, but for its phrases.
  mutating func policy() -> Policy {
    var policy = Policy(
      name: text(), title: text(), location: location(), parent: optional { $0.text() },
      coverage: coverage())
    policy.rules = list { $0.rule() }
    let name = policy.name
    policy.exemptions = list {
      Exemption(rule: $0.text(), exception: $0.exception(), policy: name)
    }
    policy.segments = list {
      Segment(id: $0.text(), title: $0.text(), condition: $0.expression())
    }
    policy.constants = list {
      NamedConstant(id: $0.text(), title: $0.text(), value: $0.text(), override: nil)
    }
    policy.notes = list {
      Note(kind: $0.text(), rules: $0.texts(), text: $0.text(), authorities: $0.authorities())
    }
    policy.sources = list { $0.source() }
    policy.registers = list { $0.register() }
    policy.calendars = list { decoder in
      NamedCalendar(
        id: decoder.text(), title: decoder.text(),
        calendar: HolidayCalendar(days: decoder.list { $0.day() }))
    }
    policy.businessDays = optional { $0.businessDays() }
    return policy
  }

  private mutating func coverage() -> Coverage {
    switch number() {
    case 0: .nobody
    case 1: .everyone
    default: .places(texts(), recipients: flag(), senders: flag())
    }
  }

  private mutating func rule() -> Rule {
    let (id, title, location) = (text(), text(), location())
    let (isGap, severity, isWritten) = (flag(), choice(Severity.block), flag())
    let authorities = authorities()
    let (from, until) = (optional { $0.date() }, optional { $0.date() })
    let (applies, requirements) = (expression(), list { $0.expression() })
    let exceptions = list { $0.exception() }
    let graces = list { $0.expression() }
    var rule = Rule(
      id: id, title: title, location: location, isGap: isGap, severity: severity,
      severityIsWritten: isWritten, authorities: authorities, from: from, until: until,
      applies: applies, requirements: requirements, exceptions: exceptions,
      fix: optional { $0.text() }, scope: choice(Rule.Scope.contact))
    rule.graces = graces
    return rule
  }

  private mutating func exception() -> RuleException {
    RuleException(condition: expression(), authorities: authorities())
  }

  private mutating func authorities() -> [Authority] {
    list { decoder in
      Authority(
        source: decoder.text(), citation: decoder.text(), link: decoder.optional { $0.text() },
        evidence: decoder.choice(Evidence.memory), confidence: decoder.choice(Confidence.low))
    }
  }

  private mutating func source() -> Source {
    Source(
      name: text(), title: text(), citation: text(), link: optional { $0.text() },
      reviewed: optional { $0.date() }, interval: optional { $0.period() },
      evidence: choice(Evidence.memory), confidence: choice(Confidence.low), location: location())
  }

  private mutating func register() -> Register {
    Register(
      id: text(), title: text(), subject: choice(Register.Subject.numbers),
      channels: optional { $0.words() }, lines: optional { $0.words() },
      recipients: optional { $0.words() },
      interval: optional { decoder in
        switch decoder.number() {
        case 0: .every(decoder.period())
        case 1: .campaign
        default: .attempt
        }
      },
      measure: choice(Register.Measure.result), grace: optional { $0.period() },
      from: optional { $0.date() }, until: optional { $0.date() },
      authority: optional { $0.text() }, link: optional { $0.text() })
  }

  private mutating func day() -> HolidayCalendar.Day {
    HolidayCalendar.Day(
      name: text(), title: text(), rule: dayRule(), shift: choice(HolidayCalendar.Shift.none),
      firstYear: optional { $0.number() }, lastYear: optional { $0.number() }, places: texts())
  }

  private mutating func dayRule() -> HolidayCalendar.Rule {
    switch number() {
    case 0: .fixed(month: number(), day: number())
    case 1: .nth(signed(), weekday(), month: number())
    case 2: .onOrAfter(weekday(), month: number(), day: number())
    case 3: .onOrBefore(weekday(), month: number(), day: number())
    case 4: .easter(offset: signed())
    case 5: .orthodoxEaster(offset: signed())
    default: .listed(list { $0.date() }, through: date())
    }
  }
}
