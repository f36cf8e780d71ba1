/// The words of the grammar: what stands in double quotes in `Fence.ebnf` and begins with a letter.
///
/// Every one of them is contextual: where a name is expected, it is a name.
enum Keyword: String, CaseIterable {
  case advise, after, all, allowed, and, answers, any, applicable, applies, april, `as`, at
  case attempt, august, because, before, binds, block, blocked, business, by, calendar, campaign
  case cap, channel, channels, cite, closed, complete, confidence, consent, constant, contact
  case contacts, contains, count, covers, date, day, days, december, define, earlier, easter,
    effect, ends
  case erase, ever, every, everyone, eves, evidence, exactly, except, exempt, expect, extend, facts,
    fails
  case `false`, february, field, fifth, first, fix, `for`, forbid, force, forever, fourth, friday,
    from
  case gap, given, high, honour, hour, hours, `in`, includes, instant, `is`, january, july, june,
    keep
  case last, later, latest, least, length, lines, link, list, listed, low, march, may, measured,
    medium
  case memory, message, messages, minute, minutes, monday, month, months, most, moved, nearest
  case next, no, nobody, none, not, note, november, number, numbers, october, of, on, once, one
  case opted, or, orthodox, out, override, passes, pause, per, percent, permits, permitted, phrases,
    places, plan
  case policy, primary, programme, purpose, recipient, recipients, register, registered, repeated
  case require, result, review, reviewed, rule, same, saturday, says, script, scrub, second
  case secondary, seconds, segment, sender, senders, september, severity, share, skip, source
  case starts, sunday, takes, technology, test, text, the, third, this, through, thursday, time, to,
    `true`
  case tuesday, under, unproven, until, waive, waived, warn, wednesday, week, weekday, weeks, when
  case `where`, with, withdrawal, within, workday, year, years, yes, zone
  case optOuts = "opt-outs"

  /// The keyword spelled so, if there is one.
  static let spelled: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
