/// The words of the grammar: what stands in double quotes in `Fence.ebnf` and begins with a letter.
///
/// Every one of them is contextual: where a name is expected, it is a name.
enum Keyword: String, CaseIterable {
  case advise, after, all, allowed, always, and, answers, any, applicable, applies, april, `as`, at
  case attempt, august, because, before, binds, blank, block, blocked, business, by, calendar
  case campaign, cap, channel, channels, cite, closed, column, complete, confidence, consent
  case constant, contact, contacts, contains, count, covers, date, dates, day, days, december
  case define, earlier, easter, edition, effect, ends, erase, ever, every, everyone, eves, evidence,
    exactly
  case except, exempt, expect, extend, facts, fails, `false`, february, field, fields, fifth, first
  case fix, `for`, forbid, force, forever, fourth, friday, from, gap, given, gives, high, honour
  case hour, hours, `in`, includes, incomplete, instant, `is`, january, july, june, keep, last
  case later, latest, least, length, lines, link, list, listed, low, mapping, march, may, means
  case measured, medium, memory, message, messages, minute, minutes, monday, month, months, most
  case moved, nearest, next, no, nobody, none, not, note, november, number, numbers, october, of
  case on, once, one, opted, or, orthodox, out, override, passes, pause, per, percent, permits
  case permitted, phrases, places, plan, policy, primary, programme, purpose, recipient, recipients
  case recognised, register, registered, renewed, repeated, require, result, review, reviewed, rule,
    same
  case saturday, says, script, scrub, second, secondary, seconds, segment, sender, senders
  case separated, september, severity, share, skip, source, split, starts, sunday, takes
  case technology, test, text, the, third, this, through, thursday, time, to, `true`, tuesday
  case under, unknown, unproven, until, waive, waived, warn, wednesday, week, weekday, weeks, when
  case `where`, with, withdrawal, within, words, workday, year, years, yes, zone
  case optOuts = "opt-outs"

  /// The keyword spelled so, if there is one.
  static let spelled: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
