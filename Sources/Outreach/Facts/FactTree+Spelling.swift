extension FactTree {
  /// The text of a string or of a bare word; nil for other values.
  public var spelling: String? {
    switch content {
    case .string(let text), .word(let text): text
    default: nil
    }
  }

  /// What stands here, for messages: the text `x`, the number `5`, an object.
  var found: String {
    switch content {
    case .object, .open: "an object"
    case .array: "a list"
    case .string(let text): "the text `\(FactTree.shortened(text))`"
    case .number(let text): "the number `\(FactTree.shortened(text))`"
    case .truth(let truth): "`\(truth)`"
    case .null: "`null`"
    case .word(let word): "the word `\(FactTree.shortened(word))`"
    case .date(let date): "the day `\(date)`"
    case .instant: "a point in time"
    case .time(let time): "the time of day `\(time)`"
    case .period: "a length of time"
    case .percentage(let quantity): "`\(quantity)%`"
    }
  }

  /// A user's text made fit for one line of a message: at most 40 characters, none that controls a terminal.
  package static func shortened(_ text: String) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 40 { return result + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar == "`" ? "'" : scalar)
      }
    }
    return result
  }

  /// Whether text has the shape of an ISO 3166-1 or 3166-2 code.
  package static func isPlaceCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let country = parts.first, country.count == 2, country.allSatisfy(isCapital) else {
      return false
    }
    guard parts.count == 2 else { return parts.count == 1 }
    return (1...3).contains(parts[1].count)
      && parts[1].allSatisfy { isCapital($0) || (48...57).contains($0) }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}

extension String {
  /// The text without white space (Unicode `White_Space`) at either end.
  package var trimmed: String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
