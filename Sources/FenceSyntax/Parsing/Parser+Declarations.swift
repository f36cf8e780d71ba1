import FenceDiagnostics

extension Parser {
  /// The whole file.
  mutating func file() -> FileSyntax {
    guard readEdition() else { return FileSyntax(declarations: []) }
    var declarations: [DeclarationSyntax] = []
    while !isAtEnd {
      let before = progress
      if let keyword = current.keyword, let declared = ClauseKeywords.declarations[keyword] {
        declarations.append(declaration(declared))
      } else {
        complainNoDeclaration()
        skip { $0.startsLine && $0.isAtDeclaration }
      }
      if progress == before { take() }
    }
    return FileSyntax(declarations: declarations)
  }

  private mutating func complainNoDeclaration() {
    let spellings = DeclarationKeyword.allCases.map(\.rawValue)
    if current.kind == .word, let guess = didYouMean(text(current), among: spellings) {
      complain(
        .declarationExpected, "`\(text(current))` begins no declaration", at: current.range,
        label: "did you mean `\(guess)`?",
        fix: Diagnostic.Fix(
          title: "write `\(guess)`", edits: [Diagnostic.Edit(current.range, guess)]))
    } else if at(.edition) {
      complain(
        .declarationExpected, "the edition comes before every declaration", at: current.range,
        help: "move it to the beginning of the file, where it stands once")
    } else if at(.rightBrace) {
      complain(
        .unclosed, "this `}` closes nothing", at: current.range,
        help: "a brace too many, here or further up")
    } else {
      complain(
        .declarationExpected, "expected a declaration, found \(found)", at: current.range,
        help: "a file consists of \(alternatives(spellings))")
    }
  }

  /// Whether a declaration begins here: its keyword, and what follows it fits.
  var isAtDeclaration: Bool {
    guard let keyword = current.keyword, let declared = ClauseKeywords.declarations[keyword] else {
      return false
    }
    let next = peek(1)
    switch declared {
    case .test:
      return next.kind == .string || startsColumn && next.kind == .punctuation(.leftBrace)
    case .campaign: return next.kind == .string || next.kind == .punctuation(.leftBrace)
    default:
      if next.kind == .word || next.kind == .code { return true }
      return startsColumn && (next.kind == .string || next.kind == .punctuation(.leftBrace))
    }
  }

  private mutating func declaration(_ declared: DeclarationKeyword) -> DeclarationSyntax {
    let start = mark
    let documentation = documentation(of: current)
    let keyword = take()
    var result = DeclarationSyntax(
      keyword: Written(declared, keyword.range), documentation: documentation, names: [],
      title: nil, clauses: [], range: keyword.range)
    result.names = declaredNames(declared)
    if declared == .note, at(.on), let clause = clause(of: .note) { result.clauses.append(clause) }
    result.title = title(of: declared)
    switch declared {
    case .constant, .define, .segment:
      if let value = valueClause(declared) { result.clauses.append(value) }
    case .campaign:
      if let clause = factsClause(keyword) { result.clauses.append(clause) }
    case .mapping:
      expect(.for, "after the name of a mapping")
      expect(.contact, "after `for`")
      headClauses(of: declared, into: &result.clauses)
      if at(.leftBrace) { body(of: declared, keyword, into: &result.clauses) }
    default:
      headClauses(of: declared, into: &result.clauses)
      if at(.leftBrace) { body(of: declared, keyword, into: &result.clauses) }
    }
    close(start, SyntaxKind(declared))
    result.range = range(from: keyword.range.lower)
    return result
  }

  /// The name of a declaration; an exemption may be from several rules.
  private mutating func declaredNames(_ declared: DeclarationKeyword) -> [NameSyntax] {
    guard let name = declaredName(declared) else { return [] }
    guard declared == .exempt else { return [name] }
    var names = [name]
    while take(.comma) != nil {
      if let next = self.name("the name of a rule or gap") { names.append(next) }
    }
    return names
  }

