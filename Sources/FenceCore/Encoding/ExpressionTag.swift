/// What an encoded expression is: a case of `Expression`; what follows a tag, `PolicyEncoder` says.
///
/// The commonest come first, because small numbers take one byte.
enum ExpressionTag: Int {
  case traced, constant, fact, field, row, equal, all, any, not, isNone, oneOf, includes, attempt
  case notAfter, before, someRow, choose, prefer, within, less, atMost, inForce, placed, says
  case schedule, count, lookup, entry, earliest, latest, moved, open
  case sum, difference, length, latestOf, prior, share, same, starts, ends, contains, everyRow
  case timeRanges, repeatedNumber
}

/// What an encoded constant is: a case of `FactValue` that a policy can write.
enum ConstantTag: Int {
  case unknown, none, no, yes, number, text, phone, instant, date, time, period, word, words
}
