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

  /// The next whole lines; nil where records come one by one.
  ///
  /// - Throws: what `next` throws.
  mutating func nextLines(_ size: Int) throws -> LineBlock? {
    try splitter.nextLines(size).map {
      LineBlock(bytes: $0.bytes, place: $0.place, file: file, options: options, longest: longest)
    }
  }
}
