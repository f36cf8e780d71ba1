/// The words of the grammar: what stands in double quotes in `Fence.ebnf` and begins with a letter.
///
/// Every one of them is contextual: where a name is expected, it is a name.
enum Keyword: String, CaseIterable {
  case advise, after, all, allowed, and, answers, any, applicable, applies, `as`, at, attempt
  case because, before, binds, block, blocked, business, by, calendar, campaign, cap, channel
  case channels, cite, closed, complete, confidence, consent, constant, contact, contacts
  case contains, count, covers, day, days, define, earlier, easter, ends, erase, ever, every
  case everyone, eves, evidence, exactly, except, exempt, expect, facts, fails, `false`, fifth
  case first, fix, `for`, forbid, force, forever, fourth, from, gap, given, high, honour, hour
  case hours, `in`, includes, `is`, keep, last, later, latest, least, length, link, list, listed
  case low, measured, medium, memory, message, messages, minute, minutes, monday, month, months
  case most, moved, nearest, next, no, nobody, none, not, note, number, numbers, of, on, once, one
  case opted, or, orthodox, out, passes, pause, per, permits, permitted, phrases, places, plan
  case policy, primary, programme, purpose, recipient, recipients, register, registered, repeated
  case require, result, review, reviewed, rule, same, says, script, scrub, second, secondary
  case seconds, segment, sender, senders, severity, share, skip, source, starts, sunday
  case technology, test, the, third, this, through, time, to, `true`, under, unproven, until
  case waive, waived, warn, week, weekday, weeks, when, `where`, with, within, workday, year
  case years, zone
  case optOuts = "opt-outs"

  /// The keyword spelled so, if there is one.
  static let spelled: [String: Keyword] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
