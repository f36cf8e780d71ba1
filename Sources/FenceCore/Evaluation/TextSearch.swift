/// Plain search in text, without locale.
enum TextSearch {
  /// Whether a text contains another, byte by byte.
  ///
  /// - Complexity: the product of the lengths at worst; messages are short.
  static func contains(_ text: String, _ part: String) -> Bool {
    let haystack = Array(text.utf8)
    let needle = Array(part.utf8)
    guard !needle.isEmpty, needle.count <= haystack.count else { return needle.isEmpty }
    return (0...(haystack.count - needle.count)).contains { start in
      haystack[start..<(start + needle.count)].elementsEqual(needle)
    }
  }

  /// A text's words, folded: lower case, full-width forms narrowed, everything but letters and digits a break.
  static func foldedWords(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        switch UInt8(truncatingIfNeeded: scalar.value) {
        case 0x61...0x7A, 0x30...0x39: word.unicodeScalars.append(scalar)
        case let capital where (0x41...0x5A).contains(capital):
          word.unicodeScalars.append(Unicode.Scalar(capital + 0x20))
        default:
          if !word.isEmpty { words.append(word) }
          word = ""
        }
        continue
      }
      let narrow =
        (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      if narrow.properties.isAlphabetic || narrow.properties.numericType != nil {
        word += narrow.properties.lowercaseMapping
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Whether a phrase occurs in a text as whole words.
  static func holds(_ words: [String], phrase: [String]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains { start in
      words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }
}
