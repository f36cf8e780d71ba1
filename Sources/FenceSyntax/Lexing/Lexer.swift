import FenceDiagnostics

/// Cuts a text into tokens, by hand, over its UTF-8 bytes; never fails, and loses no byte.
struct Lexer {
  let source: SourceText
  /// The bytes of the source, which live as long as the lexer runs.
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []

  /// The tokens of a text, the last of which is the end of the file.
  static func tokens(of source: SourceText) -> ([Token], [Diagnostic]) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lexer = Lexer(source: source, bytes: bytes)
      lexer.tokens.reserveCapacity(bytes.count / 5 + 1)
      lexer.run()
      return (lexer.tokens, lexer.diagnostics)
    }
  }

  private init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
  }

  private mutating func run() {
    while true {
      let leadingStart = offset
      skipTrivia()
      let start = offset
      guard let byte = byte(0) else {
        append(.endOfFile, leadingStart, start)
        return
      }
      let (kind, flawed) = token(beginningWith: byte)
      if offset == start { offset += 1 }
      append(kind, leadingStart, start, flawed: flawed)
    }
  }

  private mutating func token(beginningWith byte: UInt8) -> (Token.Kind, flawed: Bool) {
    if isDigit(byte) { return numeric() }
    if isLetter(byte) { return word() }
    if byte == UInt8(ascii: "\"") { return string() }
    if byte >= 0x80 { return foreign() }
    if let operators = foreignOperator() { return operators }
    if let mark = Punctuation(byte) {
      offset += 1
      return (.punctuation(mark), false)
    }
    if let comment = foreignComment() { return comment }
    let start = offset
    repeat { offset += 1 } while isStray(self.byte(0))
    let shown = byte < 0x20 || byte == 0x7F ? "this control character" : "`\(text(from: start))`"
    report(
      .strayCharacter, "\(shown) has no meaning here", from: start, help: strayHelp(byte))
    return (.unknown, true)
  }

  /// Whether a byte means nothing wherever it stands, so that a run of such bytes is one mistake.
  private func isStray(_ byte: UInt8?) -> Bool {
    guard let byte, byte > 0x20, byte < 0x7F, !isLetter(byte), !isDigit(byte) else { return false }
    let others = [UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "&")]
    return Punctuation(byte) == nil && !others.contains(byte)
      && byte != UInt8(ascii: "|")
  }

  private mutating func append(
    _ kind: Token.Kind, _ leadingStart: Int, _ start: Int, flawed: Bool = false
  ) {
    var token = Token(
      kind: kind, keyword: nil, leadingStart: leadingStart, range: SourceRange(start, offset),
      isFlawed: flawed)
    if kind == .word {
      token.keyword = Keyword.spelled(bytes.span.extracting(start..<offset))
    }
    tokens.append(token)
  }

  /// The byte so many bytes ahead; nil at the end.
  func byte(_ ahead: Int) -> UInt8? {
    let index = offset + ahead
    return index < bytes.count ? bytes[index] : nil
  }

  /// The text from an offset up to where the lexer stands.
  func text(from start: Int) -> String { source.text(in: SourceRange(start, offset)) }

  /// Adds a diagnostic about the text from an offset up to where the lexer stands.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, from start: Int, label: String = "",
    help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code.code, severity: code.severity, message: message,
        primary: Diagnostic.Label(source, SourceRange(start, offset), label), help: help, fix: fix))
  }

  func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (48...57).contains(byte)
  }

  func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
  }
}

extension Lexer {
  /// Comments of other languages, to their end.
  private mutating func foreignComment() -> (Token.Kind, flawed: Bool)? {
    let start = offset
    if byte(0) == UInt8(ascii: "#") {
      offset += 1
      let mark = SourceRange(start, offset)
      while let next = byte(0), next != 0x0A {
        if next < 0x80 { offset += 1 } else { checkedScalar() }
      }
      let end = offset
      offset = mark.upper
      report(
        .strayCharacter, "`#` begins no comment", from: start, label: "write `//`",
        fix: Diagnostic.Fix(title: "write `//`", edits: [Diagnostic.Edit(mark, "//")]))
      offset = end
      return (.unknown, true)
    }
    guard byte(0) == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") else { return nil }
    offset += 2
    let opening = offset
    while let next = byte(0), !(next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
      if next < 0x80 { offset += 1 } else { checkedScalar() }
    }
    offset = min(offset + 2, bytes.count)
    let end = offset
    offset = opening
    report(
      .strayCharacter, "`/*` begins no comment", from: start,
      help: "a comment begins with `//`, each line of it")
    offset = end
    return (.unknown, true)
  }

  /// Operators of other languages, as one token with the words that Fence has for them.
  private mutating func foreignOperator() -> (Token.Kind, flawed: Bool)? {
    guard let first = byte(0) else { return nil }
    let words: String? =
      switch (first, byte(1)) {
      case (UInt8(ascii: "&"), first): "and"
      case (UInt8(ascii: "|"), first): "or"
      case (UInt8(ascii: "="), first): "is"
      case (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: ">")): "is not"
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): "at most"
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): "at least"
      default: nil
      }
    let start = offset
    if let words {
      offset += 2
      reportOperator(words, start)
      return (.unknown, true)
    }
    if first == UInt8(ascii: "!") {
      offset += 1
      reportOperator("not", start)
      return (.unknown, true)
    }
    return nil
  }

  private mutating func reportOperator(_ words: String, _ start: Int) {
    let before = start > 0 && bytes[start - 1] > 0x20 ? " " : ""
    let after = (byte(0) ?? 0) > 0x20 ? " " : ""
    let fix = Diagnostic.Fix(
      title: "write `\(words)`",
      edits: [Diagnostic.Edit(SourceRange(start, offset), before + words + after)])
    report(
      .strayCharacter, "`\(text(from: start))` has no meaning here", from: start,
      label: "write `\(words)`", fix: fix)
  }

  private func strayHelp(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "'"): "texts stand between double quotes: `\"…\"`"
    case UInt8(ascii: ":"): "a name and its value stand side by side, without a colon"
    default: nil
    }
  }
}
