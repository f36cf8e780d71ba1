import FenceDiagnostics

extension Parser {
  /// How deep expressions and facts may stand in each other.
  static let deepest = 64

  /// Passes over tokens until the condition holds at one outside brackets opened on the way, or the file ends.
  mutating func skip(until stops: (Parser) -> Bool) {
    let start = mark
    let before = progress
    var open = 0
    while !isAtEnd {
      if open == 0, progress > before, stops(self) { break }
      switch current.kind {
      case .punctuation(.leftBrace), .punctuation(.leftBracket), .punctuation(.leftParenthesis):
        open += 1
      case .punctuation(.rightBrace), .punctuation(.rightBracket), .punctuation(.rightParenthesis):
        open = max(0, open - 1)
      default: break
      }
      if startsLine, startsColumn, progress > before, isAtDeclaration { break }
      take()
    }
    if progress > before { close(start, .error) }
  }

  /// Whether a clause or verb clause begins here.
  func isAtClause(of declared: DeclarationKeyword) -> Bool {
    guard let keyword = current.keyword else { return false }
    if ClauseKeywords.of(declared).contains(keyword) { return true }
    return declared == .rule && isAtVerbClause
  }

  /// Whether a verb stands here as a clause.
  var isAtVerbClause: Bool {
    guard let keyword = current.keyword else { return false }
    if ClauseKeywords.verbs.contains(keyword) { return true }
    return ClauseKeywords.verbsOfTwoWords[keyword].map { peek(1).keyword == $0 } ?? false
  }

  /// Whether the next line begins here, and with a clause: what should stand before it is missing.
  var isAtNextClause: Bool {
    guard startsLine, !previousIs(.comma), let keyword = current.keyword else { return false }
    let isKnown = ClauseKeywords.all.contains(keyword) || ClauseKeywords.verbs.contains(keyword)
    return isKnown && !ClauseKeywords.followsOperand(peek(1))
  }

  /// Passes over the rest of a clause at which reading stopped.
  mutating func skipRest(of declared: DeclarationKeyword) {
    guard isSilenced, !isAtClause(of: declared), !at(.rightBrace), !isAtDeclaration else { return }
    skip { $0.at(.rightBrace) || $0.isAtSafeClause(of: declared) }
  }

  /// Whether a clause certainly begins here: at the beginning of a line, or with a word that is no fact or unit.
  private func isAtSafeClause(of declared: DeclarationKeyword) -> Bool {
    guard isAtClause(of: declared) else { return startsLine && isAtDeclaration }
    return startsLine || !isAtVerbClause && !ClauseKeywords.followsOperand(peek(1))
  }

  /// Complains about what stands where a clause should, and passes over it.
  ///
  /// - Parameter declared: the declaration in whose braces it stands.
  /// - Returns: what was meant, where that is plain: a condition alone is required.
  mutating func wrongClause(in declared: DeclarationKeyword) -> ClauseSyntax? {
    let ofAnother =
      current.keyword.map { ClauseKeywords.all.contains($0) } ?? false || isAtVerbClause
    let isCondition = declared == .rule && beginsCondition
    complainWrongClause(in: declared)
    if isCondition {
      let node = mark
      let start = current.range
      let condition = expression()
      close(node, .error)
      return ClauseSyntax(
        kind: .require(condition), keyword: start, range: range(from: start.lower))
    }
    if ofAnother, !ClauseKeywords.followsOperand(peek(1)) {
      _ = clause(of: declared)
      return nil
    }
    skip { parser in
      let keyword = parser.current.keyword
      return parser.at(.rightBrace) || parser.isAtSafeClause(of: declared)
        || parser.startsLine && keyword.map { ClauseKeywords.all.contains($0) } ?? false
    }
    return nil
  }

  /// Complains about a word that begins no clause of a declaration, in its braces or in its head.
  mutating func complainWrongClause(in declared: DeclarationKeyword, inHead: Bool = false) {
    guard current.kind == .word || current.kind == .code else {
      return complain(
        .unexpected, "expected a clause or `}`, found \(found)", at: current.range)
    }
    let word = text(current)
    let noun =
      [.exempt, .extend, .override].contains(declared)
      ? "an \(declared.rawValue)"
      : declared == .phrases ? "a list of phrases" : "a \(declared.rawValue)"
    let message = "\(noun) has no clause `\(word)`"
    var known = ClauseKeywords.of(declared)
    if declared == .rule { known = known.union(ClauseKeywords.verbs) }
    let spellings = known.keywords.map(\.rawValue).sorted()
    let place = current.range
    if declared == .rule, beginsCondition {
      return complain(
        .wrongClause, message, at: place, label: "a condition alone",
        help: "write `require` before what must hold, `forbid` before what must not",
        fix: Diagnostic.Fix(
          title: "write `require`",
          edits: [Diagnostic.Edit(SourceRange(place.lower, place.lower), "require ")]))
    }
    if let guess = didYouMean(word, among: spellings) {
      return complain(
        .wrongClause, message, at: place, label: "did you mean `\(guess)`?",
        fix: Diagnostic.Fix(title: "write `\(guess)`", edits: [Diagnostic.Edit(place, guess)]))
    }
    let isGrade = word == "confidence" || word == "evidence"
    guard startsLine || previousIs(.leftBrace) || isGrade || inHead else {
      return complain(
        .unexpected, "`\(word)` neither goes on with the clause before it nor begins a new one",
        at: place)
    }
    let help =
      isGrade
      ? "grade and confidence follow the source: `under ftsa \"501.059\" secondary high`"
      : "its clauses begin with \(alternatives(spellings))"
    complain(.wrongClause, message, at: place, help: help)
  }

  /// Whether what stands in the place of a clause reads like a condition: `sender.kind is …`, `not …`.
  private var beginsCondition: Bool {
    if at(.not) || at(.any) || at(.no) || at(.count) { return true }
    let next = peek(1)
    if next.kind == .punctuation(.dot) { return true }
    return next.keyword.map { [.is, .includes, .contains, .starts, .ends].contains($0) } ?? false
  }

  /// Counts one more level; complains, and passes over the rest, if that is too deep.
  mutating func descend() -> Bool {
    guard depth < Parser.deepest else {
      complain(
        .tooDeep, "more than \(Parser.deepest) levels stand in each other here",
        help: "give parts of the condition names with `define`")
      skip { $0.at(.rightBrace) || $0.startsLine && $0.isAtDeclaration }
      silence()
      return false
    }
    depth += 1
    return true
  }
}

extension ClauseKeywords {
  /// Whether a token may come after an operand of an expression.
  static func followsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.keyword.map { followers.contains($0) } ?? false
    case .punctuation(.leftBrace), .punctuation(.leftBracket), .punctuation(.leftParenthesis): false
    case .punctuation, .endOfFile: true
    default: false
    }
  }

  /// Whether a word begins a clause or declaration, rather than naming something, to judge by what follows.
  static func isClause(_ token: Token, before next: Token) -> Bool {
    guard let keyword = token.keyword else { return false }
    if reservedInExpressions.contains(keyword) { return true }
    guard all.contains(keyword) || declarations[keyword] != nil else { return false }
    return !followsOperand(next)
  }
}
