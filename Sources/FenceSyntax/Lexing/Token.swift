import FenceDiagnostics

/// A token: the smallest piece of a text that means something, with the white space and comments before it.
struct Token {
  /// What it is.
  var kind: Kind
  /// For words: the keyword spelled so.
  var keyword: Keyword?
  /// Whether something is wrong with it that was reported: its value must not be read.
  var isFlawed: Bool
  /// The first byte of the white space and comments before the token.
  let leadingStart: Int
  /// How many bytes they have, and how many the token: a policy is made of many tokens, which should be small.
  private let leadingLength: UInt32
  private let length: UInt32

  init(
    kind: Kind, keyword: Keyword?, leadingStart: Int, range: SourceRange, isFlawed: Bool = false
  ) {
    self.kind = kind
    self.keyword = keyword
    self.leadingStart = leadingStart
    self.isFlawed = isFlawed
    leadingLength = UInt32(clamping: range.lower - leadingStart)
    length = UInt32(clamping: range.upper - range.lower)
  }

  /// The token itself.
  var range: SourceRange {
    let lower = leadingStart + Int(leadingLength)
    return SourceRange(lower, lower + Int(length))
  }

  /// The kinds of token; their names are those of `Fence.ebnf`.
  enum Kind: Equatable {
    case word, code, string, number, percent, date, instant, time
    case punctuation(Punctuation)
    /// Bytes that mean nothing; reported by the lexer, passed over by the parser.
    case unknown
    case endOfFile

    /// The name under which the grammar and the token dump know it.
    var name: String {
      switch self {
      case .word: "WORD"
      case .code: "CODE"
      case .string: "STRING"
      case .number: "NUMBER"
      case .percent: "PERCENT"
      case .date: "DATE"
      case .instant: "INSTANT"
      case .time: "TIME"
      case .punctuation(let mark): "\"\(mark.rawValue)\""
      case .unknown: "UNKNOWN"
      case .endOfFile: "END"
      }
    }
  }
}

/// The marks of the grammar: the terminals of `Fence.ebnf` that are not words.
enum Punctuation: String, CaseIterable {
  case leftBrace = "{"
  case rightBrace = "}"
  case leftBracket = "["
  case rightBracket = "]"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case comma = ","
  case semicolon = ";"
  case dot = "."
  case equals = "="
  case plus = "+"
  case minus = "-"
  case less = "<"
  case greater = ">"

  /// The mark of a byte.
  init?(_ byte: UInt8) {
    guard let mark = Punctuation.byByte[Int(byte)] else { return nil }
    self = mark
  }

  private static let byByte: [Punctuation?] = (0...255).map { byte in
    allCases.first { $0.rawValue.utf8.first == byte }
  }
}
