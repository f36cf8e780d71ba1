import FenceDiagnostics

extension Parser {
  /// What follows the left operand of a comparison, if anything does.
  mutating func relation() -> RelationSyntax? {
    if at(.less) || at(.greater) {
      let isLess = at(.less)
      take()
      let right = sum()
      return isLess ? .less(right) : .greater(right)
    }
    switch current.keyword {
    case .is: return identity()
    case .at where peek(1).keyword == .most || peek(1).keyword == .least: return bound()
    case .before:
      take()
      return .before(sum())
    case .after:
      take()
      return .after(sum())
    case .within where isAtWithin: return within()
    case .same: return same()
    case .includes: return includes()
    case .starts:
      take()
      expect(.with, "after `starts`")
      return .startsWith(sums())
    case .ends:
      take()
      expect(.with, "after `ends`")
      return .endsWith(sums())
    case .contains:
      take()
      return .contains(sums())
    default: return nil
    }
  }

  private mutating func bound() -> RelationSyntax {
    take()
    let isMost = at(.most)
    take()
    let right = sum()
    return isMost ? .atMost(right) : .atLeast(right)
  }

  private mutating func identity() -> RelationSyntax? {
    let word = take()
    let negated = take(.not) != nil
    if take(.none) != nil { return .isNone(negated: negated) }
    if take(.given) != nil { return .isGiven(negated: negated) }
    if at(.one), peek(1).keyword == .of {
      take()
      take()
      return .isOneOf(sums(), negated: negated)
    }
    return foreignIdentity(word, negated: negated) ?? .isValue(sum(), negated: negated)
  }

  /// `is at least`, `is before`, `is in` and their like, which English allows and Fence does not: reported,
  /// and read as they are meant.
  private mutating func foreignIdentity(_ word: Token, negated: Bool) -> RelationSyntax? {
    let isBound = at(.at) && (peek(1).keyword == .most || peek(1).keyword == .least)
    let others: [Keyword] = [.before, .after, .within]
    let isOther =
      current.keyword.map { others.contains($0) } ?? false
      && !ClauseKeywords.followsOperand(peek(1))
    if isBound || isOther {
      let rest = isBound ? "\(text(current)) \(text(peek(1)))" : text(current)
      if negated {
        complain(
          .otherSpelling, "`is not` does not stand before `\(rest)`",
          help: "put `not` before the whole comparison: `not x \(rest) …`")
      } else {
        complain(
          .otherSpelling, "`is` does not stand before `\(rest)`", at: word.range,
          label: "leave it out",
          fix: Diagnostic.Fix(
            title: "leave `is` out",
            edits: [Diagnostic.Edit(SourceRange(word.range.lower, current.range.lower), "")]))
      }
      return relation()
    }
    guard at(.in), !ClauseKeywords.followsOperand(peek(1)) else { return nil }
    complain(
      .otherSpelling, "`is in` does not compare", at: range(from: word.range.lower),
      label: "write `is one of`",
      fix: Diagnostic.Fix(
        title: "write `one of`", edits: [Diagnostic.Edit(current.range, "one of")]))
    take()
    return .isOneOf(sums(), negated: negated)
  }

  /// Whether `within` begins a relation here, and not the clause of a policy's header.
  private var isAtWithin: Bool {
    if peek(1).kind == .number { return true }
    guard peek(1).kind == .word || peek(1).kind == .code else { return false }
    var ahead = 2
    while peek(ahead).kind == .punctuation(.dot) { ahead += 2 }
    return peek(ahead).keyword == .before || peek(ahead).keyword == .after
  }

  private mutating func within() -> RelationSyntax {
    take()
    let period = duration("after `within`")
    let isAfter = at(.after)
    if !isAfter, !at(.before) {
      complain(
        .unexpected, "expected `before` or `after`, found \(found)",
        help: "a span of time lies before or after something: `within 30 days before attempt`")
      return .within(period, after: false, .missing(placeOfMistake))
    }
    take()
    return .within(period, after: isAfter, sum())
  }

  private mutating func same() -> RelationSyntax? {
    take()
    let unit = expect(oneOf: [.day, .week, .month], "after `same`")
    expect(.as, "after `same \(unit?.value ?? "day")`")
    let right = sum()
    return unit.map { .same($0, right) }
  }

  private mutating func includes() -> RelationSyntax {
    take()
    if at(.any) || at(.all), peek(1).keyword == .of {
      let isAny = at(.any)
      take()
      take()
      let values = sums()
      return isAny ? .includesAny(values) : .includesAll(values)
    }
    let value = sum()
    if at(.comma) {
      complain(
        .otherSpelling, "`includes` takes one value",
        help: "write `includes any of` or `includes all of` before several")
      while take(.comma) != nil { _ = sum() }
    }
    return .includes(value)
  }
}
