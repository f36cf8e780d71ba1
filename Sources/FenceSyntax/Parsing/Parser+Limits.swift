import FenceDiagnostics
import Outreach

/// The verbs that set limits: consent, hours, cap and pause; their first word is taken.
extension Parser {
  // MARK: consent

  mutating func consent() -> VerbSyntax? {
    let level = word("a level: `implied`, `presumed`, `express` or `written`")
    expect(.for, "after the level of consent")
    let exactly = take(.exactly)?.range
    var axes: [Written<String>] = []
    repeat {
      if let axis = axis() { axes.append(axis) }
    } while takeComma()
    var within: DurationSyntax?
    var orRenewed: SourceRange?
    if take(.given) != nil {
      if let or = take(.or) {
        expect(.renewed, "after `given or`")
        orRenewed = range(from: or.range.lower)
      }
      expect(.within, orRenewed == nil ? "after `given`" : "after `given or renewed`")
      within = duration("after `within`")
    }
    let condition = condition()
    return level.map {
      .consent(
        ConsentSyntax(
          level: $0, exactly: exactly, axes: axes, givenWithin: within, orRenewed: orRenewed,
          condition: condition))
    }
  }

  private mutating func axis() -> Written<String>? {
    if at(.this), peek(1).kind == .word { take() }
    let node = mark
    guard let axis = word("what the consent is for, such as `channel`") else { return nil }
    close(node, .axis)
    return axis
  }

  /// Takes the comma between two axes; an `and` in its place is reported.
  private mutating func takeComma() -> Bool {
    if takeCommaBeforeName() { return true }
    if at(.comma), peek(1).keyword == .this, peek(2).kind == .word {
      // Also in a list of quantities, of which `this channel` could be the next: the innermost list has it.
      take()
      return true
    }
    let axes: [Keyword] = [.channel, .purpose, .technology, .sender, .number, .time]
    let ahead = peek(1).keyword == .this ? 2 : 1
    guard at(.and), let next = peek(ahead).keyword, axes.contains(next) else { return false }
    let after = peek(ahead + 1)
    let isCondition = after.keyword.map { ClauseKeywords.relations.contains($0) } ?? false
    guard !isCondition, after.kind != .punctuation(.dot), after.keyword != .registered else {
      return false
    }
    let blank = SourceRange(previousEnd, current.range.upper)
    complain(
      .commaExpected, "a comma stands between what a consent is for", label: "write `,`",
      fix: Diagnostic.Fix(title: "write `,`", edits: [Diagnostic.Edit(blank, ",")]))
    take()
    return true
  }

  // MARK: hours

  mutating func hours() -> VerbSyntax? {
    var openings: [OpeningSyntax] = []
    repeat {
      if let opening = opening() { openings.append(opening) }
    } while take(.semicolon) != nil
    var zone: Written<String>?
    if take(.in) != nil {
      expect(.zone, "after `in`")
      zone = string("the name of a time zone")
    }
    return openings.isEmpty ? nil : .hours(openings, zone: zone)
  }

  private mutating func opening() -> OpeningSyntax? {
    let node = mark
    let start = current.range.lower
    var days: [DayNameSyntax] = []
    if isAtName, !at(.closed) { days = commaSeparated { $0.dayName() } }
    var spans: [Written<(from: TimeOfDay, to: TimeOfDay)>] = []
    var isFlawed = false
    if current.kind == .time {
      repeat {
        if let span = span() { spans.append(span) } else { isFlawed = true }
      } while takeCommaBeforeTime()
    } else if take(.closed) == nil {
      complainMissing(
        days.isEmpty ? "days or a time such as `08:00`" : "a time such as `08:00` or `closed`",
        days.isEmpty ? "after `hours`" : "after the days")
      isFlawed = true
    }
    if mark > node { close(node, .opening) }
    return isFlawed && spans.isEmpty
      ? nil : OpeningSyntax(days: days, spans: spans, range: range(from: start))
  }

  private mutating func takeCommaBeforeTime() -> Bool {
    guard at(.comma), listDepth == 0 || peek(1).kind == .time else { return false }
    take()
    return true
  }

  private mutating func span() -> Written<(from: TimeOfDay, to: TimeOfDay)>? {
    let node = mark
    let start = current.range.lower
    let opens = time("a time such as `08:00`")
    expect(.to, "between the two times")
    let closes = time("the time at which the hours end")
    close(node, .span)
    guard let opens, let closes else { return nil }
    return Written((opens, closes), range(from: start))
  }

  private mutating func time(_ what: String) -> TimeOfDay? {
    guard current.kind == .time else {
      complainMissing(what, "here")
      return nil
    }
    let token = take()
    return token.isFlawed ? nil : reading(token) { TimeOfDay(iso: $0) }
  }

  /// A weekday, a span of weekdays, a calendar or its eves.
  mutating func dayName() -> DayNameSyntax? {
    let node = mark
    if at(.eves), peek(1).keyword == .of {
      take()
      take()
      guard let calendar = name("a calendar") else { return nil }
      close(node, .dayName)
      return .eves(calendar)
    }
    if current.kind == .word, peek(1).keyword == .to {
      let first = written(take())
      take()
      guard let last = word("the last weekday") else { return nil }
      close(node, .dayName)
      return .range(first, last)
    }
    guard let day = name("a weekday or calendar") else { return nil }
    close(node, .dayName)
    return .name(day)
  }

  // MARK: cap and pause

  mutating func cap() -> VerbSyntax? {
    let limit = limit()
    let channels = take(.by) == nil ? [] : commaSeparatedNames { $0.word("a channel") }
    let span: CapSyntax.Span
    if take(.ever) != nil {
      span = .ever
    } else if take(.per) != nil {
      guard let unit = expect(oneOf: [.day, .week, .month], "after `per`") else { return nil }
      span = .per(unit)
    } else if take(.in) != nil {
      expect(.any, "after `in`")
      span = .rolling(duration("after `in any`"))
    } else {
      complainMissing("`in any`, `per` or `ever`", "after the number of attempts")
      return nil
    }
    return .cap(
      CapSyntax(limit: limit, channels: channels, span: span, condition: condition()))
  }

  private mutating func limit() -> ExpressionSyntax {
    if current.kind == .number {
      let token = take()
      guard !token.isFlawed, let number = Quantity(text(token)) else {
        return .missing(token.range)
      }
      return .literal(.number(number), token.range)
    }
    guard isAtName, !ClauseKeywords.isClause(current, before: peek(1)), !at(.in), !at(.per),
      let constant = name("how many attempts")
    else {
      complainMissing("a number or the name of a constant", "after `cap`")
      return .missing(placeOfMistake)
    }
    return .name(constant)
  }

  mutating func pause() -> VerbSyntax? {
    let span = take(.forever) == nil ? duration("after `pause`") : nil
    expect(.after, "after the period")
    let point = sum()
    guard at(.where), case .name(let list) = point else {
      return .pause(duration: span, after: point)
    }
    take()
    return .pauseAfterRows(duration: span, list: list, where: expression())
  }
}
