import Outreach

/// Cuts a stream of contacts into the bytes of each: one object a line, or the elements of one JSON list.
struct RecordSplitter {
  private var window: ByteWindow
  private let isList: Bool
  private let longest: Int
  private var state = State.unopened

  init(isList: Bool, longest: Int, source: ByteSource) {
    self.isList = isList
    self.longest = longest
    window = ByteWindow(source: source)
  }

  private enum State { case unopened, lines, list, cutOff, closed, finished }

  /// How the stream is put together; nil until the first piece was asked for.
  private(set) var framing: RecordFraming?

  /// The bytes of one record, or what keeps them from being one.
  struct Piece {
    /// The bytes, without the white space around them; empty if they are too many.
    var bytes: [UInt8] = []

    /// Where the first of them stands.
    var place: FactPlace

    /// What is wrong with the stream at this place.
    var problem: FactProblem?
  }

  /// Some records with what is between them.
  struct Part {
    /// The bytes, and `JSONCursor.padding` zeros.
    var bytes: [UInt8]

    /// Where the first of them stands.
    var place: FactPlace

    /// How many line feeds there are among them.
    var lines: Int
  }

  /// The next record; nil at the end.
  ///
  /// - Throws: `FactProblem` if the stream is not what it claims to be; what the source throws.
  mutating func next() throws -> Piece? {
    if state == .unopened { try open() }
    switch state {
    case .unopened, .finished: return nil
    case .lines: return try nextLine()
    case .list: return try nextElement()
    case .cutOff:
      state = .finished
      return Piece(place: window.place, problem: "the list of contacts is cut off before its `]`")
    case .closed:
      state = .finished
      try skipSpace()
      guard try window.byte(at: 0) != nil else { return nil }
      return Piece(place: window.place, problem: "the list of contacts ends before this; remove it")
    }
  }

  /// The next whole lines, about so many bytes of them; nil where records come one by one: in a list, at a line that is
  /// too long, and at the end.
  ///
  /// - Throws: what `next` throws.
  mutating func nextLines(_ size: Int) throws -> Part? {
    if state == .unopened { try open() }
    guard state == .lines else { return nil }
    var isEnd = false
    while window.count < size, !isEnd { isEnd = try !window.extend() }
    var length = window.lengthOfWholeLines(within: window.reach(ofPart: size))
    var seen = window.count
    while length == nil, !isEnd, window.count <= longest {
      isEnd = try !window.extend()
      // What was looked through already is not looked through again.
      length = window.lineLength(from: seen).map { $0 + 1 }
      seen = window.count
    }
    if let length {
      return part { $0.takeLines(length, padding: JSONCursor.padding) }
    }
    guard isEnd, window.count > 0, window.count <= longest else { return nil }
    return part { $0.takeLines($0.count, padding: JSONCursor.padding) }
  }

  /// What is taken from the window.
  private mutating func part(_ take: (inout ByteWindow) -> [UInt8]) -> Part {
    let place = window.place
    let bytes = take(&window)
    return Part(bytes: bytes, place: place, lines: window.place.line - place.line)
  }

  /// The next whole elements of a list, about so many bytes of them with what is between them; nil where records come one
  /// by one: at what is no object, at an object that is too long or that nothing ends, and at the end.
  ///
  /// - Throws: what `next` throws.
  mutating func nextElements(_ size: Int) throws -> Part? {
    if state == .unopened { try open() }
    guard state == .list else { return nil }
    try skipSpace()
    var (scan, isEnd) = (ListScan(), false)
    while window.count < size, !isEnd { isEnd = try !window.extend() }
    while true {
      let reach = window.reach(ofPart: size)
      window.withBytes { scan.advance($0, upTo: reach) }
      guard scan.length == 0, !scan.isStuck, !isEnd, window.count <= longest else { break }
      isEnd = try !window.extend()
    }
    guard scan.length > 0 else { return nil }
    if scan.isClosed { state = .closed }
    return part { $0.takePart(scan.length, padding: JSONCursor.padding) }
  }

  /// Whether the next record of a list begins like those that come together.
  mutating func standsAtObject() throws -> Bool {
    guard state == .list else { return false }
    try skipSpace()
    return try window.byte(at: 0) == UInt8(ascii: "{")
  }

