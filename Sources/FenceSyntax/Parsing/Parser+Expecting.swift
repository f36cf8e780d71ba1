import FenceDiagnostics
import Outreach

extension Parser {
  /// Takes a keyword that must come now, and complains if it does not; the context reads "after `listed`".
  @discardableResult mutating func expect(_ keyword: Keyword, _ context: String) -> Bool {
    if take(keyword) != nil { return true }
    complainMissing("`\(keyword.rawValue)`", context)
    return false
  }

  /// Takes a mark that must come now, and complains if it does not.
  @discardableResult mutating func expect(_ mark: Punctuation, _ context: String) -> Bool {
    if take(mark) != nil { return true }
    complainMissing("`\(mark.rawValue)`", context)
    return false
  }

  /// Takes one of several keywords.
  mutating func expect(oneOf keywords: [Keyword], _ context: String) -> Written<String>? {
    if let keyword = current.keyword, keywords.contains(keyword) { return written(take()) }
    let names = keywords.map(\.rawValue)
    let guess = current.kind == .word ? didYouMean(text(current), among: names) : nil
    let token = current
    complainMissing(
      alternatives(names), context, label: guess.map { "did you mean `\($0)`?" } ?? "",
      fix: guess.map { word in
        Diagnostic.Fix(
          title: "write `\(word)`", edits: [Diagnostic.Edit(token.range, word)])
      })
    if guess != nil { take() }
    return nil
  }

  /// Complains that something is missing before the next token.
  mutating func complainMissing(
    _ expected: String, _ context: String, label: String = "", help: String? = nil,
    fix: Diagnostic.Fix? = nil
  ) {
    complain(
      .unexpected, "expected \(expected) \(context), found \(found)", label: label, help: help,
      fix: fix)
  }

  /// "`a`, `b` or `c`".
  func alternatives(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  // MARK: names

  /// Whether a name may begin with the next token.
  var isAtName: Bool { current.kind == .word || current.kind == .code }

  /// A name of one or more parts; those of facts may begin a line like a clause.
  mutating func name(_ what: String, isFact: Bool = false) -> NameSyntax? {
    guard isAtName, isFact || !isAtNextClause else {
      complain(.nameExpected, "expected \(what), found \(found)")
      return nil
    }
    let start = mark
    var parts = [written(take())]
    while at(.dot) {
      take()
      guard current.kind == .word else {
        complain(.nameExpected, "expected the rest of a name after the dot, found \(found)")
        break
      }
      parts.append(written(take()))
    }
    close(start, .name)
    return NameSyntax(parts: parts)
  }

  /// The name of a policy: a code or a word.
  mutating func policyName(_ what: String) -> NameSyntax? {
    guard isAtName else {
      complain(.nameExpected, "expected \(what), found \(found)")
      return nil
    }
    let start = mark
    let part = written(take())
    close(start, .policyName)
    return NameSyntax(parts: [part])
  }

  /// A word; one that is declared may begin a line like a clause.
  mutating func word(_ what: String, isDeclared: Bool = false) -> Written<String>? {
    guard current.kind == .word, isDeclared || !isAtNextClause else {
      let help =
        current.kind == .code
        ? "two capital letters are a place; names begin with a small letter" : nil
      complain(.nameExpected, "expected \(what), found \(found)", help: help)
      return nil
    }
    return written(take())
  }

  /// A text in quotation marks, without them.
  mutating func string(_ what: String) -> Written<String>? {
    guard current.kind == .string else {
      let help = isAtName ? "texts stand between double quotes" : nil
      complainMissing(what, "in double quotes", help: help)
      return nil
    }
    let token = take()
    return stringValue(of: token)
  }

  /// What a text says, escapes resolved.
  func stringValue(of token: Token) -> Written<String> {
    let bytes = source.bytes[token.range.lower..<token.range.upper]
    guard bytes.first == UInt8(ascii: "\""), !bytes.contains(UInt8(ascii: "\\")) else {
      return Written(LiteralReading.string(text(token)), token.range)
    }
    let isClosed = bytes.count > 1 && bytes.last == UInt8(ascii: "\"")
    let inner = bytes.dropFirst().dropLast(isClosed ? 1 : 0)
    return Written(String(decoding: inner, as: UTF8.self), token.range)
  }

  /// A date.
  mutating func date(_ context: String) -> Written<CivilDate>? {
    guard current.kind == .date else {
      let help =
        current.kind == .instant
        ? "a day is meant here: leave out the time of day"
        : "dates are written like `2026-03-02`"
      complainMissing("a date", context, help: help)
      if current.kind == .instant || current.kind == .string { take() }
      return nil
    }
    let token = take()
    return reading(token) { CivilDate(iso: $0) }.map { Written($0, token.range) }
  }

  /// Items with commas between them, at least one.
  mutating func commaSeparated<Item>(_ item: (inout Parser) -> Item?) -> [Item] {
    var items: [Item] = []
    repeat {
      if let next = item(&self) { items.append(next) }
    } while take(.comma) != nil
    return items
  }

  /// Sums with commas between them, at least one.
  mutating func sums() -> [ExpressionSyntax] {
    listDepth += 1
    defer { listDepth -= 1 }
    return commaSeparated { $0.sum() }
  }

  /// Words or names with commas between them, at least one; a comma before anything else belongs to the list
  /// of sums around them, if there is one.
  mutating func commaSeparatedNames<Item>(_ item: (inout Parser) -> Item?) -> [Item] {
    var items: [Item] = []
    repeat {
      if let next = item(&self) { items.append(next) }
    } while takeCommaBeforeName()
    return items
  }

  mutating func takeCommaBeforeName() -> Bool {
    guard at(.comma) else { return false }
    let next = peek(1).kind
    guard listDepth == 0 || next == .word || next == .code else { return false }
    guard listDepth == 0 || !isQuantity(1) else { return false }
    take()
    return true
  }

  /// Whether a quantity in words begins so many tokens ahead, rather than a name.
  private func isQuantity(_ ahead: Int) -> Bool {
    let next = peek(ahead + 1)
    switch peek(ahead).keyword {
    case .count, .length, .share: return next.keyword == .of
    case .latest: return next.kind == .word && peek(ahead + 2).keyword == .of
    case .the: return next.keyword == .later || next.keyword == .earlier
    case .this: return next.kind == .word && !ClauseKeywords.followsOperand(next)
    default: return false
    }
  }
}
