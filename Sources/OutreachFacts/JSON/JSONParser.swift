public import Outreach

/// A strict reader of JSON (RFC 8259) that keeps the place of every value and key.
///
/// Numbers stay as they are spelled, keys may repeat (the decoder reports them), and nothing beyond the standard
/// is accepted but one byte order mark at the start of a file.
public struct JSONParser {
  /// How deep values may stand in each other.
  public static let deepest = 128

  let bytes: ArraySlice<UInt8>
  var index: Int
  private var line: Int
  private var lineStart: Int
  private let shift: Int
  private var depth = 0

  /// Reads one document, which is the whole of the bytes.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - start: where in its file the first byte stands, if the document is a part of one.
  /// - Returns: the document as a tree.
  /// - Throws: the first mistake, with its place in the file.
  /// - Complexity: linear in the number of bytes.
  public static func parse(
    _ bytes: ArraySlice<UInt8>, from start: FactPlace = .startOfFile
  ) throws(FactProblem) -> FactTree {
    var parser = JSONParser(bytes, from: start)
    parser.skipByteOrderMark()
    parser.skipSpace()
    if parser.isAtEnd { throw parser.fault("nothing is written here; a JSON document is expected") }
    let tree = try parser.value()
    parser.skipSpace()
    guard parser.isAtEnd else {
      throw parser.fault("the document ends before \(parser.foundHere); remove what follows")
    }
    return tree
  }

  /// The text of a key of an object that may be broken behind it; nil if it does not stand before the break.
  static func text(of key: String, inBroken bytes: ArraySlice<UInt8>) -> String? {
    var parser = JSONParser(bytes, from: .startOfFile)
    parser.skipSpace()
    guard parser.byte == UInt8(ascii: "{") else { return nil }
    repeat {
      parser.index += 1
      parser.skipSpace()
      guard parser.byte == UInt8(ascii: "\""), let found = try? parser.string() else { return nil }
      parser.skipSpace()
      guard parser.byte == UInt8(ascii: ":") else { return nil }
      parser.index += 1
      parser.skipSpace()
      guard let tree = try? parser.value() else { return nil }
      if found == key { return tree.spelling }
      parser.skipSpace()
    } while parser.byte == UInt8(ascii: ",")
    return nil
  }

  private init(_ bytes: ArraySlice<UInt8>, from start: FactPlace) {
    self.bytes = bytes
    index = bytes.startIndex
    shift = start.lower - bytes.startIndex
    line = start.line
    lineStart = bytes.startIndex - (start.column - 1)
  }

  var isAtEnd: Bool { index >= bytes.endIndex }

  var byte: UInt8? { isAtEnd ? nil : bytes[index] }

  private mutating func skipByteOrderMark() {
    if bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]), shift + index == 0 { index += 3 }
  }

  mutating func skipSpace() {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
      default: return
      }
    }
  }

  /// The place from an index on the current line to where the parser stands.
  func place(from lower: Int, to upper: Int? = nil) -> FactPlace {
    FactPlace(
      lower: shift + lower, upper: shift + (upper ?? index), line: line,
      column: lower - lineStart + 1)
  }

  // MARK: values

  private mutating func value() throws(FactProblem) -> FactTree {
    let start = index
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""):
      let text = try string()
      return FactTree(.string(text), place(from: start))
    case .some(let first) where first == UInt8(ascii: "-") || JSONParser.isDigit(first):
      let text = try number()
      return FactTree(.number(text), place(from: start))
    default:
      for (word, content) in JSONParser.literals where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        if let byte, JSONParser.isWordByte(byte) {
          index = start
          break
        }
        return FactTree(content, place(from: start))
      }
      throw fault("expected a value, found \(foundHere)\(hint)")
    }
  }

  private static let literals: [(String, FactTree.Content)] = [
    ("true", .truth(true)), ("false", .truth(false)), ("null", .null),
  ]

  private mutating func object() throws(FactProblem) -> FactTree {
    var members: [FactTree.Member] = []
    let end = try enclosed(by: UInt8(ascii: "}")) { (parser) throws(FactProblem) in
      guard parser.byte == UInt8(ascii: "\"") else {
        throw parser.fault("expected a key in double quotes, found \(parser.foundHere)")
      }
      let start = parser.index
      let key = try parser.string()
      let keyPlace = parser.place(from: start)
      parser.skipSpace()
      guard parser.byte == UInt8(ascii: ":") else {
        throw parser.fault("expected `:` after the key, found \(parser.foundHere)")
      }
      parser.index += 1
      parser.skipSpace()
      members.append(
        FactTree.Member(key: key, keyPlace: keyPlace, value: try parser.value()))
    }
    return FactTree(.object(members), end)
  }

  private mutating func array() throws(FactProblem) -> FactTree {
    var elements: [FactTree] = []
    let end = try enclosed(by: UInt8(ascii: "]")) { (parser) throws(FactProblem) in
      elements.append(try parser.value())
    }
    return FactTree(.array(elements), end)
  }

  /// Reads parts with commas between them up to a closing bracket; returns the place of the whole.
  private mutating func enclosed(
    by close: UInt8, part: (inout JSONParser) throws(FactProblem) -> Void
  ) throws(FactProblem) -> FactPlace {
    var whole = place(from: index, to: index + 1)
    guard depth < JSONParser.deepest else {
      throw FactProblem(
        .depth, "values stand in each other over \(JSONParser.deepest) deep", at: whole)
    }
    depth += 1
    defer { depth -= 1 }
    index += 1
    skipSpace()
    if byte != close {
      while true {
        try part(&self)
        skipSpace()
        if byte == close { break }
        guard byte == UInt8(ascii: ",") else {
          throw fault(
            "expected `,` or `\(Character(Unicode.Scalar(close)))`, found \(foundHere)",
            related: FactProblem.Related(whole, "opened here"))
        }
        index += 1
        skipSpace()
        if byte == close {
          throw FactProblem(
            .syntax, "a comma cannot stand before \(foundHere); remove it",
            at: place(from: index))
        }
      }
    }
    index += 1
    whole.upper = shift + index
    return whole
  }

  // MARK: mistakes

  func fault(_ message: String, related: FactProblem.Related? = nil) -> FactProblem {
    FactProblem(
      .syntax, message, at: place(from: index, to: isAtEnd ? index : index + 1), related: related)
  }
}
