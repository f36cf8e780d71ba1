import FenceDiagnostics

extension Parser {
  /// A clause of a mapping, or of a column of one.
  mutating func mappingClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    let start = current.range.lower
    take()
    switch keyword {
    case .recognised:
      expect(.by, "after `recognised`")
      return (.recognised(commaSeparated { $0.header() }), .recognised)
    case .separated:
      expect(.by, "after `separated`")
      return (string("what stands between the cells").map { .separated($0) }, .separated)
    case .column: return (column(from: start).map { .column($0) }, .column)
    case .always: return (always(), .always)
    case .incomplete:
      return (.incomplete(commaSeparated { $0.rest() }), .incomplete)
    case .blank:
      expect(.means, "after `blank`")
      return (expect(oneOf: [.none, .unknown], "after `blank means`").map { .blank($0) }, .blank)
    case .dates: return (dates(), .dates)
    default: return (.words(commaSeparated { $0.meaning() }), .words)
    }
  }

  /// One or more spellings of the name of a column.
  private mutating func header() -> HeaderSyntax? {
    let start = mark
    let spellings = alternativeTexts("the name of a column")
    guard !spellings.isEmpty else { return nil }
    close(start, .header)
    return HeaderSyntax(spellings: spellings)
  }

  /// Texts with `or` between them.
  private mutating func alternativeTexts(_ what: String) -> [Written<String>] {
    var texts: [Written<String>] = []
    repeat {
      guard let text = string(what) else { break }
      texts.append(text)
    } while take(.or) != nil
    return texts
  }

  // MARK: columns

  private mutating func column(from start: Int) -> ColumnSyntax? {
    guard let header = header() else { return nil }
    expect(.gives, "after the name of a column")
    guard let target = target() else { return nil }
    let split = at(.split) ? split() : nil
    let clauses = at(.leftBrace) ? columnClauses() : []
    return ColumnSyntax(
      header: header, target: target, split: split, clauses: clauses, range: range(from: start))
  }

  private mutating func target() -> TargetSyntax? {
    let node = mark
    let start = current.range.lower
    guard let path = name("the fact that the column gives") else { return nil }
    var target = TargetSyntax(path: path, selector: nil, field: nil, range: path.range)
    if at(.leftParenthesis) {
      target.selector = selector()
      if take(.dot) != nil { target.field = word("the name of a field after the dot") }
    }
    close(node, .target)
    target.range = range(from: start)
    return target
  }

  private mutating func selector() -> SelectorSyntax? {
    let node = mark
    let bracket = take()
    var selector: SelectorSyntax?
    if isEntry {
      selector = name("the key of an entry", isFact: true).map { .entry($0) }
    } else {
      selector = .row(commaSeparated { $0.choice() })
    }
    closeBracket(bracket)
    close(node, .selector)
    return selector
  }

  private mutating func closeBracket(_ bracket: Token) {
    guard take(.rightParenthesis) == nil else { return }
    complain(
      .unclosed, "expected `)`, found \(found)",
      secondary: [Diagnostic.Label(source, bracket.range, "opened here")])
  }

  /// A list that may go on, and the fields of the rows with which it may.
  private mutating func rest() -> TargetSyntax? {
    let node = mark
    guard let list = name("the name of a list") else { return nil }
    var rest = TargetSyntax(path: list, selector: nil, field: nil, range: list.range)
    if at(.leftParenthesis) {
      let bracket = take()
      rest.selector = .row(commaSeparated { $0.choice() })
      closeBracket(bracket)
      rest.range = range(from: list.range.lower)
    }
    close(node, .rest)
    return rest
  }

  /// Whether a name fills the bracket.
  private var isEntry: Bool {
    guard isAtName else { return false }
    var ahead = 1
    while peek(ahead).kind == .punctuation(.dot), peek(ahead + 1).kind == .word { ahead += 2 }
    return peek(ahead).kind == .punctuation(.rightParenthesis)
  }

  /// `channel sms`: a field of a row with its value.
  private mutating func choice() -> FieldSyntax? {
    let node = mark
    guard let field = word("the name of a field", isDeclared: true) else { return nil }
    guard let value = scalar() else {
      complain(.valueExpected, "expected a value for `\(field.value)`, found \(found)")
      return nil
    }
    close(node, .choice)
    return FieldSyntax(name: field, value: value)
  }

  private mutating func split() -> SplitSyntax? {
    let node = mark
    take()
    guard let separator = string("what stands between the values") else { return nil }
    var split = SplitSyntax(separator: separator, fieldSeparator: nil, fields: [])
    if take(.fields) != nil {
      split.fieldSeparator = string("what stands between the fields")
      expect(.leftParenthesis, "before the names of the fields")
      split.fields = commaSeparated { $0.word("the name of a field", isDeclared: true) }
      expect(.rightParenthesis, "after the names of the fields")
    }
    close(node, .split)
    return split
  }

  /// What stands in the braces of a column.
  private mutating func columnClauses() -> [ClauseSyntax] {
    let known: KeywordSet = [.blank, .dates, .words]
    let brace = take()
    var clauses: [ClauseSyntax] = []
    while take(.rightBrace) == nil {
      if isAtEnd || isAtDeclaration {
        complain(
          .unclosed, "this column is not closed", label: "expected `}` here",
          secondary: [Diagnostic.Label(source, brace.range, "opened here")])
        break
      }
      if let keyword = current.keyword, known.contains(keyword) {
        if let clause = clause(of: .mapping) { clauses.append(clause) }
        continue
      }
      complain(
        .wrongClause, "a column has no clause \(found)", at: current.range,
        help: "its clauses begin with \(alternatives(known.keywords.map(\.rawValue).sorted()))")
      skip { parser in
        parser.at(.rightBrace) || parser.current.keyword.map { known.contains($0) } ?? false
      }
    }
    return clauses
  }

  // MARK: the other clauses

  private mutating func always() -> ClauseSyntax.Kind? {
    guard let fact = name("the fact that every row has") else { return nil }
    return .always(fact, fieldValue(Written(fact.text, fact.range)))
  }

  private mutating func dates() -> ClauseSyntax.Kind? {
    let orders: KeywordMap<[Keyword]> = [
      .day: [.month, .year], .month: [.day, .year], .year: [.month, .day],
    ]
    guard let first = expect(oneOf: [.day, .month, .year], "after `dates`"),
      let rest = Keyword(rawValue: first.value).flatMap({ orders[$0] })
    else { return nil }
    for word in rest where !expect(word, "in `dates`") { return nil }
    guard take(.in) != nil else { return .dates(first: first, zone: nil) }
    expect(.zone, "after `in`")
    return string("the name of a zone").map { .dates(first: first, zone: $0) }
  }

  private mutating func meaning() -> MeaningSyntax? {
    let node = mark
    let spellings = alternativeTexts("a word as the cells have it")
    guard !spellings.isEmpty else { return nil }
    expect(.means, "after the word of a cell")
    guard let value = scalar() else {
      complain(
        .valueExpected, "expected what the word means, found \(found)",
        help: "write `true`, `false`, `none`, `unknown`, a word of the fact's list or a text")
      return nil
    }
    close(node, .meaning)
    return MeaningSyntax(spellings: spellings, value: value)
  }
}
