/// Follows the bytes of one row of a table to its end, and notes where each cell lies.
///
/// Splitting knows bytes only: it makes no text, and what a cell says is read by others. It can stop at the end of
/// any chunk and go on with the next.
struct RowScan {
  /// Where a cell lies, counted from the first byte of its row; quotes around it are left out.
  struct Cell: Equatable {
    var lower: UInt32
    var upper: UInt32
    /// Whether it stands between quotes.
    var isQuoted = false
    /// Whether a quote within it is written as two.
    var hasDoubledQuotes = false
  }

  /// What is wrong with a row; the row's cells are then not to be read.
  enum Flaw: Equatable {
    /// Something stands between the quote that closes a cell and the separator.
    case afterQuote(Int)
    /// The quote that opens a cell is never closed.
    case unclosed(Int)
  }

  /// How far the scan went.
  enum Progress: Equatable {
    /// The row ends here: its length without and with the line break.
    case ended(length: Int, whole: Int)
    /// More bytes are needed.
    case open
    /// The row cannot be cut into cells.
    case flawed(Flaw)
  }

  private enum State { case cellStart, plain, quoted, quoteInQuoted, carriageReturn }

  private let separator: UInt8
  /// In files with tabs a quote within a cell is a quote; only one that opens and closes the cell encloses it.
  private let isPlainTab: Bool
  private var state = State.cellStart
  private var index = 0
  private var cellStart = 0
  private var openingQuote = 0
  private var hasDoubledQuotes = false

  /// The cells found so far.
  private(set) var cells: [Cell] = []

  /// Whether a line break stands within a cell.
  private(set) var hasLineBreaks = false

  init(separator: UInt8) {
    self.separator = separator
    isPlainTab = separator == 9
  }

  /// The quote that is open where the scan stands; nil if none is.
  var openQuote: Int? { state == .quoted ? openingQuote : nil }

  /// Makes the scan ready for the next row, without giving up its memory.
  mutating func restart() {
    state = .cellStart
    index = 0
    cellStart = 0
    cells.removeAll(keepingCapacity: true)
    hasLineBreaks = false
  }

  /// Goes on from where it stopped.
  ///
  /// - Parameters:
  ///   - bytes: the row from its first byte on.
  ///   - isLast: whether nothing comes behind these bytes.
  /// - Returns: how far the row goes.
  mutating func advance(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) -> Progress {
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .cellStart:
        cellStart = index
        state = .plain
        guard byte == UInt8(ascii: "\"") else { continue }
        guard let opens = isPlainTab ? RowScan.mayOpen(bytes, at: index, isLast: isLast) : true
        else {
          state = .cellStart
          return .open
        }
        guard opens else { continue }
        state = .quoted
        openingQuote = index
        hasDoubledQuotes = false
        index += 1
      case .plain:
        if byte == separator {
          endCell(at: index)
          state = .cellStart
        } else if byte == 0x0A {
          endCell(at: index)
          return .ended(length: index, whole: index + 1)
        } else if byte == 0x0D {
          endCell(at: index)
          state = .carriageReturn
        }
        index += 1
      case .quoted:
        if byte == UInt8(ascii: "\"") {
          state = .quoteInQuoted
        } else if byte == 0x0A || byte == 0x0D {
          hasLineBreaks = true
        }
        index += 1
      case .quoteInQuoted:
        switch byte {
        case UInt8(ascii: "\""):
          hasDoubledQuotes = true
          state = .quoted
        case separator:
          endQuoted(at: index - 1)
          state = .cellStart
        case 0x0A:
          endQuoted(at: index - 1)
          return .ended(length: index, whole: index + 1)
        case 0x0D:
          endQuoted(at: index - 1)
          state = .carriageReturn
        default: return .flawed(.afterQuote(index))
        }
        index += 1
      case .carriageReturn:
        return .ended(length: index - 1, whole: byte == 0x0A ? index + 1 : index)
      }
    }
    guard isLast else { return .open }
    switch state {
    case .quoted: return .flawed(.unclosed(openingQuote))
    case .carriageReturn: return .ended(length: index - 1, whole: index)
    case .quoteInQuoted: endQuoted(at: index - 1)
    case .cellStart:
      cellStart = index
      endCell(at: index)
    case .plain: endCell(at: index)
    }
    return .ended(length: index, whole: index)
  }

  /// Whether a quote at the start of a cell of a table with tabs encloses it; nil if more bytes are needed to tell.
  ///
  /// Behind a comma it always does (RFC 4180). Behind a tab it does if, on the same line, a quote before a tab or the
  /// end of the line closes it: programs that quote and programs that know no quotes both write `.tsv`.
  static func mayOpen(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool
  ) -> Bool? {
    var next = index + 1
    while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D {
      guard bytes[next] == UInt8(ascii: "\"") else {
        next += 1
        continue
      }
      guard next + 1 < bytes.count else { return isLast ? true : nil }
      switch bytes[next + 1] {
      case 9, 0x0A, 0x0D: return true
      case UInt8(ascii: "\""): next += 2
      default: return false
      }
    }
    return next < bytes.count || isLast ? false : nil
  }

  private mutating func endCell(at end: Int) {
    cells.append(Cell(lower: UInt32(clamping: cellStart), upper: UInt32(clamping: end)))
  }

  private mutating func endQuoted(at end: Int) {
    cells.append(
      Cell(
        lower: UInt32(clamping: openingQuote + 1), upper: UInt32(clamping: end), isQuoted: true,
        hasDoubledQuotes: hasDoubledQuotes))
  }
}
