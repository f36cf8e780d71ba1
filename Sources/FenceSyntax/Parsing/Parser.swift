import FenceDiagnostics

/// What has happened to the tree so far.
///
/// An object, because asking a parser something may copy it for a moment, and what is appended to in that
/// moment is copied whole.
private final class SyntaxEvents {
  @exclusivity(unchecked) var all: [SyntaxEvent] = []
}

/// Reads tokens by recursive descent, and builds the lossless tree and the declarations side by side.
///
/// INVARIANT: every token is pushed to the tree exactly once and in order; every loop moves forward.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  /// The indices of the tokens that the grammar sees: all but the unknown ones.
  private let order: [Int]
  private var cursor = 0
  /// How many tokens stand in the tree.
  private var pushed = 0
  private let events = SyntaxEvents()
  /// How deep in each other the expressions and blocks are that are being read.
  var depth = 0
  /// How many lists of sums are being read, whose commas a list of names must leave alone.
  var listDepth = 0
  /// Whether facts are being read, among which no clause begins.
  var isInFacts = false
  /// The place of the last complaint: one mistake is reported once, however many readers meet it.
  private var complainedAt = -1
  var diagnostics: [Diagnostic]

  init(source: SourceText, tokens: [Token], diagnostics: [Diagnostic]) {
    self.source = source
    self.tokens = tokens
    self.diagnostics = diagnostics
    order = tokens.indices.filter { tokens[$0].kind != .unknown }
    events.all.reserveCapacity(tokens.count * 2)
  }

  // MARK: tokens

  /// The token that is next.
  var current: Token { tokens[order[cursor]] }

  /// The token so many places ahead; the end of the file if there are fewer.
  func peek(_ ahead: Int) -> Token { tokens[order[min(cursor + ahead, order.count - 1)]] }

  /// How many tokens have been read: a loop that does not raise it must stop.
  var progress: Int { cursor }

  func at(_ keyword: Keyword) -> Bool { current.keyword == keyword }

  func at(_ mark: Punctuation) -> Bool { current.kind == .punctuation(mark) }

  var isAtEnd: Bool { current.kind == .endOfFile }

  /// Takes the next token into the tree; the end of the file stays.
  @discardableResult mutating func take() -> Token {
    let token = current
    guard token.kind != .endOfFile else { return token }
    push(through: order[cursor])
    cursor += 1
    return token
  }

  mutating func take(_ keyword: Keyword) -> Token? { at(keyword) ? take() : nil }

  mutating func take(_ mark: Punctuation) -> Token? { at(mark) ? take() : nil }

  private mutating func push(through index: Int) {
    while pushed <= index {
      events.all.append(.token)
      pushed += 1
    }
  }

  /// The text of a token.
  func text(_ token: Token) -> String { source.text(in: token.range) }

  /// What the bytes of a token stand for.
  func reading<Value>(_ token: Token, _ read: (Span<UInt8>) -> Value?) -> Value? {
    let bytes = source.bytes
    return read(bytes.span.extracting(token.range.lower..<token.range.upper))
  }

  /// A token together with its text.
  func written(_ token: Token) -> Written<String> { Written(text(token), token.range) }

  /// The end of the token read last.
  var previousEnd: Int { cursor == 0 ? 0 : tokens[order[cursor - 1]].range.upper }

  /// From an offset to the end of the token read last.
  func range(from start: Int) -> SourceRange { SourceRange(start, max(start, previousEnd)) }

  // MARK: tree

  /// The place in the tree from which `close` makes a node.
  var mark: Int { events.all.count }

  /// Makes a node of everything that was taken since the mark.
  mutating func close(_ mark: Int, _ kind: SyntaxKind) {
    events.all.append(.node(kind, since: UInt32(clamping: mark)))
  }

  /// Makes the tree, at the end of the file.
  mutating func finishTree() -> SyntaxTree {
    push(through: tokens.count - 1)
    return SyntaxTree(source: source, tokens: tokens, events: events.all)
  }

  // MARK: complaints

  /// Whether the next token was complained about already, here or by the lexer just before it.
  var isSilenced: Bool {
    if complainedAt == cursor { return true }
    let index = order[cursor]
    return index > 0 && tokens[index - 1].kind == .unknown
  }

  /// Reports something about the next token, unless that was done.
  mutating func complain(
    _ code: DiagnosticCode, _ message: String, at place: SourceRange? = nil, label: String = "",
    secondary: [Diagnostic.Label] = [], help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    defer { silence() }
    guard !isSilenced else { return }
    report(
      code, message, at: place ?? placeOfMistake, label: label, secondary: secondary, help: help,
      fix: fix)
  }

  /// Lets no reader complain about the next token: it is a consequence of what was reported.
  mutating func silence() { complainedAt = cursor }

  /// Reports something about text that was read.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: SourceRange, label: String = "",
    secondary: [Diagnostic.Label] = [], help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code.code, severity: code.severity, message: message,
        primary: Diagnostic.Label(source, place, label), secondary: secondary, help: help, fix: fix)
    )
  }

  /// Where to point when something else was expected: at the next token, or, if that stands on a later
  /// line, behind the last one.
  var placeOfMistake: SourceRange {
    let found = current
    guard cursor > 0, isAtEnd || startsLine else { return found.range }
    return SourceRange(previousEnd, previousEnd)
  }

  /// Whether the next token is the first of its line.
  var startsLine: Bool {
    let index = order[cursor]
    guard index > 0 else { return true }
    return source.bytes[tokens[index - 1].range.upper..<tokens[index].range.lower].contains(10)
  }

  /// Whether the token read last is a mark.
  func previousIs(_ mark: Punctuation) -> Bool {
    cursor > 0 && tokens[order[cursor - 1]].kind == .punctuation(mark)
  }

  /// Whether the next token stands at the very beginning of its line.
  var startsColumn: Bool {
    let lower = current.range.lower
    return lower == 0 || source.bytes[lower - 1] == 10
  }

  /// The next token in words.
  var found: String {
    switch current.kind {
    case .endOfFile: return "the end of the file"
    case .string:
      let shown = text(current)
      return shown.count > 32 ? "the text `\(shown.prefix(30))…`" : "the text `\(shown)`"
    default: return "`\(text(current))`"
    }
  }
}