  private mutating func declaredName(_ declared: DeclarationKeyword) -> NameSyntax? {
    let what: String
    switch declared {
    case .test, .campaign: return nil
    case .policy: what = "the code or name of the policy"
    case .exempt, .waive: what = "the name of a rule or gap"
    case .extend: what = "`contact`, `plan` or `programme`"
    case .override: what = "the name of a constant"
    case .phrases: what = "the element that the phrases say"
    case .note: what = "the kind of note, such as `penalty`"
    default: what = "a name after `\(declared.rawValue)`"
    }
    if startsColumn && isAtDeclaration {
      complain(.nameExpected, "expected \(what), found \(found)")
      return nil
    }
    switch declared {
    case .policy: return policyName(what)
    case .exempt, .waive, .override: return name(what)
    case .extend:
      return expect(oneOf: [.contact, .plan, .programme], "after `extend`").map {
        NameSyntax(parts: [$0])
      }
    default: return word(what, isDeclared: true).map { NameSyntax(parts: [$0]) }
    }
  }

  private mutating func title(of declared: DeclarationKeyword) -> Written<String>? {
    if declared == .test { return string("what the test shows,") }
    guard declared != .phrases, current.kind == .string else { return nil }
    return string("a title")
  }

  private mutating func valueClause(_ declared: DeclarationKeyword) -> ClauseSyntax? {
    let start = current.range
    guard expect(.equals, "after the name of a \(declared.rawValue)") else {
      skip { $0.startsLine && $0.isAtDeclaration }
      return nil
    }
    let value = declared == .constant ? sum() : expression()
    return ClauseSyntax(kind: .value(value), keyword: start, range: range(from: start.lower))
  }

  private mutating func headClauses(
    of declared: DeclarationKeyword, into clauses: inout [ClauseSyntax]
  ) {
    let allowed = ClauseKeywords.of(declared)
    let takesHeadClauses = [
      .policy, .register, .exempt, .waive, .gap, .note, .override, .test,
    ].contains(declared)
    while let keyword = current.keyword {
      if !allowed.contains(keyword) {
        guard ClauseKeywords.all.contains(keyword), !startsLine else { return }
        complainWrongClause(in: declared, inHead: true)
        _ = clause(of: declared)
        continue
      }
      if !takesHeadClauses {
        complain(
          .wrongClause, "the clauses of a \(declared.rawValue) stand in braces",
          label: "write `{` before `\(keyword.rawValue)` and `}` after the last clause")
      }
      if let clause = clause(of: declared) { clauses.append(clause) }
    }
  }

  private mutating func body(
    of declared: DeclarationKeyword, _ keyword: Token, into clauses: inout [ClauseSyntax]
  ) {
    let brace = take()
    while take(.rightBrace) == nil {
      if isAtEnd || isAtDeclaration {
        complain(
          .unclosed, "this \(declared.rawValue) is not closed", label: "expected `}` here",
          secondary: [Diagnostic.Label(source, brace.range, "opened here")])
        return
      }
      let before = progress
      if isAtClause(of: declared) {
        if let clause = clause(of: declared) { clauses.append(clause) }
        skipRest(of: declared)
      } else if let meant = wrongClause(in: declared) {
        clauses.append(meant)
      }
      if progress == before { take() }
    }
  }

  /// The `///` comment right before a token, without slashes and common blanks.
  private func documentation(of token: Token) -> String? {
    var lines: [String] = []
    for piece in trivia(before: token, in: source) {
      switch piece.kind {
      case .documentation:
        let text = source.text(in: piece.range).dropFirst(3)
        lines.append(String(text.first == " " ? text.dropFirst() : text))
      case .comment: lines = []
      case .blank: break
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

extension SyntaxKind {
  fileprivate init(_ declared: DeclarationKeyword) {
    self = SyntaxKind(rawValue: declared.rawValue) ?? .error
  }
}
