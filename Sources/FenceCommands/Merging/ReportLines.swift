import FenceWorkspace

/// The lines of a file, one after the other, in memory bounded by the longest.
struct ReportLines {
  private let reader: any ByteReader
  private var bytes: [UInt8] = []
  private var start = 0

  /// How many lines were handed out.
  private(set) var count = 0

  init(_ reader: any ByteReader) { self.reader = reader }

  /// The next line without its end; nil after the last.
  mutating func next() throws(FileProblem) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        count += 1
        return bytes[start..<end]
      }
      searched = bytes.count - start
      bytes.removeFirst(start)
      start = 0
      let piece = try reader.read()
      guard !piece.isEmpty else {
        guard !bytes.isEmpty else { return nil }
        defer { bytes = [] }
        count += 1
        return bytes[...]
      }
      bytes += piece
    }
  }
}
