import Outreach

/// The words of the grammar: what stands in double quotes in `Fence.ebnf` and begins with a letter.
///
/// Every one of them is contextual: where a name is expected, it is a name.
enum Keyword: String, NumberedCases {
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
  static func spelled(_ bytes: Span<UInt8>) -> Keyword? { spellings[bytes] }

  private static let spellings = KeywordSpellings()
}

/// The keywords by their spelling, in open addressing: nearly every word of a policy is looked up here.
private struct KeywordSpellings {
  private var slots: [(spelling: PackedWord, keyword: Keyword)?]

  init() {
    slots = Array(repeating: nil, count: 1024)
    for keyword in Keyword.allCases {
      guard let spelling = PackedWord(keyword.rawValue.utf8Span.span) else { continue }
      var slot = spelling.slot
      while slots[slot] != nil { slot = (slot + 1) & 1023 }
      slots[slot] = (spelling, keyword)
    }
  }

  subscript(bytes: Span<UInt8>) -> Keyword? {
    guard let spelling = PackedWord(bytes) else { return nil }
    var slot = spelling.slot
    while let found = slots[slot] {
      if found.spelling == spelling { return found.keyword }
      slot = (slot + 1) & 1023
    }
    return nil
  }
}

/// A word of up to sixteen bytes, as two numbers.
private struct PackedWord: Equatable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    for index in bytes.indices {
      if index < 8 {
        first = first << 8 | UInt64(bytes[index])
      } else {
        second = second << 8 | UInt64(bytes[index])
      }
    }
  }

  /// Where to look for it first, among 1024 slots.
  var slot: Int {
    Int(truncatingIfNeeded: ((first ^ second &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
