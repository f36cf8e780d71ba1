import FenceDiagnostics

extension Lexer {
  /// Passes over white space and comments, which belong to the token that follows.
  mutating func skipTrivia() {
    while let next = byte(0) {
      switch next {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        skipToEndOfLine()
      case 0xEF where offset == 0 && byte(1) == 0xBB && byte(2) == 0xBF:
        offset += 3
      case 0x80...:
        guard skipForeignSpace() else { return }
      default:
        return
      }
    }
  }

  private mutating func skipToEndOfLine() {
    while let next = byte(0), next != 0x0A {
      if next < 0x80 { offset += 1 } else { checkedScalar() }
    }
  }

  /// A text in double quotes, on one line.
  mutating func string() -> (Token.Kind, flawed: Bool) {
    let start = offset
    var flawed = false
    offset += 1
    while let next = byte(0), next != 0x0A, next != 0x0D {
      switch next {
      case UInt8(ascii: "\""):
        offset += 1
        return (.string, flawed)
      case UInt8(ascii: "\\"):
        if !escape() { flawed = true }
      case 0x80...:
        checkedScalar()
      default:
        offset += 1
      }
    }
    report(
      .unterminatedText, "this text has no end", from: start,
      label: "a text ends with `\"` on the line on which it begins")
    return (.string, true)
  }

  private mutating func escape() -> Bool {
    let start = offset
    offset += 1
    switch byte(0) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      offset += 1
      return true
    case nil, 0x0A, 0x0D:
      return false
    case .some(let other):
      if other < 0x80 { offset += 1 } else { checkedScalar() }
      report(
        .unknownEscape, "`\(text(from: start))` stands for nothing in a text", from: start,
        help: "write `\\\"`, `\\\\`, `\\n` or `\\t`; a backslash itself is `\\\\`",
        fix: Diagnostic.Fix(
          title: "write the backslash twice",
          edits: [Diagnostic.Edit(SourceRange(start, start + 1), "\\\\")]))
      return false
    }
  }

  /// Passes over one scalar of a comment or text, and reports it if it hides or is not UTF-8.
  mutating func checkedScalar() {
    let start = offset
    guard let scalar = takeScalar() else {
      while let next = byte(0), next >= 0x80, peekScalar() == nil { offset += 1 }
      report(
        .notUTF8, "these bytes are not UTF-8", from: start, help: "save the file as UTF-8")
      return
    }
    if isDirectionControl(scalar) { reportDirectionControl(start) }
  }

  /// The scalar at which the lexer stands and its length; nil if the bytes are not UTF-8.
  func peekScalar() -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = byte(0) else { return nil }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, first < 0xF5, offset + length <= bytes.count else { return nil }
    let slice = bytes[offset..<offset + length]
    guard let text = String(validating: slice, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }

  /// Takes one scalar; nil, and one byte taken, if the bytes are not UTF-8.
  mutating func takeScalar() -> Unicode.Scalar? {
    guard let (scalar, length) = peekScalar() else {
      offset += 1
      return nil
    }
    offset += length
    return scalar
  }

  /// Whether a scalar changes the direction in which text is shown, so that it can hide what is judged.
  func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  mutating func reportDirectionControl(_ start: Int) {
    report(
      .hiddenDirection, "an invisible character here changes the order in which the line is shown",
      from: start, help: "what is read must be what is judged: take the character out",
      fix: Diagnostic.Fix(
        title: "delete the character",
        edits: [Diagnostic.Edit(SourceRange(start, offset), "")]))
  }
}
