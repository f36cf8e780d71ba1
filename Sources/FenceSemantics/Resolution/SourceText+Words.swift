import FenceDiagnostics

extension SourceText {
  /// The words in a range as one line: comments left out, white space folded to single spaces.
  func words(in range: SourceRange) -> String {
    var result: [UInt8] = []
    var index = max(0, range.lower)
    let bytes = bytes
    let end = min(range.upper, bytes.count)
    result.reserveCapacity(max(0, end - index))
    var inText = false
    var pendingSpace = false
    while index < end {
      let byte = bytes[index]
      if inText {
        result.append(byte)
        if byte == UInt8(ascii: "\\"), index + 1 < end {
          index += 1
          result.append(bytes[index])
        } else if byte == UInt8(ascii: "\"") {
          inText = false
        }
      } else if byte == UInt8(ascii: "/"), index + 1 < end, bytes[index + 1] == byte {
        while index < end, bytes[index] != 10 { index += 1 }
        pendingSpace = true
      } else if byte == 32 || (9...13).contains(byte) {
        pendingSpace = true
      } else {
        if pendingSpace, !result.isEmpty { result.append(32) }
        pendingSpace = false
        inText = byte == UInt8(ascii: "\"")
        result.append(byte)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension SourceText {
  /// A range without the blanks before its first word.
  func firstWord(in range: SourceRange) -> SourceRange {
    var lower = max(0, range.lower)
    while lower < min(range.upper, bytes.count), bytes[lower] <= 32 { lower += 1 }
    return SourceRange(lower, max(lower, range.upper))
  }

  /// The words in a range that may be names, those in texts and comments included.
  func identifiers(in range: SourceRange) -> Set<String> {
    let lower = max(0, range.lower)
    let bytes = bytes[lower..<min(max(lower, range.upper), bytes.count)]
    let words = bytes.split { byte in
      !((97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || byte == UInt8(ascii: "_"))
    }
    return Set(words.map { String(decoding: $0, as: UTF8.self) })
  }
}
