/// What texts stand for that are written with escapes.
enum LiteralReading {
  /// The text between the quotation marks of a token, escapes resolved.
  static func string(_ token: String) -> String {
    var result = ""
    var characters = token.unicodeScalars.dropFirst().makeIterator()
    while let scalar = characters.next() {
      if scalar == "\"" { break }
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch characters.next() {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case .some(let other): result.unicodeScalars.append(other)
      case nil: break
      }
    }
    return result
  }
}
