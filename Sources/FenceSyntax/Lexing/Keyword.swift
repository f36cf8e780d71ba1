/// The words of the grammar: what stands in double quotes in `Fence.ebnf` and begins with a letter.
///
/// Every one of them is contextual: where a name is expected, it is a name.
enum Keyword: String, CaseIterable {
  case advise, after, all, allowed, always, and, answers, any, applicable, applies, april, `as`, at
  case attempt, august, because, before, binds, blank, block, blocked, business, by, calendar,
    campaign
  case cap, channel, channels, cite, closed, column, complete, confidence, consent, constant,
    contact
  case contacts, contains, count, covers, dates, day, days, december, define, earlier, easter,
    effect, ends
  case erase, ever, every, everyone, eves, evidence, exactly, except, exempt, expect, facts, fails
  case `false`, february, fields, fifth, first, fix, `for`, forbid, force, forever, fourth, friday,
    from
  case gap, given, gives, high, honour, hour, hours, `in`, includes, incomplete, `is`, january,
    july, june, keep
  case last, later, latest, least, length, lines, link, list, listed, low, mapping, march, may,
    means, measured,
    medium
  case memory, message, messages, minute, minutes, monday, month, months, most, moved, nearest
  case next, no, nobody, none, not, note, november, number, numbers, october, of, on, once, one
  case opted, or, orthodox, out, passes, pause, per, permits, permitted, phrases, places, plan
  case policy, primary, programme, purpose, recipient, recipients, recognised, register, registered,
    repeated
  case require, result, review, reviewed, rule, same, saturday, says, script, scrub, second
  case secondary, seconds, segment, sender, senders, separated, september, severity, share, skip,
    source, split
  case starts, sunday, takes, technology, test, the, third, this, through, thursday, time, to,
    `true`
  case tuesday, under, unknown, unproven, until, waive, waived, warn, wednesday, week, weekday,
    weeks, when
  case `where`, with, withdrawal, within, words, workday, year, years, zone
  case optOuts = "opt-outs"

  /// The keyword spelled so, if there is one.
  static let spelled: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