  /// Settles by the first byte whether the stream is a list, which no line of an object can begin like.
  private mutating func open() throws {
    if try window.byte(at: 0) == 0xEF, try window.byte(at: 1) == 0xBB,
      try window.byte(at: 2) == 0xBF
    {
      window.drop(3)
    }
    try skipSpace()
    let first = try window.byte(at: 0)
    if first == UInt8(ascii: "[") {
      framing = .list
      window.drop(1)
      state = .list
      try skipSpace()
      if try window.byte(at: 0) == UInt8(ascii: "]") {
        window.drop(1)
        state = .closed
      }
      return
    }
    guard !isList else {
      throw FactProblem(
        .syntax,
        first == UInt8(ascii: "{")
          ? "a list `[ … ]` of contacts is expected; one object a line is read as `ndjson`"
          : "a list `[ … ]` of contacts is expected", at: window.place)
    }
    framing = .lines(heading: [], ending: [UInt8(ascii: "\n")])
    state = first == nil ? .finished : .lines
  }

  // MARK: lines

  private mutating func nextLine() throws -> Piece? {
    while try window.byte(at: 0) != nil {
      let place = window.place
      guard let length = try lengthOfLine() else {
        try skipLine()
        return RecordSplitter.tooLong(place)
      }
      let piece = RecordSplitter.trimmed(window.prefix(length), at: place)
      window.dropLine(length)
      if !piece.bytes.isEmpty { return piece }
    }
    state = .finished
    return nil
  }

  /// The length of the current line without its line feed; nil if it is too long.
  private mutating func lengthOfLine() throws -> Int? {
    var seen = 0
    while true {
      if let length = window.lineLength(from: seen) {
        return length <= longest ? length : nil
      }
      seen = window.count
      if seen > longest { return nil }
      if try !window.extend() { return window.count }
    }
  }

  private mutating func skipLine() throws {
    while true {
      if let length = window.lineLength(from: 0) {
        window.drop(length + 1)
        return
      }
      window.drop(window.count)
      if try !window.extend() { return }
    }
  }

  // MARK: list

  private mutating func nextElement() throws -> Piece? {
    try skipSpace()
    let place = window.place
    var length = 0
    var isTooLong = false
    var scan = ElementScan()
    while true {
      let end = window.length(from: length) { scan.ends(at: $0) }
      length = end ?? window.count
      if length > longest {
        isTooLong = true
        window.drop(length)
        length = 0
      }
      guard try end == nil && window.extend() else { break }
    }
    let piece =
      isTooLong
      ? RecordSplitter.tooLong(place) : RecordSplitter.trimmed(window.prefix(length), at: place)
    window.drop(length)
    switch try window.byte(at: 0) {
    case UInt8(ascii: ","): window.drop(1)
    case UInt8(ascii: "]"):
      window.drop(1)
      state = .closed
    default:
      state = .cutOff
      if piece.bytes.isEmpty, !isTooLong { return try next() }
    }
    return piece
  }

  // MARK: pieces

  private mutating func skipSpace() throws {
    while let byte = try window.byte(at: 0), RecordSplitter.isSpace(byte) { window.drop(1) }
  }

  /// A line of bytes as a record; nil if it is empty.
  static func record(_ bytes: ArraySlice<UInt8>, at place: FactPlace, longest: Int) -> Piece? {
    if bytes.count > longest { return tooLong(place) }
    let piece = trimmed(bytes, at: place)
    return piece.bytes.isEmpty ? nil : piece
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>, at place: FactPlace) -> Piece {
    var rest = bytes.drop { RecordSplitter.isSpace($0) }
    let skipped = rest.startIndex - bytes.startIndex
    while let last = rest.last, RecordSplitter.isSpace(last) { rest.removeLast() }
    var start = place
    start.lower += skipped
    start.column += skipped
    start.upper = start.lower + rest.count
    return Piece(bytes: Array(rest), place: start)
  }

  private static func tooLong(_ place: FactPlace) -> Piece {
    Piece(
      place: place,
      problem: FactProblem(
        .tooLong, "this contact is longer than any can be; is a line break or a bracket missing?",
        at: place)
    )
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension RecordSplitter.Piece {
  fileprivate init(place: FactPlace, problem message: String) {
    self.init(place: place, problem: FactProblem(.syntax, message, at: place))
  }
}

/// Follows brackets and strings to the end of an element of a list.
private struct ElementScan {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Whether a byte is the comma or bracket that ends the element; other bytes are taken into it.
  mutating func ends(at byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"): depth = max(0, depth - 1)
    case UInt8(ascii: "]"):
      if depth == 0 { return true }
      depth -= 1
    case UInt8(ascii: ","): return depth == 0
    default: break
    }
    return false
  }
}
