import FenceDiagnostics

/// A piece of what stands before a token and means nothing to the judge.
struct Trivia {
  /// What it is.
  var kind: Kind
  /// Its place; comments without the end of their line.
  var range: SourceRange

  /// The kinds of trivia.
  enum Kind {
    /// White space, line ends and the byte order mark.
    case blank
    /// `// …`
    case comment
    /// `/// …`
    case documentation
  }
}

/// The white space and comments before a token, cut into pieces.
func trivia(before token: Token, in source: SourceText) -> [Trivia] {
  var pieces: [Trivia] = []
  var offset = token.leadingStart
  let bytes = source.bytes
  func slashes(at index: Int) -> Int {
    guard bytes[index] == UInt8(ascii: "/") else { return 0 }
    var count = 1
    while index + count < token.range.lower, bytes[index + count] == UInt8(ascii: "/") {
      count += 1
    }
    return count
  }
  while offset < token.range.lower {
    let start = offset
    let count = slashes(at: offset)
    if count >= 2 {
      while offset < token.range.lower, bytes[offset] != 10 { offset += 1 }
      var end = offset
      if bytes[end - 1] == 13 { end -= 1 }
      pieces.append(
        Trivia(kind: count == 3 ? .documentation : .comment, range: SourceRange(start, end)))
      offset = end
    } else {
      while offset < token.range.lower, slashes(at: offset) < 2 { offset += 1 }
      pieces.append(Trivia(kind: .blank, range: SourceRange(start, offset)))
    }
  }
  return pieces
}
