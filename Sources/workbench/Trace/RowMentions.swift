import FenceDiagnostics
import FenceSyntax
import Foundation

/// Which declarations of the policies name which rows of the documents of law in their comments.
struct RowMentions {
  /// The declarations that carry a row, by its id, in the order of the files: `rule US.calling_hours`.
  private(set) var carriers: [String: [String]] = [:]

  /// Collects the mentions in policy files.
  ///
  /// A comment belongs to the declaration in which it stands or on whose last line it stands, else to the next
  /// one. Comments of tests and lines that only divide the file (`// ----`) carry nothing.
  init(_ files: [SourceText]) {
    for file in files { collect(parse(file)) }
  }

  /// The ids of all rows named, sorted.
  var ids: [String] { carriers.keys.sorted() }

  private mutating func collect(_ parsed: Parsed) {
    let declarations = parsed.file.declarations
    guard let policy = declarations.first(where: { $0.keyword.value == .policy })?.name?.text
    else { return }
    let text = parsed.source.bytes
    var start = 0
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      guard let comment = RowMentions.comment(in: line), !comment.text.hasPrefix("// ----") else {
        continue
      }
      let place = start + comment.offset
      let declaration =
        declarations.last { $0.range.lower < place && text.isOneLine($0.range.upper, place) }
        ?? declarations.first { $0.range.upper > place }
      guard let declaration, declaration.keyword.value != .test else { continue }
      let name = declaration.name.map { " \(policy).\($0.text)" } ?? ""
      let isHeader = declaration.keyword.value == .policy
      let carrier = isHeader ? "policy \(policy)" : "\(declaration.keyword.value.rawValue)\(name)"
      for match in comment.text.matches(of: FactRow.identifier) {
        let id = String(match.output)
        if carriers[id]?.contains(carrier) != true { carriers[id, default: []].append(carrier) }
      }
    }
  }

  /// The comment of a line and where in it it begins; nil if it has none.
  private static func comment(in line: ArraySlice<UInt8>) -> (offset: Int, text: String)? {
    var isText = false
    var previous: UInt8 = 0
    for (offset, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isText.toggle() }
      if !isText, byte == UInt8(ascii: "/"), previous == UInt8(ascii: "/") {
        return (offset - 1, String(decoding: line.dropFirst(offset - 1), as: UTF8.self))
      }
      previous = byte
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether no line ends between two places, the first before the second or after it within a declaration.
  fileprivate func isOneLine(_ end: Int, _ place: Int) -> Bool {
    end > place || !self[end..<place].contains(10)
  }
}
