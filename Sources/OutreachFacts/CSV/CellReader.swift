import Outreach

/// What a cell says of the fact that its column gives.
enum CellReading {
  /// Nobody said: a blank cell, a word that means unknown, a column that the table lacks.
  case unknown
  /// There is no such row of the list; elsewhere, known to be none.
  case noRow
  /// Known to be none.
  case none
  case value(FactTree)
}

/// Turns the text of cells into the values that their columns hold.
struct CellReader {
  let world: World?
  private let placeNames: PlaceNames

  init(world: World?) {
    self.world = world
    placeNames = PlaceNames(world?.places)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: the cell without blanks around it.
  ///   - column: its column.
  ///   - place: where it stands.
  ///   - country: the country of the row, for states and provinces.
  /// - Returns: what the cell says of the fact.
  /// - Throws: why it cannot be read, named by its column.
  func read(
    _ text: String, _ column: BoundColumn, at place: FactPlace, country: String?
  ) throws(FactProblem) -> CellReading {
    guard !text.isEmpty else {
      switch column.column.blank {
      case .unknown: return .unknown
      case .noRow: return .noRow
      case .none: return .none
      }
    }
    if let split = column.column.split {
      if let content = column.column.words[ContactMapping.folded(text)] {
        return reading(content, at: place)
      }
      return .value(try pieces(text, split, column, at: place))
    }
    return try value(text, column.type, column, at: place, country: country)
  }

  private func reading(_ content: FactTree.Content?, at place: FactPlace) -> CellReading {
    switch content {
    case nil: .unknown
    case .null?: .none
    case .some(let content): .value(FactTree(content, place))
    }
  }

  /// One value: a word that the mapping explains, else by the type.
  func value(
    _ text: String, _ type: FactType, _ column: BoundColumn, at place: FactPlace, country: String?
  ) throws(FactProblem) -> CellReading {
    if !column.column.words.isEmpty,
      let content = column.column.words[ContactMapping.folded(text)]
    {
      return reading(content, at: place)
    }
    let content: FactTree.Content
    switch type {
    case .truth:
      switch ContactMapping.folded(text) {
      case "true": content = .truth(true)
      case "false": content = .truth(false)
      default:
        throw problem(
          "cannot say `\(FactTree.shortened(text))`, which is neither true nor false; "
            + "say in the mapping what it means, as in `words \"\(FactTree.shortened(text))\" means true`",
          column, at: place)
      }
    case .number:
      guard CellReader.isNumber(text) else {
        throw problem("must be a number, not `\(FactTree.shortened(text))`", column, at: place)
      }
      content = .number(text)
    case .moment:
      do {
        content = try CellDate.read(text, column.column.dates, zones: world?.zones)
      } catch {
        throw problem(
          "cannot be read: `\(FactTree.shortened(text))` \(error.reason)", column, at: place,
          .time)
      }
    case .place:
      guard column.isRegion else {
        content = .string(placeNames.country(text))
        break
      }
      switch placeNames.part(text, of: country) {
      case .code(let code): content = .string(code)
      case .unknown: return .unknown
      case .wrong:
        throw problem(
          "names no part of `\(country ?? "")`: `\(FactTree.shortened(text))`; say in the mapping what it "
            + "means, as in `words \"\(FactTree.shortened(text))\" means \(country ?? "US")-…`",
          column, at: place, .place)
      case .ofNoCountry:
        throw problem(
          "holds `\(FactTree.shortened(text))` in a row without a country; fill it in, or say it in the "
            + "mapping, as in `always country US`", column, at: place, .place)
      }
    case .word(let vocabulary), .words(let vocabulary):
      let folded = ContactMapping.folded(text)
      // The decoder knows two shorthands for technologies.
      guard vocabulary.word(folded) != nil || vocabulary == .technology else {
        throw problem(
          "holds `\(FactTree.shortened(text))`, which is no word of the list \(vocabulary.rawValue); say in the "
            + "mapping what it means, as in `words \"\(FactTree.shortened(text))\" means "
            + "\(vocabulary.words.first ?? "none")`", column, at: place, .unknownWord)
      }
      content = .string(folded)
    case .choice(let words):
      content = .string(words.first { $0.lowercased() == text.lowercased() } ?? text)
    case .list, .record, .table:
      return .value(try JSONParser.parse(Array(text.utf8)[...], from: place))
    default: content = .string(CellReader.withoutTextMark(text))
    }
    return .value(FactTree(content, place))
  }

  /// The text without the `'` that keeps spreadsheets from taking digits or a sign for a number or formula.
  private static func withoutTextMark(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "'"), let next = bytes.dropFirst().first,
      (0x30...0x39).contains(next) || "=+-@".utf8.contains(next)
    else { return text }
    return String(text.dropFirst())
  }

  // MARK: packed lists

  private func pieces(
    _ text: String, _ split: ContactMapping.Split, _ column: BoundColumn, at place: FactPlace
  ) throws(FactProblem) -> FactTree {
    var values: [FactTree] = []
    for piece in CellReader.cut(text, by: split.separator) where !piece.isEmpty {
      guard let fields = split.fields else {
        let type = column.elementType
        if case .value(let value) = try value(piece, type, column, at: place, country: nil) {
          values.append(value)
        }
        continue
      }
      values.append(try record(piece, fields, column, at: place))
    }
    return FactTree(.array(values), place)
  }

  private func record(
    _ piece: String, _ fields: ContactMapping.Split.Fields, _ column: BoundColumn,
    at place: FactPlace
  ) throws(FactProblem) -> FactTree {
    let parts = CellReader.cut(piece, by: fields.separator)
    guard parts.count == fields.fields.count else {
      let names = fields.fields.map { "`\($0.key)`" }.joined(separator: ", ")
      throw problem(
        "holds `\(FactTree.shortened(piece))` with \(parts.count) parts, and the mapping names "
          + "\(fields.fields.count): \(names)", column, at: place)
    }
    var members: [FactTree.Member] = []
    for (part, field) in zip(parts, fields.fields) where !part.isEmpty {
      let value: FactTree
      switch try self.value(part, field.type, column, at: place, country: nil) {
      case .unknown, .noRow: continue
      case .none: value = FactTree(.null, place)
      case .value(let found): value = found
      }
      members.append(FactTree.Member(key: field.key, keyPlace: place, value: value))
    }
    return FactTree(.object(members), place)
  }

  /// The parts between separators, without blanks around them.
  private static func cut(_ text: String, by separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
  }

  // MARK: mistakes

  /// A problem with a cell, which is called by its column's name.
  func problem(
    _ message: String, _ column: BoundColumn, at place: FactPlace,
    _ kind: FactProblem.Kind = .cell
  ) -> FactProblem {
    FactProblem(kind, "the column `\(FactTree.shortened(column.name))` \(message)", at: place)
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return digits.count >= text.utf8.count - 1 && digits.contains { (0x30...0x39).contains($0) }
      && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
