import FenceDiagnostics
import Outreach

/// The names of the columns of a table.
public struct TableHeader: Sendable {
  /// The names as they are written, without white space around them.
  public let names: [String]

  /// The header's own bytes, with the mark of UTF-8 if the file begins with it and the line break that ends them.
  public let bytes: [UInt8]

  /// What separates cells.
  public let separator: UInt8

  private let columns: [(folded: String, place: FactPlace)]

  /// Reads the first row of a table.
  ///
  /// - Throws: `FactProblem` if it names no columns.
  init(_ row: TableSplitter.Row, separator: UInt8, hasByteOrderMark: Bool) throws(FactProblem) {
    if let problem = row.problem { throw problem }
    var names: [String] = []
    var columns: [(folded: String, place: FactPlace)] = []
    for cell in row.cells {
      let place = row.place(of: cell)
      guard let text = String(validating: row.bytes(of: cell), as: UTF8.self) else {
        throw FactProblem(
          .encoding, "the name of this column is not UTF-8 text; save the file as UTF-8", at: place)
      }
      names.append(text.trimmed)
      columns.append((ContactMapping.folded(text), place))
    }
    self.names = names
    self.columns = columns
    self.separator = separator
    bytes = (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + row.bytes
  }

  /// The number of columns.
  var count: Int { columns.count }

  /// Where the name of a column stands.
  func place(of index: Int) -> FactPlace { columns[index].place }

  /// The column with one of these names, the first spelling first; nil if there is none.
  func index(of spellings: [String]) -> Int? {
    for spelling in spellings {
      let folded = ContactMapping.folded(spelling)
      if let index = columns.firstIndex(where: { $0.folded == folded }) { return index }
    }
    return nil
  }

  /// A second column with the name of this one; nil if there is none.
  func twin(of index: Int) -> Int? {
    columns.indices.first { $0 > index && columns[$0].folded == columns[index].folded }
  }

  /// The columns by which a mapping is recognised that are not here, each by its first spelling.
  func missing(for mapping: ContactMapping) -> [String] {
    mapping.recognisedBy.filter { index(of: $0) == nil }.compactMap(\.first)
  }

  /// What separates cells, in words.
  public var separatorInWords: String {
    switch separator {
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "|"): "bars"
    case 9: "tabs"
    default: "commas"
    }
  }
}
