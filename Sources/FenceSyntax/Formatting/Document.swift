/// Text with the places at which it may be broken (after Wadler, "A prettier printer", 2003).
indirect enum Document {
  case text(String)
  /// A blank, except where a line begins.
  case space
  /// A blank, or a line break if the group around it is broken.
  case line
  /// Nothing, or a line break if the group around it is broken.
  case softLine
  /// So many blanks, or a line break if what follows up to the next place does not fit.
  case fill(blanks: Int)
  /// A line break, which breaks every group around it.
  case hardLine
  /// An empty line before what follows.
  case blankLine
  /// A comment after text on its line; what follows begins a new line.
  case trailingComment(String)
  /// A comment on a line of its own.
  case ownComment(String)
  /// The document with its lines moved to the right.
  case nest(Int, Document)
  /// Unbroken if it fits and nothing in it breaks.
  case group(Document)
  case sequence([Document])

  /// Whether a group around this must be broken, whatever its width: a line ends in it for certain.
  ///
  /// Comments and empty lines before its first text stand above it and break nothing.
  var mustBreak: Bool {
    var line = LineState.empty
    return breaks(&line)
  }

  /// What stands on the line so far: nothing, text, or a comment behind text, at which the line ends.
  private enum LineState {
    case empty, text, ended
  }

  private func breaks(_ line: inout LineState) -> Bool {
    switch self {
    case .hardLine: return true
    case .ownComment, .blankLine: return line != .empty
    case .text(let text):
      if text.isEmpty { return false }
      if line == .ended { return true }
      line = .text
      return false
    case .space, .line, .softLine, .fill: return false
    case .trailingComment:
      if line == .ended { return true }
      line = .ended
      return false
    case .nest(_, let inner), .group(let inner): return inner.breaks(&line)
    case .sequence(let parts):
      for part in parts where part.breaks(&line) { return true }
      return false
    }
  }
}

/// Prints documents.
struct DocumentPrinter {
  /// The width that lines keep to where they can.
  static let width = 100

  private var output = ""
  private var column = 0
  private var isAtLineStart = true
  private var wantsNewLine = false
  /// The indentation of what is being printed, and that of the line on which it stands.
  private var indent = 0
  private var lineIndent = 0

  /// A document waiting to be printed.
  private struct Item {
    var document: Document
    var indent: Int
    var isFlat: Bool
  }

  /// The printed document, without blanks at the ends of lines.
  static func print(_ document: Document) -> String {
    var printer = DocumentPrinter()
    printer.run(document)
    return printer.output
  }

  private mutating func run(_ document: Document) {
    var stack = [Item(document: document, indent: 0, isFlat: false)]
    while let item = stack.popLast() {
      indent = item.indent
      switch item.document {
      case .text(let text): write(text)
      case .space: space()
      case .line: item.isFlat ? space() : newLine()
      case .softLine: if !item.isFlat { newLine() }
      case .fill(let blanks):
        for _ in 0..<blanks { space() }
        if !fits(stack, startingAt: column, untilFill: true) { newLine() }
      case .hardLine: newLine()
      case .blankLine: blankLine()
      case .trailingComment(let text):
        trimSpace()
        output += "  " + text
        wantsNewLine = true
      case .ownComment(let text):
        if !isAtLineStart { newLine() }
        write(text)
        newLine(keepingIndent: true)
      case .nest(let amount, let inner):
        stack.append(Item(document: inner, indent: item.indent + amount, isFlat: item.isFlat))
      case .group(let inner):
        let flat = Item(document: inner, indent: item.indent, isFlat: true)
        let isFlat =
          item.isFlat
          || (!inner.mustBreak && fits(stack + [flat], startingAt: startColumn, untilFill: false))
        stack.append(Item(document: inner, indent: item.indent, isFlat: isFlat))
      case .sequence(let parts):
        for part in parts.reversed() {
          stack.append(Item(document: part, indent: item.indent, isFlat: item.isFlat))
        }
      }
    }
    trimSpace()
    if !output.isEmpty, !output.hasSuffix("\n") { output += "\n" }
  }

  private var startColumn: Int { isAtLineStart ? lineIndent : wantsNewLine ? indent : column }

  /// Whether the items on the stack fit on the line up to the first place at which it may be broken.
  private func fits(_ stack: [Item], startingAt start: Int, untilFill: Bool) -> Bool {
    var left = DocumentPrinter.width - start
    var isFirst = true
    var pending: [Item] = []
    var next = stack.count
    while left >= 0 {
      if pending.isEmpty {
        guard next > 0 else { return true }
        next -= 1
        pending.append(stack[next])
      }
      guard let item = pending.popLast() else { return true }
      switch item.document {
      case .text(let text):
        left -= text.count
        isFirst = isFirst && text.isEmpty
      case .space: left -= 1
      case .line:
        if !item.isFlat { return true }
        left -= 1
      case .softLine: if !item.isFlat { return true }
      case .fill(let blanks):
        if untilFill || !item.isFlat { return true }
        left -= blanks
      case .blankLine, .ownComment: if !isFirst { return true }
      case .hardLine, .trailingComment: return true
      case .nest(_, let inner), .group(let inner):
        pending.append(Item(document: inner, indent: 0, isFlat: item.isFlat))
      case .sequence(let parts):
        for part in parts.reversed() {
          pending.append(Item(document: part, indent: 0, isFlat: item.isFlat))
        }
      }
    }
    return false
  }

  private mutating func write(_ text: String) {
    if wantsNewLine { newLine() }
    if isAtLineStart {
      output += String(repeating: " ", count: lineIndent)
      column = lineIndent
      isAtLineStart = false
    }
    output += text
    column += text.count
  }

  private mutating func space() {
    guard !isAtLineStart, !wantsNewLine else { return }
    output += " "
    column += 1
  }

  private mutating func trimSpace() {
    while output.last == " " { output.removeLast() }
  }

  private mutating func newLine(keepingIndent: Bool = false) {
    wantsNewLine = false
    if !keepingIndent { lineIndent = indent }
    guard !isAtLineStart else { return }
    trimSpace()
    output += "\n"
    isAtLineStart = true
  }

  private mutating func blankLine() {
    newLine()
    if !output.isEmpty, !output.hasSuffix("\n\n") { output += "\n" }
  }
}
