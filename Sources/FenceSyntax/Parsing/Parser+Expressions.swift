import FenceDiagnostics

extension Parser {
  /// An expression, loosest first.
  mutating func expression() -> ExpressionSyntax {
    let node = mark
    let start = current.range.lower
    guard descend() else { return .missing(placeOfMistake) }
    defer { depth -= 1 }
    var operands = [conjunction()]
    var words: [SourceRange] = []
    while at(.or) {
      words.append(take().range)
      operands.append(conjunction())
    }
    guard !words.isEmpty else { return operands[0] }
    close(node, .expression)
    return .or(operands, words: words, range(from: start))
  }

  private mutating func conjunction() -> ExpressionSyntax {
    let node = mark
    let start = current.range.lower
    var operands = [negation()]
    var words: [SourceRange] = []
    while at(.and) {
      words.append(take().range)
      operands.append(negation())
    }
    guard !words.isEmpty else { return operands[0] }
    close(node, .conjunction)
    return .and(operands, words: words, range(from: start))
  }

  private mutating func negation() -> ExpressionSyntax {
    guard at(.not) else { return comparison() }
    let node = mark
    let start = current.range.lower
    guard descend() else { return .missing(placeOfMistake) }
    defer { depth -= 1 }
    take()
    let operand = negation()
    close(node, .negation)
    return .not(operand, range(from: start))
  }

  private mutating func comparison() -> ExpressionSyntax {
    if isAtVerb { return verb() }
    if isAtQuantifier { return quantified() }
    let node = mark
    let start = current.range.lower
    let left = sum()
    if at(.in) { complainMembership(start) }
    let relationNode = mark
    guard let relation = relation() else { return left }
    close(relationNode, .relation)
    close(node, .comparison)
    return .relation(left, relation, range(from: start))
  }

  /// `x in a, b`, as other languages write it: reported, and passed over.
  private mutating func complainMembership(_ start: Int) {
    let word = current.range
    complain(
      .otherSpelling, "`in` does not compare", label: "write `is one of`",
      help: "`x is one of a, b` for one value; `list includes x` for a list",
      fix: Diagnostic.Fix(
        title: "write `is one of`", edits: [Diagnostic.Edit(word, "is one of")]))
    let node = mark
    take()
    _ = sums()
    close(node, .error)
  }

  /// Whether a verb stands here as a predicate: its first word, and no word after it that would follow a name.
  private var isAtVerb: Bool {
    guard let keyword = current.keyword else { return false }
    if let second = ClauseKeywords.verbsOfTwoWords[keyword] { return peek(1).keyword == second }
    return ClauseKeywords.verbs.contains(keyword) && !ClauseKeywords.followsOperand(peek(1))
  }

  /// Whether `any x in …` and its like stand here.
  private var isAtQuantifier: Bool {
    (at(.any) || at(.every) || at(.no)) && peek(1).kind == .word && peek(2).keyword == .in
  }

  private mutating func quantified() -> ExpressionSyntax {
    let node = mark
    let word = take()
    let kind = QuantifierSyntax.Kind(rawValue: text(word)) ?? .any
    let variable = written(take())
    take()
    let list = rows()
    expect(.where, "after the list")
    let condition = expression()
    close(node, .quantified)
    guard let list else { return .missing(range(from: word.range.lower)) }
    let quantifier = QuantifierSyntax(
      kind: kind, variable: variable, list: list, condition: condition)
    return .quantified(quantifier, range(from: word.range.lower))
  }

  /// The name of a list.
  mutating func rows() -> NameSyntax? {
    let node = mark
    let list = name("the name of a list")
    if list != nil { close(node, .rows) }
    return list
  }

  // MARK: sums

  /// Terms with `+` and `-` between them.
  mutating func sum() -> ExpressionSyntax {
    let node = mark
    let start = current.range.lower
    var result = term()
    var count = 1
    while at(.plus) || at(.minus) {
      guard count < Parser.deepest else {
        complain(.tooDeep, "more than \(Parser.deepest) terms stand in one sum")
        skip { !$0.at(.plus) && !$0.at(.minus) && $0.startsLine }
        break
      }
      let isPlus = at(.plus)
      take()
      result = .sum(result, plus: isPlus, term(), range(from: start))
      count += 1
    }
    if count > 1 { close(node, .sum) }
    return result
  }
}
