import FenceDiagnostics
import Outreach

extension Parser {
  /// A verb, whose first word is next.
  mutating func verb() -> ExpressionSyntax {
    let node = mark
    let start = current.range.lower
    let keyword = current.keyword
    take()
    let read: (verb: VerbSyntax?, kind: SyntaxKind)
    switch keyword {
    case .scrub: read = (scrub(), .scrub)
    case .listed:
      expect(.on, "after `listed`")
      read = (registerName().map { .listed(register: $0) }, .listed)
    case .permitted:
      expect(.on, "after `permitted`")
      read = (registerName().map { .permitted(register: $0) }, .permitted)
    case .sender:
      take()
      expect(.with, "after `sender registered`")
      let register = registerName()
      let condition = condition()
      read = (register.map { .registered(register: $0, where: condition) }, .registered)
    case .consent: read = (consent(), .consent)
    case .opted: read = (optedOut(), .optedOut)
    case .honour: read = (honour(), .honour)
    case .hours: read = (hours(), .hours)
    case .cap: read = (cap(), .cap)
    case .pause: read = (pause(), .pause)
    case .attempt: read = (answers(), .answers)
    case .erase: read = (erase(), .erase)
    case .keep: read = (keep(), .keep)
    default: read = (says(subject: start), .says)
    }
    close(node, read.kind)
    let place = range(from: start)
    return read.verb.map { .verb($0, place) } ?? .missing(place)
  }

  private mutating func registerName() -> NameSyntax? { name("the name of a register") }

  private mutating func scrub() -> VerbSyntax? {
    guard let register = registerName() else { return nil }
    let every = take(.every) == nil ? nil : duration("after `every`")
    return .scrub(register: register, every: every)
  }

  /// `where E`, if it is written.
  mutating func condition() -> ExpressionSyntax? { take(.where) == nil ? nil : expression() }

  // MARK: opt-outs

  private mutating func optedOut() -> VerbSyntax? {
    expect(.out, "after `opted`")
    let scope = optOutScope(inExpression: true)
    return .optedOut(scope: scope, where: condition())
  }

  private mutating func honour() -> VerbSyntax? {
    expect(.optOuts, "after `honour`")
    let scope = optOutScope(inExpression: false)
    var within: DurationSyntax?
    if take(.at) != nil {
      expect(.once, "after `at`")
    } else if take(.within) != nil {
      within = duration("after `within`")
    } else {
      complainMissing("`at once` or `within`", "after `opt-outs`")
      return nil
    }
    let lasting = take(.for) == nil ? nil : duration("after `for`")
    return .honour(scope: scope, within: within, lasting: lasting, where: condition())
  }

  /// Reads `of any channel and purpose`; in an expression, `and purpose is …` is the next condition.
  private mutating func optOutScope(inExpression: Bool) -> OptOutScopeSyntax {
    var scope = OptOutScopeSyntax()
    guard at(.of) else { return scope }
    let node = mark
    take()
    expect(.any, "after `of`")
    func note(_ axis: Written<String>?) {
      if axis?.value == "channel" { scope.anyChannel = true }
      if axis?.value == "purpose" { scope.anyPurpose = true }
    }
    note(expect(oneOf: [.channel, .purpose], "after `of any`"))
    let second = peek(1).keyword
    if at(.and), second == .channel || second == .purpose,
      !(inExpression && isCompared(peek(2)))
    {
      take()
      note(written(take()))
    }
    close(node, .optOutScope)
    return scope
  }

  /// Whether the token after a name makes it the operand of a comparison.
  private func isCompared(_ token: Token) -> Bool {
    if let keyword = token.keyword { return ClauseKeywords.relations.contains(keyword) }
    switch token.kind {
    case .punctuation(.dot), .punctuation(.less), .punctuation(.greater), .punctuation(.plus),
      .punctuation(.minus):
      return true
    default: return false
    }
  }

  // MARK: conversation

  private mutating func answers() -> VerbSyntax? {
    take()
    expect(.recipient, "after `attempt answers`")
    expect(.within, "after `attempt answers recipient`")
    return .answersRecipient(within: duration("after `within`"))
  }

  private mutating func says(subject start: Int) -> VerbSyntax? {
    let subject = Written(source.text(in: range(from: start)), range(from: start))
    take()
    let elements = commaSeparatedNames { $0.word("what is said, such as `opt_out`") }
    let first = take(.first) != nil
    let isTimed = at(.within) && peek(1).kind == .number
    let within = isTimed && take(.within) != nil ? duration("after `within`") : nil
    return elements.isEmpty
      ? nil : .says(subject: subject, elements: elements, first: first, within: within)
  }

  // MARK: retention

  private mutating func erase() -> VerbSyntax? {
    let data = word("what is erased")
    expect(.within, "after what is erased")
    let limit = duration("after `within`")
    expect(.after, "after the period")
    let events = event()
    return data.map { .erase(data: $0, within: limit, after: events) }
  }

  private mutating func keep() -> VerbSyntax? {
    let data = word("what is kept")
    expect(.for, "after what is kept")
    let span = duration("after `for`")
    expect(.after, "after the period")
    let events = event()
    return data.map { .keep(data: $0, lasting: span, after: events) }
  }

  private mutating func event() -> [NameSyntax] {
    let node = mark
    var events: [NameSyntax] = []
    if at(.the), peek(1).keyword == .later {
      take()
      take()
      expect(.of, "after `the later`")
      events = commaSeparatedNames { $0.name("an event") }
    } else if let single = name("an event") {
      events = [single]
    }
    if mark > node { close(node, .event) }
    return events
  }
}
