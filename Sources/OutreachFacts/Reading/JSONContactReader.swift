import Outreach

/// Reads contacts written as JSON: one object a line, or one list of objects.
struct JSONContactReader {
  private var splitter: RecordSplitter
  private let file: Int32
  private let options: FactDecoder.Options
  private let longest: Int

  init(
    isList: Bool, file: Int32, options: FactDecoder.Options, longest: Int,
    source: ByteSource
  ) {
    splitter = RecordSplitter(isList: isList, longest: longest, source: source)
    self.file = file
    self.longest = longest
    self.options = options
  }

  /// How the file's records are put together; nil until the first was asked for.
  var framing: RecordFraming? { splitter.framing }

  /// The next record; nil at the end of the file.
  ///
  /// - Throws: `FactProblem` if the file is not what it claims to be; whatever the source throws.
  mutating func next() throws -> RawContact? {
    try splitter.next().map { RawContact($0, file: file, options: options) }
  }

  /// The next whole lines, or elements of a list; nil where records come one by one.
  ///
  /// - Throws: what `next` throws.
  mutating func nextBlock(_ size: Int) throws -> LineBlock? {
    if let lines = try splitter.nextLines(size) {
      return LineBlock(lines, list: nil, file: file, options: options, longest: longest)
    }
    return try splitter.nextElements(size).map {
      LineBlock(
        $0, list: $0.lines > 0 ? .inLines : .inOneLine, file: file, options: options,
        longest: longest)
    }
  }

  /// Whether records come together again.
  ///
  /// - Throws: what `next` throws.
  mutating func standsAtObject() throws -> Bool { try splitter.standsAtObject() }
}
